"""The panels around the middle: which are there at first, and how large the window is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from bulletin_editor.ui.panel_layout import PanelLayout
from bulletin_editor.ui.preferences import Preferences


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QTextEdit())
    return window


def panels_in(window: QMainWindow, preferences: Preferences) -> tuple[PanelLayout, list[QDockWidget]]:
    area = Qt.DockWidgetArea
    panels = PanelLayout(window, preferences)
    areas = (area.LeftDockWidgetArea, area.RightDockWidgetArea, area.BottomDockWidgetArea)
    return panels, [panels.add(each.name, each.name, QWidget(), each) for each in areas]


@pytest.mark.parametrize(("height", "below"), [(740, True), (560, False)])
def test_a_low_window_begins_without_the_panel_below(
    window: QMainWindow, preferences: Preferences, height: int, below: bool
) -> None:
    panels, docks = panels_in(window, preferences)
    window.resize(1000, height)
    window.show()
    panels.show(True)
    assert [dock.isVisible() for dock in docks] == [True, True, below]
    panels.actions()[2].trigger()
    assert docks[2].isVisible() is not below


def test_a_panel_that_was_opened_in_a_low_window_is_there_the_next_time(
    qtbot: QtBot, window: QMainWindow, preferences: Preferences
) -> None:
    panels, docks = panels_in(window, preferences)
    window.resize(1000, 560)
    window.show()
    panels.show(True)
    docks[2].show()
    panels.remember()
    window.close()
    other = QMainWindow()
    qtbot.addWidget(other)
    panels, docks = panels_in(other, preferences)
    panels.restore_size()
    other.show()
    panels.show(True)
    assert docks[2].isVisible()


def test_the_first_window_is_not_larger_than_its_screen(
    window: QMainWindow, preferences: Preferences
) -> None:
    panels, _ = panels_in(window, preferences)
    panels.restore_size()
    available = window.screen().availableSize()
    assert window.size() == window.size().boundedTo(available)
