"""The undo keys reach the window's actions from fields of the area, and stay with the fields outside it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import hands
from bulletin_editor.ui.window_keys import WindowKeys


class Desk(QWidget):
    """A window with one field inside the area and one outside, and an action of its own for Ctrl+Z."""

    def __init__(self) -> None:
        super().__init__()
        self.area = QWidget(self)
        self.inside, self.outside = QLineEdit(self.area), QLineEdit(self)
        self.text = QTextEdit(self.area)
        self.text.setUndoRedoEnabled(False)
        self.within = QLineEdit(self.text.viewport())
        column = QVBoxLayout(self.area)
        column.addWidget(self.inside)
        column.addWidget(self.text)
        layout = QVBoxLayout(self)
        layout.addWidget(self.area)
        layout.addWidget(self.outside)
        self.undone = QAction(self)
        self.undone.setShortcut("Ctrl+Z")
        self.exported = QAction(self)
        self.exported.setShortcut("Ctrl+E")
        self.addActions([self.undone, self.exported])
        self.keys = WindowKeys(self.area, [QKeySequence("Ctrl+E")])


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.show()
    hands.bring_to_front(qtbot, desk)
    return desk


def test_inside_the_area_the_key_is_the_window_s(qtbot: QtBot, desk: Desk) -> None:
    hands.click(desk.inside)
    hands.type_text("Điện")
    with qtbot.waitSignal(desk.undone.triggered):
        hands.press("Ctrl+Z")
    assert desk.inside.text() == "Điện"


def test_outside_it_the_key_is_the_field_s_own(qtbot: QtBot, desk: Desk) -> None:
    hands.click(desk.inside)
    hands.click(desk.outside)
    hands.type_text("Điện")
    with qtbot.assertNotEmitted(desk.undone.triggered):
        hands.press("Ctrl+Z")
    assert desk.outside.text() == ""


def test_a_field_over_a_text_leaves_the_key_to_the_window_too(qtbot: QtBot, desk: Desk) -> None:
    hands.click(desk.within)
    hands.type_text("Điện")
    for _ in range(2):
        with qtbot.waitSignal(desk.undone.triggered):
            hands.press("Ctrl+Z")
    assert desk.within.text() == "Điện"


def test_other_keys_of_the_window_are_its_own_in_a_field(qtbot: QtBot, desk: Desk) -> None:
    hands.click(desk.inside)
    with qtbot.waitSignal(desk.exported.triggered):
        hands.press("Ctrl+E")
