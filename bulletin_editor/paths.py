"""Where the program's own files and the user's files live: in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

APP_NAME = "BulletinEditor"
STORE_NAME = "ban-tin.db"

_PACKAGE = Path(__file__).resolve().parent


def shipped(folder: str) -> Path:
    """Return the shipped folder ``templates`` or ``resources``.

    A wheel carries them inside the package, a checkout beside it.
    """
    installed = _PACKAGE / "shipped" / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder


def user_data_folder() -> Path:
    """Return the user's data folder of this program; it need not exist yet."""
    from platformdirs import user_data_path  # only needed where no store is named: keeps the start short

    return user_data_path(APP_NAME, appauthor=False)


def template_folders() -> tuple[Path, Path]:
    """Return the folders that hold template folders: the user's own, and the shipped one."""
    return (user_data_folder() / "templates", shipped("templates"))


def lock_folder() -> Path:
    """Return the folder in which each open window locks a file."""
    return user_data_folder() / "locks"
