"""The checks, run while the officer writes: off the GUI thread, once the typing pauses."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from bulletin_editor.checks.finding import Finding
from bulletin_editor.model.issue import Issue
from bulletin_editor.services.checking import Yardstick, found_in
from bulletin_editor.ui.threads import Worker

PAUSE = 300  # ms


class LiveChecks(QObject):
    """Finds what is to be looked at in the issue that was last given.

    Signals:
        found(Issue, tuple[Finding, ...]): the findings of an issue as it was when it was looked at.
    """

    found = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("checks", self)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)
        self._wanted: tuple[Issue, Yardstick] | None = None

    def look_at(self, issue: Issue, yardstick: Yardstick) -> None:
        """Hold `issue` against `yardstick`, as soon as nothing newer comes."""
        self._wanted = (issue, yardstick)
        self._timer.start()

    def stop(self) -> None:
        """Look at nothing: there is no issue."""
        self._wanted = None
        self._timer.stop()

    def close(self) -> None:
        """End the thread."""
        self.stop()
        self._worker.close()

    def _look(self) -> None:
        if self._wanted is None:
            return
        issue, yardstick = self._wanted
        self._worker.do_newest(
            "checks", lambda: found_in(issue, yardstick), lambda findings: self._tell(issue, findings)
        )

    def _tell(self, issue: Issue, findings: tuple[Finding, ...]) -> None:
        self.found.emit(issue, findings)
