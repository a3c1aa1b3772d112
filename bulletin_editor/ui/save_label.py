"""The words at the lower edge that tell whether everything is saved."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from bulletin_editor.messages import Messages
from bulletin_editor.ui.autosave import SaveReport, SaveState


class SaveLabel(QLabel):
    """Says when the work was last saved, that it is about to be, or why it could not be."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self.setAccessibleName(self.tr("Saving"))

    def show_report(self, report: SaveReport) -> None:
        """Say how saving stands."""
        failed = report.state is SaveState.FAILED
        self.setForegroundRole(QPalette.ColorRole.BrightText if failed else QPalette.ColorRole.WindowText)
        self.setText(self._words(report))
        self.setToolTip("\n".join(self._messages.error(report.error)) if report.error else "")

    def _words(self, report: SaveReport) -> str:
        match report.state:
            case SaveState.FAILED if report.error:
                reason = self._messages.error(report.error)[0]
                return self.tr("NOT SAVED, trying again: {}").format(reason)
            case SaveState.FAILED:
                return self.tr("NOT SAVED, trying again")
            case SaveState.SAVED if report.at:
                return self.tr("Saved at {}").format(f"{report.at.astimezone():%H:%M:%S}")
            case SaveState.SAVED:
                return ""
        return self.tr("Saving…")
