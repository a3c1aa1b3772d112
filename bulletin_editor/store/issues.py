"""Issues in the database: read whole, written where they changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from bulletin_editor.errors import StoreError
from bulletin_editor.model.issue import IssueKey
from bulletin_editor.store.rows import IssueRows, IssueSummary, Row, summary_from_row

if TYPE_CHECKING:
    from sqlite_utils import Database

_ISSUE = """
    SELECT id, number, year, period_start, period_end, status, slogan, cover_picture, cover_alt, cover_view,
        milestones, waivers
    FROM issue WHERE id = ?
"""
_SECTIONS = "SELECT id, issue_id, position, label FROM section WHERE issue_id = ? ORDER BY position"
_ARTICLES = """
    SELECT article.id, section.id AS section_id, article.position, headline, cover_line_mode, cover_line_text,
        author, source_name, source_url, event_date, body
    FROM article JOIN section ON section.id = article.section_id
    WHERE issue_id = ? ORDER BY section.position, article.position
"""
_PICTURE_USES = """
    SELECT article_id, picture FROM picture_use
    JOIN article ON article.id = article_id JOIN section ON section.id = section_id
    WHERE issue_id = ?
"""
_SUMMARIES = """
    SELECT issue.id, number, year, period_start, period_end, status, cover_picture, milestones, modified_at,
        deleted_at, count(article.id) AS articles
    FROM issue
    LEFT JOIN section ON section.issue_id = issue.id LEFT JOIN article ON article.section_id = section.id
    WHERE {condition} GROUP BY issue.id ORDER BY {order}
"""
_IN_USE = _SUMMARIES.format(condition="deleted_at IS NULL", order="year DESC, number DESC")
_IN_TRASH = _SUMMARIES.format(
    condition="deleted_at IS NOT NULL", order="deleted_at DESC, year DESC, number DESC"
)


def summaries(connection: sqlite3.Connection) -> tuple[IssueSummary, ...]:
    """Return what a list shows of every issue in use, the newest first."""
    return tuple(summary_from_row(row) for row in _query(connection, _IN_USE))


def deleted(connection: sqlite3.Connection) -> tuple[IssueSummary, ...]:
    """Return what a list shows of every issue in the trash, the last deleted first."""
    return tuple(summary_from_row(row) for row in _query(connection, _IN_TRASH))


def find_id(connection: sqlite3.Connection, key: IssueKey) -> str | None:
    """Return the id of the issue `key`, if it is stored and not in the trash."""
    sql = "SELECT id FROM issue WHERE year = ? AND number = ? AND deleted_at IS NULL"
    found = connection.execute(sql, (key.year, key.number)).fetchone()
    return found[0] if found else None


def latest_id(connection: sqlite3.Connection) -> str | None:
    """Return the id of the issue in use with the highest year and number, if there is any."""
    sql = "SELECT id FROM issue WHERE deleted_at IS NULL ORDER BY year DESC, number DESC LIMIT 1"
    found = connection.execute(sql).fetchone()
    return found[0] if found else None


def read_rows(connection: sqlite3.Connection, issue_id: str) -> IssueRows | None:
    """Return the stored rows of an issue, if it is stored."""
    found = _query(connection, _ISSUE, issue_id)
    if not found:
        return None
    return IssueRows(
        issue=found[0],
        sections=tuple(_query(connection, _SECTIONS, issue_id)),
        articles=tuple(_query(connection, _ARTICLES, issue_id)),
        picture_uses=frozenset(connection.execute(_PICTURE_USES, (issue_id,))),
    )


def write_rows(db: Database, rows: IssueRows, now: str) -> None:
    """Make the stored rows of an issue equal to `rows`, touching only those that differ.

    `now` is noted as the time of the change, if there is one.

    Raises:
        StoreError: number and year belong to another issue, or a section or article has an id that
            another one has.
    """
    _refuse_duplicates(db.conn, rows)
    stored = read_rows(db.conn, rows.issue["id"])
    if stored == rows:
        return
    if stored is None:
        db.table("issue").insert({**rows.issue, "created_at": now, "modified_at": now})
        stored = IssueRows(issue=rows.issue, sections=(), articles=(), picture_uses=frozenset())
    else:
        db.table("issue").update(rows.issue["id"], {**rows.issue, "modified_at": now})
    # An article may have moved out of a section that is no more: so the sections are cleared last.
    _put(db, "section", stored.sections, rows.sections)
    _put(db, "article", stored.articles, rows.articles)
    _put_picture_uses(db, stored.picture_uses, rows.picture_uses)
    _clear(db, "article", stored.articles, rows.articles)
    _clear(db, "section", stored.sections, rows.sections)


def _refuse_duplicates(connection: sqlite3.Connection, rows: IssueRows) -> None:
    """Refuse a taken number, and an id that comes twice in the issue: one row would hide the other.

    An id that another issue uses is left to the primary keys of the tables.
    """
    key = IssueKey(year=rows.issue["year"], number=rows.issue["number"])
    if find_id(connection, key) not in (None, rows.issue["id"]):
        raise StoreError("store.duplicate-number", key=key)
    for parts in (rows.sections, rows.articles):
        seen: set[str] = set()
        for row in parts:
            if row["id"] in seen:
                raise StoreError("store.id-taken", place=str(key), detail=row["id"])
            seen.add(row["id"])


def _put(db: Database, table: str, stored: Iterable[Row], wanted: Iterable[Row]) -> None:
    before = {row["id"]: row for row in stored}
    new = [row for row in wanted if row["id"] not in before]
    changed = [row for row in wanted if row["id"] in before and row != before[row["id"]]]
    db.table(table).insert_all(new)
    for row in changed:
        db.table(table).update(row["id"], row)


def _clear(db: Database, table: str, stored: Iterable[Row], wanted: Iterable[Row]) -> None:
    gone = {row["id"] for row in stored} - {row["id"] for row in wanted}
    for part_id in gone:
        db.table(table).delete(part_id)


def _put_picture_uses(
    db: Database, stored: Collection[tuple[str, str]], wanted: Collection[tuple[str, str]]
) -> None:
    uses = db.table("picture_use")
    uses.insert_all({"article_id": article, "picture": name} for article, name in set(wanted) - set(stored))
    for gone in set(stored) - set(wanted):
        uses.delete(gone)


def _query(connection: sqlite3.Connection, sql: str, *parameters: str) -> list[Row]:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return [dict(row) for row in cursor.execute(sql, parameters)]
