"""Positions in the document and places in the body, both ways."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.texts import plain, texts_of
from bulletin_editor.ui.editor.document_reader import DocumentLine, Reading
from bulletin_editor.ui.editor.lines import ItemLine, PicturesLine, Spot, TableLine, TextLine
from bulletin_editor.ui.editor.offsets import to_characters, to_units


def place_of(cursor: QTextCursor, reading: Reading) -> Place:
    """Return where `cursor` is, or the stretch that it selects if that lies in one text."""
    number = reading.line_number(cursor.position())
    spot = reading.spots[number]
    if spot is None:
        return Place(part=Part.BODY, block=_block_before(reading, number))
    block, text = cursor.block(), spot.text
    if isinstance(reading.lines[number].line, TableLine):
        text = _text_in_table(cursor)
    start, end = sorted((cursor.anchor(), cursor.position()))
    if not (block.contains(start) and block.contains(end)):
        start = end = cursor.position()
    return Place(
        part=Part.BODY,
        block=spot.block,
        text=text,
        start=to_characters(block.text(), start - block.position()),
        end=to_characters(block.text(), end - block.position()),
    )


def places_in(stretch: QTextCursor, reading: Reading) -> list[Place]:
    """Return the places of all texts, as far as `stretch` selects them, in reading order."""
    places: list[Place] = []
    start, end = stretch.selectionStart(), stretch.selectionEnd()
    for line, spot in zip(reading.lines, reading.spots, strict=True):
        if spot is None or line.end <= start or end <= line.start:
            continue
        if isinstance(line.line, TextLine | ItemLine):
            block = stretch.document().findBlock(line.start)
            first = to_characters(block.text(), max(start, line.start) - block.position())
            last = to_characters(block.text(), min(end, line.end) - block.position())
            places.append(Place(part=Part.BODY, block=spot.block, text=spot.text, start=first, end=last))
        elif start <= line.start and line.end <= end:
            places += _whole(spot.block, reading)
        else:  # in a table
            places.append(place_of(stretch, reading))
    return places


def cursor_at(document: QTextDocument, place: Place, reading: Reading) -> QTextCursor | None:
    """Return a cursor that selects `place`; None if there is no such text in the document itself."""
    line = line_at(place, reading)
    if line is None or isinstance(line.line, PicturesLine):
        return None
    block = document.findBlock(line.start)
    if isinstance(line.line, TableLine) and place.text:
        block = _cell_block(document, line, place.text - 1)
    if not block.isValid():
        return None
    return _selection(block, place)


def line_at(place: Place, reading: Reading) -> DocumentLine | None:
    """Return the line that holds the text at `place`."""
    of_block = [
        (line, spot)
        for line, spot in zip(reading.lines, reading.spots, strict=True)
        if spot and spot.block == place.block
    ]
    if len(of_block) == 1 and isinstance(of_block[0][0].line, TableLine | PicturesLine):
        return of_block[0][0]
    return next((line for line, spot in of_block if spot == Spot(place.block, place.text)), None)


def _selection(block: QTextBlock, place: Place) -> QTextCursor:
    text = block.text()
    start, end = to_units(text, place.start), to_units(text, place.end)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _whole(block: int, reading: Reading) -> list[Place]:
    texts = texts_of(reading.body[block])
    return [
        Place(part=Part.BODY, block=block, text=number, end=len(plain(text)))
        for number, text in enumerate(texts)
    ]


def _block_before(reading: Reading, number: int) -> int:
    """Return the block after which a blank line stands."""
    return next((spot.block for spot in reversed(reading.spots[:number]) if spot), 0)


def _text_in_table(cursor: QTextCursor) -> int:
    table = cursor.currentTable()
    if not isinstance(table, QTextTable):
        return 0
    cell = table.cellAt(cursor)
    return 1 + cell.row() * table.columns() + cell.column()


def _cell_block(document: QTextDocument, line: DocumentLine, number: int) -> QTextBlock:
    table = QTextCursor(document.findBlock(line.end)).currentTable()
    if not isinstance(table, QTextTable) or number >= table.rows() * table.columns():
        return QTextBlock()
    row, column = divmod(number, table.columns())
    return table.cellAt(row, column).firstCursorPosition().block()
