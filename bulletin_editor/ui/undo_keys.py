"""Undo and redo in the fields of the window: the issue's, not the field's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget


class UndoKeys(QObject):
    """Takes the undo keys away from the text fields inside `area`, so that the window's actions get them.

    Each text field would otherwise undo by itself, out of order with everything else. Only these two keys
    are looked at, and typing is left alone.
    """

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self._area = area
        application = QApplication.instance()
        assert application is not None, "there are widgets"
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave the undo keys to the shortcuts."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if not any(event.matches(key) for key in keys):
            return False
        inside = isinstance(watched, QWidget) and (watched is self._area or self._area.isAncestorOf(watched))
        if inside:
            event.ignore()
        return inside
