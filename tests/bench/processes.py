"""What work costs when a process of its own does it."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from typing import NamedTuple, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Cost(NamedTuple):
    """Time from start to end, and in bytes the most memory that the largest of its processes held."""

    seconds: float
    peak: int


class CommandFailed(Exception):
    """A program that was to be measured did not do its work."""


def cost_of(command: Sequence[str]) -> Cost:
    """Run `command` to its end and return what it cost, the processes it started included.

    The system notes the largest among a process and its descendants. It starts counting with what the
    calling process holds, so that one must stay small: heavy work belongs into `alone`.

    Raises:
        CommandFailed: it ended with another code than 0.
    """
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise CommandFailed(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    return Cost(seconds, usage.ru_maxrss * 1024)  # Linux counts in KiB


def alone(work: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
    """Return what `work` returns, from a new process: nothing in it is warm from earlier work.

    Processes that `work` begins in turn load what those of the program do, and not what the bench does.
    """
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh, initializer=_begin_as_program) as pool:
        return pool.submit(work, *args, **kwargs).result()


def _begin_as_program() -> None:
    sys.modules["__main__"] = import_module("bulletin_editor.__main__")
