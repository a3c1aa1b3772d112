"""Pictures between their files and Qt. All of it may run in any thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from bulletin_editor.model.picture_file import PictureFile


def decoded(file: PictureFile, room: QSize) -> QImage:
    """Return the picture as large as fits into `room` (px): a JPEG is decoded much faster small."""
    data = QBuffer()
    data.setData(QByteArray(file.data))
    data.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(data)
    size = QSize(file.width, file.height).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    reader.setScaledSize(size.expandedTo(QSize(1, 1)))
    return reader.read()


def png_of(image: QImage) -> bytes:
    """Return the bytes of a PNG file; a picture as large as a screen takes half a second."""
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(data, b"PNG").write(image)
    return bytes(data.data().data())
