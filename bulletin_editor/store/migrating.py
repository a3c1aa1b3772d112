"""Bringing a store to the newest schema, after a copy of it was put aside."""

from __future__ import annotations

from contextlib import closing
from itertools import count
from pathlib import Path

from sqlite_utils import Migrations

from bulletin_editor.errors import StoreError
from bulletin_editor.store.database import APPLICATION_ID, Database, connect, found_damage, pragma
from bulletin_editor.store.failures import translated


def migrate(database: Database, migrations: Migrations, version: int) -> None:
    """Apply the `migrations` that the store still lacks; all of them, or after an error none.

    A store that holds something is copied first, to ``name.v1.db`` beside ``name.db`` (with the
    version it had). A new file gets its schema in the same way, without a copy.

    Raises:
        StoreError: as for opening; a copy that is not sound counts as damage.
    """
    with translated(database.path):
        # Rebuilding a table drops the old one, which would delete what refers to it. SQLite takes this
        # order only outside a transaction: https://sqlite.org/lang_altertable.html#otheralter
        database.connection.execute("PRAGMA foreign_keys = OFF")
        with database.writing() as db:
            found = pragma(database.connection, "user_version")
            if found < version:  # else another program was quicker
                if found:
                    _copy(database.path, found)
                migrations.apply(db)
                _refuse_broken_links(database)
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {version}")
        database.connection.execute("PRAGMA foreign_keys = ON")


def _refuse_broken_links(database: Database) -> None:
    broken = database.connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        detail = f"{broken[0]}: row {broken[1]} refers to a missing {broken[2]}"
        raise StoreError("store.damaged", place=str(database.path), detail=detail)


def _copy(path: Path, version: int) -> None:
    """Copy the store `path`, sound and whole, beside it; its writer must be holding the lock."""
    target = _free_name(path, version)
    try:
        # A second connection reads, for SQLite copies nothing through one that has begun to write.
        with translated(target), closing(connect(path)) as source, closing(connect(target)) as copy:
            source.backup(copy)
            damage = found_damage(copy)
        if damage:
            raise StoreError("store.damaged", place=str(target), detail=damage)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _free_name(path: Path, version: int) -> Path:
    """Return a name for the copy that nothing has yet: an earlier copy may be the last good one."""
    first = path.with_name(f"{path.stem}.v{version}{path.suffix}")
    others = (path.with_name(f"{path.stem}.v{version}-{number}{path.suffix}") for number in count(2))
    return first if not first.exists() else next(name for name in others if not name.exists())
