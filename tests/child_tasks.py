"""What a child process is asked to do in tests; it must be able to import it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bulletin_editor.child_process import ChildProcess
from bulletin_editor.errors import PictureError


def doubled(number: int) -> int:
    """Return twice `number`."""
    return 2 * number


def own_number() -> int:
    """Return the number of the process."""
    return os.getpid()


def refused(name: str) -> None:
    """Raise what a task may raise."""
    raise PictureError("picture.truncated", place=name, name=name)


def broken() -> None:
    """Fail as no task should."""
    raise ZeroDivisionError("nobody thought of that")


def crashed() -> None:
    """Die as a decoder dies of a damaged file."""
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


def hanging(begun: Path) -> None:
    """Never end, nor let another program end that was begun; `begun` gets the number of that."""
    sleep = [sys.executable, "-c", "import time; time.sleep(600)"]
    with subprocess.Popen(sleep) as other:
        begun.with_suffix(".new").write_text(f"{os.getpid()} {other.pid}")
        begun.with_suffix(".new").replace(begun)
        time.sleep(600)


def slow(steps: int, step: float, alive: Callable[[], None]) -> int:
    """Take a while, and say between the steps that it goes on."""
    for _ in range(steps):
        time.sleep(step)
        alive()
    return steps


def busy(alive: Callable[[], None]) -> None:
    """Say without a pause, and without an end, that it goes on."""
    while True:
        alive()


def left_alone(begun: Path) -> None:
    """Begin a task that hangs in a process of its own, and never end."""
    ChildProcess().run(hanging, begun, seconds=600)


def greedy() -> int:
    """Take up memory without end."""
    pieces = []
    while True:
        pieces.append(bytearray(b"x" * 10_000_000))


def untidy(size: int, kept: list[bytes] = []) -> int:  # noqa: B006 - what the process holds on to
    """Take up `size` bytes for as long as the process lives, and return its number."""
    kept.append(b"x" * size)
    return os.getpid()


if __name__ == "__main__":
    left_alone(Path(sys.argv[1]))
