"""Opening: what is a store, what is not, and what each other file is said to be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import datetime
from pathlib import Path

import pytest
from msgspec import structs

from bulletin_editor.errors import StoreError
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import JPEG, PictureFile, picture_file
from bulletin_editor.store import Store
from bulletin_editor.store.database import APPLICATION_ID, pragma
from bulletin_editor.store.opening import open_database

OpenStore = Callable[..., Store]
Pictures = tuple[PictureFile, PictureFile]
WithoutRights = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def saved(open_store: OpenStore, path: Path, issue: Issue, pictures: Pictures) -> Path:
    """A closed store file that holds `issue`."""
    store = open_store()
    store.save(issue, pictures)
    store.close()
    return path


def refused(open_store: OpenStore, path: Path) -> StoreError:
    """Open `path`, and see that it is refused in words that name it."""
    with pytest.raises(StoreError) as caught:
        open_store(path)
    assert caught.value.facts["place"] == str(path)
    return caught.value


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_new_store_says_what_it_is(open_store: OpenStore, path: Path) -> None:
    open_store().close()
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72]) == APPLICATION_ID
    assert int.from_bytes(header[60:64]) == 3
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_file_becomes_a_store(open_store: OpenStore, tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()
    assert open_store(empty).summaries() == ()
    assert list(tmp_path.iterdir()) == [empty]


def test_the_rules_of_a_connection_to_a_new_store_and_to_an_old_one(path: Path) -> None:
    names = ("foreign_keys", "synchronous", "trusted_schema", "cell_size_check")
    for _ in ("new", "old"):
        with closing(open_database(path, create=True)) as database:
            assert [pragma(database.connection, name) for name in names] == [1, 2, 0, 1]


def test_a_write_ahead_log_is_turned_off_again(open_store: OpenStore, saved: Path, issue: Issue) -> None:
    execute(saved, "PRAGMA journal_mode = WAL")
    store = open_store()
    assert saved.read_bytes()[18:20] == b"\x01\x01"
    assert store.load(issue.key) == issue


def test_a_store_that_is_not_there_and_not_to_be_made(path: Path, now: Callable[[], datetime]) -> None:
    with pytest.raises(StoreError) as caught:
        Store.open(path, clock=now, create=False)
    assert (caught.value.code, caught.value.facts) == ("store.absent", {"place": str(path)})
    assert not path.parent.exists()


def test_a_store_that_is_there_opens_without_being_made(
    saved: Path, now: Callable[[], datetime], issue: Issue
) -> None:
    with Store.open(saved, clock=now, create=False) as store:
        assert store.load(issue.key) == issue


@pytest.mark.parametrize("content", ["x", "Số 7, từ 10/02/2031\n", "dòng\n" * 5000])
def test_a_text_file_is_no_store(open_store: OpenStore, tmp_path: Path, content: str) -> None:
    text = tmp_path / "ghi-chu.txt"
    text.write_text(content, encoding="utf-8")
    assert refused(open_store, text).code == "store.not-a-store"
    assert text.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_another_program_s_database_is_no_store(open_store: OpenStore, tmp_path: Path, journal: str) -> None:
    other = tmp_path / "so-quy.db"
    execute(other, f"PRAGMA journal_mode = {journal}", "CREATE TABLE issue (id)", "PRAGMA user_version = 1")
    before = other.read_bytes()
    assert refused(open_store, other).code == "store.not-a-store"
    assert other.read_bytes() == before


def test_a_folder_is_no_store(open_store: OpenStore, tmp_path: Path) -> None:
    assert refused(open_store, tmp_path).code == "store.cannot-open"


def test_a_newer_store_is_left_alone(open_store: OpenStore, saved: Path) -> None:
    execute(saved, "PRAGMA user_version = 4")
    before = saved.read_bytes()
    error = refused(open_store, saved)
    assert (error.code, error.facts["version"], error.facts["known"]) == ("store.newer-version", 4, 3)
    assert saved.read_bytes() == before


def pages_of(path: Path, *tables: str) -> list[int]:
    """Return where the first pages of `tables` and of their indexes lie in the file, in bytes."""
    marks = ", ".join("?" * len(tables))
    with closing(sqlite3.connect(path)) as connection:
        sql = f"SELECT rootpage FROM sqlite_master WHERE rootpage AND tbl_name IN ({marks})"
        return [(number - 1) * 4096 for (number,) in connection.execute(sql, tables)]


def overwritten(path: Path, place: int) -> bytes:
    """Put nonsense in the place of a page, and return what the file holds then."""
    content = bytearray(path.read_bytes())
    content[place : place + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    return bytes(content)


@pytest.mark.parametrize("table", ["issue", "section", "article", "picture_use", "agency"])
def test_damaged_words_are_refused_before_anything_is_written(
    open_store: OpenStore, saved: Path, table: str
) -> None:
    sound = saved.read_bytes()
    for place in pages_of(saved, table):
        damaged = overwritten(saved, place)
        error = refused(open_store, saved)
        assert error.code == "store.damaged"
        assert error.facts["detail"]
        assert saved.read_bytes() == damaged
        saved.write_bytes(sound)


def test_damage_among_the_pictures_is_found_by_examining_and_harms_nothing_else(
    open_store: OpenStore, saved: Path, issue: Issue
) -> None:
    sound = saved.read_bytes()
    for place in pages_of(saved, "picture"):
        damaged = overwritten(saved, place)
        store = open_store()
        assert store.load(issue.key) == issue
        assert {error.code for error in store.examine()} == {"store.damaged"}
        with pytest.raises(StoreError, match="store.damaged"):
            store.save(issue, [picture_file(JPEG, 1, 1, b"moi")])
        store.close()
        assert saved.read_bytes() == damaged
        saved.write_bytes(sound)


def test_damage_that_no_reading_meets_is_found_by_examining(
    open_store: OpenStore, saved: Path, plain_issue: Callable[..., Issue]
) -> None:
    long = plain_issue(8, slogan=("dài" * 10_000,))
    store = open_store()
    store.save(long)
    store.delete(long.id)
    store.discard(long.id)
    assert store.examine() == ()
    store.close()
    first_free = int.from_bytes(saved.read_bytes()[32:36])  # the page that lists the free ones
    overwritten(saved, (first_free - 1) * 4096)
    (error,) = open_store().examine()
    assert error.code == "store.damaged"


def test_a_file_that_was_cut_off(open_store: OpenStore, saved: Path) -> None:
    content = saved.read_bytes()[: 10 * 4096]
    saved.write_bytes(content)
    assert refused(open_store, saved).code == "store.damaged"
    assert saved.read_bytes() == content


@pytest.mark.usefixtures("impatient")
def test_a_store_that_another_program_writes_just_now(
    open_store: OpenStore, saved: Path, issue: Issue
) -> None:
    with closing(sqlite3.connect(saved, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refused(open_store, saved).code == "store.locked"
    assert open_store().load(issue.key) == issue


def test_a_folder_that_may_not_be_written(
    open_store: OpenStore, open_folder: Path, without_rights: WithoutRights
) -> None:
    open_folder.chmod(0o555)
    with without_rights():
        assert refused(open_store, open_folder / "ban-tin.db").code == "store.cannot-open"
        assert refused(open_store, open_folder / "kho" / "ban-tin.db").code == "store.cannot-open"
    assert list(open_folder.iterdir()) == []


def test_a_folder_that_is_a_file(open_store: OpenStore, saved: Path) -> None:
    assert refused(open_store, saved / "ban-tin.db").code == "store.cannot-open"


def test_a_file_that_may_not_be_read(
    open_store: OpenStore, open_folder: Path, without_rights: WithoutRights
) -> None:
    path = open_folder / "ban-tin.db"
    open_store(path).close()
    path.chmod(0)
    with without_rights():
        assert refused(open_store, path).code == "store.cannot-open"


@pytest.mark.parametrize("folder_mode", [0o755, 0o555])
def test_a_read_only_store_can_be_read(
    open_store: OpenStore,
    open_folder: Path,
    without_rights: WithoutRights,
    issue: Issue,
    pictures: Pictures,
    folder_mode: int,
) -> None:
    path = open_folder / "ban-tin.db"
    open_store(path).save(issue, pictures)
    path.chmod(0o444)
    open_folder.chmod(folder_mode)
    before = path.read_bytes()
    with without_rights():
        store = open_store(path)
        assert store.load(issue.key) == issue
        assert store.health().pictures == 2
        with pytest.raises(StoreError, match="store.read-only"):
            store.save(structs.replace(issue, slogan=()))
        store.close()
    assert path.read_bytes() == before
