"""One row of pictures as it is printed, with its caption, credit and alternative texts to write in place."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from bulletin_editor.model.blocks import MAX_PICTURES_IN_ROW, Picture, PictureRow
from bulletin_editor.text.normal import without_forbidden
from bulletin_editor.ui.editor.look import EditorLook
from bulletin_editor.ui.icons import icon

HEIGHTS = (84, 52, 39, 31)
"""Height of a row of one, two, three, four pictures where the row is `PRINTED_WIDTH` wide, as in print."""

PRINTED_WIDTH = 170
_GAP = 8
_CORNER = 4
_BUTTON = QSize(16, 16)


class PictureView(QWidget):
    """One picture, filling its place like on the page: what does not fit is cut off evenly."""

    def __init__(self, pixmap: QPixmap, look: EditorLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._pixmap = pixmap
        self._ground = QColor(look.mist)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the picture with round corners."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(frame, _CORNER, _CORNER)
        painter.setClipPath(outline)
        painter.fillRect(frame, self._ground)
        if not self._pixmap.isNull():
            painter.drawPixmap(_placed(self._pixmap, frame), self._pixmap, QRectF(self._pixmap.rect()))


class PictureRowPanel(QWidget):
    """Shows one `PictureRow`, and asks for another when something is changed in it.

    Signals:
        row_changed: the row has become another (the `PictureRow`; the name of the change, empty for typing).
        row_removed: the row is to go.
        pictures_wanted: pictures are to be put into the row.
        left: the officer goes back to the text (True: to a new line below).
    """

    row_changed = Signal(object, str)
    row_removed = Signal()
    pictures_wanted = Signal()
    left = Signal(bool)

    def __init__(
        self, row: PictureRow, pixmaps: Callable[[str], QPixmap], look: EditorLook, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._row = row
        self._pixmaps = pixmaps
        self._look = look
        self._views: list[PictureView] = []
        self._alts: list[QLineEdit] = []
        self._buttons: list[QToolButton] = []
        self._is_read_only = False
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFont(parent.font())
        self.setAutoFillBackground(True)
        self._pictures = QGridLayout()
        self._pictures.setSpacing(_GAP // 2)
        self._pictures.setHorizontalSpacing(_GAP)
        self.caption = self._field(self.tr("Caption of the pictures"), self.tr("Write a caption…"))
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        slanted = self.caption.font()
        slanted.setItalic(True)
        self.caption.setFont(slanted)
        self.credit = self._field(self.tr("Credit of the pictures"), self.tr("Who took the pictures"))
        self._add = self._button("image-plus", self.tr("Add pictures to the row"), self.pictures_wanted.emit)
        self._remove = self._button("delete-outline", self.tr("Remove the row"), self.row_removed.emit)
        outside = QGridLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(_GAP // 2)
        outside.addLayout(self._pictures, 0, 0)
        outside.addWidget(self.caption, 1, 0)
        outside.addLayout(self._last_line(), 2, 0)
        self._lay_out()

    @property
    def row(self) -> PictureRow:
        """The row that is shown."""
        return self._row

    def show_row(self, row: PictureRow) -> None:
        """Show what the row has become elsewhere; fields that say the same already are left alone."""
        fresh = row.pictures != self._row.pictures and _names(row) != _names(self._row)
        self._row = row
        if fresh:
            self._lay_out()
        else:
            self._fill()

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001
        """Let the row be read, and changed only if not `on`."""
        self._is_read_only = on
        for field in (self.caption, self.credit, *self._alts):
            field.setReadOnly(on)
        for button in (self._add, self._remove, *self._buttons):
            button.setVisible(not on)

    def height_at(self, width: int) -> int:
        """Return how high the row is where it is `width` wide, both in pixels."""
        height = round(width * HEIGHTS[len(self._views) - 1] / PRINTED_WIDTH)
        for view in self._views:
            view.setFixedHeight(height)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return layout.sizeHint().height()

    def focused_text(self) -> tuple[int, QLineEdit] | None:
        """Return which text of the row has the focus, and its field."""
        fields = (self.caption, self.credit, *self._alts)
        return next(((number, field) for number, field in enumerate(fields) if field.hasFocus()), None)

    def go_to(self, text: int, start: int, end: int) -> None:
        """Put the focus on a text of the row and select from `start` to `end`."""
        fields = (self.caption, self.credit, *self._alts)
        field = fields[min(text, len(fields) - 1)]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.setCursorPosition(start)
        field.setSelection(start, end - start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the text with Escape, and below the row with Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit(True)
        else:
            super().keyPressEvent(event)

    # ---- Making ----

    def _last_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        label = QLabel(self.tr("Photo:"), self)
        label.setBuddy(self.credit)
        line.addWidget(label)
        line.addWidget(self.credit, 1)
        line.addWidget(self._add)
        line.addWidget(self._remove)
        return line

    def _lay_out(self) -> None:
        """Make the views and fields of the pictures anew."""
        for widget in (*self._views, *self._alts):  # the buttons go with the views
            self._pictures.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._views, self._alts, self._buttons = [], [], []
        for column in range(MAX_PICTURES_IN_ROW):
            self._pictures.setColumnStretch(column, int(column < len(self._row.pictures)))
        for number, picture in enumerate(self._row.pictures):
            self._add_picture(number, picture)
        for before, after in zip((*self._alts, self.caption), (*self._alts, self.caption)[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self._add.setEnabled(len(self._row.pictures) < MAX_PICTURES_IN_ROW)
        self._fill()
        self.set_read_only(self._is_read_only)

    def _add_picture(self, number: int, picture: Picture) -> None:
        view = PictureView(self._pixmaps(picture.sha256), self._look, self)
        alt = self._field(
            self.tr("Alternative text of picture {}").format(number + 1), self.tr("What the picture shows…")
        )
        sign = alt.addAction(icon("eye-outline"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setText(alt.accessibleName())
        self._pictures.addWidget(view, 0, number)
        self._pictures.addWidget(alt, 1, number)
        self._lay_buttons(view, number)
        self._views.append(view)
        self._alts.append(alt)
        view.show()
        alt.show()

    def _lay_buttons(self, view: PictureView, number: int) -> None:
        """Put the buttons of a picture into its upper right corner."""
        made = (
            self._button(
                "arrow-left", self.tr("Move picture {} left"), lambda: self._move(number, -1), number
            ),
            self._button(
                "arrow-right", self.tr("Move picture {} right"), lambda: self._move(number, 1), number
            ),
            self._button("close", self.tr("Remove picture {}"), lambda: self._take_out(number), number),
        )
        made[0].setEnabled(number > 0)
        made[1].setEnabled(number + 1 < len(self._row.pictures))
        line = QHBoxLayout(view)
        line.setContentsMargins(_GAP // 2, _GAP // 2, _GAP // 2, _GAP // 2)
        line.setSpacing(2)
        line.addStretch(1)
        for button in made:
            button.setStyleSheet(f"QToolButton {{ background: {self._look.paper}; padding: 2px; }}")
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)

    def _button(self, name: str, tip: str, slot: Callable[[], object], number: int = 0) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(_BUTTON)
        button.setAutoRaise(True)
        button.setToolTip(tip.format(number + 1))
        button.setAccessibleName(tip.format(number + 1))
        button.clicked.connect(lambda: slot())
        return button

    def _field(self, name: str, placeholder: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setPlaceholderText(placeholder)
        field.textChanged.connect(self._typed)
        return field

    # ---- Changing ----

    def _fill(self) -> None:
        texts = (self._row.caption, self._row.credit, *(picture.alt for picture in self._row.pictures))
        written = self._written()
        shown = (written.caption, written.credit, *(picture.alt for picture in written.pictures))
        for field, text, now in zip((self.caption, self.credit, *self._alts), texts, shown, strict=True):
            if text != now:
                field.blockSignals(True)
                position = field.cursorPosition() if field.hasFocus() else 0
                field.setText(text)
                field.setCursorPosition(min(position, len(text)))
                field.blockSignals(False)

    def _written(self) -> PictureRow:
        """Return the row with what stands in the fields."""
        pictures = tuple(
            replace(picture, alt=without_forbidden(alt.text()))
            for picture, alt in zip(self._row.pictures, self._alts, strict=True)
        )
        caption, credit = without_forbidden(self.caption.text()), without_forbidden(self.credit.text())
        return replace(self._row, caption=caption, credit=credit, pictures=pictures)

    def _typed(self) -> None:
        self._become(self._written(), "")

    def _move(self, number: int, by: int) -> None:
        pictures = list(self._row.pictures)
        pictures.insert(number + by, pictures.pop(number))
        self._become(replace(self._row, pictures=tuple(pictures)), self.tr("Move picture"))

    def _take_out(self, number: int) -> None:
        pictures = self._row.pictures[:number] + self._row.pictures[number + 1 :]
        if pictures:
            self._become(replace(self._row, pictures=pictures), self.tr("Remove picture"))
        else:
            self.row_removed.emit()

    def _become(self, row: PictureRow, name: str) -> None:
        if row != self._row:
            self.show_row(row)
            self.row_changed.emit(row, name)


def _names(row: PictureRow) -> tuple[str, ...]:
    return tuple(picture.sha256 for picture in row.pictures)


def _placed(pixmap: QPixmap, frame: QRectF) -> QRectF:
    """Return where the whole picture lies so that it covers `frame`; a tall one is shown whole."""
    by_width, by_height = frame.width() / pixmap.width(), frame.height() / pixmap.height()
    is_tall = pixmap.height() > pixmap.width()
    factor = min(by_width, by_height) if is_tall else max(by_width, by_height)
    width, height = pixmap.width() * factor, pixmap.height() * factor
    return QRectF((frame.width() - width) / 2, (frame.height() - height) / 2, width, height)
