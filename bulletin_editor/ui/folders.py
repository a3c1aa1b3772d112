"""Where file dialogs begin."""

from __future__ import annotations

from pathlib import Path


def nearest_folder(path: str | Path) -> str:
    """Return the folder `path`, or the nearest one above it that exists.

    Of a folder that is gone, file dialogs would make the name of a file.
    """
    path = Path(path).absolute()
    return str(next((each for each in (path, *path.parents) if each.is_dir()), Path.home()))
