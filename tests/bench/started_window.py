"""The program, started as a user starts it: it tells when its window can be used, and closes it.

Run as ``python -m bench.started_window STORE``; `start_times` does so in a process and listens.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from bench.processes import CommandFailed

_USABLE, _PAINTED = "usable", "painted"


class StartTimes(NamedTuple):
    """Seconds from the start of the process until the window can be used, and until a page is painted.

    The window of an empty store has no page: both are the same.
    """

    usable: float
    painted: float


def start_times(store_path: Path, data_folder: Path) -> StartTimes:
    """Start the program in a new process, with `data_folder` as the user's folder of data for programs.

    Raises:
        CommandFailed: it did not start.
    """
    environment = os.environ | {"XDG_DATA_HOME": str(data_folder), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "bench.started_window", str(store_path)]
    said: dict[str, float] = {}
    begun = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said[line.strip()] = time.perf_counter() - begun
    if process.returncode or _USABLE not in said:
        raise CommandFailed(" ".join(command))
    return StartTimes(said[_USABLE], said.get(_PAINTED, said[_USABLE]))


def main() -> None:
    """Start the program with a window that reports."""
    from PySide6.QtCore import QTimer

    from bulletin_editor import app
    from bulletin_editor.__main__ import open_window
    from bulletin_editor.ui.session import Session

    class ReportingWindow(app.MainWindow):
        """Tells when its start is over and nothing is left to paint, and when the first page is painted."""

        def __init__(self, session: Session) -> None:
            super().__init__(session)
            self._idle = QTimer(self, singleShot=True, interval=0)
            self._idle.timeout.connect(self._tell_usable)
            self.ready.connect(self._idle.start)
            self._drawing.painted.connect(self._tell_painted)

        def _tell_usable(self) -> None:
            handle = self.windowHandle()
            if handle is None or not handle.isExposed():
                self._idle.start()
                return
            print(_USABLE, flush=True)  # noqa: T201 - heard by `start_times`
            if self.issue is None:
                self.close()

        def _tell_painted(self) -> None:
            print(_PAINTED, flush=True)  # noqa: T201 - heard by `start_times`
            self.close()

    app.MainWindow = ReportingWindow  # type: ignore[misc]
    sys.exit(open_window(Path(sys.argv[1]), None))


if __name__ == "__main__":
    main()
