"""One row of pictures as it is printed, with its caption, credit and alternative texts to write in place."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from bulletin_editor.model.blocks import MAX_PICTURES_IN_ROW, PictureRow
from bulletin_editor.model.picture_edits import arrangement_of
from bulletin_editor.model.resolution import LEAST_DPI
from bulletin_editor.text.normal import without_forbidden
from bulletin_editor.ui.editor.layout_chooser import LayoutChooser
from bulletin_editor.ui.editor.look import EditorLook
from bulletin_editor.ui.editor.picture_view import PictureView
from bulletin_editor.ui.editor.printed_rows import PrintedRows
from bulletin_editor.ui.icons import icon

_GAP = 4  # px
_BUTTON = QSize(16, 16)


class PictureRowPanel(QWidget):
    """Shows one `PictureRow`, and asks for another when something is changed in it.

    Signals:
        row_changed: the row has become another (the `PictureRow`; the name of the change, empty for typing).
        row_removed: the row is to go.
        pictures_wanted: pictures are to be put into the row.
        editing_wanted(int): the picture with this number, from 0, is to be edited.
        arrangement_wanted(Arrangement): the pictures are to stand otherwise.
        left: the officer goes back to the text (True: to a new line below).
    """

    row_changed = Signal(object, str)
    row_removed = Signal()
    pictures_wanted = Signal()
    editing_wanted = Signal(int)
    arrangement_wanted = Signal(object)
    left = Signal(bool)

    def __init__(self, row: PictureRow, printed: PrintedRows, look: EditorLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self._printed = printed
        self._look = look
        self._views: list[PictureView] = []
        self._alts: list[QLineEdit] = []
        self._is_read_only = False
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFont(parent.font())
        self.setAutoFillBackground(True)
        self.setToolTip(self.tr("Keyboard: F2 or Tab goes from the text into the pictures, Esc back."))
        self._pictures = QWidget(self)
        self._alt_line = QHBoxLayout()
        self._alt_line.setSpacing(2 * _GAP)
        self.caption = self._field(self.tr("Caption of the pictures"), self.tr("Write a caption…"))
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        slanted = self.caption.font()
        slanted.setItalic(True)
        self.caption.setFont(slanted)
        self.credit = self._field(self.tr("Credit of the pictures"), self.tr("Who took the pictures"))
        self._layouts = LayoutChooser(look.ink, self)
        self._layouts.chosen.connect(self.arrangement_wanted)
        self._add = self._button("image-plus", self.tr("Add pictures to the row"), self.pictures_wanted.emit)
        self._remove = self._button("delete-outline", self.tr("Remove the row"), self.row_removed.emit)
        self._lay_out()
        self._follow_count()

    @property
    def row(self) -> PictureRow:
        """The row that is shown."""
        return self._row

    @property
    def views(self) -> list[PictureView]:
        """The pictures, in their order."""
        return self._views

    def show_row(self, row: PictureRow) -> None:
        """Show what the row has become elsewhere; fields that say the same already are left alone."""
        before, self._row = self._row, row
        if len(row.pictures) != len(before.pictures):
            self._follow_count()
            return
        for view, old, new in zip(self._views, before.pictures, row.pictures, strict=True):
            if old.sha256 != new.sha256:
                view.clear()
        self._fill()
        self.show_pictures()

    def show_pictures(self) -> None:
        """Show the pictures as they are printed now."""
        fits = self._printed.fits(self._row)
        self._layouts.show_arrangement(arrangement_of(self._row), len(self._row.pictures))
        for view, picture, fit in zip(self._views, self._row.pictures, fits, strict=True):
            view.show_picture(self._printed.pixmap(picture), fit)
            resolution = self._printed.resolution(picture, fit)
            is_low = resolution is not None and resolution.dpi < LEAST_DPI
            view.warn(self.tr("{} dpi").format(resolution.dpi) if resolution and is_low else "")
        self._place_views()

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001
        """Let the row be read, and changed only if not `on`."""
        self._is_read_only = on
        for field in (self.caption, self.credit, *self._alts):
            field.setReadOnly(on)
        for widget in (self._add, self._remove, self._layouts):
            widget.setVisible(not on)
        for number, view in enumerate(self._views):
            view.allow(editing=not on, left=number > 0, right=number + 1 < len(self._views))

    def height_at(self, width: int) -> int:
        """Return how high the row is where it is `width` wide, both in pixels."""
        places = self._printed.places(self._row, width)
        self._pictures.setFixedHeight(max(place.bottom() + 1 for place in places))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return layout.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pictures be as large as on the page."""
        super().resizeEvent(event)
        self._place_views()

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the click: the text behind would bring all of the row into sight, under the second click."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the text with Escape, and below the row with Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit(True)
        else:
            super().keyPressEvent(event)

    # ---- Making ----

    def _lay_out(self) -> None:
        outside = QGridLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(_GAP)
        outside.addWidget(self._pictures, 0, 0)
        outside.addLayout(self._alt_line, 1, 0)
        outside.addWidget(self.caption, 2, 0)
        last = QHBoxLayout()
        label = QLabel(self.tr("Photo:"), self)
        label.setBuddy(self.credit)
        last.addWidget(label)
        last.addWidget(self.credit, 1)
        for widget in (self._layouts, self._add, self._remove):
            last.addWidget(widget)
        outside.addLayout(last, 3, 0)

    def _follow_count(self) -> None:
        """Have a view and a field for each picture, and no other."""
        for widget in (*self._views, *self._alts):
            widget.hide()
            widget.deleteLater()
        self._views, self._alts = [], []
        for number in range(len(self._row.pictures)):
            self._add_picture(number)
        self._order_tabs()
        self._add.setEnabled(len(self._row.pictures) < MAX_PICTURES_IN_ROW)
        self._fill()
        self.show_pictures()
        self.set_read_only(self._is_read_only)

    def _add_picture(self, number: int) -> None:
        view = PictureView(number + 1, self._look, self._pictures)
        view.edit_wanted.connect(lambda: self.editing_wanted.emit(number))
        view.move_wanted.connect(lambda by: self._move(number, by))
        view.removal_wanted.connect(lambda: self._take_out(number))
        alt = self._field(
            self.tr("Alternative text of picture {}").format(number + 1), self.tr("What the picture shows…")
        )
        sign = alt.addAction(icon("eye-outline"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setText(alt.accessibleName())
        self._alt_line.addWidget(alt)
        self._views.append(view)
        self._alts.append(alt)
        view.show()
        alt.show()

    def _order_tabs(self) -> None:
        over_pictures = [widget for view in self._views for widget in (view, *view.tools)]
        last = (*self._layouts.buttons, self._add, self._remove)
        order = (*over_pictures, *self._alts, self.caption, self.credit, *last)
        for before, after in zip(order, order[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _place_views(self) -> None:
        for view, place in zip(self._views, self._printed.places(self._row, self.width()), strict=True):
            view.setGeometry(place)

    def _button(self, name: str, tip: str, slot: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(_BUTTON)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
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
        self._views[number + by].setFocus()  # the hands stay on the same picture

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
