"""Rows that this program would never write: refused by the schema, and where they stand nevertheless, by us.

Whoever edits a store by hand can switch the rules of its schema off, or make it without them.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bulletin_editor.errors import StoreError
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.store import Store

OpenStore = Callable[..., Store]
Pictures = tuple[PictureFile, PictureFile]


@pytest.fixture
def store(open_store: OpenStore, issue: Issue, pictures: Pictures) -> Store:
    """A store that holds `issue`."""
    store = open_store()
    store.save(issue, pictures)
    return store


def force(path: Path, sql: str, *parameters: object) -> None:
    """Change the store as someone does who does not care for its rules."""
    with closing(sqlite3.connect(path)) as stranger, stranger:
        stranger.execute("PRAGMA ignore_check_constraints = ON")
        stranger.execute(sql, parameters)


def found_in(store: Store) -> list[tuple[str, object]]:
    """Return code and place of everything that examining finds."""
    return [(error.code, error.facts["place"]) for error in store.examine()]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("number", ["'x'", "1.5", "x'01'", "0"])
@pytest.mark.parametrize(
    "column", ["picture.width", "picture.height", "section.position", "article.position", "issue.number"]
)
def test_the_schema_takes_whole_numbers_only(path: Path, column: str, number: str) -> None:
    table, name = column.split(".")
    with closing(sqlite3.connect(path)) as stranger, pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        stranger.execute(f"UPDATE {table} SET {name} = {number}")


@pytest.mark.parametrize(
    "change",
    [
        "data = 'JPEG'",
        "data = 'SlBFRw=='",
        "data = 5",
        "width = 0",
        "width = 'x'",
        "height = -1",
        "height = 2.5",
        "media_type = 'image/gif'",
        "media_type = x'ff'",
    ],
)
def test_a_picture_that_is_none(store: Store, path: Path, pictures: Pictures, change: str) -> None:
    photo, badge = pictures
    force(path, f"UPDATE picture SET {change} WHERE sha256 = ?", photo.sha256)
    with pytest.raises(StoreError) as caught:
        store.pictures([badge.sha256, photo.sha256])
    assert caught.value.code == "store.unreadable-content"
    assert caught.value.facts["place"] == f"{path}: {photo.sha256}"
    assert found_in(store) == [("store.unreadable-content", f"{path}: {photo.sha256}")]


@pytest.mark.parametrize(
    "slogan",
    ['"abc"', '{"a": "b"}', "[1]", "[null]", '[["a"]]', "[" * 200_000, "", "null", '["\\ud800"]', b"\xff", 5],
    ids=lambda slogan: str(slogan)[:12],
)
def test_a_slogan_is_a_list_of_lines(store: Store, path: Path, issue: Issue, slogan: object) -> None:
    force(path, "UPDATE issue SET slogan = ?", slogan)
    with pytest.raises(StoreError) as caught:
        store.load(issue.key)
    assert (caught.value.code, caught.value.facts["place"]) == ("store.unreadable-content", "7/2031")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ("issue SET number = 'x'", "x/2031"),
        ("issue SET number = 0", "0/2031"),
        ("issue SET year = 1800", "7/1800"),
        ("issue SET year = x'07'", "7/b'\\x07'"),
        ("issue SET period_end = '10/02/2031'", "7/2031"),
        ("issue SET period_start = 20310210", "7/2031"),
        ("issue SET status = 'lost'", "7/2031"),
        ("issue SET cover_alt = x'ff'", "7/2031"),
        ("issue SET milestones = '{}'", "7/2031"),
        ("issue SET waivers = x'ff'", "7/2031"),
        ("section SET label = x'ff'", "7/2031"),
        ("article SET event_date = '' WHERE id = 'bai-2'", "7/2031: Lớp học số"),
        ("article SET cover_line_mode = 'loud' WHERE id = 'bai-2'", "7/2031: Lớp học số"),
        ("article SET author = x'ff' WHERE id = 'bai-2'", "7/2031: Lớp học số"),
        ("article SET body = '" + "[" * 200_000 + "' WHERE id = 'bai-2'", "7/2031: Lớp học số"),
        ("article SET body = x'ff' WHERE id = 'bai-2'", "7/2031: Lớp học số"),
    ],
    ids=lambda text: text[:40],
)
def test_an_issue_that_cannot_be_read(store: Store, path: Path, change: str, place: str) -> None:
    force(path, f"UPDATE {change}")
    with pytest.raises(StoreError) as caught:
        store.latest()
    assert (caught.value.code, caught.value.facts["place"]) == ("store.unreadable-content", place)
    assert found_in(store) == [("store.unreadable-content", place)]


@pytest.mark.parametrize(
    "change",
    [
        "number = 'x'",
        "year = 1800",
        "period_end = 'x'",
        "status = 'lost'",
        "modified_at = 'today'",
        "milestones = '[5]'",
        "cover_picture = x'ff'",
    ],
)
def test_a_list_with_an_issue_that_cannot_be_read(store: Store, path: Path, change: str) -> None:
    force(path, f"UPDATE issue SET {change}")
    with pytest.raises(StoreError, match="store.unreadable-content"):
        store.summaries()


def test_nothing_where_something_must_be(store: Store, path: Path, issue: Issue) -> None:
    force(path, "CREATE TABLE loose AS SELECT * FROM issue")
    force(path, "UPDATE loose SET slogan = NULL")
    force(path, "DROP TABLE issue")
    force(path, "ALTER TABLE loose RENAME TO issue")
    with pytest.raises(StoreError) as caught:
        store.load(issue.key)
    assert (caught.value.code, caught.value.facts["place"]) == ("store.unreadable-content", "7/2031")


def test_an_article_whose_section_is_written_otherwise(store: Store, path: Path, issue: Issue) -> None:
    force(path, "CREATE TABLE loose (id TEXT COLLATE NOCASE, issue_id TEXT, position INTEGER, label TEXT)")
    force(path, "INSERT INTO loose SELECT * FROM section")
    force(path, "UPDATE loose SET id = upper(id)")
    force(path, "DROP TABLE section")
    force(path, "ALTER TABLE loose RENAME TO section")
    assert store.load(issue.key).articles == issue.articles


def test_text_that_is_no_utf_8(store: Store, path: Path, issue: Issue) -> None:
    force(path, "UPDATE issue SET slogan = CAST(x'ff' AS TEXT)")
    with pytest.raises(StoreError) as caught:
        store.load(issue.key)
    assert caught.value.facts["place"] == str(path)
    assert [error.code for error in store.examine()] == ["store.failed"]


def test_what_the_model_refuses_is_told_by_its_own_code(store: Store, path: Path) -> None:
    force(path, "UPDATE article SET source_url = 'file:///etc' WHERE id = 'bai-2'")
    with pytest.raises(StoreError) as caught:
        store.latest()
    (problem,) = caught.value.problems
    assert problem.code.startswith("value.")


def test_examining_a_sound_store(store: Store) -> None:
    assert store.examine() == ()


def test_examining_finds_everything(
    store: Store, path: Path, pictures: Pictures, plain_issue: Callable[..., Issue]
) -> None:
    store.save(plain_issue(8))
    force(path, "UPDATE issue SET status = 'lost' WHERE number = 8")
    force(path, "UPDATE picture SET data = x'00' WHERE sha256 = ?", pictures[1].sha256)
    force(path, "UPDATE picture_use SET article_id = 'bai-0' WHERE picture = ?", pictures[0].sha256)
    force(path, "INSERT INTO agency VALUES (1, 'no JSON', NULL, '')")
    assert found_in(store) == [
        ("store.unreadable-content", "8/2031"),
        ("store.damaged-picture", str(path)),
        ("store.unreadable-content", str(path)),
        ("store.damaged", str(path)),
    ]
    assert store.examine()[-1].facts["detail"] == "picture_use → article"


def test_a_name_that_is_not_the_hash(store: Store, path: Path) -> None:
    name = hashlib.sha256(b"other").hexdigest()
    force(path, "INSERT INTO picture VALUES (?, 'image/png', 1, 1, '', x'00')", name)
    assert found_in(store) == [("store.damaged-picture", str(path))]
