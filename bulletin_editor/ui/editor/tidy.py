"""Puts right what editing leaves behind: a speaker without a quotation, words beside a picture, a torn list.

Only structure is touched, never a letter, and never while an input method is composing.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextList

from bulletin_editor.model.blocks import Align
from bulletin_editor.ui.editor.document_reader import DocumentLine, Reading, cell_blocks, column_align
from bulletin_editor.ui.editor.formats import OBJECT_CHARACTER, Formats, is_ordered, row_of, run_format
from bulletin_editor.ui.editor.lines import ItemLine, Kind, PicturesLine, TableLine, TextLine


def tidy(document: QTextDocument, reading: Reading, formats: Formats) -> bool:
    """Put the lines of `reading` right in `document`, and tell whether something had to be."""
    revision = document.revision()
    lines = reading.lines
    for number in range(len(lines) - 1, -1, -1):  # from the end: positions before stay as they are
        above = lines[number - 1] if number else None
        below = lines[number + 1] if number + 1 < len(lines) else None
        _tidy_line(document, lines[number], above, below, formats)
    for block in _torn_list_items(document, reading):
        _begin_list(block, formats)
    return document.revision() != revision


def dress(block: QTextBlock, kind: Kind, formats: Formats, group: int = 0) -> None:
    """Make `block` one of `kind`; its letters keep their formats."""
    _dress(block, formats.block(kind, group), kind, formats)


def _dress(block: QTextBlock, style: QTextBlockFormat, kind: Kind, formats: Formats) -> None:
    cursor = QTextCursor(block)
    cursor.setBlockFormat(style)
    cursor.setBlockCharFormat(formats.characters(kind))
    pieces = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        if OBJECT_CHARACTER not in fragment.text() or row_of(fragment.charFormat()) is None:
            pieces.append((fragment.position(), fragment.length(), fragment.charFormat()))
        place += 1
    for position, length, style_now in pieces:
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(formats.characters(kind, run_format(style_now)))


def _tidy_line(
    document: QTextDocument,
    line: DocumentLine,
    above: DocumentLine | None,
    below: DocumentLine | None,
    formats: Formats,
) -> None:
    block = document.findBlock(line.start)
    match line.line:
        case TableLine():
            if line.is_odd:
                _tidy_table(document, line, formats)
        case PicturesLine():
            if line.is_odd:
                _stand_alone(document, line, formats)
            if below is None:
                _paragraph_after(document.lastBlock(), formats)
        case ItemLine():
            if line.is_odd:
                _dress(block, block.blockFormat(), Kind.ITEM, formats)
        case TextLine(kind=kind, group=group):
            if kind is Kind.SPEAKER and not _same_quote(above, group):
                _without_quote(block, formats)
            elif kind is Kind.QUOTE and not _same_quote(below, group, speaker=True):
                dress(block, kind, formats, group)
                _speaker_after(block, group, formats)
                if below is None:
                    _paragraph_after(block.next(), formats)
            elif line.is_odd:
                _settle_text(block, kind, group, formats)
            elif kind is Kind.SPEAKER and below is None:
                _paragraph_after(block, formats)


def _settle_text(block: QTextBlock, kind: Kind, group: int, formats: Formats) -> None:
    is_lost = kind in (Kind.ITEM, Kind.TABLE_CAPTION, Kind.PICTURES, Kind.CELL, Kind.HEADER_CELL)
    dress(block, Kind.PARAGRAPH if is_lost else kind, formats, 0 if is_lost else group)


def _same_quote(line: DocumentLine | None, group: int, *, speaker: bool = False) -> bool:
    if line is None or not isinstance(line.line, TextLine) or line.line.group != group:
        return False
    return line.kind is Kind.QUOTE or (speaker and line.kind is Kind.SPEAKER)


def _without_quote(block: QTextBlock, formats: Formats) -> None:
    """A speaker whose words are gone: an empty line goes too, a name stays as a paragraph."""
    if block.text().strip() or not block.next().isValid():
        dress(block, Kind.PARAGRAPH, formats)
        return
    cursor = QTextCursor(block)
    cursor.setPosition(block.next().position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _speaker_after(block: QTextBlock, group: int, formats: Formats) -> None:
    _block_after(block, formats.block(Kind.SPEAKER, group), Kind.SPEAKER, formats)


def _paragraph_after(block: QTextBlock, formats: Formats) -> None:
    _block_after(block, formats.block(Kind.PARAGRAPH), Kind.PARAGRAPH, formats)


def _block_after(block: QTextBlock, style: QTextBlockFormat, kind: Kind, formats: Formats) -> None:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock(style, formats.characters(kind))


def _stand_alone(document: QTextDocument, line: DocumentLine, formats: Formats) -> None:
    """Give a row of pictures a block of its own."""
    cursor = QTextCursor(document)
    cursor.setPosition(line.end)
    if not cursor.atBlockEnd():
        cursor.insertBlock(formats.block(Kind.PARAGRAPH), formats.characters(Kind.PARAGRAPH))
    cursor.setPosition(line.start)
    if not cursor.atBlockStart():
        cursor.insertBlock()
    block = document.findBlock(cursor.position())
    assert OBJECT_CHARACTER in block.text()
    _dress(block, formats.block(Kind.PICTURES), Kind.PICTURES, formats)


def _tidy_table(document: QTextDocument, line: DocumentLine, formats: Formats) -> None:
    table = QTextCursor(document.findBlock(line.end)).currentTable()
    caption = document.findBlock(table.firstPosition() - 1)
    if line.start == table.firstPosition():
        _block_after(caption, formats.block(Kind.TABLE_CAPTION), Kind.TABLE_CAPTION, formats)
        caption = caption.next()
    dress(caption, Kind.TABLE_CAPTION, formats)
    aligns = [column_align(table, column) for column in range(table.columns())]
    for row in range(table.rows()):
        kind = Kind.CELL if row else Kind.HEADER_CELL
        for column, align in enumerate(aligns):
            table.cellAt(row, column).setFormat(formats.cell_ground(kind))
            for block in cell_blocks(table, row, column):
                dress_cell(block, kind, align, formats)


def dress_cell(block: QTextBlock, kind: Kind, align: Align, formats: Formats) -> None:
    """Make `block` the text of a table cell whose column is set by `align`."""
    _dress(block, formats.cell(kind, align), kind, formats)


def _torn_list_items(document: QTextDocument, reading: Reading) -> Iterator[QTextBlock]:
    """Return the first items of lists that go on after something else stood between.

    They are printed as lists of their own, so they count from 1 on the screen too.
    """
    seen: set[int] = set()
    open_lists: dict[int, int] = {}
    for line in reading.lines:
        if not isinstance(line.line, ItemLine):
            open_lists.clear()
            continue
        item = line.line
        open_lists = {level: name for level, name in open_lists.items() if level <= item.level}
        if open_lists.get(item.level) != item.list_id and item.list_id in seen:
            block = document.findBlock(line.start)
            bullets = block.textList()
            if bullets and bullets.objectIndex() == item.list_id:  # not yet moved with an item before
                yield block
        seen.add(item.list_id)
        open_lists[item.level] = item.list_id


def _begin_list(block: QTextBlock, formats: Formats) -> None:
    """Move `block` and the items of its list after it into a new list."""
    torn = block.textList()
    style = torn.format()
    items = [torn.item(number) for number in range(torn.itemNumber(block), torn.count())]
    fresh: QTextList = QTextCursor(block).createList(formats.list(style.indent(), is_ordered(style)))
    for item in items[1:]:
        fresh.add(item)
