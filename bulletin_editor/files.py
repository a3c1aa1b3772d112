"""The one way a file is written: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bulletin_editor.errors import ExportError


def write_atomic(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write `data` to `path`, making its folder if needed; after a failure nothing has changed.

    Raises:
        ExportError: `path` exists and `overwrite` is false, or the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _make_readable(temporary)
        _put_in_place(temporary, path, overwrite)
        _sync_folder(path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def refuse_existing(paths: Iterable[Path]) -> None:
    """Raise `ExportError` if one of `paths` exists already: before long work, not after it."""
    for path in paths:
        if path.exists():
            raise ExportError("file.exists", place=str(path))


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


def _make_readable(path: Path) -> None:
    """Give the file the rights a new file would have; mkstemp made it private."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut. Windows cannot open a folder, and need not."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(path: Path, error: OSError) -> ExportError:
    return ExportError("file.unwritable", place=str(path), detail=error.strerror or str(error))
