"""Folders for files that another program or library reads while something is made; they go away then."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

_LONGEST_NUMBER = 9  # digits of the number of a process; where it is longer, somebody else made the folder


def work_folder(purpose: str) -> TemporaryDirectory[str]:
    """Make a folder whose name says its `purpose`; it is removed by its `cleanup`, or as a context.

    Those that killed processes left for this purpose are removed first: nobody else does, and they may hold
    pictures of an issue.
    """
    prefix = f"bulletin-{purpose}-"
    for folder in Path(gettempdir()).glob(f"{prefix}*-*"):
        owner = folder.name.removeprefix(prefix).partition("-")[0]
        if owner.isdecimal() and len(owner) <= _LONGEST_NUMBER and _has_ended(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)
    return TemporaryDirectory(prefix=f"{prefix}{os.getpid()}-", ignore_cleanup_errors=True)


def _has_ended(process: int) -> bool:
    import psutil

    return not psutil.pid_exists(process)
