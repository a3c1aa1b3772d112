"""Help: the user guide, and what this program is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QTextBrowser,
    QWidget,
)

from bulletin_editor import __version__
from bulletin_editor.paths import shipped

GUIDE = "huong-dan.md"

_SIZE = QSize(1040, 700)  # px
_CONTENTS_WIDTH = 220  # px
_PICTURE_WIDTH = 720  # px, at most
_MARGIN = 16  # px
_CHAPTER = 2
"""The level of the headings that are chapters."""


class GuideWindow(QDialog):
    """Shows the user guide as it comes with the program: it needs no network and no browser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("User guide"))
        self.resize(_SIZE)
        self.browser = GuideBrowser(self)
        self.browser.setAccessibleName(self.tr("User guide"))
        self.browser.setSource(
            QUrl.fromLocalFile(str(shipped("docs") / GUIDE)), QTextDocument.ResourceType.MarkdownResource
        )
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setFixedWidth(_CONTENTS_WIDTH)
        self.contents.setWordWrap(True)
        for chapter in self.browser.chapters():
            item = QListWidgetItem(chapter.text(), self.contents)
            item.setData(Qt.ItemDataRole.UserRole, chapter.position())
        self.contents.currentItemChanged.connect(self._turn_to)
        layout = QHBoxLayout(self)
        layout.addWidget(self.contents)
        layout.addWidget(self.browser, 1)

    def _turn_to(self, item: QListWidgetItem) -> None:
        self.browser.turn_to(item.data(Qt.ItemDataRole.UserRole))


class GuideBrowser(QTextBrowser):
    """Shows a document with its pictures made small enough to be seen whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(_MARGIN)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(_PICTURE_WIDTH + 2 * (_MARGIN + self.frameWidth()) + bar)

    def chapters(self) -> list[QTextBlock]:
        """Return the headings of the chapters."""
        found = []
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == _CHAPTER:
                found.append(block)
            block = block.next()
        return found

    def turn_to(self, position: int) -> None:
        """Show the text from `position` at the top."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - _MARGIN)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return what Qt finds; a picture that is too wide, smoothly made smaller."""
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        image = QImage.fromData(found) if not isinstance(found, QImage) else found
        ratio = self.devicePixelRatioF()
        width = round(_PICTURE_WIDTH * ratio)
        if image.width() > width:
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(ratio)
        return image


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
