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
from bulletin_editor.model.adjustments import Adjustments, Crop, Focus
from bulletin_editor.model.issue import IssueKey, Status
from bulletin_editor.model.place import Part, Place
from bulletin_editor.store import Store
from bulletin_editor.store.migrating import migrate
from bulletin_editor.store.opening import open_database
from bulletin_editor.store.schema import migrations

OpenStore = Callable[..., Store]


def frozen(folder: Path, version: int) -> Path:
    """Make a store file in `folder` as that version of the program left it."""
    path = folder / "ban-tin.db"
    sql = Path(__file__).with_name(f"version_{version}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
    return path


@pytest.fixture(params=[1, 2, 3])
def old_store(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store file of any version there was, each with the same issue in it."""
    return frozen(tmp_path, request.param)


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    """A store file that the first version made."""
    return frozen(tmp_path, 1)


@pytest.fixture
def version_2(tmp_path: Path) -> Path:
    """A store file that the second version made."""
    return frozen(tmp_path, 2)


@pytest.fixture
def version_3(tmp_path: Path) -> Path:
    """A store file of the newest version."""
    return frozen(tmp_path, 3)


@pytest.fixture
def with_version_4() -> Migrations:
    """The real migrations, and one more that rebuilds a table others refer to."""
    steps = migrations()

    @steps(name="version 4")
    def version_4(db: Database) -> None:
        db.table("section").transform(rename={"label": "title"})

    return steps


def schema_of(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def ask(path: Path, sql: str) -> object:
    return rows(path, sql)[0][0]


def test_a_store_of_any_version_opens_for_ever(open_store: OpenStore, old_store: Path) -> None:
    store = open_store(old_store)
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


def test_an_old_store_has_the_tables_of_a_new_one(open_store: OpenStore, old_store: Path, path: Path) -> None:
    open_store(old_store).close()
    open_store(path).close()
    assert schema_of(old_store) == schema_of(path)


def test_nothing_of_version_1_is_lost(open_store: OpenStore, version_1: Path) -> None:
    tables = ("section", "article", "picture", "picture_use", "agency")
    of_issue = "number, year, period_start, period_end, status, slogan, cover_picture, cover_alt"
    queries = [f"SELECT * FROM {table}" for table in tables]
    queries.append(f"SELECT id, {of_issue}, created_at, modified_at FROM issue")
    before = [rows(version_1, query) for query in queries]
    store = open_store(version_1)
    assert [rows(version_1, query) for query in queries] == before
    assert store.load(IssueKey(year=2031, number=7)).milestones == ()
    assert store.deleted() == ()
    assert store.examine() == ()


def test_what_version_2_brought(open_store: OpenStore, version_2: Path) -> None:
    store = open_store(version_2)
    issue = store.load(IssueKey(year=2031, number=7))
    assert [(each.status, each.day.day) for each in issue.milestones] == [
        (Status.REVIEW, 14),
        (Status.APPROVED, 15),
    ]
    length, cover_line = issue.waivers
    assert (length.code, length.facts, length.reason) == ("period-length", {"days": "8"}, "Tuần nghỉ lễ")
    assert cover_line.place == Place(part=Part.COVER_LINE, article_id="article-a")
    (thrown_away,) = store.deleted()
    assert (thrown_away.key, thrown_away.articles) == (issue.key, 1)
    assert store.load_by_id(thrown_away.id).articles[0].headline == "Bài bỏ đi"


def test_what_version_3_brought(open_store: OpenStore, version_3: Path) -> None:
    cover = open_store(version_3).load(IssueKey(year=2031, number=7)).cover_picture
    assert cover is not None
    assert cover.adjustments == Adjustments(
        turns=1, angle=-2.5, crop=Crop(left=0.1, bottom=0.2), brightness=10
    )
    assert cover.focus == Focus(x=0.25)


@pytest.mark.parametrize("version", [1, 2])
def test_covers_of_earlier_versions_are_shown_as_they_are(
    open_store: OpenStore, tmp_path: Path, version: int
) -> None:
    cover = open_store(frozen(tmp_path, version)).load(IssueKey(year=2031, number=7)).cover_picture
    assert cover is not None
    assert (cover.alt, cover.adjustments, cover.focus) == ("Ảnh bìa", Adjustments(), Focus())


def test_a_store_is_copied_before_it_is_changed(version_3: Path, with_version_4: Migrations) -> None:
    before = schema_of(version_3)
    with closing(open_database(version_3, create=True)) as database:
        migrate(database, with_version_4, 4)
    copy = version_3.with_name("ban-tin.v3.db")
    assert schema_of(copy) == before
    assert ask(copy, "SELECT label FROM section WHERE id = 'section-a'") == "SỰ KIỆN NỔI BẬT"
    assert ask(copy, "PRAGMA user_version") == 3
    assert ask(version_3, "SELECT title FROM section WHERE id = 'section-a'") == "SỰ KIỆN NỔI BẬT"
    assert ask(version_3, "PRAGMA user_version") == 4
    assert ask(version_3, "SELECT count(*) FROM article") == 3
    assert ask(version_3, "PRAGMA integrity_check") == "ok"


def test_the_copy_is_a_store_itself(
    open_store: OpenStore, version_3: Path, with_version_4: Migrations
) -> None:
    with closing(open_database(version_3, create=True)) as database:
        issue = Store(database, clock=pytest.fail).latest()
        migrate(database, with_version_4, 4)
    with pytest.raises(StoreError, match="store.newer-version"):
        open_store(version_3)
    assert open_store(version_3.with_name("ban-tin.v3.db")).latest() == issue


def test_an_earlier_copy_is_kept(version_3: Path, with_version_4: Migrations) -> None:
    first = version_3.with_name("ban-tin.v3.db")
    first.write_bytes(b"earlier")
    with closing(open_database(version_3, create=True)) as database:
        migrate(database, with_version_4, 4)
    assert first.read_bytes() == b"earlier"
    assert ask(version_3.with_name("ban-tin.v3-2.db"), "PRAGMA user_version") == 3


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM picture", "DELETE FROM no_such_table", "INSERT INTO issue (id) VALUES ('half')"],
)
def test_a_step_that_fails_changes_nothing(
    open_store: OpenStore, version_3: Path, with_version_4: Migrations, statement: str
) -> None:
    @with_version_4(name="version 5")
    def version_5(db: Database) -> None:
        db.execute(statement)

    before = version_3.read_bytes()
    with closing(open_database(version_3, create=True)) as database, pytest.raises(StoreError) as caught:
        migrate(database, with_version_4, 5)
    assert caught.value.facts["place"] == str(version_3)
    assert version_3.read_bytes() == before
    assert open_store(version_3).latest() is not None


def test_a_new_store_needs_no_copy(open_store: OpenStore, path: Path) -> None:
    open_store()
    assert list(path.parent.iterdir()) == [path]
