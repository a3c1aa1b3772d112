"""Undo and redo in the fields of the window: the issue's, not the field's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget


class UndoKeys(QObject):
    """Takes the undo keys away from the text fields inside `area`, so that the window's actions get them.

    Each text field would otherwise undo by itself, out of order with everything else. Only these two keys
    are looked at, and typing is left alone. The widget with the focus is watched and no other: a look at
    every event of the program would slow down each letter.
    """

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self._area = area
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there are widgets"
        application.focusChanged.connect(self._watch)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave the undo keys to the shortcuts."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if not any(event.matches(key) for key in keys):
            return False
        event.ignore()
        return True

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if before:
            before.removeEventFilter(self)
        if now and (now is self._area or self._area.isAncestorOf(now)):
            now.installEventFilter(self)
