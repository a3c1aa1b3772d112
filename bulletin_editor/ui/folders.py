"""Where file dialogs begin."""

from __future__ import annotations

from pathlib import Path


def nearest_folder(path: str | Path) -> str:
    """Return the folder `path`, or the nearest one above it that exists.

    Of a folder that is gone, file dialogs would make the name of a file.
    """
    path = Path(path).absolute()
    return str(next(filter(_is_folder, (path, *path.parents)), Path.home()))


def _is_folder(path: Path) -> bool:
    """Tell whether `path` is a folder; one that must not be looked at, or cannot be, is none."""
    try:
        return path.is_dir()
    except OSError:
        return False
