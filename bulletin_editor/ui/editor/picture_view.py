"""One picture of a row, as on the page, with what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from bulletin_editor.export.picture_fit import Fit
from bulletin_editor.ui.editor.look import EditorLook
from bulletin_editor.ui.icons import icon

_CORNER = 4  # px
_ROOM = 4  # px between the edge of the picture and what lies over it
_ICON = QSize(16, 16)


class PictureView(QWidget):
    """Shows a picture cut as on the page, and asks for what is to be done with it.

    Signals:
        edit_wanted: the picture is to be cropped, turned or otherwise adjusted.
        move_wanted(int): it is to go one place to the right (1) or to the left (-1).
        removal_wanted: it is to go.
    """

    edit_wanted = Signal()
    move_wanted = Signal(int)
    removal_wanted = Signal()

    def __init__(self, number: int, look: EditorLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._pixmap = QPixmap()
        self._fit = Fit(width=1, height=1)
        self._warning = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture {}").format(number))
        self._tools = (
            self._button("pencil-outline", self.tr("Edit picture {}"), self.edit_wanted.emit),
            self._button("arrow-left", self.tr("Move picture {} left"), lambda: self.move_wanted.emit(-1)),
            self._button("arrow-right", self.tr("Move picture {} right"), lambda: self.move_wanted.emit(1)),
            self._button("close", self.tr("Remove picture {}"), self.removal_wanted.emit),
        )
        for button in self._tools:
            name = button.toolTip().format(number)
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._lay_out()

    @property
    def tools(self) -> tuple[QToolButton, ...]:
        """The buttons that lie over the picture, from the left."""
        return self._tools

    @property
    def warning(self) -> str:
        """What is said over the picture; empty where all is well."""
        return self._warning

    def show_picture(self, pixmap: QPixmap, fit: Fit) -> None:
        """Show `pixmap` cut as `fit` says; a null one leaves what was shown before."""
        self._fit = fit
        if not pixmap.isNull():
            self._pixmap = pixmap
        self.update()

    def clear(self) -> None:
        """Show an empty frame: another picture comes."""
        self._pixmap = QPixmap()
        self.update()

    def warn(self, words: str) -> None:
        """Say `words` over the picture; none take the warning away."""
        self._warning = words
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def allow(self, *, editing: bool, left: bool, right: bool) -> None:
        """Let the picture be changed, and moved to its left and right, or not."""
        for button, on in zip(self._tools, (True, left, right, True), strict=True):
            button.setEnabled(on)
            button.setVisible(editing)

    # ---- Hands ----

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Edit the picture."""
        self._ask_to_edit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit the picture with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_to_edit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the picture."""
        usable = [button for button in self._tools if not button.isHidden()]
        if not usable:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in usable:
            action = menu.addAction(button.icon(), button.accessibleName())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(event.globalPos())

    def _ask_to_edit(self) -> None:
        if not self._tools[0].isHidden():
            self.edit_wanted.emit()

    # ---- Painting ----

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the picture with round corners, its warning, and a line around it while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(frame, _CORNER, _CORNER)
        painter.setClipPath(outline)
        painter.fillRect(frame, QColor(self._look.mist))
        if not self._pixmap.isNull():
            painter.drawPixmap(frame, self._pixmap, seen_part(self._pixmap, self._fit))
        if self._warning:
            self._paint_warning(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._look.gold), 4))
            painter.drawPath(outline)

    def _paint_warning(self, painter: QPainter) -> None:
        words, side = painter.fontMetrics().boundingRect(self._warning), _ICON.width()
        width, height = words.width() + side + 4 * _ROOM, max(side, words.height()) + _ROOM
        plate = QRect(_ROOM, self.height() - height - _ROOM, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.paper))
        painter.drawRoundedRect(plate, _CORNER, _CORNER)
        sign = QRect(plate.left() + _ROOM, plate.top() + (height - side) // 2, side, side)
        icon("alert", "warning").paint(painter, sign)
        painter.setPen(QColor(self._look.ink))
        text = plate.adjusted(side + 2 * _ROOM, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self._warning)

    # ---- Making ----

    def _button(self, name: str, tip: str, slot: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(_ICON)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setStyleSheet(f"QToolButton {{ background: {self._look.paper}; padding: 2px; }}")
        button.clicked.connect(lambda: slot())
        return button

    def _lay_out(self) -> None:
        """Put the buttons into the upper right corner."""
        line = QHBoxLayout(self)
        line.setContentsMargins(_ROOM, _ROOM, _ROOM, _ROOM)
        line.setSpacing(2)
        line.addStretch(1)
        for button in self._tools:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


def seen_part(pixmap: QPixmap, fit: Fit) -> QRectF:
    """Return the part of `pixmap` that `fit` leaves in sight."""
    left, top, right, bottom = fit.crop
    width, height = pixmap.width(), pixmap.height()
    return QRectF(left * width, top * height, (1 - left - right) * width, (1 - top - bottom) * height)
