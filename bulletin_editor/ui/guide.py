"""Help: the user guide, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QMessageBox, QTextBrowser, QVBoxLayout, QWidget

from bulletin_editor import __version__
from bulletin_editor.paths import shipped

GUIDE = "huong-dan.md"

_SIZE = QSize(860, 720)  # px


class GuideWindow(QDialog):
    """Shows the user guide as it comes with the program: it needs no network and no browser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("User guide"))
        self.resize(_SIZE)
        self.browser = QTextBrowser(self)
        self.browser.setAccessibleName(self.tr("User guide"))
        self.browser.setOpenExternalLinks(True)
        self.browser.setSource(
            QUrl.fromLocalFile(str(shipped("docs") / GUIDE)), QTextDocument.ResourceType.MarkdownResource
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)


class AboutBox(QMessageBox):
    """Says which program and version this is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Information)
        self.setWindowTitle(self.tr("About the program"))
        self.setText(self.tr("Bulletin Editor {}").format(__version__))
        self.setInformativeText(
            self.tr("Writes the weekly bulletin of a department and prints it as Word and PDF.")
        )
