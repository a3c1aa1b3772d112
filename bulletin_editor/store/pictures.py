"""Pictures in the database: each stored once, under the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, TypeAlias

from msgspec import Meta

from bulletin_editor.errors import StoreError
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.store.rows import checked, understood

if TYPE_CHECKING:
    from sqlite_utils import Database

_SELECT = "SELECT media_type, width, height, data FROM picture WHERE sha256 = ?"

_Pixels: TypeAlias = Annotated[int, Meta(gt=0)]


class _PictureRow(NamedTuple):
    media_type: Literal["image/jpeg", "image/png"]
    width: _Pixels
    height: _Pixels
    data: bytes


def is_stored(connection: sqlite3.Connection, name: str) -> bool:
    """Tell whether the picture `name` is stored."""
    return connection.execute("SELECT 1 FROM picture WHERE sha256 = ?", (name,)).fetchone() is not None


def write_pictures(db: Database, pictures: Iterable[PictureFile], now: str) -> None:
    """Store those of `pictures` that are not stored yet; `now` is noted as the time they came."""
    for picture in pictures:
        if not is_stored(db.conn, picture.sha256):
            db.table("picture").insert(
                {
                    "sha256": picture.sha256,
                    "media_type": picture.media_type,
                    "width": picture.width,
                    "height": picture.height,
                    "added_at": now,
                    "data": picture.data,
                }
            )


def read_picture(connection: sqlite3.Connection, path: Path, name: str) -> PictureFile | None:
    """Return the picture `name` of the store `path`, if it is stored.

    Raises:
        StoreError: its row holds what no picture has, or its bytes are not those that were stored.
            SQLite cannot see that, the hash can.
    """
    row = connection.execute(_SELECT, (name,)).fetchone()
    if row is None:
        return None
    with understood(f"{path}: {name}"):
        stored = checked(row, _PictureRow)
    if hashlib.sha256(stored.data).hexdigest() != name:
        raise StoreError("store.damaged-picture", place=str(path), name=name)
    return PictureFile(sha256=name, **stored._asdict())
