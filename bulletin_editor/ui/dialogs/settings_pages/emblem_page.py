"""The agency's own emblem: chosen from a file, seen, removed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.ui.icons import icon

_PREVIEW = QSize(180, 180)  # px
_IN_FRAME = QSize(168, 168)  # px


class EmblemPage(QWidget):
    """Shows the emblem.

    Signals:
        emblem_wanted(Path): the picture in this file is to be the emblem.
        emblem_unwanted: the template's own emblem is to be printed again.
    """

    emblem_wanted = Signal(object)
    emblem_unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = QLabel(self)
        self.preview.setFixedSize(_PREVIEW)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setFrameShape(QLabel.Shape.StyledPanel)
        self.preview.setAccessibleName(self.tr("Emblem"))
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.choose = QPushButton(icon("image-plus"), self.tr("Choose a &picture…"), self)
        self.remove = QPushButton(icon("trash-can-outline"), self.tr("R&emove the emblem"), self)
        buttons = QVBoxLayout()
        for button, clicked in ((self.choose, self._choose), (self.remove, self.emblem_unwanted)):
            button.setAutoDefault(False)
            button.clicked.connect(clicked)
            buttons.addWidget(button)
        buttons.addStretch()
        row = QHBoxLayout()
        row.addWidget(self.preview)
        row.addLayout(buttons)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self.state)
        layout.addLayout(row)
        layout.addStretch()

    def show_emblem(self, emblem: Picture | None, pictures: Mapping[str, PictureFile]) -> None:
        """Show `emblem`, which is one of `pictures`; None stands for that of the template."""
        self.remove.setEnabled(emblem is not None)
        file = pictures.get(emblem.sha256) if emblem else None
        self.preview.setPixmap(_fitted(file, self.devicePixelRatioF()) if file else QPixmap())
        self.preview.setVisible(file is not None)
        if emblem is None:
            self.state.setText(
                self.tr("The cover shows the emblem of the template. Choose your own instead:")
            )
        else:
            self.state.setText(self.tr("The cover shows this emblem:"))

    def _choose(self) -> None:
        pictures = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.gif *.tif *.tiff *.bmp)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the emblem"), "", pictures)
        if path:
            self.emblem_wanted.emit(Path(path))


def _fitted(file: PictureFile, ratio: float) -> QPixmap:
    image = QImage.fromData(file.data).scaled(
        _IN_FRAME * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)
