"""docs/file-format.md tells a stranger the truth about the file."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import bulletin_editor
from bulletin_editor.store.database import APPLICATION_ID, SCHEMA_VERSION

PAGE = (Path(bulletin_editor.__file__).parents[1] / "docs/file-format.md").read_text(encoding="utf-8")
QUERIES = [
    statement.strip()
    for block in re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    for statement in block.split(";\n")
    if statement.strip()
]


@pytest.fixture
def stranger() -> Iterator[sqlite3.Connection]:
    """A stranger's look into a store."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(Path(__file__).with_name("version_3.sql").read_text(encoding="utf-8"))
        yield connection


def test_the_marks_of_a_store() -> None:
    assert f"`{APPLICATION_ID}` = `0x{APPLICATION_ID:X}`" in PAGE
    assert APPLICATION_ID.to_bytes(4) == b"BTin"
    assert f"describes version {SCHEMA_VERSION}" in PAGE


@pytest.mark.parametrize("query", [query for query in QUERIES if query.startswith("SELECT")])
def test_each_query_of_the_page_finds_something(stranger: sqlite3.Connection, query: str) -> None:
    assert stranger.execute(query).fetchall()


def test_the_stored_file_is_sound(stranger: sqlite3.Connection) -> None:
    assert stranger.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert stranger.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_column_is_explained(stranger: sqlite3.Connection) -> None:
    tables = [name for (name,) in stranger.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        (chapter,) = re.findall(rf"^### {table}\b.*?(?=^##|\Z)", PAGE, re.DOTALL | re.MULTILINE)
        if not table.startswith("_"):
            columns = [row[1] for row in stranger.execute(f"PRAGMA table_info({table})")]
            assert [column for column in columns if f"`{column}`" not in chapter] == []
