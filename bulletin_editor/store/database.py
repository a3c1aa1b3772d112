"""The one connection to a store file: how it is opened, and what holds while it is read or written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_editor.errors import StoreError
from bulletin_editor.store.failures import translated

if TYPE_CHECKING:
    import sqlite_utils

APPLICATION_ID = 0x4254696E  # "BTin": tells a store from every other SQLite file
SCHEMA_VERSION = 1  # the user_version of a store that this program writes
BUSY_SECONDS = 1.0  # how long another program's save is waited for

# Of the rules below only journal_mode is kept in the file, and it is set back where someone changed it:
# a write-ahead log can corrupt the file on SQLite before 3.51.3, which most computers have.
_RULES = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",  # a store may come from anywhere
    "PRAGMA cell_size_check = ON",
)


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


def open_database(path: Path, *, create: bool) -> Database:
    """Open the store `path`, and bring an old one up to date.

    Where there is none, `create` makes it, with its folder.

    Raises:
        StoreError: the file is no store, damaged, locked, from a newer program, cannot be opened, or is
            not there and not to be made.
    """
    if create:
        _make_folder(path)
    elif not path.exists():
        raise StoreError("store.absent", place=str(path))
    with translated(path):
        connection = connect(path)
    try:
        with translated(path):
            version = _checked_version(path, connection)
            for rule in _RULES:
                connection.execute(rule)
        if version < SCHEMA_VERSION:
            _bring_up_to_date(path, connection)
    except BaseException:
        connection.close()
        raise
    return Database(path, connection)


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the number that SQLite keeps under `name`."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def found_damage(connection: sqlite3.Connection) -> str:
    """Return what is broken in the file, in SQLite's words; nothing where it is sound."""
    first = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if first == "ok" else first


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        detail = error.strerror or str(error)
        raise StoreError("store.cannot-open", place=str(path), detail=detail) from error


def _checked_version(path: Path, connection: sqlite3.Connection) -> int:
    """Return the schema version of a sound store, 0 for a new file; write nothing.

    SQLite itself is asked, and not the bytes of the file: opening and closing a file by hand would
    drop the locks that another connection of this process holds on it.
    """
    if pragma(connection, "page_count") == 0:
        if path.stat().st_size == 1:  # which SQLite takes for an empty file, and would overwrite
            raise StoreError("store.not-a-store", place=str(path))
        return 0
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise StoreError("store.not-a-store", place=str(path))
    version = pragma(connection, "user_version")
    if version > SCHEMA_VERSION:
        raise StoreError("store.newer-version", place=str(path), version=version, known=SCHEMA_VERSION)
    damage = found_damage(connection) if version > 0 else f"user_version {version}"
    if damage:
        raise StoreError("store.damaged", place=str(path), detail=damage)
    return version


def _bring_up_to_date(path: Path, connection: sqlite3.Connection) -> None:
    from bulletin_editor.store import migrating, schema  # they load sqlite-utils

    migrating.migrate(Database(path, connection), schema.migrations(), SCHEMA_VERSION)
