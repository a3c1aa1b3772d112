"""Is there a screen that a window could be shown on?"""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_X_DISPLAY = re.compile(r"(?:unix/?|localhost/unix)?(?P<host>.*):(?P<number>\d+)(?:\.\d+)?")
_X_PORT = 6000
_PATIENCE = 1.0
"""Seconds to wait for a display on another computer."""


def has_display(environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown: always on Windows and macOS, else where a display answers.

    A variable alone says little: `DISPLAY` is often left over in a terminal whose screen has gone.
    """
    if sys.platform in ("win32", "darwin"):
        return True
    return _wayland_answers(environment) or _x_answers(environment)


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and _answers(str(Path(environment.get("XDG_RUNTIME_DIR", "")) / name))


def _x_answers(environment: Mapping[str, str]) -> bool:
    display = _X_DISPLAY.fullmatch(environment.get("DISPLAY", ""))
    if not display:
        return False
    number = int(display["number"])
    if display["host"]:
        return _answers((display["host"], _X_PORT + number))
    path = f"/tmp/.X11-unix/X{number}"
    return _answers(path) or _answers("\0" + path)  # Linux also has names without a file


def _answers(address: str | tuple[str, int]) -> bool:
    try:
        if isinstance(address, tuple):
            socket.create_connection(address, _PATIENCE).close()
        else:
            with socket.socket(socket.AF_UNIX) as end:
                end.connect(address)
    except OSError:
        return False
    return True


if __name__ == "__main__":  # for scripts: the exit code is 0 where there is a display
    sys.exit(not has_display(os.environ))
