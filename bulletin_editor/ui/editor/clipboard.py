"""The clipboard: blocks among ourselves; clean HTML, text and pictures with other programs.

What others bring is only taken off the clipboard here, and read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QByteArray, QMetaType, QMimeData, QSize
from PySide6.QtGui import QImage, QTextCursor, QTextTable

from bulletin_editor.errors import BulletinError
from bulletin_editor.export.clipboard import html_of, text_of
from bulletin_editor.importers.html.parsing import MAX_BYTES
from bulletin_editor.model.adjustments import Adjustments
from bulletin_editor.model.blocks import Block, Picture, PictureRow, Table, pictures_in
from bulletin_editor.model.json_form import body_from_json, body_to_json
from bulletin_editor.model.picture_file import JPEG, PNG, PictureFile, picture_file
from bulletin_editor.model.rich_text import RichText, part_of
from bulletin_editor.services.pasting import PasteContent, carried_pictures
from bulletin_editor.ui.developing import developed_image
from bulletin_editor.ui.dropped_files import files_in
from bulletin_editor.ui.editor.document_reader import DocumentLine, DocumentReader, Reading
from bulletin_editor.ui.editor.lines import ItemLine, Kind, Line, TableLine, TextLine, blocks_of
from bulletin_editor.ui.editor.offsets import to_characters
from bulletin_editor.ui.images import decoded, encoded

BLOCKS = "application/x-bulletin-blocks"
"""The form in which blocks go from article to article; nothing of them is lost."""

PICTURES = "application/x-bulletin-pictures"
"""The files of the pictures in these blocks: where they are pasted, nobody else may have them."""

_NO_FILES: Mapping[str, PictureFile] = MappingProxyType({})
_HTML, _IMAGE = "text/html", "application/x-qt-image"
_FILES = ("image/png", "image/tiff", "image/bmp", "image/webp", "image/jpeg")
"""Kinds of files that other programs make of a picture they copy: those first that keep all of it."""

_LONE = QSize(1600, 1600)
"""Pixels of a picture that other programs get as an image."""

_IN_HTML = QSize(640, 640)
"""Pixels of a picture in HTML: as wide as a row of them is there."""

_MOST_IN_HTML = 4
"""Pictures in HTML, each counted once: the making of more would be felt."""

_PERHAPS_BLANK = 100_000  # bytes of HTML that can be without words, so that the text beside it is asked for
_LONE_PICTURE = 8_000  # bytes of HTML in which to look for one picture and nothing else
_NO_TEXT = re.compile(r"<!--.*?-->|<(style|title)\b.*?</\1>|<[^>]*>|&nbsp;|\s", re.DOTALL | re.IGNORECASE)
_IMG = re.compile(r"<img\b", re.IGNORECASE)

PICTURE_SUFFIXES = (
    ".jpg", ".jpeg", ".jfif", ".jpe", ".mpo", ".png", ".webp", ".heic", ".heif", ".hif", ".avif",
    ".tif", ".tiff", ".bmp", ".gif", ".svg",
)  # fmt: skip


def selected_blocks(cursor: QTextCursor, reading: Reading) -> tuple[Block, ...]:
    """Return what `cursor` selects, cut to the letter."""
    if not cursor.hasSelection():
        return ()
    table = cursor.currentTable()
    if isinstance(table, QTextTable) and _is_within(cursor, table):
        return _selected_cells(cursor, table)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    lines = [line for line in reading.lines if line.start < end and _reaches(line, start)]
    if len(lines) == 1 and isinstance(lines[0].line, TextLine | ItemLine):
        line = lines[0]
        if (start, end) != (line.start, line.end):
            return blocks_of([TextLine(Kind.PARAGRAPH, _cut(line, cursor))])[0]
    return blocks_of([_cut_line(line, cursor) for line in lines])[0]


class CopiedBlocks(QMimeData):
    """Blocks on the clipboard. What pictures make heavy is made only when somebody asks for it.

    `files` holds the files of their pictures by SHA-256. A picture alone is also an image, for every
    program takes that.
    """

    def __init__(self, blocks: tuple[Block, ...], files: Mapping[str, PictureFile]) -> None:
        super().__init__()
        self._blocks = blocks
        used = sorted({picture.sha256 for picture in pictures_in(blocks)} & files.keys())
        self._files = {name: files[name] for name in used}
        self.setData(BLOCKS, QByteArray(body_to_json(blocks)))
        self.setText(text_of(blocks))

    def formats(self) -> list[str]:
        """Return what it can be had as."""
        pictures = [PICTURES] if self._files else []
        return [*super().formats(), _HTML, *pictures, *([_IMAGE] if self._lone_picture else [])]

    def hasFormat(self, mime_type: str) -> bool:
        """Tell whether it can be had as `mime_type`."""
        return mime_type in self.formats()

    def retrieveData(self, mime_type: str, wanted: QMetaType) -> Any:  # type: ignore[override]
        """Return it as `mime_type`."""
        match mime_type:
            case _ if mime_type == _HTML:
                return self._html
            case _ if mime_type == PICTURES:
                return QByteArray(carried_pictures(self._files.values()))
            case _ if mime_type == _IMAGE and self._lone_picture:
                return self._image
        return super().retrieveData(mime_type, wanted)

    @property
    def _lone_picture(self) -> Picture | None:
        match self._blocks:
            case (PictureRow(pictures=(picture,)),) if picture.sha256 in self._files:
                return picture
        return None

    @cached_property  # programs ask again and again
    def _html(self) -> str:
        pictures = dict.fromkeys(each for each in pictures_in(self._blocks) if each.sha256 in self._files)
        shown = {each: self._small(each) for each in islice(pictures, _MOST_IN_HTML)}
        return html_of(self._blocks, shown.get)

    @cached_property
    def _image(self) -> QImage | None:
        return self._developed(self._lone_picture, _LONE) if self._lone_picture else None

    def _small(self, picture: Picture) -> PictureFile:
        """Return a file that shows `picture` as it was adjusted, no larger than HTML needs it."""
        file = self._files[picture.sha256]
        is_small = file.width <= _IN_HTML.width() and file.height <= _IN_HTML.height()
        if is_small and picture.adjustments == Adjustments():
            return file
        image = self._developed(picture, _IN_HTML)
        kind = PNG if image.hasAlphaChannel() else JPEG
        return picture_file(kind, image.width(), image.height(), encoded(image, kind))

    def _developed(self, picture: Picture, room: QSize) -> QImage:
        file = self._files[picture.sha256]
        size = room.boundedTo(QSize(file.width, file.height))
        return developed_image(decoded(file, size), picture.adjustments)


def mime_of(blocks: tuple[Block, ...], files: Mapping[str, PictureFile] = _NO_FILES) -> QMimeData:
    """Return `blocks` as the clipboard carries them, with those of their pictures that are in `files`."""
    return CopiedBlocks(blocks, files)


def lasting(data: QMimeData) -> QMimeData:
    """Return all that `data` can be had as, made now: it can be asked for when Python is gone."""
    copy = QMimeData()
    for mime_type in data.formats():
        if mime_type == _IMAGE:
            copy.setImageData(data.imageData())
        else:
            copy.setData(mime_type, data.data(mime_type))
    return copy


def is_welcome(data: QMimeData) -> bool:
    """Tell whether something in `data` can stand in an article, or is a file that can be imported."""
    if _brings_files(data):  # their addresses are there as text, too
        return bool(_picture_files(data) or documents_in(data))
    has_blocks = data.hasFormat(BLOCKS) or data.hasHtml() or data.hasText()
    return has_blocks or data.hasImage()


def brings_pictures(data: QMimeData) -> bool:
    """Tell whether `data` brings files of pictures, or one that was copied.

    A picture beside text, as Word and Excel send one of what they copy, is left: the text is meant.
    """
    if _picture_files(data):
        return True
    return data.hasImage() and not data.hasFormat(BLOCKS) and _shows_one_picture(data)


def picture_sources_in(data: QMimeData) -> list[Path | bytes | QImage]:
    """Return the pictures that `data` brings: files by their path, or one that was copied."""
    if not brings_pictures(data):
        return []
    return [*_picture_files(data)] or [_copied_picture(data)]


def documents_in(data: QMimeData) -> list[Path]:
    """Return the files in `data` that are no pictures; what can be read of them is not known yet."""
    return [path for path in files_in(data) if path.suffix.lower() not in PICTURE_SUFFIXES]


def own_blocks_in(data: QMimeData) -> tuple[Block, ...]:
    """Return the blocks that were copied in this program; none where they were not."""
    try:
        return body_from_json(bytes(data.data(BLOCKS).data())) if data.hasFormat(BLOCKS) else ()
    except BulletinError:  # of a newer version of the program: its HTML can still be read
        return ()


def content_of(data: QMimeData) -> PasteContent:
    """Return what `data` brings, as it can be sent to where it is read."""
    blocks = own_blocks_in(data)
    if blocks:
        return PasteContent(blocks=blocks, carried=bytes(data.data(PICTURES).data()))
    if _brings_files(data):
        return PasteContent()
    html = data.data(_HTML)
    if html.size() > MAX_BYTES:
        return PasteContent(is_too_much=True)
    text = data.text() if html.size() < _PERHAPS_BLANK else ""
    return PasteContent(html=bytes(html.data()), text=text)


def _copied_picture(data: QMimeData) -> bytes | QImage:
    """Return a copied picture as a file, if it can be had as one: for pixels Qt would decode that here."""
    files = (bytes(data.data(each).data()) for each in _FILES if data.hasFormat(each))
    return next(filter(None, files), None) or QImage(data.imageData())


def _shows_one_picture(data: QMimeData) -> bool:
    """Tell whether `data` holds no words: a browser sends HTML with the picture that it copies."""
    length = data.data(_HTML).size()
    if not length:
        return not data.hasText()
    html = data.html() if length < _LONE_PICTURE else ""
    return len(_IMG.findall(html)) == 1 and not _NO_TEXT.sub("", html)


def _brings_files(data: QMimeData) -> bool:
    return any(url.isLocalFile() for url in data.urls())


def _picture_files(data: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in PICTURE_SUFFIXES]


def _is_within(cursor: QTextCursor, table: QTextTable) -> bool:
    return table.firstPosition() <= cursor.selectionStart() and cursor.selectionEnd() <= table.lastPosition()


def _selected_cells(cursor: QTextCursor, table: QTextTable) -> tuple[Block, ...]:
    first, count, left, width = _cells(cursor)
    reader = DocumentReader(cursor.document())
    if first < 0:
        line = DocumentLine(
            TextLine(Kind.PARAGRAPH, reader.text_of(cursor.block())),
            cursor.block().position(),
            cursor.block().position() + cursor.block().length() - 1,
            Kind.CELL,
        )
        return blocks_of([TextLine(Kind.PARAGRAPH, _cut(line, cursor))])[0]
    rows = tuple(
        tuple(
            reader.text_of(table.cellAt(row, column).firstCursorPosition().block())
            for column in range(left, left + width)
        )
        for row in range(first, first + count)
    )
    return (Table(header=rows[0], rows=rows[1:]),)


def _cells(cursor: QTextCursor) -> tuple[int, int, int, int]:
    """Return first row, count of rows, first column, count of columns; -1 where no whole cell is chosen."""
    chosen: Any = cursor.selectedTableCells()  # Qt's stubs leave the type open
    first, count, left, width = chosen
    return first, count, left, width


def _reaches(line: DocumentLine, start: int) -> bool:
    """Tell whether something of `line`, were it only its being blank, lies behind `start`."""
    return line.end > start or line.start == line.end == start


def _cut_line(line: DocumentLine, cursor: QTextCursor) -> Line:
    match line.line:
        case TextLine() as text:
            return TextLine(text.kind, _cut(line, cursor), text.group)
        case ItemLine() as item:
            return ItemLine(_cut(line, cursor), item.level, item.list_id, item.ordered, item.start)
        case TableLine() | _:
            return line.line


def _cut(line: DocumentLine, cursor: QTextCursor) -> RichText:
    assert isinstance(line.line, TextLine | ItemLine)
    text = line.line.text
    start = to_characters(text.plain, max(0, cursor.selectionStart() - line.start))
    end = to_characters(text.plain, max(0, min(cursor.selectionEnd(), line.end) - line.start))
    return RichText(runs=part_of(text, start, end))
