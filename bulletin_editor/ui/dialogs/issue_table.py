"""A table of issues with a field that narrows it down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from bulletin_editor.messages import Messages
from bulletin_editor.store import IssueSummary
from bulletin_editor.text.normal import one_line
from bulletin_editor.ui.dialogs.issue_rows import COVER, Column, IssueRows
from bulletin_editor.ui.icons import icon

_REST = 80  # ms after which the rows that are seen then get their covers
_MARGIN = 10  # px around a cover
_WIDTHS = {Column.ISSUE: 170, Column.PERIOD: 180, Column.STATUS: 210, Column.ARTICLES: 90}  # px


class IssueTable(QWidget):
    """Shows issues, one of them chosen.

    Signals:
        chosen: another issue is chosen, or none.
        opened: an issue was double-clicked.
        cover_wanted(str): the cover of the issue with this id has come into sight.
    """

    chosen = Signal()
    opened = Signal()
    cover_wanted = Signal(str)

    def __init__(self, messages: Messages, when: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: set[str] = set()
        self.rows = IssueRows(messages, when)
        self._narrowed = _Narrowed(self.rows, self)
        self.field = self._made_field()
        self.view = self._made_view(name)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._ask_for_covers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.field)
        layout.addWidget(self.view)

    def show_issues(self, issues: Sequence[IssueSummary]) -> None:
        """Show `issues` in this order; the row that was chosen stays chosen, whatever stands there now."""
        row = max(self.view.currentIndex().row(), 0)
        self.rows.show_issues(issues)
        self._choose(row)

    def chosen_issue(self) -> IssueSummary | None:
        """Return the issue that is chosen."""
        current = self.view.currentIndex()
        return self._issue_at(current.row()) if current.isValid() else None

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the covers that come into sight."""
        super().showEvent(event)
        self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the covers that come into sight."""
        super().resizeEvent(event)
        self._rest.start()

    # ---- Making ----------------------------------------------------------------------------------------

    def _made_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Find by number, date or status"))
        field.setAccessibleName(self.tr("Find by number, date or status"))
        field.setClearButtonEnabled(True)
        field.addAction(QAction(icon("magnify"), "", field), QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(self._narrow)
        return field

    def _made_view(self, name: str) -> QTableView:
        view = QTableView(self)
        view.setModel(self._narrowed)
        view.setAccessibleName(name)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)  # Tab leads on to the buttons
        view.setShowGrid(False)
        view.setIconSize(COVER)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(COVER.height() + _MARGIN)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setStretchLastSection(True)
        view.selectionModel().currentRowChanged.connect(self.chosen)
        view.doubleClicked.connect(self.opened)
        view.verticalScrollBar().valueChanged.connect(self._rest_anew)
        return view

    # ---- What is seen ----------------------------------------------------------------------------------

    def _issue_at(self, row: int) -> IssueSummary:
        source = self._narrowed.mapToSource(self._narrowed.index(row, Column.ISSUE))
        return self.rows.issue_at(source.row())

    def _narrow(self, text: str) -> None:
        self._narrowed.narrow(text)
        self._choose(0)

    def _choose(self, row: int) -> None:
        last = self._narrowed.rowCount() - 1
        self.view.setCurrentIndex(self._narrowed.index(min(row, last), Column.ISSUE))
        self.chosen.emit()
        self._rest.start()

    def _rest_anew(self) -> None:
        self._rest.start()

    def _ask_for_covers(self) -> None:
        """Ask for the covers that are in sight; those scrolled past meanwhile are not asked for."""
        if not self.isVisible():
            return
        first = max(self.view.rowAt(0), 0)
        last = self.view.rowAt(self.view.viewport().height() - 1)
        for row in range(first, self._narrowed.rowCount() if last < 0 else last + 1):
            issue_id = self._issue_at(row).id
            if issue_id not in self._asked:
                self._asked.add(issue_id)
                self.cover_wanted.emit(issue_id)


class _Narrowed(QSortFilterProxyModel):
    """The rows in which every word that is looked for stands somewhere."""

    def __init__(self, rows: IssueRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._words: list[str] = []
        self.setSourceModel(rows)

    def narrow(self, text: str) -> None:
        """Look for the words of `text`."""
        self._words = one_line(text).casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether a row is shown."""
        text = self._rows.text_at(row)
        return all(word in text for word in self._words)
