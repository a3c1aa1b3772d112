"""The rows of pictures in the document: each is one character of it, and a panel that lies over its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication, QWidget

from bulletin_editor.model.blocks import MAX_PICTURES_IN_ROW, Picture, PictureRow
from bulletin_editor.model.picture_edits import Arrangement, arranged
from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.editor.document_reader import Reading
from bulletin_editor.ui.editor.formats import KEY, PICTURES_OBJECT, kind_of
from bulletin_editor.ui.editor.lines import Kind, PicturesLine
from bulletin_editor.ui.editor.offsets import to_characters, to_units
from bulletin_editor.ui.editor.picture_row_panel import PictureRowPanel
from bulletin_editor.ui.editor.places import line_at
from bulletin_editor.ui.editor.printed_rows import PrintedRows
from bulletin_editor.ui.shown_pictures import ShownPictures

if TYPE_CHECKING:
    from bulletin_editor.ui.editor.article_edit import ArticleEdit

_CURSOR = 1  # px
_AIR = 8  # px above and below what is brought into sight


class _Room(QPyTextObject):
    """Keeps the place of a row free in the layout of the text; the panel draws itself."""

    def __init__(self, rows: PictureRows) -> None:
        super().__init__(rows)
        self._rows = rows

    def intrinsicSize(self, document: QTextDocument, position: int, style: QTextFormat) -> QSizeF:  # noqa: N802, ARG002
        return self._rows.size_of(style.intProperty(KEY))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        style: QTextFormat,
    ) -> None:
        pass


class PictureRows(QObject):
    """Keeps a panel over each row of pictures of one `ArticleEdit`, and its value in the document."""

    def __init__(self, edit: ArticleEdit, shown: ShownPictures) -> None:
        super().__init__(edit)
        self.printed = PrintedRows(shown, self)
        self._edit = edit
        self._panels: dict[int, PictureRowPanel] = {}
        self._positions: dict[int, int] = {}
        self._is_making_room = False
        self._room = _Room(self)
        layout = edit.document().documentLayout()
        layout.registerHandler(PICTURES_OBJECT, self._room)
        layout.documentSizeChanged.connect(self._follow_size)
        edit.verticalScrollBar().valueChanged.connect(self._place_all)
        self.printed.changed.connect(self._show_again)
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there are widgets"
        application.focusChanged.connect(self._follow_focus)

    @property
    def panels(self) -> list[PictureRowPanel]:
        """The panels in the order of the text."""
        return [self._panels[key] for key in sorted(self._panels, key=self._positions.__getitem__)]

    def follow(self, reading: Reading) -> None:
        """Have a panel for each row of `reading`, and no other."""
        rows = {line.line.key: line for line in reading.lines if isinstance(line.line, PicturesLine)}
        self._positions = {key: line.start for key, line in rows.items()}
        gone = [self._panels.pop(key) for key in self._panels.keys() - rows.keys()]
        for panel in gone:
            if panel.isAncestorOf(panel.window().focusWidget()):
                self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
            panel.hide()
            panel.deleteLater()
        fresh = rows.keys() - self._panels.keys()
        for key, line in rows.items():
            assert isinstance(line.line, PicturesLine)
            if key in fresh:
                self._panels[key] = self._panel(key, line.line.row)
            else:
                self._panels[key].show_row(line.line.row)
        self._make_room(fresh)
        self._place_all()
        self.follow_cursor()

    def follow_cursor(self) -> None:
        """Hide Qt's cursor while it stands on a row: it would be as high as that, or under it."""
        if self._edit.is_changing:
            return  # comes again once the text has been read
        on_row = kind_of(self._edit.textCursor().block()) is Kind.PICTURES
        before, now = self._edit.cursorWidth(), 0 if on_row else _CURSOR
        if before != now:
            self._edit.setCursorWidth(now)
        if 0 in (before, now):
            self._edit.viewport().update()

    def put(self, position: int, line: PicturesLine) -> None:
        """Let the row at `position` of the document be `line`."""
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(self._edit.formats.pictures(line))

    def fill(self, cursor: QTextCursor, pictures: tuple[Picture, ...]) -> tuple[Picture, ...]:
        """Put pictures into the row on which `cursor` stands; return those for which there was no room."""
        key = self._key_at(cursor.block())
        if key is None:
            return pictures
        row = self._panels[key].row
        room = MAX_PICTURES_IN_ROW - len(row.pictures)
        if room:
            fuller = replace(row, pictures=row.pictures + pictures[:room])
            self.put(self._positions[key], PicturesLine(fuller, key))
        return pictures[room:]

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001
        """Let the rows be changed only if not `on`."""
        for panel in self._panels.values():
            panel.set_read_only(on)

    def write_caption(self, block: QTextBlock) -> bool:
        """Put the focus on the caption of the row in `block`, and tell whether there is one."""
        key = self._key_at(block)
        if key is not None:
            self._panels[key].caption.setFocus(Qt.FocusReason.OtherFocusReason)
        return key is not None

    def enter(self, block: QTextBlock) -> bool:
        """Put the focus on the first control of the row in `block`, and tell whether there is one."""
        key = self._key_at(block)
        if key is not None:
            self._panels[key].views[0].setFocus(Qt.FocusReason.TabFocusReason)
        return key is not None

    def place(self, reading: Reading) -> Place | None:
        """Return the place in a row of pictures that has the focus."""
        for key, panel in self._panels.items():
            focused = panel.focused_text()
            spot = reading.spots[reading.line_number(self._positions[key])]
            if focused is None or spot is None:
                continue
            number, field = focused
            at, length = field.selectionStart(), field.selectionLength()
            start = at if at >= 0 else field.cursorPosition()
            text = field.text()
            return Place(
                part=Part.BODY,
                block=spot.block,
                text=number,
                start=to_characters(text, start),
                end=to_characters(text, start + length),
            )
        return None

    def go_to(self, place: Place, reading: Reading) -> bool:
        """Put the focus on `place` if it is in a row of pictures, and tell whether it is."""
        line = line_at(place, reading)
        if line is None or not isinstance(line.line, PicturesLine):
            return False
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(line.start)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
        panel = self._panels[line.line.key]
        row = panel.row
        texts = (row.caption, row.credit, *(picture.alt for picture in row.pictures))
        text = texts[min(place.text, len(texts) - 1)]
        panel.go_to(place.text, to_units(text, place.start), to_units(text, place.end))
        return True

    def size_of(self, key: int) -> QSizeF:
        """Return the room that the row `key` takes, in pixels."""
        width = self._width()
        panel = self._panels.get(key)
        return QSizeF(width, panel.height_at(width) if panel else width / 2)

    # ---- Panels ----

    def _panel(self, key: int, row: PictureRow) -> PictureRowPanel:
        panel = PictureRowPanel(row, self.printed, self._edit.formats.look, self._edit.viewport())
        panel.set_read_only(self._edit.isReadOnly())
        panel.row_changed.connect(lambda row, name: self._changed(key, row, name))
        panel.row_removed.connect(lambda: self._remove(key))
        panel.pictures_wanted.connect(lambda: self._ask(key))
        panel.editing_wanted.connect(lambda number: self._ask_to_edit(key, number))
        panel.arrangement_wanted.connect(lambda arrangement: self._arrange(key, arrangement))
        panel.left.connect(lambda below: self._leave(key, below))
        for field in (panel.caption, panel.credit):
            field.cursorPositionChanged.connect(self._edit.cursor_moved)
        return panel

    def _changed(self, key: int, row: PictureRow, name: str) -> None:
        with self._edit.step(name):
            self.put(self._positions[key], PicturesLine(row, key))

    def _remove(self, key: int) -> None:
        with self._edit.step(self.tr("Remove pictures")) as cursor:
            cursor.setPosition(self._positions[key])
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self._edit.setTextCursor(cursor)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, key: int) -> None:
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(self._positions[key])
        self._edit.setTextCursor(cursor)
        self._edit.pictures_wanted.emit()

    def _ask_to_edit(self, key: int, number: int) -> None:
        block = self._block_of(key)
        if block is not None:
            self._edit.picture_editing_wanted.emit(block, number)

    def _arrange(self, key: int, arrangement: Arrangement) -> None:
        """Let the pictures of a row stand otherwise: that may take several rows."""
        block = self._block_of(key)
        if block is None:
            return
        rows = arranged(self._panels[key].row, arrangement)
        self._edit.put_blocks(block, rows, self.tr("Arrange pictures"))

    def _block_of(self, key: int) -> int | None:
        """Return the number of the block that the row is."""
        reading = self._edit.reading
        spot = reading.spots[reading.line_number(self._positions[key])]
        return spot.block if spot else None

    def _leave(self, key: int, below: bool) -> None:  # noqa: FBT001
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(self._positions[key] + 1)
        if below:
            following = cursor.block().next()
            if kind_of(following) is Kind.PARAGRAPH and not following.text():
                cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
            else:
                cursor.insertBlock()
                cursor.setBlockFormat(self._edit.formats.block(Kind.PARAGRAPH))
                cursor.setBlockCharFormat(self._edit.formats.characters(Kind.PARAGRAPH))
        self._edit.setTextCursor(cursor)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key_at(self, block: QTextBlock) -> int | None:
        first, end = block.position(), block.position() + block.length()
        return next((key for key, at in self._positions.items() if first <= at < end), None)

    def _width(self) -> int:
        document = self._edit.document()
        return max(120, int(self._edit.viewport().width() - 2 * document.documentMargin()) - 2)

    def _make_room(self, keys: Iterable[int]) -> None:
        """Let the text leave the room for new rows; they are placed once it has, and not for each of them."""
        self._is_making_room = True
        try:
            for key in keys:
                self._edit.document().markContentsDirty(self._positions[key], 1)
        finally:
            self._is_making_room = False

    def _show_again(self) -> None:
        """Show the rows as they are printed now; one that is as high as before keeps its place."""
        for key, panel in self._panels.items():
            before = panel.height()
            panel.show_pictures()
            if panel.height_at(self._width()) != before:
                self._edit.document().markContentsDirty(self._positions[key], 1)

    def _follow_size(self) -> None:
        """Place the rows unless the text is being changed: they are placed once it has been read again."""
        if not (self._edit.is_changing or self._is_making_room):
            self._place_all()

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Bring what got the focus in a row into sight.

        What the mouse clicked on stays where it is: else a double click would hit something else. So does
        what has the focus again because the window came back.
        """
        if old is None or new is None or QGuiApplication.mouseButtons():
            return
        viewport = self._edit.viewport()
        if not viewport.isAncestorOf(new) or old.window() is not new.window():
            return
        above = new.mapTo(viewport, QPoint()).y() - _AIR
        below = above + new.height() + 2 * _AIR - viewport.height()
        bar = self._edit.verticalScrollBar()
        bar.setValue(bar.value() + min(above, max(below, 0)))

    def _place_all(self) -> None:
        document = self._edit.document()
        right, down = self._edit.horizontalScrollBar().value(), self._edit.verticalScrollBar().value()
        for key, panel in self._panels.items():
            block = document.findBlock(self._positions[key])
            if not block.isValid():
                continue  # the text is being written, and the row is about to go
            document.documentLayout().blockBoundingRect(block)  # lays the text out as far as here
            layout = block.layout()
            if not layout.lineCount():
                continue
            corner = layout.position() + layout.lineAt(0).position()
            size = self.size_of(key).toSize()
            panel.setGeometry(int(corner.x()) - right, int(corner.y()) - down, size.width(), size.height())
            panel.show()
