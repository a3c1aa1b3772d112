"""Trouble while the store is open: each kind has its own code, and nothing is lost."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from msgspec import structs

from bulletin_editor.errors import BulletinError, StoreError
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import JPEG, PictureFile, picture_file
from bulletin_editor.store import Store
from bulletin_editor.store.opening import open_database

OpenStore = Callable[..., Store]
Pictures = tuple[PictureFile, PictureFile]
Keeping = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def store(open_store: OpenStore, issue: Issue, pictures: Pictures) -> Store:
    """A store that holds `issue`."""
    store = open_store()
    store.save(issue, pictures)
    return store


@pytest.fixture
def changed(issue: Issue) -> Issue:
    """The next state of `issue`."""
    return structs.replace(issue, slogan=("Dòng mới",))


@pytest.fixture
def big_picture() -> PictureFile:
    """A picture that finds no room."""
    return picture_file(JPEG, 2400, 1600, bytes(900_000))


def execute(path: Path, sql: str, *parameters: object) -> None:
    with closing(sqlite3.connect(path)) as stranger, stranger:
        stranger.execute(sql, parameters)


@pytest.fixture
def keeping(path: Path, issue: Issue, pictures: Pictures, now: Callable[[], datetime]) -> Keeping:
    """See, after a block, that the store, opened afresh, holds what it held before."""

    @contextmanager
    def nothing_lost() -> Iterator[None]:
        yield
        with Store.open(path, clock=now) as store:
            assert store.load(issue.key) == issue
            assert store.pictures(p.sha256 for p in pictures) == {p.sha256: p for p in pictures}
            assert store.health().pictures == len(pictures)

    return nothing_lost


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let the operating system refuse to make any file larger."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_takes_no_more(
    store: Store, path: Path, changed: Issue, big_picture: PictureFile, keeping: Keeping
) -> None:
    room = files_no_larger_than(path.stat().st_size + 10_000)
    with keeping(), room, pytest.raises(StoreError) as caught:
        store.save(changed, [big_picture])
    assert (caught.value.code, caught.value.facts["place"]) == ("store.disk-trouble", str(path))
    store.save(changed, [big_picture])  # there is room again, and the store is still in order
    assert store.load(changed.key) == changed


def test_a_full_disk(
    store: Store,
    path: Path,
    changed: Issue,
    big_picture: PictureFile,
    keeping: Keeping,
    now: Callable[[], datetime],
) -> None:
    store.close()
    with keeping(), closing(open_database(path, create=True)) as database:
        database.connection.execute("PRAGMA max_page_count = 50")
        with pytest.raises(StoreError) as caught:
            Store(database, now).save(changed, [big_picture])
    assert (caught.value.code, caught.value.facts["place"]) == ("store.full", str(path))


def test_a_disk_too_full_for_a_new_store(open_store: OpenStore) -> None:
    with files_no_larger_than(8192), pytest.raises(StoreError, match="store.disk-trouble"):
        open_store()
    assert open_store().summaries() == ()  # what was begun is no hindrance


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_another_program_is_writing(
    store: Store, path: Path, issue: Issue, changed: Issue, keeping: Keeping, lock: str
) -> None:
    with keeping(), closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(lock)
        with pytest.raises(StoreError) as caught:
            store.save(changed)
    assert (caught.value.code, caught.value.facts["place"]) == ("store.locked", str(path))
    store.save(changed)
    assert store.load(issue.key) == changed


@pytest.mark.usefixtures("impatient")
def test_another_program_is_reading(store: Store, path: Path, changed: Issue, keeping: Keeping) -> None:
    with keeping(), closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM issue").fetchall()
        with pytest.raises(StoreError, match="store.locked"):
            store.save(changed)


def test_the_file_was_moved_away(store: Store, path: Path, changed: Issue, keeping: Keeping) -> None:
    with keeping():
        path.rename(path.with_name("chuyen.db"))
        with pytest.raises(StoreError, match="store.moved"):
            store.save(changed)
        path.with_name("chuyen.db").rename(path)


def test_damage_that_comes_later(store: Store, path: Path, issue: Issue) -> None:
    execute(path, "UPDATE issue SET modified_at = 'now'")  # so that no page is remembered
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="store.damaged"):
        store.load(issue.key)


def test_a_block_from_a_newer_program(store: Store, path: Path, issue: Issue) -> None:
    body = '{"version":1,"content":[{"type":"timeline","text":"x"}]}'
    execute(path, "UPDATE article SET body = ? WHERE id = 'bai-2'", body)
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        store.load(issue.key)
    assert caught.value.code == "store.unreadable-content"
    assert caught.value.facts["place"] == "7/2031: Lớp học số"
    (problem,) = caught.value.problems
    assert (problem.code, problem.facts["kind"]) == ("json.unknown-block", "timeline")
    assert len(store.summaries()) == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE issue SET slogan = '[1'",
        "UPDATE issue SET slogan = '5'",
        "UPDATE issue SET milestones = '[{}]'",
        """UPDATE issue SET milestones = '[{"status":"lost","day":"2031-02-10"}]'""",
        """UPDATE issue SET waivers = '[{"code":"x","place":{},"facts":{},"reason":""}]'""",
        """UPDATE issue SET waivers = '[{"code":"x","place":{},"facts":{},"reason":"y","until":"z"}]'""",
        "UPDATE issue SET cover_picture = upper(cover_picture)",
        "UPDATE issue SET cover_view = '[1'",
        "UPDATE issue SET cover_view = '[]'",
        """UPDATE issue SET cover_view = '{"adjustments":{"turns":4}}'""",
        """UPDATE issue SET cover_view = '{"shade":1}'""",
        "UPDATE article SET source_url = 'file:///etc'",
        "UPDATE article SET headline = x'ff'",
        'UPDATE article SET body = \'{"version":4,"content":[]}\'',
    ],
)
def test_content_that_no_model_allows(store: Store, path: Path, sql: str) -> None:
    execute(path, sql)
    with pytest.raises(StoreError, match="store.unreadable-content") as caught:
        store.latest()
    assert str(caught.value.facts["place"]).startswith("7/2031")
    assert all(isinstance(problem, BulletinError) for problem in caught.value.problems)


def test_an_agency_from_a_newer_program(store: Store, path: Path) -> None:
    execute(path, "INSERT INTO agency VALUES (1, '{\"version\":4,\"content\":{}}', NULL, '')")
    with pytest.raises(StoreError, match="store.unreadable-content") as caught:
        store.agency()
    assert [problem.code for problem in caught.value.problems] == ["json.newer"]


def test_a_table_that_someone_dropped(store: Store, path: Path) -> None:
    execute(path, "DROP TABLE agency")
    with pytest.raises(StoreError) as caught:
        store.agency()
    assert caught.value.code == "store.failed"
    assert "agency" in str(caught.value.facts["detail"])
