"""Which process has the window of a store: told by a lock file, for the window and the command line alike."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from bulletin_editor.errors import StoreError


def window_name(store_path: Path) -> str:
    """Return the name under which the window of the store `store_path` is known on this computer."""
    return "bulletin-editor-" + sha256(str(store_path.resolve()).encode()).hexdigest()[:24]


def lock_file(store_path: Path, folder: Path) -> Path:
    """Return the file in `folder` that is locked as long as a window has the store `store_path`."""
    return folder / f"{window_name(store_path)}.lock"


def refuse_open_window(store_path: Path, folder: Path) -> None:
    """Check that no window has the store `store_path`: it would write what it knows over what came since.

    Raises:
        StoreError: one has.
    """
    try:
        said = lock_file(store_path, folder).read_text("utf-8", errors="replace")
    except OSError:  # there is no such file, or only its owner may read it: then it is not this user's window
        return
    number, program, *_ = [*said.splitlines(), "", ""]
    if number.isdecimal() and _runs(int(number), program):
        raise StoreError("store.window-open", place=str(store_path))


def _runs(number: int, program: str) -> bool:
    """Tell whether the process `number` is still `program`, by the rule of Qt's lock files.

    A killed window leaves its file, and another program may have its number by now.
    """
    import psutil

    try:
        running = Path(psutil.Process(number).exe()).name
    except psutil.NoSuchProcess:
        return False
    except psutil.Error:  # it is not for us to know
        return True
    return running.removesuffix(".exe") == program
