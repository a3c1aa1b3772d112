"""The trash: issues put aside, brought back, or thrown away for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_editor.errors import StoreError
from bulletin_editor.model.issue import IssueKey
from bulletin_editor.store.issues import find_id

if TYPE_CHECKING:
    from sqlite_utils import Database


def put_into_trash(db: Database, place: str, issue_id: str, now: str) -> None:
    """Put an issue in use into the trash; `now` is noted as the time.

    Raises:
        StoreError: it is not in use; `place` names the store.
    """
    _require(db, place, issue_id, in_trash=False)
    db.table("issue").update(issue_id, {"deleted_at": now})


def take_from_trash(db: Database, place: str, issue_id: str) -> None:
    """Take an issue into use again.

    Raises:
        StoreError: it is not in the trash, or another issue has its number by now.
    """
    key = _require(db, place, issue_id, in_trash=True)
    if find_id(db.conn, key) is not None:
        raise StoreError("store.restore-taken", key=key)
    db.table("issue").update(issue_id, {"deleted_at": None})


def discard(db: Database, place: str, issue_id: str) -> None:
    """Delete an issue of the trash for good, with its sections and articles.

    Raises:
        StoreError: it is not in the trash.
    """
    _require(db, place, issue_id, in_trash=True)
    db.table("issue").delete(issue_id)


def _require(db: Database, place: str, issue_id: str, *, in_trash: bool) -> IssueKey:
    """Return the key of an issue that is where it should be: another program may have been quicker."""
    sql = "SELECT year, number FROM issue WHERE id = ? AND (deleted_at IS NOT NULL) = ?"
    found = db.conn.execute(sql, (issue_id, in_trash)).fetchone()
    if not found:
        raise StoreError("store.no-issue", place=place, key=issue_id)
    return IssueKey(year=found[0], number=found[1])
