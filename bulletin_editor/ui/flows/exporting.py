"""Exporting the issue on the desk: as it is when the export begins, whatever is typed meanwhile."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QWidget

from bulletin_editor.checks.waiving import open_findings
from bulletin_editor.errors import BulletinError, ExportCancelled
from bulletin_editor.services.checking import found_in
from bulletin_editor.services.exporting import Exported, ExportJob, Format, export
from bulletin_editor.ui.dialogs.export import ExportDialog
from bulletin_editor.ui.dialogs.export_choice import FindingLine
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.threads import Teller

_USUAL = (Format.DOCX, Format.PDF)


class IssueExporting(QObject):
    """Asks what to export, exports it off the GUI thread, and shows what came of it."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def show(self) -> None:
        """Open the dialog; what is typed is saved first."""
        desk = self._session.desk
        if desk.issue is None or desk.template is None:
            return
        self._session.autosave.save_now()
        dialog = ExportDialog(self._session.messages, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.export_wanted.connect(partial(self._export, dialog))
        dialog.show_choice(desk.template.file_stem(desk.issue.key), self._folder(), _USUAL, self._findings())
        dialog.open()

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self._session.preferences.export_folder or Path(documents)

    def _findings(self) -> list[FindingLine]:
        issue, messages = self._session.desk.issue, self._session.messages
        assert issue is not None, "asked only with an issue on the desk"
        found = open_findings(issue, found_in(issue, self._session.desk.yardstick))
        return [
            FindingLine(severity=each.severity, words=messages.finding(each.code, each.facts))
            for each in found
        ]

    def _export(
        self, dialog: ExportDialog, formats: tuple[Format, ...], folder: Path, overwrite: bool
    ) -> None:
        desk = self._session.desk
        if desk.issue is None or desk.template is None:
            return
        self._session.preferences.export_folder = folder
        job = ExportJob(
            issue=desk.issue,
            agency=desk.agency,
            template=desk.template,
            pictures=dict(desk.pictures),
            formats=formats,
            folder=folder,
            archive=desk.archive,
        )
        teller = Teller(self)
        teller.told.connect(dialog.show_step)
        dialog.cancel_wanted.connect(teller.stop)
        self._session.assistant.do(
            partial(export, job, overwrite=overwrite, progress=teller.tell, cancelled=teller.is_stopped),
            partial(self._show, dialog),
            partial(self._tell, dialog),
        )

    def _show(self, dialog: ExportDialog, exported: Exported) -> None:
        dialog.show_done(exported.paths)

    def _tell(self, dialog: ExportDialog, error: Exception) -> None:
        if isinstance(error, ExportCancelled):
            dialog.show_cancelled()
        elif isinstance(error, BulletinError):
            dialog.show_problem(self._session.messages.error(error))
        else:
            dialog.show_cancelled()
            raise error
