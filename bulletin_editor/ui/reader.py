"""Reading what comes from outside: in a process of its own, one thing after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from bulletin_editor.child_process import TIME, ChildProcess
from bulletin_editor.errors import ReadingCancelled
from bulletin_editor.services.reading import get_ready
from bulletin_editor.ui.threads import Worker

_AFTER_START = 1000  # ms: the window first, then what it may need

Result = TypeVar("Result")


class Reading:
    """Something that is being read, until it is told or cancelled."""

    def __init__(self) -> None:
        self.is_cancelled = False

    def cancel(self) -> None:
        """Stop reading; nobody hears of it."""
        self.is_cancelled = True


class Reader(QObject):
    """Has tasks done in a process beside the program; what comes of them is told on the GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child = ChildProcess()
        self._worker = Worker("reading", self)
        self._is_closed = False
        self._warming = QTimer(self, singleShot=True, interval=_AFTER_START)
        self._warming.timeout.connect(self._warm_up)

    def warm_up_soon(self) -> None:
        """Begin the process in a while, so that the first task need not wait for it."""
        self._warming.start()

    def read(
        self,
        task: Callable[..., Result],
        *arguments: object,
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        seconds: float = TIME,
        has_steps: bool = False,
    ) -> Reading:
        """Do `task`, a function of a module; then `done` hears its result, or `failed` its error.

        The errors are those of `ChildProcess.run`.
        """
        reading = Reading()

        def work() -> Result:
            if is_cancelled():  # while it waited for its turn
                raise ReadingCancelled("reading.cancelled")
            return self._child.run(
                task, *arguments, seconds=seconds, is_cancelled=is_cancelled, has_steps=has_steps
            )

        def is_cancelled() -> bool:
            return reading.is_cancelled or self._is_closed

        self._worker.do(
            work,
            lambda result: None if reading.is_cancelled else done(result),
            lambda error: None if reading.is_cancelled else failed(error),
        )
        return reading

    def close(self) -> None:
        """Stop what is being read, and end the thread and the process."""
        self._warming.stop()
        self._is_closed = True
        self._worker.close()
        self._child.close()

    def _warm_up(self) -> None:
        self.read(get_ready, done=lambda _nothing: None, failed=lambda _error: None)
