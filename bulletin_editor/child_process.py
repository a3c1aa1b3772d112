"""A process of its own for reading what comes from outside.

A decoder that crashes, hangs or eats up the memory takes this process with it and not the program. It is
kept for the next task, for a start takes a third of a second; what it ends with comes back as a value.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, TypeVar

from bulletin_editor.errors import BulletinError, ReadingCancelled, ReadingError

TIME = 10.0
"""Seconds that a task may take without a sign of life, where it is given no other limit."""

MEMORY = 1_000_000_000
"""Bytes of memory that the process may take up."""

_LEFT = 0.25
"""Of the memory allowed, what an idle process may hold on to: it would count against the next task."""

_START = 60.0  # seconds within which it has begun with a task: the computer may be busy with other things
_MOST_STEPS = 12  # so many times as long may a task take that gives signs of life
_NICENESS = 10
_LOOK = 0.02  # seconds between two looks at the memory and at the wish to stop

Result = TypeVar("Result")


class ChildProcess:
    """Does one task after another. It belongs to one thread at a time.

    A task is a function of a module, and its arguments and result are values, for they are sent over. What
    it raises as a `BulletinError` is raised here.
    """

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory = memory
        self._process: BaseProcess | None = None
        self._watched: Any = None  # the same process, as psutil sees it
        self._line: Connection | None = None

    def start(self) -> None:
        """Begin the process, so that the first task need not wait for it; anew if it left too much behind.

        Raises:
            OSError: the system has no room for another process.
        """
        import psutil

        is_alive = self._process and self._process.is_alive()
        if is_alive and _memory_of(self._watched) <= _LEFT * self._memory:
            return
        self.close()
        context = get_context("spawn")  # a fork would copy the threads' locks, and Windows has none
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), daemon=True, name="reading")
        with theirs:
            process.start()
        self._line, self._process = ours, process
        try:
            self._watched = psutil.Process(process.pid)
        except psutil.Error as error:
            raise OSError("the process ended at once") from error

    def run(
        self,
        task: Callable[..., Result],
        *arguments: object,
        seconds: float = TIME,
        is_cancelled: Callable[[], bool] = lambda: False,
        has_steps: bool = False,
    ) -> Result:
        """Do `task` in the process and return what it returns.

        A task that `has_steps` gets a function as its last argument, by which it gives a sign of life between
        them: `seconds` begin anew, a dozen times at the most.

        Raises:
            BulletinError: what the task raises.
            ReadingError: it took longer than `seconds` or too much memory, the process crashed, or the task
                failed in a way that nobody thought of.
            ReadingCancelled: `is_cancelled` said so.
        """
        self._hand_over(task, arguments, has_steps)
        try:
            succeeded, result = self._outcome(seconds, is_cancelled)
        except (EOFError, OSError) as error:
            self.close()
            raise ReadingError("reading.crashed") from error
        except BulletinError:
            self.close()
            raise
        if succeeded:
            return result  # type: ignore[no-any-return]
        raise result

    def close(self) -> None:
        """End the process, whatever it does, and all that it began."""
        if self._process and self._process.is_alive():
            _kill(self._process)
        if self._process:
            self._process.join()
            self._process.close()
        if self._line:
            self._line.close()
        self._process = self._line = None

    def _hand_over(self, task: Callable[..., object], arguments: tuple[object, ...], has_steps: bool) -> None:
        """Send a task; a process that has ended since the last one gives way to another."""
        for attempt in (1, 2):
            try:
                self.start()
                assert self._line is not None
                self._line.send((task, arguments, has_steps))
                return
            except OSError as error:
                self.close()
                if attempt == 2:
                    raise ReadingError("reading.crashed") from error

    def _outcome(self, seconds: float, is_cancelled: Callable[[], bool]) -> tuple[bool, Any]:
        """Wait for the end of the task, sign of life by sign of life; the first says that it is begun."""
        assert self._line is not None
        self._wait(_START, is_cancelled)
        said = self._line.recv()
        latest = time.monotonic() + _MOST_STEPS * seconds
        while said is None:
            self._wait(min(seconds, latest - time.monotonic()), is_cancelled)
            said = self._line.recv()
        return said  # type: ignore[no-any-return]

    def _wait(self, seconds: float, is_cancelled: Callable[[], bool]) -> None:
        """Wait until the process says something or has ended; before, and time and again, look after it."""
        assert self._process is not None and self._line is not None
        begun = time.monotonic()
        while True:
            if is_cancelled():
                raise ReadingCancelled("reading.cancelled")
            if time.monotonic() - begun > seconds:
                raise ReadingError("reading.too-long")
            if _memory_of(self._watched) > self._memory:
                raise ReadingError("reading.too-much-memory", limit=self._memory // 1_000_000)
            if wait([self._line, self._process.sentinel], timeout=_LOOK):
                return


def _memory_of(process: Any) -> int:
    import psutil

    try:
        return int(process.memory_info().rss)
    except psutil.Error:  # it has just ended: the next look sees that
        return 0


def _kill(process: BaseProcess) -> None:
    """Kill `process` with all that it began."""
    family = _begun_by(process.pid)
    process.kill()
    _kill_all(family)


def _begun_by(number: int | None) -> list[Any]:
    """Return the processes that the process of this number has begun: programs that convert files for it."""
    import psutil

    try:
        return list(psutil.Process(number).children(recursive=True))
    except psutil.Error:
        return []


def _kill_all(processes: list[Any]) -> None:
    import psutil

    for each in processes:
        try:
            each.kill()
        except psutil.NoSuchProcess:
            continue


def _serve(line: Connection) -> None:
    """Do the tasks that come over `line` until its other end is gone; this is what the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's business
    _step_back()
    Thread(target=_end_with_parent, daemon=True).start()
    while True:
        try:
            task, arguments, has_steps = line.recv()
        except (EOFError, OSError):
            return
        line.send(None)  # what the task needs is loaded: its time begins
        line.send(_outcome(task, (*arguments, lambda: line.send(None)) if has_steps else arguments))


def _step_back() -> None:
    """Let the window go first where both want a processor."""
    import psutil

    below_normal = getattr(psutil, "BELOW_NORMAL_PRIORITY_CLASS", _NICENESS)  # Windows has classes
    psutil.Process().nice(below_normal)


def _end_with_parent() -> None:
    """Wait until the program has ended, however it did, and end whatever is still being done for it."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        _kill_all(_begun_by(None))
        os._exit(1)


def _outcome(task: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[bool, Any]:
    try:
        return True, task(*arguments)
    except BulletinError as error:
        return False, error
    except MemoryError:
        return False, ReadingError("reading.too-much-memory", limit=MEMORY // 1_000_000)
    except Exception as error:  # noqa: BLE001 - told to whoever waits, and written down for those who mend it
        traceback.print_exc(file=sys.stderr)
        return False, ReadingError("reading.failed", detail=f"{type(error).__name__}: {error}")
