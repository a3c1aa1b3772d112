"""The undo keys reach the window's actions from fields of the area, and stay with the fields outside it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import hands
from bulletin_editor.ui.undo_keys import UndoKeys


class Desk(QWidget):
    """A window with one field inside the area and one outside, and an action of its own for Ctrl+Z."""

    def __init__(self) -> None:
        super().__init__()
        self.area = QWidget(self)
        self.inside, self.outside = QLineEdit(self.area), QLineEdit(self)
        QVBoxLayout(self.area).addWidget(self.inside)
        layout = QVBoxLayout(self)
        layout.addWidget(self.area)
        layout.addWidget(self.outside)
        self.undone = QAction(self)
        self.undone.setShortcut("Ctrl+Z")
        self.addAction(self.undone)
        self.keys = UndoKeys(self.area)


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
