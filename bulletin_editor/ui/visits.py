"""Remembering where the officer is in a store, for the next start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from bulletin_editor.model.place import Place
from bulletin_editor.ui.preferences import LastVisit, Preferences

PAUSE = 1000
"""ms that the cursor rests before its place is written down: not after each letter, for that is a file."""


class Visits(QObject):
    """Writes down the place that was last noted for the store `path`."""

    def __init__(self, preferences: Preferences, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._path = path
        self._visit: LastVisit | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.write_down)

    def note(self, issue_id: str, place: Place) -> None:
        """Take it that the officer is at `place` of this issue now."""
        self._visit = LastVisit(issue_id=issue_id, place=place)
        self._timer.start()

    def write_down(self) -> None:
        """Write the place down without waiting."""
        self._timer.stop()
        if self._visit is not None:
            self._preferences.remember_visit(self._path, self._visit)
            self._visit = None
