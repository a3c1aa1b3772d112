"""Stores of earlier versions are brought up to date, and copied before that."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from bulletin_editor.errors import StoreError
from bulletin_editor.model.issue import IssueKey, Status
from bulletin_editor.store import Store
from bulletin_editor.store.migrating import migrate
from bulletin_editor.store.opening import open_database
from bulletin_editor.store.schema import migrations

OpenStore = Callable[..., Store]


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    """A store file that the first version made."""
    path = tmp_path / "ban-tin.db"
    sql = Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
    return path


@pytest.fixture
def with_version_2() -> Migrations:
    """The real migrations, and one more that rebuilds a table others refer to."""
    steps = migrations()

    @steps(name="version 2")
    def version_2(db: Database) -> None:
        db.table("section").transform(rename={"label": "title"})

    return steps


def schema_of(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))


def ask(path: Path, sql: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchone()[0]


def test_a_store_of_version_1_opens_for_ever(open_store: OpenStore, version_1: Path) -> None:
    store = open_store(version_1)
    issue = store.load(IssueKey(year=2031, number=7))
    assert [str(summary.key) for summary in store.summaries()] == ["7/2031", "52/2030"]
    assert (issue.status, issue.slogan) == (Status.APPROVED, ("ĐO MƯA", "GIỮ BẢN"))
    assert [section.label for section in issue.sections] == ["SỰ KIỆN NỔI BẬT", "ĐỊNH HƯỚNG CHÍNH SÁCH"]
    first, second = issue.articles
    assert (first.headline, first.cover_line.text) == ("Trạm đo mưa ở Cao Sơn", "Trạm đo mưa mới")
    assert Counter(type(block).__name__ for block in first.body).most_common(1)[0][1] == 1
    assert len(first.body) == 8  # one of each kind
    assert second.body == ()
    pictures = store.pictures(picture.sha256 for picture in issue.pictures)
    assert [picture.data[:4] for picture in pictures.values()] == [b"\x89PNG"] * 2
    assert store.agency().masthead.agency == "TRẠM KHUYẾN HỌC CAO SƠN"
    store.save(issue)
    assert store.load(issue.key) == issue


def test_an_old_store_has_the_tables_of_a_new_one(open_store: OpenStore, version_1: Path, path: Path) -> None:
    open_store(version_1).close()
    open_store(path).close()
    assert schema_of(version_1) == schema_of(path)


def test_a_store_is_copied_before_it_is_changed(version_1: Path, with_version_2: Migrations) -> None:
    before = schema_of(version_1)
    with closing(open_database(version_1, create=True)) as database:
        migrate(database, with_version_2, 2)
    copy = version_1.with_name("ban-tin.v1.db")
    assert schema_of(copy) == before
    assert ask(copy, "SELECT label FROM section WHERE id = 'section-a'") == "SỰ KIỆN NỔI BẬT"
    assert ask(copy, "PRAGMA user_version") == 1
    assert ask(version_1, "SELECT title FROM section WHERE id = 'section-a'") == "SỰ KIỆN NỔI BẬT"
    assert ask(version_1, "PRAGMA user_version") == 2
    assert ask(version_1, "SELECT count(*) FROM article") == 2
    assert ask(version_1, "PRAGMA integrity_check") == "ok"


def test_the_copy_is_a_store_itself(
    open_store: OpenStore, version_1: Path, with_version_2: Migrations
) -> None:
    with closing(open_database(version_1, create=True)) as database:
        issue = Store(database, clock=pytest.fail).latest()
        migrate(database, with_version_2, 2)
    with pytest.raises(StoreError, match="store.newer-version"):
        open_store(version_1)
    assert open_store(version_1.with_name("ban-tin.v1.db")).latest() == issue


def test_an_earlier_copy_is_kept(version_1: Path, with_version_2: Migrations) -> None:
    first = version_1.with_name("ban-tin.v1.db")
    first.write_bytes(b"earlier")
    with closing(open_database(version_1, create=True)) as database:
        migrate(database, with_version_2, 2)
    assert first.read_bytes() == b"earlier"
    assert ask(version_1.with_name("ban-tin.v1-2.db"), "PRAGMA user_version") == 1


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM picture", "DELETE FROM no_such_table", "INSERT INTO issue (id) VALUES ('half')"],
)
def test_a_step_that_fails_changes_nothing(
    open_store: OpenStore, version_1: Path, with_version_2: Migrations, statement: str
) -> None:
    @with_version_2(name="version 3")
    def version_3(db: Database) -> None:
        db.execute(statement)

    before = version_1.read_bytes()
    with closing(open_database(version_1, create=True)) as database, pytest.raises(StoreError) as caught:
        migrate(database, with_version_2, 3)
    assert caught.value.facts["place"] == str(version_1)
    assert version_1.read_bytes() == before
    assert open_store(version_1).latest() is not None


def test_a_new_store_needs_no_copy(open_store: OpenStore, path: Path) -> None:
    open_store()
    assert list(path.parent.iterdir()) == [path]
