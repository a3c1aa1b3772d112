"""Qt's event loop, run for as long as a measurement needs."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

_BEAT = 2  # ms
_PATIENCE = 20  # s for one step; longer means that it hangs


def pause(milliseconds: int) -> None:
    """Let the window go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(met: Callable[[], object]) -> None:
    """Let the window go on until `met` is true.

    Raises:
        TimeoutError: it does not become true.
    """
    end = time.monotonic() + _PATIENCE
    while not met():
        if time.monotonic() > end:
            raise TimeoutError("the window does not answer")
        pause(_BEAT)


class Heart(QObject):
    """Beats in the window's thread: where a beat comes late, nothing else could be done there either."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self._longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT)

    def stop(self) -> float:
        """Stop, and return the longest time that a beat was late, in seconds."""
        self._timer.stop()
        return max(0.0, self._longest - _BEAT / 1000)

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now
