"""The crop as a rectangle on the picture: moved, drawn larger, brought to a shape, never beyond the picture.

Rectangles are in units of the picture as it was turned and straightened, from its upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from bulletin_editor.model.adjustments import LEAST_LEFT, Crop, Focus


@dataclass(frozen=True)
class Handle:
    """Where a frame is taken hold of: -1 is its left or upper edge, 1 the right or lower one, 0 neither."""

    across: int
    down: int

    def on(self, frame: QRectF) -> QPointF:
        """Return the point of `frame` where this handle is."""
        return _point(frame, self.across, self.down)

    def opposite(self, frame: QRectF) -> QPointF:
        """Return the point of `frame` that stays where it is while this handle is drawn."""
        return _point(frame, -self.across, -self.down)


HANDLES = tuple(Handle(across, down) for down in (-1, 0, 1) for across in (-1, 0, 1) if across or down)


def frame_of(crop: Crop, size: QSizeF) -> QRectF:
    """Return what `crop` leaves of a picture as large as `size`."""
    width, height = size.width(), size.height()
    corner = QPointF(crop.left * width, crop.top * height)
    return QRectF(corner, QPointF(width - crop.right * width, height - crop.bottom * height))


def crop_of(frame: QRectF, size: QSizeF) -> Crop:
    """Return the crop that leaves `frame` of a picture as large as `size`."""
    width, height = size.width(), size.height()
    return Crop(
        left=_share(frame.left() / width),
        top=_share(frame.top() / height),
        right=_share(1 - frame.right() / width),
        bottom=_share(1 - frame.bottom() / height),
    )


def point_of(focus: Focus, frame: QRectF) -> QPointF:
    """Return where `focus`, a point of what `frame` leaves, lies on the picture."""
    return QPointF(frame.x() + focus.x * frame.width(), frame.y() + focus.y * frame.height())


def focus_at(point: QPointF, frame: QRectF) -> Focus:
    """Return the focus at `point` of the picture, or as near to it as `frame` reaches."""
    return Focus(
        x=_share((point.x() - frame.x()) / frame.width()), y=_share((point.y() - frame.y()) / frame.height())
    )


def largest(ratio: float, size: QSizeF, middle: QPointF) -> QRectF:
    """Return the largest frame of the shape `ratio` (width to height), its middle as near as can be."""
    width = min(size.width(), size.height() * ratio)
    frame = QRectF(0, 0, width, width / ratio)
    frame.moveCenter(middle)
    return moved(frame, QPointF(), size)


def moved(frame: QRectF, by: QPointF, size: QSizeF) -> QRectF:
    """Return `frame` as far on as the picture goes."""
    x = min(max(frame.x() + by.x(), 0), size.width() - frame.width())
    y = min(max(frame.y() + by.y(), 0), size.height() - frame.height())
    return QRectF(x, y, frame.width(), frame.height())


def drawn(frame: QRectF, handle: Handle, to: QPointF, size: QSizeF, ratio: float | None) -> QRectF:
    """Return `frame` with `handle` drawn to a point. With a `ratio` (width to height) it keeps that shape."""
    anchor = handle.opposite(frame)
    across = _length(handle.across, anchor.x(), to.x(), size.width())
    down = _length(handle.down, anchor.y(), to.y(), size.height())
    width = frame.width() if across is None else across
    height = frame.height() if down is None else down
    if ratio is not None:
        wanted = max(0 if across is None else width, 0 if down is None else height * ratio)
        width = _fitting(wanted, handle, anchor, size, ratio)
        height = width / ratio
    left = _start(handle.across, anchor.x(), width)
    top = _start(handle.down, anchor.y(), height)
    return QRectF(left, top, width, height)


def _point(frame: QRectF, across: int, down: int) -> QPointF:
    middle = frame.center()
    return QPointF(middle.x() + across * frame.width() / 2, middle.y() + down * frame.height() / 2)


def _length(side: int, anchor: float, to: float, room: float) -> float | None:
    """Return how long a side becomes that is drawn to `to`, within its room; None where it is not drawn."""
    if not side:
        return None
    most = room - anchor if side > 0 else anchor
    return min(max((to - anchor) * side, LEAST_LEFT * room), most)


def _fitting(width: float, handle: Handle, anchor: QPointF, size: QSizeF, ratio: float) -> float:
    """Return the width nearest to `width` with which a frame of the shape `ratio` stays on the picture."""
    across = _room(handle.across, anchor.x(), size.width())
    down = _room(handle.down, anchor.y(), size.height())
    least = LEAST_LEFT * max(size.width(), size.height() * ratio)
    return min(max(width, least), across, down * ratio)


def _room(side: int, anchor: float, whole: float) -> float:
    if side == 0:
        return 2 * min(anchor, whole - anchor)
    return whole - anchor if side > 0 else anchor


def _start(side: int, anchor: float, length: float) -> float:
    """Return where a side as long as `length` begins that is held at `anchor` and drawn towards `side`."""
    return anchor - length * (1 - side) / 2


def _share(part: float) -> float:
    return min(max(part, 0.0), 1.0)
