"""Number, week and sections of a new issue, proposed and open to change before anything is stored."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.checks.finding import Archive, Finding, Severity
from bulletin_editor.messages import Messages
from bulletin_editor.model.derived import next_key, week_from
from bulletin_editor.model.issue import IssueKey, Period
from bulletin_editor.services.issues import Proposal, issue_warnings
from bulletin_editor.ui.dialogs.section_labels import SectionLabels
from bulletin_editor.ui.issue_fields import DayField, NumberField, YearField, in_a_row
from bulletin_editor.ui.severity import clean_icon, severity_icon

_WARNINGS_HEIGHT = 92  # px: three lines


class NewIssueDialog(QDialog):
    """Shows a proposal, warns while it is changed, and gives back what was chosen."""

    def __init__(
        self, proposal: Proposal, archive: Archive, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New issue"))
        self._archive = archive
        self._messages = messages
        self._number_is_proposed = True
        self.number = NumberField(self.tr("Issue number"), self)
        self.year = YearField(self.tr("Year"), self)
        self.start = DayField(self.tr("First day of the period"), self)
        self.end = DayField(self.tr("Last day of the period"), self)
        self.sections = SectionLabels(self)
        self.warnings = self._made_warnings()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.begin = self.buttons.addButton(self.tr("&Begin issue"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.begin.setDefault(True)
        self._lay_out()
        self._show(proposal)
        self._connect()
        self.number.selectAll()  # what is typed first takes its place

    def chosen(self) -> Proposal:
        """Return the number, the period and the labels as they stand in the fields."""
        return Proposal(key=self._key(), period=self._period(), labels=self.sections.labels())

    # ---- Making ----------------------------------------------------------------------------------------

    def _made_warnings(self) -> QListWidget:
        shown = QListWidget(self)
        shown.setAccessibleName(self.tr("Number and period among the other issues"))
        shown.setWordWrap(True)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setResizeMode(QListView.ResizeMode.Adjust)
        shown.setIconSize(QSize(16, 16))
        shown.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        shown.setFixedHeight(_WARNINGS_HEIGHT)
        return shown

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Issue"), in_a_row(self.number, QLabel("/", self), self.year))
        form.addRow(self.tr("Period"), in_a_row(self.start, QLabel("–", self), self.end))
        form.addRow(self.tr("Sections"), self.sections)
        form.addRow("", self.warnings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addLayout(form)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.number.valueChanged.connect(self._change_key)
        self.year.valueChanged.connect(self._change_key)
        self.start.dateChanged.connect(self._change_start)
        self.end.dateChanged.connect(self._change_end)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # ---- Showing ---------------------------------------------------------------------------------------

    def _show(self, proposal: Proposal) -> None:
        self._set_key(proposal.key)
        self._set_end(proposal.period.end)
        self.start.set_day(proposal.period.start)
        self.sections.show_labels(proposal.labels)
        self._warn()

    def _set_key(self, key: IssueKey) -> None:
        with QSignalBlocker(self.number), QSignalBlocker(self.year):
            self.number.setValue(key.number)
            self.year.setValue(key.year)

    def _set_end(self, end: date) -> None:
        with QSignalBlocker(self.end):
            self.end.set_day(end)

    def _warn(self) -> None:
        """Say what speaks against number and period; an error keeps the issue from being begun."""
        found = issue_warnings(self._key(), self._period(), self._archive)
        self.warnings.clear()
        for finding in found:
            QListWidgetItem(severity_icon(finding.severity), self._words(finding), self.warnings)
        if not found:
            words = self.tr("Nothing speaks against this number and period.")
            QListWidgetItem(clean_icon(), words, self.warnings)
        self.begin.setEnabled(all(finding.severity is not Severity.ERROR for finding in found))

    def _words(self, finding: Finding) -> str:
        level = self._messages.text(f"severity-{finding.severity.name.lower()}")
        return f"{level}: {self._messages.finding(finding.code, finding.facts)}"

    # ---- Choosing --------------------------------------------------------------------------------------

    def _key(self) -> IssueKey:
        return IssueKey(number=self.number.value(), year=self.year.value())

    def _period(self) -> Period:
        return Period(start=self.start.day(), end=self.end.day())

    def _change_key(self) -> None:
        self._number_is_proposed = False
        self._warn()

    def _change_start(self) -> None:
        self._set_end(week_from(self.start.day()).end)
        self._change_end()

    def _change_end(self) -> None:
        """Follow into another year, as long as no number was chosen by hand."""
        if self._number_is_proposed and self.year.value() != self.end.date().year():
            self._set_key(next_key(tuple(self._archive.periods), self._period()))
        self._warn()
