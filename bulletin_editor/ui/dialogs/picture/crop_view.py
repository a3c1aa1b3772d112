"""The picture in the dialog: what is cropped off is dim, and mouse and keys move the frame and the focus."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from bulletin_editor.model.adjustments import Adjustments, Crop, Focus, straightened_size
from bulletin_editor.ui.developing import draw_straightened, toned
from bulletin_editor.ui.dialogs.picture import drawing
from bulletin_editor.ui.dialogs.picture.frame import (
    HANDLES,
    Handle,
    crop_of,
    drawn,
    focus_at,
    frame_of,
    moved,
    point_of,
)

_MARGIN = 12  # px around the picture, where handles reach out
_REACH = 12  # px from a handle at which it is still caught
_STEP = 0.01  # of the picture, that an arrow key goes
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-_STEP, 0),
    Qt.Key.Key_Right: QPointF(_STEP, 0),
    Qt.Key.Key_Up: QPointF(0, -_STEP),
    Qt.Key.Key_Down: QPointF(0, _STEP),
}


class CropView(QWidget):
    """Shows a picture with its crop, its focus, and what its place on the page leaves of it.

    Signals:
        cropped(Crop): the frame was moved or drawn.
        focused(Focus): another point is to stay in sight.
    """

    cropped = Signal(object)
    focused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._toned = QImage()
        self._whole = QPixmap()
        self._adjustments = Adjustments()
        self._focus = Focus()
        self._seen = Crop()
        self._slogan = 0.0
        self._ratio: float | None = None
        self._has_grid = False
        self._drag: _Drag | None = None
        self.setAccessibleName(self.tr("Picture"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move the crop, with Shift they resize it, with Ctrl they move the focus.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(320, 240))

    @property
    def image(self) -> QImage:
        """The copy of the original that is shown; a null image until it is there."""
        return self._image

    def show_picture(self, image: QImage) -> None:
        """Show `image`, a copy of the stored original."""
        self._image = image
        self._whole = QPixmap()
        self._toned = QImage()
        self.update()

    def show_adjusted(self, adjustments: Adjustments, focus: Focus, seen: Crop) -> None:
        """Show the picture as `adjustments` and `focus` say.

        `seen` is what its place on the page cuts off the cropped picture.
        """
        before, self._adjustments = self._adjustments, adjustments
        self._focus, self._seen = focus, seen
        if (before.brightness, before.contrast) != (adjustments.brightness, adjustments.contrast):
            self._toned = QImage()
        if replace(before, crop=adjustments.crop) != adjustments:
            self._whole = QPixmap()
        self.update()

    def hold_shape(self, ratio: float | None) -> None:
        """Keep the frame in the shape `ratio` (width to height) from now on, or let it be free."""
        self._ratio = ratio

    def show_slogan(self, share: float) -> None:
        """Show that the slogan stands on this share of the page's frame, at its foot."""
        self._slogan = share
        self.update()

    def show_grid(self, on: bool) -> None:  # noqa: FBT001
        """Lay a fine grid over the picture: beside its lines one sees what is not level."""
        self._has_grid = on
        self.update()

    # ---- Where things are ----

    def room(self) -> QRectF:
        """Return where the picture is in the widget, all of it that turning and straightening leave."""
        size = self._picture_size()
        available = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size.scale(available.size(), Qt.AspectRatioMode.KeepAspectRatio)
        room = QRectF(QPointF(), size)
        room.moveCenter(available.center())
        return room

    def frame(self) -> QRectF:
        """Return where in the widget the frame of the crop is."""
        room = self.room()
        return frame_of(self._adjustments.crop, room.size()).translated(room.topLeft())

    def _seen_frame(self, frame: QRectF) -> QRectF:
        return frame_of(self._seen, frame.size()).translated(frame.topLeft())

    def _picture_size(self) -> QSizeF:
        width, height = (4, 3) if self._image.isNull() else self._image.size().toTuple()
        return QSizeF(*straightened_size(width, height, self._adjustments))

    def _handle_at(self, point: QPointF) -> Handle | None:
        frame = self.frame()
        near = [(_distance(handle.on(frame), point), handle) for handle in HANDLES]
        distance, handle = min(near, key=lambda pair: pair[0])
        return handle if distance <= _REACH else None

    # ---- Mouse ----

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, or of one of its handles."""
        if event.button() is Qt.MouseButton.LeftButton and not self._image.isNull():
            at = event.position()
            self._drag = _Drag(at, self.frame(), self._handle_at(at))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held; else show by the pointer what can be taken hold of."""
        if self._drag is None:
            self.setCursor(drawing.pointer(self._handle_at(event.position()), self.room(), event.position()))
        elif self._drag.goes_on(event.position()):
            self._become(self._drag.frame_at(event.position(), self.room(), self._ratio))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a click that moved nothing sets the focus, there or at the nearest point of the frame."""
        drag, self._drag = self._drag, None
        at = event.position()
        if drag and not drag.has_moved and drag.handle is None and self.room().contains(at):
            self.focused.emit(focus_at(at, self.frame()))

    # ---- Keys ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the frame by the arrows, its edges with Shift, the focus with Ctrl."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or self._image.isNull():
            super().keyPressEvent(event)
            return
        room = self.room()
        by = QPointF(step.x() * room.width(), step.y() * room.height())
        frame = self.frame()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focused.emit(focus_at(point_of(self._focus, frame) + by, frame))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            edge = Handle(1, 0) if step.x() else Handle(0, 1)
            self._become(_Drag(edge.on(frame), frame, edge).frame_at(edge.on(frame) + by, room, self._ratio))
        else:
            self._become(_Drag(frame.center(), frame, None).frame_at(frame.center() + by, room, self._ratio))

    def _become(self, frame: QRectF) -> None:
        room = self.room()
        self.cropped.emit(crop_of(frame.translated(-room.topLeft()), room.size()))

    # ---- Painting ----

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the picture, and over it all that is said about it."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        room, frame = self.room(), self.frame()
        if self._image.isNull():
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.tr("Opening the picture…"))
            return
        painter.drawPixmap(room.topLeft(), self._drawn_whole(room.size()))
        drawing.paint_crop(painter, room, frame)
        drawing.paint_grid(painter, room if self._has_grid else frame, fine=self._has_grid)
        seen = self._seen_frame(frame)
        drawing.paint_seen(painter, frame, seen)
        if self._slogan:
            drawing.paint_slogan(painter, seen, self._slogan, self.tr("Covered by the slogan"))
        drawing.paint_focus(painter, point_of(self._focus, frame))
        drawing.paint_handles(painter, frame, has_focus=self.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the picture anew in another size."""
        super().resizeEvent(event)
        self._whole = QPixmap()

    def _drawn_whole(self, size: QSizeF) -> QPixmap:
        """Return the picture turned, straightened and toned, drawn once for as long as that stays."""
        if self._whole.isNull():
            if self._toned.isNull():
                self._toned = toned(self._image, self._adjustments)
            ratio = self.devicePixelRatioF()
            self._whole = QPixmap((size * ratio).toSize())
            self._whole.setDevicePixelRatio(ratio)
            self._whole.fill(Qt.GlobalColor.white)
            painter = QPainter(self._whole)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            draw_straightened(painter, self._toned, self._adjustments, size)
            painter.end()
        return self._whole


class _Drag:
    """One pull at the frame, from the press of the button to its release."""

    def __init__(self, start: QPointF, frame: QRectF, handle: Handle | None) -> None:
        self.handle = handle
        self.has_moved = False
        self._start = start
        self._frame = frame

    def goes_on(self, at: QPointF) -> bool:
        """Tell whether the mouse has gone far enough to mean more than a click."""
        far = (at - self._start).manhattanLength() >= QApplication.startDragDistance()
        self.has_moved = self.has_moved or far
        return self.has_moved

    def frame_at(self, at: QPointF, room: QRectF, ratio: float | None) -> QRectF:
        """Return where the frame is with the mouse at `at`, all in the widget."""
        frame = self._frame.translated(-room.topLeft())
        by = at - self._start
        if self.handle is None:
            there = moved(frame, by, room.size())
        else:
            there = drawn(frame, self.handle, self.handle.on(frame) + by, room.size(), ratio)
        return there.translated(room.topLeft())


def _distance(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
