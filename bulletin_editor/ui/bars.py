"""The menu bar and the toolbar: which actions stand where, and which of them can be used now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from bulletin_editor.ui.actions import CHANGING, MENUS, NEEDING_ISSUE, SEPARATOR, TOOLBAR, Actions
from bulletin_editor.ui.desk import Desk
from bulletin_editor.ui.tool_bar import ToolBar

_ICON = QSize(18, 18)  # px


class Bars(QObject):
    """Gives `window` its menus and its toolbar.

    `article_actions` fill the menu of the article, `panel_actions` show and hide the panels.

    Signals:
        findings_wanted: the button that counts the findings was pressed.
    """

    findings_wanted = Signal()

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        article_actions: Sequence[QAction],
        panel_actions: Sequence[QAction],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._panel_actions = panel_actions
        self._make_menus(article_actions)
        self._make_toolbar()

    def show_counts(self, errors: int, warnings: int, _hints: int) -> None:
        """Say how many errors and warnings there are."""
        words = [self.tr("%n error(s)", "", errors)] if errors else []
        words += [self.tr("%n warning(s)", "", warnings)] if warnings else []
        self._findings.setText(" · ".join(words) or self.tr("No findings"))

    def follow(self, desk: Desk) -> None:
        """Let be used what can be used now."""
        issue, actions = desk.issue, self._actions
        actions.enable(NEEDING_ISSUE, issue is not None)
        actions.enable(CHANGING, issue is not None and not desk.is_locked)
        for name, words, step in (
            ("undo", self.tr("&Undo"), desk.undo_name),
            ("redo", self.tr("&Redo"), desk.redo_name),
        ):
            actions[name].setEnabled(bool(step))
            actions[name].setText(f"{words}: {step}" if step else words)
        self._counts.setVisible(issue is not None)
        self._status.setEnabled(issue is not None)
        for action in actions.status_group.actions():
            action.setChecked(issue is not None and action.data() is issue.status)

    def _make_menus(self, article_actions: Sequence[QAction]) -> None:
        titles = {
            "issue": self.tr("&Issue"),
            "edit": self.tr("&Edit"),
            "outline": self.tr("&Outline"),
            "article": self.tr("&Article"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }
        for name, title in titles.items():
            menu = self._window.menuBar().addMenu(title)
            if name == "article":
                menu.addActions(article_actions)
            else:
                self._fill(menu, MENUS[name])

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name == SEPARATOR:
                menu.addSeparator()
            elif name == "status":
                self._status = menu.addMenu(self.tr("S&tatus"))
                self._status.addActions(self._actions.status_group.actions())
            elif name == "panels":
                menu.addActions(self._panel_actions)
            else:
                menu.addAction(self._actions[name])

    def _make_toolbar(self) -> None:
        bar = ToolBar(self.tr("Toolbar"), self._window)
        bar.setObjectName("toolbar")
        bar.setIconSize(_ICON)
        for name in TOOLBAR:
            if name == SEPARATOR:
                bar.addSeparator()
            else:
                bar.addAction(self._actions[name])
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        self._findings = QToolButton()
        self._findings.setObjectName("findingsButton")
        self._findings.clicked.connect(self.findings_wanted)
        self._counts = bar.addWidget(self._findings)
        bar.addAction(self._actions["export"])
        self._name_buttons(bar)
        self._window.addToolBar(bar)

    def _name_buttons(self, bar: QToolBar) -> None:
        """Show words on the buttons that are looked for most."""
        for name, style in (
            ("new_article", Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
            ("export", Qt.ToolButtonStyle.ToolButtonTextOnly),
        ):
            button = bar.widgetForAction(self._actions[name])
            assert isinstance(button, QToolButton), "a toolbar shows actions as such"
            button.setToolButtonStyle(style)
            button.setObjectName(f"{name}Button")
