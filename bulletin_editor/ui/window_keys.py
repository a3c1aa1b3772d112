"""Keys of the window that the fields in it would take for themselves: undo, redo and those of its actions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget


class WindowKeys(QObject):
    """Takes the undo keys, and others of the window, away from the text fields inside `area`.

    Each text field would otherwise undo by itself, out of order with everything else; on X11 one of a single
    line takes Ctrl+E for the end of the line. Only such keys are looked at, and typing is left alone. The
    widget with the focus and those around it are watched, for what it leaves is offered to them, and no
    others: a look at every event of the program would slow down each letter.
    """

    def __init__(self, area: QWidget, others: Iterable[QKeySequence] = ()) -> None:
        super().__init__(area)
        self._area = area
        self._others = frozenset(each.toString() for each in others)
        self._watched: list[QWidget] = []
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there are widgets"
        application.focusChanged.connect(self._watch)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave the keys to the shortcuts."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not self._is_the_windows(event):
            return False
        event.ignore()
        return True

    def _is_the_windows(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            return True
        return QKeySequence(event.keyCombination()).toString() in self._others

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = self._up_to_the_area(now)
        for widget in self._watched:
            widget.installEventFilter(self)

    def _up_to_the_area(self, widget: QWidget | None) -> list[QWidget]:
        if widget is None or not (widget is self._area or self._area.isAncestorOf(widget)):
            return []
        found = [widget]
        while found[-1] is not self._area and (around := found[-1].parentWidget()):
            found.append(around)
        return found
