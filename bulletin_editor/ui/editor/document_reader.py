"""The document back into lines, and lines into the body: what is read is what will be saved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.blocks import Align, Block, Table
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.text.normal import without_forbidden
from bulletin_editor.ui.editor.formats import (
    OBJECT_CHARACTER,
    align_of,
    group_of,
    is_ordered,
    kind_of,
    look_of,
    row_of,
    run_format,
)
from bulletin_editor.ui.editor.lines import (
    ItemLine,
    Kind,
    Line,
    PicturesLine,
    Spot,
    TableLine,
    TextLine,
    blocks_of,
)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A line, and where it stands: `start` and `end` of its text are positions in the document.

    Those of a table reach from the start of its caption to its last cell. `kind` is what its block says
    that it is; `is_odd` tells that something about it does not fit and is to be tidied.
    """

    line: Line
    start: int
    end: int
    kind: Kind
    is_odd: bool = False


@dataclass(frozen=True)
class Reading:
    """What stands in the document: the body that it makes, its lines, and where each went in the body."""

    body: tuple[Block, ...]
    lines: list[DocumentLine]
    spots: list[Spot | None]

    def line_number(self, position: int) -> int:
        """Return the number of the line that holds a position of the document."""
        return max(0, bisect_right(self.lines, position, key=lambda line: line.start) - 1)

    def lines_of_blocks(self, first: int, end: int) -> tuple[int, int]:
        """Return the first line and the one after the last of the blocks from `first` until `end`."""
        numbers = [n for n, spot in enumerate(self.spots) if spot and first <= spot.block < end]
        if numbers:
            return numbers[0], numbers[-1] + 1
        before = [n for n, spot in enumerate(self.spots) if spot and spot.block < first]
        place = before[-1] + 1 if before else 0
        return place, place


@dataclass(frozen=True, slots=True)
class _Characters:
    """What the format of a piece of text says."""

    run: Run
    look: str
    row: PicturesLine | None


class _Piece(NamedTuple):
    """Characters formatted alike, as a run; `length` counts those of the document: normal form has less."""

    run: Run
    known: _Characters
    length: int


class Touched(NamedTuple):
    """A stretch that changed: from `position` on, `removed` characters gave way to `added` ones."""

    position: int
    removed: int
    added: int


class DocumentReader:
    """Reads one document; formats that were read once are remembered by their number in the document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._known: dict[int, _Characters] = {}

    def read(self) -> Reading:
        """Read the whole document."""
        return _reading(list(self._lines(self._document.firstBlock(), self._length())))

    def read_again(self, last: Reading, touched: Touched) -> Reading:
        """Read what was touched since the `last` reading; the rest is as it was."""
        lines = last.lines
        first = bisect_left(lines, touched.position, key=lambda line: line.end)
        while 0 < first < len(lines) and lines[first].start == lines[first - 1].end:
            first -= 1  # words beside pictures: one block, several lines
        if first:
            first -= 1  # a caption is one with its table, a line above may have become one
        end = bisect_right(lines, touched.position + touched.removed, key=lambda line: line.start)
        end = min(end + 1, len(lines))
        shift = touched.added - touched.removed
        stop = lines[end].start + shift if end < len(lines) else self._length()
        start = self._document.findBlock(lines[first].start)
        middle = list(self._lines(start, stop))
        rest = [_moved(line, shift) for line in lines[end:]] if shift else lines[end:]
        return _reading([*lines[:first], *middle, *rest])

    def _length(self) -> int:
        return self._document.characterCount()

    def text_of(self, block: QTextBlock) -> RichText:
        """Return the text of one block."""
        return RichText(runs=tuple(piece.run for piece in self._pieces(block)))

    def has_strange_look(self, block: QTextBlock, kind: Kind) -> bool:
        """Tell whether a piece of `block` looks like another kind of text than `kind`."""
        return any(piece.known.look != kind.value for piece in self._pieces(block))

    def _lines(self, block: QTextBlock, end: int) -> Iterator[DocumentLine]:
        """Read from `block`, which stands in no table, to the position `end`."""
        caption: QTextBlock | None = None
        while block.isValid() and block.position() < end:
            table = QTextCursor(block).currentTable()
            if table:
                yield self._table(table, caption)
                caption, block = None, self._document.findBlock(table.lastPosition() + 1)
                continue
            if caption:
                yield from self._block(caption, is_orphan=True)
            caption = block if kind_of(block) is Kind.TABLE_CAPTION else None
            if not caption:
                yield from self._block(block)
            block = block.next()
        if caption:
            yield from self._block(caption, is_orphan=True)

    def _block(self, block: QTextBlock, *, is_orphan: bool = False) -> Iterator[DocumentLine]:
        kind, pieces, start = kind_of(block), list(self._pieces(block)), block.position()
        end = start + block.length() - 1
        rows = [piece.known.row for piece in pieces if piece.known.row]
        if rows or kind is Kind.PICTURES:
            yield from self._picture_lines(block, kind, is_odd=len(pieces) != 1 or kind is not Kind.PICTURES)
            return
        text = RichText(runs=tuple(piece.run for piece in pieces))
        strange = any(piece.known.look != kind.value for piece in pieces)
        bullets = block.textList()
        if kind is Kind.ITEM and bullets:
            style = bullets.format()
            item = ItemLine(
                text, style.indent(), bullets.objectIndex(), is_ordered(style), max(0, style.start())
            )
            yield DocumentLine(item, start, end, kind, strange)
            return
        is_odd = strange or is_orphan or kind is Kind.ITEM or bullets is not None
        yield DocumentLine(TextLine(kind, text, group_of(block)), start, end, kind, is_odd)

    def _picture_lines(self, block: QTextBlock, kind: Kind, *, is_odd: bool) -> Iterator[DocumentLine]:
        """Read a block with a row of pictures: words that stand beside it are paragraphs."""
        start = end = block.position()
        runs: list[Run] = []
        for piece in self._pieces(block):
            if piece.known.row:
                if runs:
                    yield DocumentLine(_paragraph(runs), start, end, kind, True)
                yield DocumentLine(piece.known.row, end, end + 1, kind, is_odd)
                runs, start, end = [], end + 1, end + 1
            else:
                runs.append(piece.run)
                end += piece.length
        if runs or start == block.position():
            yield DocumentLine(_paragraph(runs), start, block.position() + block.length() - 1, kind, True)

    def _table(self, table: QTextTable, caption: QTextBlock | None) -> DocumentLine:
        rows = [
            tuple(self._cell(table, row, column) for column in range(table.columns()))
            for row in range(table.rows())
        ]
        align = tuple(column_align(table, column) for column in range(table.columns()))
        words = self.text_of(caption).plain if caption else ""
        read = Table(header=rows[0], rows=tuple(rows[1:]), align=align, caption=words)
        start = caption.position() if caption else table.firstPosition()
        is_odd = caption is None or self._is_odd_table(table, caption)
        return DocumentLine(TableLine(read), start, table.lastPosition(), Kind.TABLE_CAPTION, is_odd)

    def _cell(self, table: QTextTable, row: int, column: int) -> RichText:
        runs: list[Run] = []
        for number, block in enumerate(cell_blocks(table, row, column)):
            if number:
                runs.append(Run(text="\n"))
            runs.extend(piece.run for piece in self._pieces(block))
        return RichText(runs=tuple(runs))

    def _is_odd_table(self, table: QTextTable, caption: QTextBlock) -> bool:
        if self.has_strange_look(caption, Kind.TABLE_CAPTION):
            return True
        for row in range(table.rows()):
            kind = Kind.CELL if row else Kind.HEADER_CELL
            for column in range(table.columns()):
                for block in cell_blocks(table, row, column):
                    if kind_of(block) is not kind or self.has_strange_look(block, kind):
                        return True
        return False

    def _pieces(self, block: QTextBlock) -> Iterator[_Piece]:
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            number = fragment.charFormatIndex()
            known = self._known.get(number)
            if known is None:
                known = self._known[number] = _characters(fragment.charFormat())
            if known.row:
                yield from _beside_pictures(fragment.text(), known)
            else:
                yield _Piece(_run(known.run, fragment.text()), known, fragment.length())
            place += 1


def _reading(lines: list[DocumentLine]) -> Reading:
    body, spots = blocks_of([line.line for line in lines])
    return Reading(body, lines, spots)


def _moved(line: DocumentLine, shift: int) -> DocumentLine:
    return DocumentLine(line.line, line.start + shift, line.end + shift, line.kind, line.is_odd)


def cell_blocks(table: QTextTable, row: int, column: int) -> Iterator[QTextBlock]:
    """Return the blocks in one cell: one, unless something was put in there that has more."""
    cell = table.cellAt(row, column)
    block, last = cell.firstCursorPosition().block(), cell.lastPosition()
    while block.isValid() and block.position() <= last:
        yield block
        block = block.next()


def column_align(table: QTextTable, column: int) -> Align:
    """Return how a column is set; its header knows."""
    return align_of(table.cellAt(0, column).firstCursorPosition().block())


def _characters(style: QTextCharFormat) -> _Characters:
    return _Characters(run_format(style), look_of(style), row_of(style))


def _beside_pictures(text: str, known: _Characters) -> Iterator[_Piece]:
    """Part the character that stands for pictures from letters that were typed beside it, in its format."""
    for letter in text:
        if letter == OBJECT_CHARACTER:
            yield _Piece(Run(text=letter), known, 1)
        else:
            plain = _Characters(Run(text=""), "", None)
            yield _Piece(_run(plain.run, letter), plain, len(letter.encode("utf-16-le")) // 2)


def _run(style: Run, text: str) -> Run:
    try:
        return replace(style, text=text)
    except InvalidValue:
        return replace(style, text=without_forbidden(text))


def _paragraph(runs: list[Run]) -> TextLine:
    return TextLine(Kind.PARAGRAPH, RichText(runs=tuple(runs)))
