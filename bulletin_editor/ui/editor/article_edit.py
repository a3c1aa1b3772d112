"""The text field of the article editor: shows a body and is read back after each change.

The document is only the screen of the body. It has no undo of its own, and what is undone, fixed or replaced
elsewhere comes in through `show_body`, which writes again only what differs.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from bulletin_editor.model.blocks import Block, Picture, PictureRow
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, Place
from bulletin_editor.services.pasting import PasteContent
from bulletin_editor.ui.dropped_files import copy_foreign
from bulletin_editor.ui.editor import clipboard, inline, insertion, keys, painting, receiving
from bulletin_editor.ui.editor.document_reader import DocumentReader, Reading, Touched
from bulletin_editor.ui.editor.document_writer import write_lines
from bulletin_editor.ui.editor.formats import Formats
from bulletin_editor.ui.editor.lines import PicturesLine, lines_of
from bulletin_editor.ui.editor.look import EditorLook, look_for
from bulletin_editor.ui.editor.picture_rows import PictureRows
from bulletin_editor.ui.editor.places import cursor_at, line_at, place_of
from bulletin_editor.ui.editor.tidy import tidy
from bulletin_editor.ui.shown_pictures import ShownPictures

LIST_INDENT = 20
"""Pixels by which each level of a list is set in."""


class ArticleEdit(QTextEdit):
    """Shows and edits the body of one article.

    Signals:
        body_edited: the body has become another; with the name of the command, empty for typing.
        cursor_moved: the cursor is somewhere else.
        pictures_wanted: the officer wants to put pictures where the cursor is.
        pictures_dropped: pictures were dropped or pasted: a list of paths, of files' bytes and of images.
        documents_dropped: documents were dropped or pasted: a list of their paths.
        paste_wanted(PasteContent): something is to be read and then to be put in with `insert_blocks`.
        pictures_set_apart: pictures came behind a table or quotation, where the cursor can have words only.
        picture_editing_wanted(int, int): a picture is to be edited: its block, and its number there.
    """

    body_edited = Signal(str)
    cursor_moved = Signal()
    pictures_wanted = Signal()
    pictures_dropped = Signal(list)
    documents_dropped = Signal(list)
    paste_wanted = Signal(object)
    pictures_set_apart = Signal()
    picture_editing_wanted = Signal(int, int)

    def __init__(
        self,
        look: EditorLook | None = None,
        parent: QWidget | None = None,
        shown: ShownPictures | None = None,
    ) -> None:
        super().__init__(parent)
        self.numbers = itertools.count(1)
        self.formats = Formats(look or look_for(self.palette()))
        self._follows_palette = look is None
        self._step = ""
        self._is_writing = False
        self._touched: list[Touched] = []
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.setIndentWidth(LIST_INDENT)
        document.setDocumentMargin(16)
        self.rows = PictureRows(self, shown or ShownPictures(parent=self))
        self._begin()
        document.contentsChange.connect(self._touch)
        document.contentsChanged.connect(self._read_back)
        self.cursorPositionChanged.connect(self._follow_cursor)

    # ---- The body ----

    @property
    def body(self) -> tuple[Block, ...]:
        """The body as it was last read."""
        return self._reading.body

    @property
    def reading(self) -> Reading:
        """What stands where in the document."""
        return self._reading

    @property
    def is_changing(self) -> bool:
        """Whether the text is being changed and has not been read again."""
        return self._is_writing or bool(self._touched)

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds letters that are not in the text yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def open_body(self, body: tuple[Block, ...], pictures: Mapping[str, PictureFile]) -> None:
        """Show another article: its body, from the top. `pictures` holds its picture files by SHA-256."""
        self.rows.printed.open_body(body, pictures)
        with self._writing():
            self._begin()
            self._write(QTextCursor(self.document()), body)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_body(self, body: tuple[Block, ...]) -> None:
        """Show what `body` has become elsewhere. Only blocks that differ are written again.

        Letters that an input method still holds are given up; commit them before asking for a change.
        """
        if body == self.body:
            return
        QGuiApplication.inputMethod().reset()
        first, end, new = insertion.difference(self.body, body)
        if self._only_pictures_changed(first, end, new):
            return
        scrolled = self.verticalScrollBar().value()
        with self._writing():
            position = self._replace(first, end, new)
        if position is not None:  # only now: while the text is written its layout is not to be asked
            self._put_cursor(position)
        self.verticalScrollBar().setValue(scrolled)
        if self.hasFocus():
            self.ensureCursorVisible()

    def put_blocks(self, block: int, blocks: tuple[Block, ...], name: str) -> None:
        """Put `blocks` in place of the one with the number `block`, as an edit called `name`."""
        self.show_body((*self.body[:block], *blocks, *self.body[block + 1 :]))
        self.body_edited.emit(name)

    def _begin(self) -> None:
        """Make the document a blank paragraph."""
        self.document().clear()
        self._reader = DocumentReader(self.document())  # clearing numbers the formats anew
        cursor = QTextCursor(self.document())
        insertion.make_blank(cursor, self.formats)
        self._reading = self._reader.read()

    def _only_pictures_changed(self, first: int, end: int, new: tuple[Block, ...]) -> bool:
        """If one row of pictures became another, show it in place: somebody may be writing its caption."""
        place = line_at(Place(part=Part.BODY, block=first), self._reading)
        if not (end - first == 1 == len(new) and isinstance(new[0], PictureRow) and place):
            return False
        if not isinstance(place.line, PicturesLine):
            return False
        with self._writing():
            self.rows.put(place.start, PicturesLine(new[0], place.line.key))
        return True

    def _replace(self, first: int, end: int, blocks: tuple[Block, ...]) -> int | None:
        """Write `blocks` in place of others; return where the cursor belongs if it stood among them."""
        lines = self._reading.lines
        top, bottom = self._reading.lines_of_blocks(first, end)
        follower = lines[bottom].start if bottom < len(lines) else None
        cursor = QTextCursor(self.document())
        start = lines[top].start if top < len(lines) else None
        was = self.textCursor().position()
        old = insertion.cut_out(cursor, start, follower, self.formats)
        begin = cursor.position()
        self._write(cursor, blocks, is_last=follower is None)
        if not begin <= was <= begin + len(old):
            return None
        fresh = insertion.text_between(self.document(), begin, cursor.position())
        return begin + insertion.end_of_difference(old, fresh)

    def _write(self, cursor: QTextCursor, blocks: tuple[Block, ...], *, is_last: bool = True) -> None:
        write_lines(cursor, lines_of(blocks, self.numbers), self.formats)
        if is_last and blocks:
            insertion.drop_blank_end(cursor)

    def _put_cursor(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Write into the document without taking it for an edit."""
        self._is_writing = True
        group = QTextCursor(self.document())
        group.beginEditBlock()
        try:
            yield
        finally:
            group.endEditBlock()
            self._is_writing = False
            self._touched.clear()
            self._reading = self._reader.read()
            self.rows.follow(self._reading)

    # ---- Reading back ----

    @contextmanager
    def step(self, name: str) -> Iterator[QTextCursor]:
        """Make several changes of the document one edit, called `name`; give the cursor to make them with."""
        cursor = self.textCursor()
        self._step = name
        cursor.beginEditBlock()
        try:
            yield cursor
        finally:
            cursor.endEditBlock()
            self._step = ""

    def _touch(self, position: int, removed: int, added: int) -> None:
        self._touched.append(Touched(position, removed, added))

    def _read_back(self) -> None:
        if self._is_writing:
            return
        before, touched = self.body, self._touched.copy()
        self._touched.clear()
        if len(touched) == 1:
            self._reading = self._reader.read_again(self._reading, touched[0])
        else:
            self._reading = self._reader.read()
        if not self.is_composing:
            self._tidy()
        self.rows.follow(self._reading)
        if self.body != before:
            self.body_edited.emit(self._step)

    def _tidy(self) -> None:
        stays = QTextCursor(self.textCursor())
        stays.setKeepPositionOnInsert(True)  # what is put in at the cursor comes behind it
        self._is_writing = True
        try:
            changed = tidy(self.document(), self._reading, self.formats)
        finally:
            self._is_writing = False
            self._touched.clear()
        if changed:
            self._reading = self._reader.read()
            if not self.textCursor().hasSelection() and stays.position() != self.textCursor().position():
                self._put_cursor(stays.position())

    # ---- Cursor ----

    def place(self) -> Place:
        """Return where the cursor is in the body, or what it selects."""
        return self.rows.place(self._reading) or place_of(self.textCursor(), self._reading)

    def go_to(self, place: Place) -> None:
        """Select `place` of the body and put the focus there; a place that is gone is left alone."""
        if self.rows.go_to(place, self._reading):
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = cursor_at(self.document(), place, self._reading)
        if cursor is not None:
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _follow_cursor(self) -> None:
        if self._is_writing:
            return
        if not self.is_composing:
            beside = inline.format_beside(self.textCursor(), self.formats)
            if beside is not None:
                self.setCurrentCharFormat(beside)
        self.rows.follow_cursor()
        self.cursor_moved.emit()

    # ---- Input ----

    def commit_composition(self) -> None:
        """Take over the letters that an input method still holds."""
        QGuiApplication.inputMethod().commit()
        held = self.textCursor().block().layout().preeditAreaText()
        if held:  # the input method did not answer
            event = QInputMethodEvent("", [])
            event.setCommitString(held)
            QApplication.sendEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor, also where it stands on pictures."""
        super().focusInEvent(event)
        self.rows.follow_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the letters of a composition when the focus goes: some input methods drop them."""
        self.commit_composition()
        super().focusOutEvent(event)
        self.rows.follow_cursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter, and F2 on pictures, do what fits the place; every other key is Qt's."""
        if self.isReadOnly() or not keys.press(self, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001
        """Let Tab nest list items, go from cell to cell and into pictures; elsewhere to the next control.

        Qt asks here, too, where a field of a row of pictures has the focus: there it is only that.
        """
        if self.hasFocus() and not self.isReadOnly() and keys.tab(self, forward):
            return True
        return super().focusNextPrevChild(forward)

    # ---- Pictures ----

    def insert_pictures(self, pictures: tuple[Picture, ...]) -> None:
        """Put pictures at the cursor; where it stands on a row of pictures, into that as far as they fit."""
        receiving.insert_pictures(self, pictures)

    # ---- Clipboard ----

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy blocks for ourselves, and clean HTML and text for others."""
        blocks = clipboard.selected_blocks(self.textCursor(), self._reading)
        return clipboard.mime_of(blocks, self.rows.printed.files)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell whether there is something in `source` that belongs into an article."""
        return clipboard.is_welcome(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: our own blocks come in at once, everything else is told of and read elsewhere."""
        receiving.receive(self, source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take copies of what comes from elsewhere."""
        super().dragEnterEvent(event)
        copy_foreign(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Answer the same wherever it would be dropped."""
        super().dragMoveEvent(event)
        copy_foreign(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put what is dropped where it was dropped, as one edit.

        Qt would paste while it moves the text itself, when the layout is not to be asked.
        """
        super().dragLeaveEvent(QDragLeaveEvent())  # takes the drop cursor away
        receiving.drop(self, event)

    def paste_plain(self) -> None:
        """Paste the letters alone."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is not None:  # another program may hold the clipboard
            self.paste_wanted.emit(PasteContent(text=data.text()))

    def insert_blocks(
        self, blocks: tuple[Block, ...], name: str = "", at: QTextCursor | None = None
    ) -> list[Place]:
        """Put `blocks` in place of the selection, as an edit called `name`, and go behind them.

        Given `at`, they come there, and a cursor that is elsewhere by now stays. Returns their places.
        """
        if not blocks:
            return []
        return receiving.insert_blocks(self, blocks, name or self.tr("Paste"), at)

    # ---- Look ----

    def changeEvent(self, event: QEvent) -> None:
        """Change to the light or dark look with the palette."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._follows_palette:
            look = look_for(self.palette())
            if look != self.formats.look:
                self._wear(look)

    def _wear(self, look: EditorLook) -> None:
        self.formats = Formats(look)
        body, place = self.body, self.textCursor().position()
        with self._writing():
            self._begin()
            self._write(QTextCursor(self.document()), body)
        self._put_cursor(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint boxes under the text, and over it what is still to be written."""
        painter = QPainter(self.viewport())
        painting.paint_boxes(painter, self)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painting.paint_hints(painter, self)
        painting.paint_cursor_at_pictures(painter, self)
        painter.end()
