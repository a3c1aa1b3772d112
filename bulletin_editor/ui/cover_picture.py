"""The cover picture as it is printed: adjusted, and cut to its frame on the cover."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from bulletin_editor.export.compose import cover_frame
from bulletin_editor.export.picture_fit import Fit, Shape, fitted
from bulletin_editor.export.template_settings import TemplateSettings
from bulletin_editor.model.adjustments import developed_size
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.ui.editor.picture_view import seen_part
from bulletin_editor.ui.shown_pictures import ShownPictures

_SIZE = QSize(320, 160)  # px


class CoverPicture(QFrame):
    """Shows the cover picture of an issue, or that there is none.

    Signals:
        edit_wanted: the picture is to be edited.
    """

    edit_wanted = Signal()

    def __init__(self, shown: ShownPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown
        self._settings: TemplateSettings | None = None
        self._issue: Issue | None = None
        self._file: PictureFile | None = None
        self.setFixedSize(_SIZE)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Cover picture"))
        shown.made.connect(self.update)

    @property
    def is_at_hand(self) -> bool:
        """Whether there is a picture, with its file."""
        return self._file is not None

    def show_picture(self, issue: Issue, pictures: Mapping[str, PictureFile]) -> None:
        """Show the cover picture of `issue`; `pictures` holds the files at hand by their SHA-256."""
        picture = issue.cover_picture
        self._issue = issue
        self._file = pictures.get(picture.sha256) if picture else None
        self._shown.keep((picture,) if picture else ())
        self.setAccessibleDescription("" if picture else self._absence())
        self.update()

    def measure_by(self, settings: TemplateSettings) -> None:
        """Cut the picture as a template with `settings` does."""
        self._settings = settings
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Edit the picture."""
        self.edit_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit the picture with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what the cover shows of the picture, in the middle."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.contentsRect()).adjusted(2, 2, -2, -2)
        picture = self._issue.cover_picture if self._issue else None
        if self._issue and picture is None:
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._absence())
        if picture and self._file:
            pixmap, fit = self._shown.pixmap(picture, self._file), self._fit(self._file)
            if not pixmap.isNull():
                painter.drawPixmap(_placed(fit, room), pixmap, seen_part(pixmap, fit))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.drawRect(room)

    def _absence(self) -> str:
        return self.tr("No cover picture yet")

    def _fit(self, file: PictureFile) -> Fit:
        assert self._issue is not None and self._issue.cover_picture is not None, "there is a picture"
        picture = self._issue.cover_picture
        shape = Shape(*developed_size(file.width, file.height, picture.adjustments), picture.focus)
        if self._settings is None:
            return Fit(width=shape.width, height=shape.height)
        return fitted(shape, *cover_frame(self._issue, self._settings))


def _placed(fit: Fit, room: QRectF) -> QRectF:
    """Return where a picture with the measures of `fit` lies in `room`: as large as it can be."""
    scale = min(room.width() / fit.width, room.height() / fit.height)
    place = QRectF(0, 0, fit.width * scale, fit.height * scale)
    place.moveCenter(room.center())
    return place
