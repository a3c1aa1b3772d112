"""The files that an export has written, with the ways to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bulletin_editor.ui.icons import icon


class ExportedFiles(QWidget):
    """Names the files; each can be opened, and their folder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._folder_name = QLabel(self)
        self._folder_name.setWordWrap(True)
        self._rows = QWidget(self)
        self.open_folder = QPushButton(icon("folder-open-outline"), self.tr("Open &folder"), self)
        self.open_folder.setAutoDefault(False)
        self.open_folder.clicked.connect(self._open_folder)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(QLabel(self.tr("Exported. The files are in this folder:"), self))
        self._layout.addWidget(self._folder_name)
        self._layout.addWidget(self._rows)
        self._layout.addWidget(self.open_folder, 0, Qt.AlignmentFlag.AlignRight)
        self._layout.addStretch()

    @property
    def open_buttons(self) -> list[QPushButton]:
        """The buttons that open a file each, in the order of the files."""
        return self._rows.findChildren(QPushButton)

    def show_files(self, paths: Sequence[Path]) -> None:
        """Show the files `paths`, all of one folder."""
        self._folder = paths[0].parent
        self._folder_name.setText(str(self._folder))
        rows = QWidget(self)
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setColumnStretch(0, 1)
        for number, path in enumerate(paths):
            button = QPushButton(icon("open-in-new"), self.tr("Open file"), rows)
            button.setAccessibleName(self.tr("Open {}").format(path.name))
            button.setAutoDefault(False)
            button.clicked.connect(partial(_open, path))
            grid.addWidget(QLabel(path.name, rows), number, 0)
            grid.addWidget(button, number, 1)
        self._layout.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows

    @Slot()
    def _open_folder(self) -> None:
        _open(self._folder)


def _open(path: Path, _checked: bool = False) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
