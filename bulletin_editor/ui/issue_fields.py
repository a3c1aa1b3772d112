"""The fields by which an issue is known, the same in every dialog: number, year and days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QSpinBox, QWidget

from bulletin_editor.model.issue import FIRST_YEAR, LAST_YEAR

MOST_NUMBER = 9999

_FORMAT = "dd/MM/yyyy"
_SECTIONS = (_FORMAT.index("MM"), _FORMAT.index("yyyy"))
_SEPARATORS = ("/", ".", "-")

_SPACING = 8  # px


class DayField(QDateEdit):
    """A day, written as the house writes it, with a calendar; it may be any day of a period."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat(_FORMAT)
        self.setCalendarPopup(True)
        self.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR - 1, 12, 31))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take ``18/05/2026`` as it is typed: after two digits Qt has gone on already, past the separator."""
        field = self.lineEdit()
        at = field.selectionStart() if field.hasSelectedText() else field.cursorPosition()
        if event.text() in _SEPARATORS and at in _SECTIONS:
            event.accept()
        else:
            super().keyPressEvent(event)

    def day(self) -> date:
        """Return the day."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_day(self, day: date) -> None:
        """Show `day`."""
        self.setDate(QDate(day.year, day.month, day.day))


class NumberField(QSpinBox):
    """The number of an issue in its year."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(1, MOST_NUMBER)


class YearField(QSpinBox):
    """The year of an issue."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(FIRST_YEAR, LAST_YEAR - 1)


def in_a_row(*widgets: QWidget) -> QHBoxLayout:
    """Return `widgets` side by side, at the left."""
    row = QHBoxLayout()
    row.setSpacing(_SPACING)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row
