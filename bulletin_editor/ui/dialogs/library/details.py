"""What is known of one picture of the library: large, with its facts, and where it is used."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from bulletin_editor.store import StoredPicture
from bulletin_editor.ui.dialogs.library.words import caption_of, facts_line, use_line

PREVIEW = QSize(320, 240)
"""The room of the large picture, in px of the window."""

_MARGIN = 12  # px
_USE = Qt.ItemDataRole.UserRole


class PictureDetails(QWidget):
    """Shows one picture or none.

    Signals:
        preview_wanted(str): this picture (SHA-256) is to be shown large.
        place_wanted(PictureUse): the officer wants to go to where it is used.
    """

    preview_wanted = Signal(str)
    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: StoredPicture | None = None
        self.preview = QLabel(self)
        self.preview.setFixedSize(PREVIEW)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setFrameShape(QFrame.Shape.StyledPanel)
        self.preview.setAccessibleName(self.tr("Large view"))
        self.caption = QLabel(self)
        self.facts = QLabel(self)
        for label in (self.caption, self.facts):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.heading = QLabel(self)
        self.uses = QListWidget(self)
        self.uses.setAccessibleName(self.tr("Where it is used"))
        self.uses.setWordWrap(True)
        self.uses.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.uses.itemActivated.connect(self._go)
        self.uses.itemClicked.connect(self._go)
        self.heading.setBuddy(self.uses)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 0, 0, 0)
        for part in (self.preview, self.caption, self.facts, self.heading, self.uses):
            layout.addWidget(part)
        layout.addStretch()
        self.setFixedWidth(PREVIEW.width() + _MARGIN)

    def show_picture(self, picture: StoredPicture | None) -> None:
        """Show `picture`; its large view comes by `set_preview`."""
        before, self._shown = self._shown, picture
        if picture == before:
            return
        self.caption.setText(caption_of(picture) if picture else "")
        self.caption.setVisible(bool(self.caption.text()))
        self.facts.setText(facts_line(picture) if picture else "")
        self._show_uses(picture)
        if picture is None or before is None or picture.sha256 != before.sha256:
            self.preview.clear()
            if picture is not None:
                self.preview_wanted.emit(picture.sha256)

    def set_preview(self, name: str, image: QImage) -> None:
        """Show `image` large, if it is still that of the picture shown."""
        if self._shown is not None and self._shown.sha256 == name:
            self.preview.setPixmap(QPixmap.fromImage(image))

    def _show_uses(self, picture: StoredPicture | None) -> None:
        self.uses.clear()
        for use in picture.uses if picture else ():
            item = QListWidgetItem(use_line(use), self.uses)
            item.setData(_USE, use)
            if use.issue is None or use.issue.in_trash:  # nothing to go to
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        is_used = self.uses.count() > 0
        self.heading.setText(self.tr("&Used in:") if is_used else self.tr("No issue uses this picture."))
        self.heading.setVisible(picture is not None)
        self.uses.setVisible(is_used)

    def _go(self, item: QListWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:  # Qt tells of clicks on others, too
            self.place_wanted.emit(item.data(_USE))
