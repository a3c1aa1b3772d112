"""The one way a file is written: whole, or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from bulletin_editor.errors import ExportError


def write_atomic(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write `data` to `path`, making its folder if needed; after a failure no file has changed.

    Raises:
        ExportError: `path` exists and `overwrite` is false, or the file cannot be written.
    """
    temporary = path.parent / f".{path.name[:40]}.{secrets.token_hex(8)}.part"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _put_in_place(temporary, path, overwrite)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(OSError):  # it was moved, or never made
            temporary.unlink()
    _sync_folder(path.parent)


def refuse_existing(paths: Iterable[Path]) -> None:
    """Raise `ExportError` if one of `paths` exists already: before long work, not after it."""
    for path in paths:
        if os.path.lexists(path):  # also where it cannot be looked into
            raise ExportError("file.exists", place=str(path))


def holds(path: Path, data: bytes) -> bool:
    """Tell whether `path` is a file with just these bytes; one that cannot be read is not."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _put_in_place(temporary: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(path)
        return
    try:
        os.link(temporary, path)  # unlike replace, fails where the name was taken meanwhile
    except FileExistsError as error:
        raise ExportError("file.exists", place=str(path)) from error
    except OSError:  # a file system without hard links (FAT, some network drives)
        refuse_existing([path])
        temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where folders can be opened and synced.

    The file is whole and in its place by now: a drop folder that may not be listed, or a network drive
    that cannot sync, is no failure.
    """
    if os.name != "posix":  # Windows cannot open a folder, and need not
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(path: Path, error: OSError) -> ExportError:
    return ExportError("file.unwritable", place=str(path), detail=error.strerror or str(error))
