"""Pictures as they were adjusted, for the screen: what `media.develop` makes for print, as fast as a slider.

All of it may run in any thread.
"""

from __future__ import annotations

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from bulletin_editor.media.develop import tone_curve
from bulletin_editor.model.adjustments import Adjustments, developed_size, straightened_size


def developed_image(image: QImage, adjustments: Adjustments) -> QImage:
    """Return `image`, a stored picture or a copy of one, as `adjustments` say."""
    if adjustments == Adjustments() or image.isNull():
        return image
    whole = straightened_size(image.width(), image.height(), adjustments)
    shown = QImage(*developed_size(image.width(), image.height(), adjustments), _form(image))
    shown.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shown)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(-round(adjustments.crop.left * whole[0]), -round(adjustments.crop.top * whole[1]))
    draw_straightened(painter, image, adjustments, QSizeF(*whole))
    painter.end()
    return toned(shown, adjustments)


def draw_straightened(painter: QPainter, image: QImage, adjustments: Adjustments, size: QSizeF) -> None:
    """Draw `image` turned and straightened, not cropped, into the rectangle of `size` at (0, 0)."""
    width, height = straightened_size(image.width(), image.height(), adjustments)
    placed = QTransform()
    placed.translate(size.width() / 2, size.height() / 2)
    placed.scale(size.width() / width, size.height() / height)
    placed.rotate(adjustments.angle + 90 * adjustments.turns)
    placed.translate(-image.width() / 2, -image.height() / 2)
    painter.save()
    painter.setTransform(placed, True)
    painter.drawImage(0, 0, image)
    painter.restore()


def toned(image: QImage, adjustments: Adjustments) -> QImage:
    """Return `image` as bright and as rich in contrast as `adjustments` say."""
    if not (adjustments.brightness or adjustments.contrast):
        return image
    plain = image.convertToFormat(QImage.Format.Format_RGB888)  # a byte for each colour, and no other
    curve = bytes(tone_curve(adjustments.brightness, adjustments.contrast))
    levels = bytes(plain.constBits()).translate(curve)
    changed = QImage(
        levels, plain.width(), plain.height(), plain.bytesPerLine(), QImage.Format.Format_RGB888
    ).convertToFormat(_form(image))  # at once: a picture made of bytes does not hold them
    if image.hasAlphaChannel():
        changed.setAlphaChannel(image.convertToFormat(QImage.Format.Format_Alpha8))
    return changed


def _form(image: QImage) -> QImage.Format:
    return QImage.Format.Format_ARGB32 if image.hasAlphaChannel() else QImage.Format.Format_RGB32
