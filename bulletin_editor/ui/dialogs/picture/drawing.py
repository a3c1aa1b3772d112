"""What is drawn over the picture in the dialog. Light lines stand on dark ones: one is always seen."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from bulletin_editor.ui.dialogs.picture.frame import HANDLES, Handle

_DIM = QColor(0, 0, 0, 150)
_DARK = QColor(0, 0, 0, 160)
_LIGHT = QColor(255, 255, 255, 230)
_THIN = QColor(255, 255, 255, 120)
_GOLD = QColor("#F4B223")
_THIRDS, _FINE = 3, 12  # parts that the lines of a grid make
_HANDLE = 9  # px
_RING = 9  # px from its middle
_ROOM = 6  # px beside words


def paint_crop(painter: QPainter, room: QRectF, frame: QRectF) -> None:
    """Dim what lies outside `frame`, and draw its edge."""
    painter.fillPath(_between(room, frame), _DIM)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_DARK, 3.0), (_LIGHT, 1.0)):
        painter.setPen(QPen(colour, width))
        painter.drawRect(frame)


def paint_grid(painter: QPainter, frame: QRectF, *, fine: bool) -> None:
    """Draw the lines that part `frame` into thirds, or into many parts."""
    parts = _FINE if fine else _THIRDS
    across, down = QPointF(frame.width(), 0), QPointF(0, frame.height())
    lines = []
    for part in range(1, parts):
        right, below = across * part / parts, down * part / parts
        lines.append(QLineF(frame.topLeft() + right, frame.bottomLeft() + right))
        lines.append(QLineF(frame.topLeft() + below, frame.topRight() + below))
    for colour, offset in ((QColor(0, 0, 0, 70), 1), (_THIN, 0)):
        painter.setPen(QPen(colour, 1))
        painter.drawLines([line.translated(offset, offset) for line in lines])


def paint_seen(painter: QPainter, frame: QRectF, seen: QRectF) -> None:
    """Hatch what the page cuts off `frame`, and draw a dashed line around what is seen of it."""
    if seen.width() >= frame.width() - 1 and seen.height() >= frame.height() - 1:
        return
    painter.fillPath(_between(frame, seen), QBrush(_DARK, Qt.BrushStyle.BDiagPattern))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_DARK, 3))
    painter.drawRect(seen)
    painter.setPen(QPen(_GOLD, 2, Qt.PenStyle.DashLine))
    painter.drawRect(seen)


def paint_slogan(painter: QPainter, seen: QRectF, share: float, words: str) -> None:
    """Hatch the foot of what is `seen`, on which the slogan stands, and say so with `words`."""
    band = QRectF(seen.left(), seen.bottom() - share * seen.height(), seen.width(), share * seen.height())
    painter.fillRect(band, _DIM)
    painter.fillRect(band, QBrush(_THIN, Qt.BrushStyle.FDiagPattern))
    plate = QRectF(painter.fontMetrics().boundingRect(words)).adjusted(-_ROOM, 0, _ROOM, 0)
    plate.moveCenter(band.center())
    painter.fillRect(plate, _DARK)
    painter.setPen(_LIGHT)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def paint_focus(painter: QPainter, at: QPointF) -> None:
    """Draw a ring around the point that stays in sight."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_DARK, 4.5), (_GOLD, 2.5)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(at, _RING, _RING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GOLD)
    painter.drawEllipse(at, 2, 2)


def paint_handles(painter: QPainter, frame: QRectF, *, has_focus: bool) -> None:
    """Draw the handles; they are gold while the keys move the frame."""
    painter.setPen(QPen(_DARK, 1))
    painter.setBrush(_GOLD if has_focus else _LIGHT)
    for handle in HANDLES:
        square = QRectF(0, 0, _HANDLE, _HANDLE)
        square.moveCenter(handle.on(frame))
        painter.drawRect(square)


def pointer(handle: Handle | None, room: QRectF, at: QPointF) -> Qt.CursorShape:
    """Return the shape of the mouse pointer at `at`, near `handle`; `room` is where the picture is."""
    if handle is None:
        return Qt.CursorShape.CrossCursor if room.contains(at) else Qt.CursorShape.ArrowCursor
    if not handle.down:
        return Qt.CursorShape.SizeHorCursor
    if not handle.across:
        return Qt.CursorShape.SizeVerCursor
    return Qt.CursorShape.SizeFDiagCursor if handle.across == handle.down else Qt.CursorShape.SizeBDiagCursor


def _between(outer: QRectF, inner: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(outer)
    path.addRect(inner)  # what lies in both is left out: Qt's odd-even rule
    return path
