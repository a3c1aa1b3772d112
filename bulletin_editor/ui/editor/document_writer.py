"""Lines into the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtGui import QTextCursor, QTextTable

from bulletin_editor.model.rich_text import RichText, rich
from bulletin_editor.ui.editor.formats import OBJECT_CHARACTER, Formats
from bulletin_editor.ui.editor.lines import ItemLine, Kind, Line, PicturesLine, TableLine, TextLine

LINE_BREAK = "\u2028"


def write_lines(cursor: QTextCursor, lines: Sequence[Line], formats: Formats) -> None:
    """Write `lines` before the block in which `cursor` stands at the start; it still stands there then."""
    lists: dict[int, int] = {}
    for line in lines:
        _open_block(cursor)
        match line:
            case TextLine():
                _write_text(cursor, line.kind, line.text, line.group, formats)
            case ItemLine():
                _write_item(cursor, line, lists, formats)
            case PicturesLine():
                _dress(cursor, Kind.PICTURES, 0, formats)
                cursor.insertText(OBJECT_CHARACTER, formats.pictures(line))
            case TableLine():
                _write_table(cursor, line, formats)
                continue
            case _:
                assert_never(line)
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)


def write_runs(cursor: QTextCursor, text: RichText, kind: Kind, formats: Formats) -> None:
    """Write `text` at the cursor, looking like `kind`."""
    for run in text.runs:
        cursor.insertText(run.text.replace("\n", LINE_BREAK), formats.characters(kind, run))


def _open_block(cursor: QTextCursor) -> None:
    """Put an empty block before that of the cursor, and the cursor into it.

    It starts as a twin: a list that lost its last item, even for a moment, would be gone.
    """
    cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)


def _dress(cursor: QTextCursor, kind: Kind, group: int, formats: Formats) -> None:
    cursor.setBlockFormat(formats.block(kind, group))
    cursor.setBlockCharFormat(formats.characters(kind))


def _write_text(cursor: QTextCursor, kind: Kind, text: RichText, group: int, formats: Formats) -> None:
    _dress(cursor, kind, group, formats)
    write_runs(cursor, text, kind, formats)


def _write_item(cursor: QTextCursor, line: ItemLine, lists: dict[int, int], formats: Formats) -> None:
    style = formats.block(Kind.ITEM)
    if line.list_id in lists:
        style.setObjectIndex(lists[line.list_id])
    cursor.setBlockFormat(style)
    cursor.setBlockCharFormat(formats.characters(Kind.ITEM))
    if line.list_id not in lists:
        made = cursor.createList(formats.list(line.level, line.ordered, line.start))
        lists[line.list_id] = made.objectIndex()
    write_runs(cursor, line.text, Kind.ITEM, formats)


def _write_table(cursor: QTextCursor, line: TableLine, formats: Formats) -> None:
    _write_text(cursor, Kind.TABLE_CAPTION, rich(line.table.caption), 0, formats)
    rows = (line.table.header, *line.table.rows)
    table = cursor.insertTable(len(rows), len(rows[0]), formats.table())
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            kind = Kind.CELL if number else Kind.HEADER_CELL
            _write_cell(table, number, column, text, kind, line, formats)
    # Qt leaves an empty block between the table and what follows.
    cursor.setPosition(table.lastPosition() + 1)
    cursor.deleteChar()


def _write_cell(
    table: QTextTable,
    row: int,
    column: int,
    text: RichText,
    kind: Kind,
    line: TableLine,
    formats: Formats,
) -> None:
    cell = table.cellAt(row, column)
    cell.setFormat(formats.cell_ground(kind))
    inside = cell.firstCursorPosition()
    inside.setBlockFormat(formats.cell(kind, line.table.align[column]))
    inside.setBlockCharFormat(formats.characters(kind))
    write_runs(inside, text, kind, formats)
