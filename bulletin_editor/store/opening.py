"""Opening a store file: what is refused, and what is made or brought up to date."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bulletin_editor.errors import StoreError
from bulletin_editor.store.database import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    Database,
    connect,
    damage_but_in_pictures,
    pragma,
)
from bulletin_editor.store.failures import translated

# Of the rules below only journal_mode is kept in the file, and it is set back where someone changed it:
# a write-ahead log can corrupt the file on SQLite before 3.51.3, which most computers have.
_RULES = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",  # a store may come from anywhere
    "PRAGMA cell_size_check = ON",
)


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


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        detail = error.strerror or str(error)
        raise StoreError("store.cannot-open", place=str(path), detail=detail) from error


def _checked_version(path: Path, connection: sqlite3.Connection) -> int:
    """Return the schema version of a store that is sound but for its pictures, 0 for a new file.

    A damaged picture harms nothing else: its hash tells when it is read, and `Store.examination`
    finds it. Nothing is written here.

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
    damage = damage_but_in_pictures(connection) if version > 0 else f"user_version {version}"
    if damage:
        raise StoreError("store.damaged", place=str(path), detail=damage)
    return version


def _bring_up_to_date(path: Path, connection: sqlite3.Connection) -> None:
    from bulletin_editor.store import migrating, schema  # slow to load: they need sqlite-utils

    migrating.migrate(Database(path, connection), schema.migrations(), SCHEMA_VERSION)
