"""What is chosen before an export: formats and folder, the files this makes, and what stands in the way."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.checks.finding import Severity
from bulletin_editor.model.value import Value
from bulletin_editor.services.exporting import Format
from bulletin_editor.ui.folders import nearest_folder
from bulletin_editor.ui.icons import icon
from bulletin_editor.ui.severity import severity_icon

_LIST_HEIGHT = 110  # px
_SPACING = 8  # px


class FindingLine(Value, frozen=True):
    """A finding for a list, already put into words."""

    severity: Severity
    words: str


class ExportChoice(QWidget):
    """Lets the officer choose; `obstacle` says why that cannot be exported yet.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stem = ""
        self._has_errors = False
        self.boxes = {
            Format.DOCX: QCheckBox(self.tr("&Word (.docx)"), self),
            Format.PDF: QCheckBox(self.tr("&PDF"), self),
            Format.MD: QCheckBox(self.tr("Bulletin &Markdown (.md), to edit as text"), self),
        }
        self.folder_field = QLineEdit(self)
        self.folder_field.setAccessibleName(self.tr("Folder"))
        self.browse = QPushButton(icon("folder-open-outline"), self.tr("&Browse…"), self)
        self.browse.setAutoDefault(False)
        self.file_names = _wrapping(self)
        self.existing_names = _wrapping(self)
        self.overwrite_box = QCheckBox(self.tr("&Replace them"), self)
        self.summary = _wrapping(self)
        self.findings = QListWidget(self)
        self.findings.setAccessibleName(self.tr("What to look at before exporting"))
        self.findings.setWordWrap(True)
        self.findings.setResizeMode(QListView.ResizeMode.Adjust)
        self.findings.setIconSize(QSize(16, 16))
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.findings.setMinimumHeight(_LIST_HEIGHT)
        self._lay_out()
        self._connect()

    def show_choice(
        self, file_stem: str, folder: Path, formats: Collection[Format], findings: Sequence[FindingLine]
    ) -> None:
        """Offer `formats` and `folder`; the files are called `file_stem`, `findings` are listed."""
        self._stem = file_stem
        self._has_errors = any(line.severity is Severity.ERROR for line in findings)
        for format, box in self.boxes.items():
            box.setChecked(format in formats)
        self.folder_field.setText(str(folder))
        self._list(findings)
        self.refresh()

    @property
    def formats(self) -> tuple[Format, ...]:
        """What is ticked."""
        return tuple(format for format, box in self.boxes.items() if box.isChecked())

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return Path(self.folder_field.text().strip())

    @property
    def overwrite(self) -> bool:
        """Whether files that exist may be replaced."""
        return self.overwrite_box.isChecked()

    @property
    def obstacle(self) -> str:
        """Why nothing can be exported yet; empty where it can."""
        if not self.formats:
            return self.tr("Tick at least one format.")
        if not self.folder.is_absolute():  # an empty one neither
            return self.tr("Choose the folder for the files.")
        if self._has_errors and set(self.formats) != {Format.MD}:
            return self.tr(
                "The issue has errors, so it cannot be printed. Mend them or let them pass with a reason. "
                "As Markdown alone it can be exported all the same."
            )
        if self._existing() and not self.overwrite:
            return self.tr(
                "Files of these names exist already: tick “Replace them”, or choose another folder."
            )
        return ""

    def refresh(self) -> None:
        """Look again at which files exist."""
        existing = self._existing()
        self.file_names.setText("\n".join(path.name for path in self._paths()))
        self.existing_names.setText(
            self.tr("In this folder already: {}").format(", ".join(path.name for path in existing))
        )
        self.existing_names.setVisible(bool(existing))
        self.overwrite_box.setVisible(bool(existing))
        self.changed.emit()

    # ---- Making ----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        formats = QVBoxLayout()
        for box in self.boxes.values():
            formats.addWidget(box)
        folder = QHBoxLayout()
        folder.setSpacing(_SPACING)
        folder.addWidget(self.folder_field, 1)
        folder.addWidget(self.browse)
        files = QVBoxLayout()  # in the form itself, lines that wrap would have too much room
        for widget in (self.file_names, self.existing_names, self.overwrite_box):
            files.addWidget(widget)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Formats"), formats)
        form.addRow(self.tr("Folder"), folder)
        form.addRow(self.tr("Files"), files)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        layout.addWidget(self.summary)
        layout.addWidget(self.findings, 1)
        layout.addStretch()

    def _connect(self) -> None:
        for box in (*self.boxes.values(), self.overwrite_box):
            box.toggled.connect(self.refresh)
        self.folder_field.textChanged.connect(self.refresh)
        self.browse.clicked.connect(self._browse)

    # ---- Showing ---------------------------------------------------------------------------------------

    def _list(self, findings: Sequence[FindingLine]) -> None:
        self.findings.clear()
        for line in findings:
            QListWidgetItem(severity_icon(line.severity), line.words, self.findings)
        self.findings.setVisible(bool(findings))
        self.summary.setText(
            self.tr("Before you export, look at this:") if findings else self.tr("The checks found nothing.")
        )

    def _paths(self) -> list[Path]:
        return [self.folder / f"{self._stem}.{format.value}" for format in self.formats]

    def _existing(self) -> list[Path]:
        return [path for path in self._paths() if os.path.lexists(path)]

    def _browse(self) -> None:
        folder = nearest_folder(self.folder)
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the files"), folder)
        if chosen:
            self.folder_field.setText(str(Path(chosen)))


def _wrapping(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
