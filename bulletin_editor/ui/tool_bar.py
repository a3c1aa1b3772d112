"""A tool bar that can be used where the window is too narrow for it, by day and by night."""

from __future__ import annotations

from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from bulletin_editor.ui.icons import icon

_MORE_BUTTON = "qt_toolbar_ext_button"  # Qt's name for it


class ToolBar(QToolBar):
    """A tool bar whose button for what finds no room has a sign of the theme, and a name.

    Only actions are in the menu of that button: what opens a menu of its own is to be an action, too.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        more = self.findChild(QToolButton, _MORE_BUTTON)
        assert more is not None, "each tool bar has it from the beginning"
        more.setIcon(icon("chevron-double-right"))
        more.setToolTip(self.tr("More tools"))
        more.setAccessibleName(self.tr("More tools"))
