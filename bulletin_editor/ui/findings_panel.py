"""The findings panel: what to look at before printing, where it is, how to mend it or let it pass."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.checks.finding import Finding, Severity
from bulletin_editor.checks.fixes import FIXES
from bulletin_editor.messages import Messages
from bulletin_editor.model.derived import number_line, shown_headline
from bulletin_editor.model.edits import article_of
from bulletin_editor.model.issue import Issue, Waiver
from bulletin_editor.ui.severity import severity_icon

_MESSAGE, _ARTICLE, _FIX, _WAIVE = range(4)
_ITEM_ROLE = Qt.ItemDataRole.UserRole
_ARTICLE_WIDTH = 110  # px, at first: enough to tell articles apart
_LEAST_HEIGHT = 54  # px: the first finding below the heading


class FindingsPanel(QWidget):
    """Lists the findings, and those that were let pass below them.

    Signals:
        place_wanted(Place): a finding was chosen.
        fix_wanted(Finding): it is to be mended.
        waiver_wanted(Finding): it is to be let pass; the reason is still to be asked.
        finding_wanted_back(Waiver): what was let pass is to be looked at again.
        counted(int, int, int): how many errors, warnings and hints are open.
    """

    place_wanted = Signal(object)
    fix_wanted = Signal(object)
    waiver_wanted = Signal(object)
    finding_wanted_back = Signal(object)
    counted = Signal(int, int, int)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._issue: Issue | None = None
        self._shown: tuple[object, ...] = ()
        self._summary = QLabel(self)
        self._list = self._made_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.addWidget(self._summary)
        layout.addWidget(self._list)

    def show_findings(self, issue: Issue, findings: Sequence[Finding], waived: Sequence[Waiver]) -> None:
        """Show the open `findings` of `issue`, and the findings that were let pass."""
        content = (tuple(findings), tuple(waived), issue.key, self._names(issue))
        if content == self._shown:
            return
        self._shown, self._issue = content, issue
        self._list.clear()
        for finding in findings:
            self._list.addTopLevelItem(self._row(finding))
        self._list.setRootIsDecorated(bool(waived))  # the group of these can be opened
        if waived:
            self._list.addTopLevelItem(self._waived_group(waived))
        self._colour()
        self._count(findings)

    def clear(self) -> None:
        """Show nothing: there is no issue."""
        self._shown, self._issue = (), None
        self._list.clear()
        self._summary.clear()
        self.counted.emit(0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Change colours with the palette."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()

    # ---- Rows ------------------------------------------------------------------------------------------

    def _made_list(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setColumnCount(4)
        tree.setHeaderLabels([self.tr("Finding"), self.tr("Article"), self.tr("Mend"), self.tr("Let pass")])
        tree.setAccessibleName(self.tr("Findings"))
        tree.setAllColumnsShowFocus(True)
        tree.setMinimumHeight(_LEAST_HEIGHT)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_MESSAGE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_ARTICLE, QHeaderView.ResizeMode.Interactive)
        for column in (_FIX, _WAIVE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(_ARTICLE, _ARTICLE_WIDTH)
        tree.itemClicked.connect(self._act)
        tree.itemActivated.connect(self._activate)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._show_menu)
        return tree

    def _row(self, finding: Finding) -> QTreeWidgetItem:
        row = QTreeWidgetItem()
        words = self._messages.finding(finding.code, finding.facts)
        level = self._messages.text(f"severity-{finding.severity.name.lower()}")
        row.setIcon(_MESSAGE, severity_icon(finding.severity))
        row.setText(_MESSAGE, self._messages.finding_beside_article(finding.code, finding.facts))
        for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            row.setData(_MESSAGE, role, f"{level}: {words}")
        row.setText(_ARTICLE, self._article_name(finding))
        row.setToolTip(_ARTICLE, row.text(_ARTICLE))
        if finding.code in FIXES:
            row.setText(_FIX, self._messages.fix(finding.code))
        row.setText(_WAIVE, self.tr("Let pass…"))
        row.setData(_MESSAGE, _ITEM_ROLE, finding)
        return row

    def _waived_group(self, waived: Sequence[Waiver]) -> QTreeWidgetItem:
        group = QTreeWidgetItem([self.tr("Let pass ({})").format(len(waived))])
        for waiver in waived:
            words = self._messages.finding(waiver.code, waiver.facts)
            row = QTreeWidgetItem([self.tr("{} Reason: {}").format(words, waiver.reason)])
            row.setToolTip(_MESSAGE, row.text(_MESSAGE))
            row.setText(_WAIVE, self.tr("Look at it again"))
            row.setData(_MESSAGE, _ITEM_ROLE, waiver)
            group.addChild(row)
        return group

    def _colour(self) -> None:
        """Let links look like links, and what was let pass as said aside."""
        role = QPalette.ColorRole
        link, aside = (self.palette().brush(each) for each in (role.Link, role.PlaceholderText))
        rows = QTreeWidgetItemIterator(self._list)
        while row := rows.value():
            for column in (_FIX, _WAIVE):
                row.setForeground(column, link)
            if isinstance(row.data(_MESSAGE, _ITEM_ROLE), Waiver):
                row.setForeground(_MESSAGE, aside)
            rows += 1

    def _names(self, issue: Issue) -> tuple[str, ...]:
        return tuple(shown_headline(article) for article in issue.articles)

    def _article_name(self, finding: Finding) -> str:
        assert self._issue is not None, "rows are made of an issue's findings"
        if finding.place.article_id:
            return shown_headline(article_of(self._issue, finding.place.article_id))
        return number_line(self._issue.key)

    def _count(self, findings: Sequence[Finding]) -> None:
        counts = [
            sum(finding.severity is severity for finding in findings)
            for severity in (Severity.ERROR, Severity.WARNING, Severity.HINT)
        ]
        errors, warnings, hints = (
            self.tr("%n error(s)", "", counts[0]),
            self.tr("%n warning(s)", "", counts[1]),
            self.tr("%n hint(s)", "", counts[2]),
        )
        self._summary.setText(" · ".join((errors, warnings, hints)))
        self.counted.emit(*counts)

    # ---- What is done with them ------------------------------------------------------------------------

    def _act(self, row: QTreeWidgetItem, column: int) -> None:
        self._list.setCurrentItem(row, _MESSAGE)  # Enter, later, goes to the place
        item = row.data(_MESSAGE, _ITEM_ROLE)
        if column == _FIX and row.text(_FIX):
            self.fix_wanted.emit(item)
        elif column == _WAIVE and isinstance(item, Finding):
            self.waiver_wanted.emit(item)
        elif column == _WAIVE and isinstance(item, Waiver):
            self.finding_wanted_back.emit(item)
        else:
            self._go(row)

    def _activate(self, row: QTreeWidgetItem, column: int) -> None:
        """Go to the place, unless a click on a link was meant: some desktops activate what is clicked."""
        is_link = column in (_FIX, _WAIVE) and bool(row.text(column))
        if not is_link:
            self._go(row)

    def _go(self, row: QTreeWidgetItem) -> None:
        item = row.data(_MESSAGE, _ITEM_ROLE)
        if isinstance(item, Finding | Waiver):
            self.place_wanted.emit(item.place)

    def _show_menu(self, point: QPoint) -> None:
        row = self._list.itemAt(point)
        if row is None or row.data(_MESSAGE, _ITEM_ROLE) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go to the place"), partial(self._go, row))
        for column in (_FIX, _WAIVE):
            if row.text(column):
                menu.addAction(row.text(column), partial(self._act, row, column))
        menu.popup(self._list.viewport().mapToGlobal(point))
