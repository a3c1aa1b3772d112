"""Findings mended, let pass with a reason, or looked at again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog, QLabel, QWidget

from bulletin_editor.checks.finding import Finding
from bulletin_editor.checks.fixes import FIXES
from bulletin_editor.model import edits
from bulletin_editor.model.issue import Issue, Waiver
from bulletin_editor.ui.session import Session

_WIDTH = 480  # px


class FindingSettling(QObject):
    """Does with a finding what the officer wants, as one step to undo."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._desk = session.desk
        self._window = window

    def mend(self, finding: Finding) -> None:
        """Do the fix of `finding`."""

        def edit(issue: Issue) -> Issue:
            return FIXES[finding.code](issue, finding, self._desk.archive)

        self._desk.change(edit, self._session.messages.fix(finding.code), finding.place)

    def ask_reason(self, finding: Finding) -> None:
        """Ask why `finding` may be let pass, and let it."""
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Let a finding pass"))
        words = self._session.messages.finding(finding.code, finding.facts)
        dialog.setLabelText(
            self.tr("{}\n\nWhy may this be let pass? The reason is kept with the issue.").format(words)
        )
        dialog.resize(_WIDTH, dialog.sizeHint().height())
        for label in dialog.findChildren(QLabel):
            label.setWordWrap(True)
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None, "the dialog was laid out by asking for its size"
        agree = buttons.button(QDialogButtonBox.StandardButton.Ok)
        agree.setEnabled(False)
        dialog.textValueChanged.connect(lambda reason: agree.setEnabled(bool(reason.strip())))
        dialog.textValueSelected.connect(partial(self._waive, finding))
        dialog.open()

    def look_again(self, waiver: Waiver) -> None:
        """Take a waiver back."""
        self._desk.change(
            partial(edits.unwaive, waiver=waiver), self.tr("Look at a finding again"), waiver.place
        )

    def _waive(self, finding: Finding, reason: str) -> None:
        def edit(issue: Issue) -> Issue:
            waiver = Waiver(code=finding.code, place=finding.place, facts=dict(finding.facts), reason=reason)
            return edits.waive(issue, waiver)

        self._desk.change(edit, self.tr("Let a finding pass"), finding.place)
