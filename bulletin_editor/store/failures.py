"""What SQLite reports, said as `StoreError`: the one place where that is done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bulletin_editor.errors import StoreError

# Extended result codes where they say more, else primary ones: https://sqlite.org/rescode.html
_CODES = {
    sqlite3.SQLITE_BUSY: "store.locked",
    sqlite3.SQLITE_LOCKED: "store.locked",
    sqlite3.SQLITE_READONLY: "store.read-only",
    sqlite3.SQLITE_READONLY_DBMOVED: "store.moved",
    sqlite3.SQLITE_FULL: "store.full",
    sqlite3.SQLITE_IOERR: "store.disk-trouble",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_NOTADB: "store.not-a-store",
    sqlite3.SQLITE_CANTOPEN: "store.cannot-open",
    sqlite3.SQLITE_PERM: "store.cannot-open",
    sqlite3.SQLITE_AUTH: "store.cannot-open",
    sqlite3.SQLITE_CONSTRAINT: "store.rejected",
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY: "store.id-taken",
}
_PRIMARY = 0xFF  # an extended code carries its primary code in the low byte


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what goes wrong inside with the store file `path` into a `StoreError` that names it.

    The standard library's classes are the right ones even where sqlite-utils runs on pysqlite3:
    the connection raises them, and ours is always the standard library's.
    """
    try:
        yield
    except sqlite3.ProgrammingError:  # misuse of the connection: a fault of this program
        raise
    except sqlite3.DatabaseError as error:
        raise StoreError(_code_of(error), place=str(path), detail=str(error)) from error
    except OverflowError as error:  # a number beyond the 64 bits of SQLite
        raise StoreError("store.rejected", place=str(path), detail=str(error)) from error


def _code_of(error: sqlite3.DatabaseError) -> str:
    number = getattr(error, "sqlite_errorcode", 0)  # Python raises some of its own, without a number
    return _CODES.get(number) or _CODES.get(number & _PRIMARY) or "store.failed"
