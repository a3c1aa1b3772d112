"""All issues of the store, and the trash."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.messages import Messages
from bulletin_editor.model.derived import number_line
from bulletin_editor.store import IssueSummary
from bulletin_editor.ui.dialogs.issue_table import IssueTable
from bulletin_editor.ui.dialogs.sizes import fit_to_screen
from bulletin_editor.ui.icons import icon

_SIZE = QSize(900, 620)  # px


class AllIssuesDialog(QDialog):
    """Lists the issues in use and those in the trash; what is to be done with them is told by signals.

    Signals:
        open_wanted(IssueKey): an issue is to be worked on.
        duplicate_wanted(IssueKey): a copy of it is to be the next issue.
        delete_wanted(str), restore_wanted(str), discard_wanted(str): the issue with this id is to go to the
            trash, to come back, or to be deleted for good.
        cover_wanted(str): the cover of the issue with this id has come into sight.
    """

    open_wanted = Signal(object)
    duplicate_wanted = Signal(object)
    delete_wanted = Signal(str)
    restore_wanted = Signal(str)
    discard_wanted = Signal(str)
    cover_wanted = Signal(str)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All issues"))
        fit_to_screen(self, _SIZE)
        self.in_use = IssueTable(messages, self.tr("Changed"), self.tr("Issues"), self)
        self.trash = IssueTable(messages, self.tr("Deleted"), self.tr("Issues in the trash"), self)
        self.open_button = self._button("", self.tr("&Open"), self._open)
        self.duplicate = self._button(
            "content-duplicate", self.tr("D&uplicate as a new issue"), self._duplicate
        )
        self.delete = self._button("trash-can-outline", self.tr("&Delete"), self._delete)
        self.restore = self._button("", self.tr("&Restore"), self._restore)
        self.discard = self._button("delete-outline", self.tr("Delete for &good…"), self._ask_to_discard)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(self.windowTitle())
        self.tabs.addTab(_page(self.in_use, self.open_button, self.duplicate, self.delete), self.tr("Issues"))
        self.tabs.addTab(_page(self.trash, self.restore, self.discard), self.tr("Trash"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)
        self._connect()
        self._turn(0)
        self._refresh()

    def show_issues(self, issues: Sequence[IssueSummary], deleted: Sequence[IssueSummary]) -> None:
        """Show the issues in use and those in the trash, each in the order given."""
        self.in_use.show_issues(issues)
        self.trash.show_issues(deleted)
        self.tabs.setTabText(0, self.tr("Issues ({})").format(len(issues)))
        self.tabs.setTabText(1, self.tr("Trash ({})").format(len(deleted)))

    def set_cover(self, issue_id: str, cover: QImage) -> None:
        """Show the cover of an issue."""
        for table in (self.in_use, self.trash):
            table.rows.set_cover(issue_id, cover, self.devicePixelRatioF())

    # ---- Making ----------------------------------------------------------------------------------------

    def _button(self, icon_name: str, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        if icon_name:
            button.setIcon(icon(icon_name))
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.in_use.opened.connect(self._open)
        for table, button in ((self.in_use, self.delete), (self.trash, self.discard)):
            table.chosen.connect(self._refresh)
            table.cover_wanted.connect(self.cover_wanted)
            key = QShortcut(QKeySequence(Qt.Key.Key_Delete), table.view)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(button.click)

    def _turn(self, tab: int) -> None:
        """Let Enter do the usual thing of each tab."""
        (self.open_button, self.restore)[tab].setDefault(True)
        (self.in_use, self.trash)[tab].view.setFocus()

    def _refresh(self) -> None:
        for button in (self.open_button, self.duplicate, self.delete):
            button.setEnabled(self.in_use.chosen_issue() is not None)
        for button in (self.restore, self.discard):
            button.setEnabled(self.trash.chosen_issue() is not None)

    # ---- What is wanted --------------------------------------------------------------------------------

    def _open(self) -> None:
        if issue := self.in_use.chosen_issue():
            self.open_wanted.emit(issue.key)

    def _duplicate(self) -> None:
        if issue := self.in_use.chosen_issue():
            self.duplicate_wanted.emit(issue.key)

    def _delete(self) -> None:
        if issue := self.in_use.chosen_issue():
            self.delete_wanted.emit(issue.id)

    def _restore(self) -> None:
        if issue := self.trash.chosen_issue():
            self.restore_wanted.emit(issue.id)

    def _ask_to_discard(self) -> None:
        issue = self.trash.chosen_issue()
        if issue is None:
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Delete for good"))
        box.setText(self.tr("Delete {} for good?").format(number_line(issue.key)))
        box.setInformativeText(
            self.tr("%n article(s) will be gone; this cannot be undone.", "", issue.articles)
        )
        discard = box.addButton(self.tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        issue_id = issue.id
        discard.clicked.connect(lambda: self.discard_wanted.emit(issue_id))
        box.open()


def _page(table: IssueTable, *buttons: QPushButton) -> QWidget:
    page = QWidget()
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    layout = QVBoxLayout(page)
    layout.addWidget(table)
    layout.addLayout(row)
    return page
