"""The export dialog: what to export and where to, how far it is, and the files that came of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.messages import Messages
from bulletin_editor.services.exporting import Format
from bulletin_editor.ui.dialogs.export_choice import ExportChoice, FindingLine
from bulletin_editor.ui.dialogs.exported_files import ExportedFiles
from bulletin_editor.ui.dialogs.notice import Notice

_WIDTH = 600  # px
_BUTTON = QDialogButtonBox.StandardButton
_STEPS_OF = {
    Format.MD: ("md",),
    Format.PDF: ("pdf",),
    Format.DOCX: ("pdf", "docx"),
}  # Word needs the PDF's pages


class ExportDialog(QDialog):
    """Asks what to export, and tells how it goes; the export itself is done by whoever hears the signals.

    Signals:
        export_wanted(tuple[Format, ...], Path, bool): begin; the last says whether files may be replaced.
        cancel_wanted: stop the export that runs; `show_cancelled` tells when it has stopped.
    """

    export_wanted = Signal(object, object, bool)
    cancel_wanted = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._steps: list[str] = []
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(_WIDTH)
        self.choice = ExportChoice(self)
        self.problem = Notice(self.tr("What went wrong"), self)
        self.obstacle = Notice(self.tr("Why it cannot be exported yet"), self, sign="information-outline")
        self.step = QLabel(self)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.setTextVisible(False)
        self.files = ExportedFiles(self)
        self._lay_out()
        self.choice.changed.connect(self._show_obstacle)
        self._show_page(self._asking)

    def show_choice(
        self, file_stem: str, folder: Path, formats: Collection[Format], findings: Sequence[FindingLine]
    ) -> None:
        """Ask what to export: `formats` are ticked and `folder` stands there.

        Files will be called `file_stem` and the format's suffix; `findings` are the open ones.
        """
        self.choice.show_choice(file_stem, folder, formats, findings)
        self.problem.tell("")
        self._show_page(self._asking)

    def show_step(self, code: str) -> None:
        """Tell that the step `code` of the export has begun."""
        self.step.setText(self._messages.text(f"step-{code}"))
        if code in self._steps:
            self.progress.setValue(self._steps.index(code))

    def show_done(self, paths: Sequence[Path]) -> None:
        """Show the files that were written."""
        self.files.show_files(paths)
        self._show_page(self._done)
        self.files.open_buttons[0].setFocus()

    def show_problem(self, lines: Sequence[str]) -> None:
        """Tell why nothing was exported, and let something else be chosen."""
        self.problem.tell("\n".join(lines))
        self._show_page(self._asking)

    def show_cancelled(self) -> None:
        """Go back to the choice: the export has stopped as the officer wished."""
        self._show_page(self._asking)

    def reject(self) -> None:
        """Close; an export that runs is stopped first, and the dialog stays until it is."""
        if self._pages.currentWidget() is self._working:
            self._cancel()
        else:
            super().reject()

    # ---- Making ----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._asking = _page(self.problem, self.choice, self.obstacle)
        self._working = _page(self.step, self.progress)
        self._done = _page(self.files)
        self._pages = QStackedWidget(self)
        for page in (self._asking, self._working, self._done):
            self._pages.addWidget(page)
        self._buttons = QDialogButtonBox(_BUTTON.Ok | _BUTTON.Cancel | _BUTTON.Close, self)
        self.export_button = self._buttons.button(_BUTTON.Ok)
        self.export_button.setText(self.tr("&Export"))
        self.cancel_button = self._buttons.button(_BUTTON.Cancel)
        self.close_button = self._buttons.button(_BUTTON.Close)
        self.close_button.setText(self.tr("Close"))
        self._buttons.accepted.connect(self._export)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._pages)
        layout.addWidget(self._buttons)

    # ---- Going from page to page -----------------------------------------------------------------------

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.export_button.setVisible(page is self._asking)
        self.cancel_button.setVisible(page is not self._done)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setText(self.tr("Cancel"))
        self.close_button.setVisible(page is self._done)
        (self.close_button if page is self._done else self.export_button).setDefault(True)
        if page is self._asking:
            self.choice.refresh()

    def _show_obstacle(self) -> None:
        obstacle = self.choice.obstacle
        self.obstacle.tell(obstacle)
        self.export_button.setEnabled(not obstacle)

    def _export(self) -> None:
        formats = self.choice.formats
        wanted = dict.fromkeys(code for format in formats for code in _STEPS_OF[format])
        self._steps = [code for code in ("md", "pdf", "docx") if code in wanted] + ["write"]
        self.progress.setRange(0, len(self._steps))
        self.progress.setValue(0)
        self.step.setText(self.tr("Starting…"))
        self.problem.tell("")
        self._show_page(self._working)
        self.cancel_button.setFocus()
        self.export_wanted.emit(formats, self.choice.folder, self.choice.overwrite)

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancel_button.setText(self.tr("Stopping…"))
        self.cancel_wanted.emit()


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch()
    return page
