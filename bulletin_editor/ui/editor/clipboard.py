"""The clipboard: blocks among ourselves; clean HTML, text and pictures with other programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QImage, QTextCursor, QTextTable

from bulletin_editor.errors import BulletinError
from bulletin_editor.export.clipboard import html_of, text_of
from bulletin_editor.importers.html import blocks_from_html
from bulletin_editor.importers.plain import blocks_from_text
from bulletin_editor.model.blocks import Block, Table
from bulletin_editor.model.json_form import body_from_json, body_to_json
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.ui.editor.document_reader import DocumentLine, DocumentReader, Reading
from bulletin_editor.ui.editor.lines import ItemLine, Kind, Line, TableLine, TextLine, blocks_of
from bulletin_editor.ui.editor.offsets import to_characters

BLOCKS = "application/x-bulletin-blocks"
"""The form in which blocks go from article to article; nothing of them is lost."""

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif")


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


def mime_of(blocks: tuple[Block, ...]) -> QMimeData:
    """Return `blocks` as the clipboard carries them."""
    data = QMimeData()
    data.setData(BLOCKS, QByteArray(body_to_json(blocks)))
    data.setHtml(html_of(blocks))
    data.setText(text_of(blocks))
    return data


def is_welcome(data: QMimeData) -> bool:
    """Tell whether something in `data` can stand in an article."""
    has_blocks = data.hasFormat(BLOCKS) or data.hasHtml() or data.hasText()
    return has_blocks or data.hasImage() or bool(_picture_files(data))


def pictures_in(data: QMimeData) -> list[Path | QImage]:
    """Return the pictures that `data` brings: files by their path, or one that was copied.

    A picture beside text, as Word and Excel send one of what they copy, is left: the text is meant.
    """
    files = _picture_files(data)
    if not files and data.hasImage() and not data.hasFormat(BLOCKS) and not data.hasText():
        return [QImage(data.imageData())]
    return [*files]


def blocks_in(data: QMimeData) -> tuple[Block, ...]:
    """Return the blocks that `data` brings."""
    if data.hasFormat(BLOCKS):
        try:
            return body_from_json(bytes(data.data(BLOCKS).data()))
        except BulletinError:  # of a newer version of the program: its HTML can still be read
            pass
    return blocks_from_html(data.html()) if data.hasHtml() else plain_blocks_in(data)


def plain_blocks_in(data: QMimeData) -> tuple[Block, ...]:
    """Return the letters that `data` brings, as paragraphs."""
    return blocks_from_text(data.text())


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
    return RichText(runs=tuple(_cut_runs(text, start, end)))


def _cut_runs(text: RichText, start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in text.runs:
        yield replace(run, text=run.text[max(0, start - at) : max(0, end - at)])
        at += len(run.text)
