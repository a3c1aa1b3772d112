"""The one connection to a store file, and what holds while it is read or written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_editor.store.failures import translated

if TYPE_CHECKING:
    import sqlite_utils

APPLICATION_ID = 0x4254696E  # "BTin": tells a store from every other SQLite file
SCHEMA_VERSION = 3  # the user_version of a store that this program writes
BUSY_SECONDS = 1.0  # how long another program's save is waited for


class Database:
    """An open store file. Only the thread that opened it may use it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """See one state of the store, whatever another program saves meanwhile.

        Raises:
            StoreError: the file is locked, damaged or cannot be read.
        """
        with translated(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self._undo()

    @contextmanager
    def writing(self) -> Iterator[sqlite_utils.Database]:
        """Change the store: all that is done inside is kept, or after an error none of it.

        Raises:
            StoreError: the file is locked, read-only or damaged, the disk is full, or the rules of the
                schema forbid the change.
        """
        with translated(self.path):
            # `atomic()` alone would begin without the lock, and find another writer only half-way through.
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                db = wrapped(self.connection)
                with db.atomic():
                    yield db
                self.connection.execute("COMMIT")
            finally:
                self._undo()

    def _undo(self) -> None:
        if self.connection.in_transaction:  # some errors, a full disk among them, have undone it already
            self.connection.execute("ROLLBACK")


def wrapped(connection: sqlite3.Connection) -> sqlite_utils.Database:
    """Return `connection` as sqlite-utils knows it, with nothing changed by plugins."""
    import sqlite_utils  # slow to load, and reading does without

    return sqlite_utils.Database(connection, recursive_triggers=False, execute_plugins=False)


def connect(path: Path) -> sqlite3.Connection:
    """Open the SQLite file `path`, leaving transactions to the caller."""
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the number that SQLite keeps under `name`."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def found_damage(connection: sqlite3.Connection, table: str | None = None) -> str:
    """Return what is broken in the file, or in one `table`, in SQLite's words; nothing if it is sound."""
    about = 1 if table is None else '"' + table.replace('"', '""') + '"'  # 1: the first fault is enough
    first = str(connection.execute(f"PRAGMA quick_check({about})").fetchone()[0])
    return "" if first == "ok" else first


def damage_but_in_pictures(connection: sqlite3.Connection) -> str:
    """Return what is broken in the tables other than ``picture``; nothing where they are sound.

    After some years nearly the whole file is pictures, and to look at all of it makes opening slow.
    """
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'picture'")
    damages = (found_damage(connection, name) for (name,) in names.fetchall())
    return next(filter(None, damages), "")
