"""Pictures between their files and Qt. All of it but `encoded` may run in any thread.

Qt's own readers and writers want a device, and one that was made in Python asks for Python's lock while Qt
holds a lock of its own. The GUI thread may wait for these two the other way round; so none else uses any.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter

from bulletin_editor.errors import PictureError
from bulletin_editor.model.picture_file import PNG, PictureFile

_QUALITY = 90
"""Of a JPEG, of 100."""


def decoded(file: PictureFile, room: QSize) -> QImage:
    """Return the picture as large as fits into `room` (px); a null image where it is damaged."""
    from bulletin_editor.media.pixels import pixels_of  # what decodes pictures is not there at the start

    size = QSize(file.width, file.height).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    size = size.expandedTo(QSize(1, 1))
    try:
        pixels = pixels_of(file, size.width(), size.height())
    except PictureError:
        return QImage()
    raw, form = (
        (QImage.Format.Format_RGBX8888, QImage.Format.Format_RGB32)
        if pixels.is_opaque
        else (QImage.Format.Format_RGBA8888, QImage.Format.Format_ARGB32)
    )
    image = QImage(pixels.data, pixels.width, pixels.height, 4 * pixels.width, raw)
    return image.convertToFormat(form)  # at once: a picture made of bytes does not hold them


def lossless(image: QImage) -> bytes:
    """Return the bytes of a file of `image` that is large, but made fast and read fast by `read_pictures`."""
    from bulletin_editor.media.pixels import Pixels, file_of

    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)  # its rows have no gaps
    data = bytes(plain.constBits())
    return file_of(Pixels(plain.width(), plain.height(), not image.hasAlphaChannel(), data))


def encoded(image: QImage, media_type: str) -> bytes:
    """Return the bytes of a file of `image`, of one of the kinds that are stored. For the GUI thread."""
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(data, b"PNG" if media_type == PNG else b"JPEG")
    writer.setQuality(_QUALITY if media_type != PNG else -1)
    writer.write(image)
    return bytes(data.data().data())
