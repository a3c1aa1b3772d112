"""Pictures between their files and Qt. All of it may run in any thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from bulletin_editor.model.picture_file import PNG, PictureFile

_QUALITY = 90
"""Of a JPEG, of 100."""

_UNCOMPRESSED = 100
"""What Qt calls the quality of a PNG: how little it is compressed."""


def decoded(file: PictureFile, room: QSize) -> QImage:
    """Return the picture as large as fits into `room` (px): a JPEG is decoded much faster small."""
    data = QBuffer()
    data.setData(QByteArray(file.data))
    data.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(data)
    size = QSize(file.width, file.height).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    reader.setScaledSize(size.expandedTo(QSize(1, 1)))
    return reader.read()


def lossless(image: QImage) -> bytes:
    """Return the bytes of a file of `image` that is large, but made fast and read fast by `read_pictures`."""
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    if image.hasAlphaChannel():  # which not every program looks for in a BMP
        writer = QImageWriter(data, b"PNG")
        writer.setQuality(_UNCOMPRESSED)
    else:
        writer = QImageWriter(data, b"BMP")
    writer.write(image)
    return bytes(data.data().data())


def encoded(image: QImage, media_type: str) -> bytes:
    """Return the bytes of a file of `image`, of one of the kinds that are stored."""
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(data, b"PNG" if media_type == PNG else b"JPEG")
    writer.setQuality(_QUALITY if media_type != PNG else -1)
    writer.write(image)
    return bytes(data.data().data())
