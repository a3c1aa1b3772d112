"""Where the panels stand around the middle of the window: by the officer's choice, kept between starts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from bulletin_editor.ui.preferences import Preferences

_SIZE = QSize(1360, 740)  # px: the smallest screen that is still usual
_WIDTHS = [230, 440]  # px, of the panels at the left and at the right
_HEIGHT = 140  # px, of the panel below
_LOW = 640  # px: in a window that is lower, the panel below would leave no room to write in


class PanelLayout:
    """Docks three panels in `window`. They are there while an issue is open, and none without one."""

    def __init__(self, window: QMainWindow, preferences: Preferences) -> None:
        self._window = window
        self._preferences = preferences
        self._docks: list[QDockWidget] = []
        self._is_shown = False
        self._arrangement = preferences.window_state  # of the panels while they are shown
        window.setDockNestingEnabled(True)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)

    def add(self, name: str, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        """Dock `panel`; `name` is what its place is remembered under."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(panel)
        self._window.addDockWidget(area, dock)
        dock.hide()
        self._docks.append(dock)
        return dock

    def actions(self) -> list[QAction]:
        """Return an action for each panel that shows and hides it."""
        return [dock.toggleViewAction() for dock in self._docks]

    def restore_size(self) -> None:
        """Give the window the size and place that it had when it was last closed."""
        if not self._window.restoreGeometry(self._preferences.window_geometry):
            self._window.resize(_SIZE.boundedTo(self._window.screen().availableSize()))

    def show(self, shown: bool) -> None:  # noqa: FBT001
        """Show the panels as they were left, or none."""
        if shown and not self._is_shown:
            self._arrange()
        elif self._is_shown and not shown:
            self._arrangement = self._window.saveState()
            for dock in self._docks:
                dock.hide()
        self._is_shown = shown
        for action in self.actions():
            action.setEnabled(shown)

    def remember(self) -> None:
        """Keep everything as it is for the next start."""
        if self._is_shown:
            self._arrangement = self._window.saveState()
        self._preferences.window_geometry = self._window.saveGeometry()
        self._preferences.window_state = self._arrangement

    def _arrange(self) -> None:
        if self._window.restoreState(self._arrangement):
            return
        left, right, below = self._docks
        left.show()
        right.show()
        below.setVisible(self._window.height() >= _LOW)
        self._window.resizeDocks([left, right], _WIDTHS, Qt.Orientation.Horizontal)
        self._window.resizeDocks([below], [_HEIGHT], Qt.Orientation.Vertical)
