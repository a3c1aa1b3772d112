"""The page of a window without an issue: each way to begin is reached by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_editor.ui.theme import LIGHT
from bulletin_editor.ui.welcome import WelcomePage


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_button_with_the_focus_is_pressed_by_a_key(qtbot: QtBot, key: Qt.Key) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    page = WelcomePage()
    window.setCentralWidget(page)
    window.show()
    ways = (page.new_wanted, page.demo_wanted, page.import_wanted)
    for button, wanted in zip(page.findChildren(QPushButton), ways, strict=True):
        button.setFocus()
        with qtbot.waitSignal(wanted, timeout=1_000):
            qtbot.keyClick(button, key)


def test_the_button_with_the_focus_can_be_read(qtbot: QtBot) -> None:
    page = WelcomePage()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    button = page.findChildren(QPushButton)[1]
    button.setFocus()
    assert button.hasFocus()
    drawn = button.grab().toImage()
    assert drawn.pixelColor(drawn.width() - 12, drawn.height() // 2) == QColor(LIGHT.raised)
