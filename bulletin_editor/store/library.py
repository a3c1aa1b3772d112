"""All pictures of the store without their bytes, where each is used, and which ones may go."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from bulletin_editor.model.issue import IssueKey, Period
from bulletin_editor.model.value import Value
from bulletin_editor.store.rows import Row, checked, understood

if TYPE_CHECKING:
    from sqlite_utils import Database

# SQLite tells the length of a blob without reading it.
_PICTURES = """
    SELECT sha256, media_type, width, height, length(data) AS size, added_at FROM picture
    ORDER BY added_at DESC, rowid DESC
"""
_COVERS = """
    SELECT cover_picture AS sha256, cover_alt AS alt, id AS issue_id, number, year, period_start, period_end,
        deleted_at IS NOT NULL AS in_trash
    FROM issue WHERE cover_picture IS NOT NULL ORDER BY year DESC, number DESC
"""
_BODIES = """
    SELECT article.id AS article_id, headline, body, issue.id AS issue_id, number, year, period_start,
        period_end, deleted_at IS NOT NULL AS in_trash
    FROM article JOIN section ON section.id = section_id JOIN issue ON issue.id = issue_id
    WHERE article.id IN (SELECT article_id FROM picture_use)
    ORDER BY year DESC, number DESC, section.position, article.position
"""
_EMBLEM = "SELECT emblem FROM agency WHERE emblem IS NOT NULL"
_DROP = """
    DELETE FROM picture WHERE sha256 = :name
        AND NOT EXISTS (SELECT 1 FROM picture_use WHERE picture = :name)
        AND NOT EXISTS (SELECT 1 FROM issue WHERE cover_picture = :name)
        AND NOT EXISTS (SELECT 1 FROM agency WHERE emblem = :name)
"""


# gc=False below: there are thousands of these, in no circle, and looking through them for garbage would hold
# up the window.


class IssueOfUse(Value, frozen=True, gc=False):
    """The issue that a picture is used in; one in the trash (`in_trash`) may come back."""

    id: str
    key: IssueKey
    period: Period
    in_trash: bool = False


class PictureUse(Value, frozen=True, gc=False):
    """One place where a picture stands.

    Without an `issue` it is the agency's emblem, without an `article_id` the cover. `caption` and `credit`
    are those of its row, `alt` is its alternative text there.
    """

    issue: IssueOfUse | None = None
    article_id: str = ""
    headline: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""


class StoredPicture(Value, frozen=True, gc=False):
    """A picture of the store without its bytes: width and height in px, `size` in bytes.

    `uses` begin with the newest issue. One that has none is used nowhere, not even by an issue in the trash.
    """

    sha256: str
    media_type: str
    width: int
    height: int
    size: int
    added_at: datetime
    uses: tuple[PictureUse, ...] = ()


class _Shown(msgspec.Struct):
    sha256: str
    alt: str = ""


class _Block(msgspec.Struct):
    """What is of interest in a block of any kind: only rows have pictures."""

    pictures: tuple[_Shown, ...] = ()
    caption: str = ""
    credit: str = ""


class _Body(msgspec.Struct):
    content: tuple[_Block, ...]


_Uses: TypeAlias = Iterator[tuple[str, PictureUse]]


def read_library(connection: sqlite3.Connection, place: str) -> tuple[StoredPicture, ...]:
    """Return all pictures with their uses, those that came last first.

    Raises:
        StoreError: a row holds what this program does not know; `place` names the store.
    """
    uses: defaultdict[str, list[PictureUse]] = defaultdict(list)
    with understood(place):
        for name, use in (*_as_emblem(connection), *_on_covers(connection), *_in_articles(connection)):
            uses[name].append(use)
        return tuple(
            checked({**row, "uses": tuple(_newest_first(uses[row["sha256"]]))}, StoredPicture)
            for row in _rows(connection, _PICTURES)
        )


def drop_unused(db: Database, names: Iterable[str]) -> frozenset[str]:
    """Delete those pictures of these names that are used nowhere, and return their names."""
    return frozenset(name for name in names if db.execute(_DROP, {"name": name}).rowcount)


def _as_emblem(connection: sqlite3.Connection) -> _Uses:
    for (name,) in connection.execute(_EMBLEM):
        yield name, PictureUse()


def _on_covers(connection: sqlite3.Connection) -> _Uses:
    for row in _rows(connection, _COVERS):
        yield row["sha256"], PictureUse(issue=_issue(row), alt=row["alt"])


def _in_articles(connection: sqlite3.Connection) -> _Uses:
    decode = msgspec.json.Decoder(_Body).decode
    for row in _rows(connection, _BODIES):
        issue = _issue(row)
        for block in decode(row["body"]).content:
            for picture in block.pictures:
                yield (
                    picture.sha256,
                    PictureUse(
                        issue=issue,
                        article_id=row["article_id"],
                        headline=row["headline"],
                        caption=block.caption,
                        credit=block.credit,
                        alt=picture.alt,
                    ),
                )


def _issue(row: Row) -> IssueOfUse:
    content = {
        "id": row["issue_id"],
        "key": {"year": row["year"], "number": row["number"]},
        "period": {"start": row["period_start"], "end": row["period_end"]},
        "in_trash": bool(row["in_trash"]),
    }
    return checked(content, IssueOfUse)


def _newest_first(uses: Iterable[PictureUse]) -> list[PictureUse]:
    """Return `uses` by their issues, of each the cover before the articles in reading order."""

    def order(use: PictureUse) -> tuple[int, int]:
        return (use.issue.key.year, use.issue.key.number) if use.issue else (0, 0)

    return sorted(uses, key=order, reverse=True)


def _rows(connection: sqlite3.Connection, sql: str) -> Iterator[Row]:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return (dict(row) for row in cursor.execute(sql))
