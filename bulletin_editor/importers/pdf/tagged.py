"""Tagged PDFs: paragraphs, headings, lists, tables and pictures as the file itself tells them.

Word writes such files, and so does the program. Where they tell it of all their text, that is surer than what
can be seen: they know the order, and what belongs to the page alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bulletin_editor.importers.flow.captions import with_captions
from bulletin_editor.importers.flow.grid import Grid
from bulletin_editor.importers.flow.lines import Group, Kind, Line, Piece
from bulletin_editor.importers.flow.marks import mark_of
from bulletin_editor.importers.flow.typed_lists import behind
from bulletin_editor.importers.pdf.cells import text_of_cell
from bulletin_editor.importers.pdf.headings import Headings
from bulletin_editor.importers.pdf.paragraphs import CutParagraph
from bulletin_editor.importers.pdf.pictures import Figure, rows_of
from bulletin_editor.importers.pdf.seen import is_caption, is_set_off
from bulletin_editor.importers.pdf.tagged_blocks import ToldBlock
from bulletin_editor.importers.pdf.tagged_lists import TaggedLists
from bulletin_editor.importers.pdf.typed_lists import SeenPiece, with_typed_lists
from bulletin_editor.model.rich_text import RichText, Run

_LEVELS = {"Title": 0, "H": 1, **{f"H{level}": level for level in range(1, 7)}}
_SPEAKER = ("— ", "– ", "- ")


def pieces_told(blocks: Sequence[ToldBlock], body_size: float) -> list[Piece]:
    """Put what `blocks` hold one after another. `body_size` is that of most letters, in pt."""
    return with_captions(with_typed_lists(list(_Telling(blocks, body_size).seen()), body_size))


class _Telling:
    def __init__(self, blocks: Sequence[ToldBlock], body_size: float) -> None:
        self._blocks = blocks
        self._body_size = body_size
        self._lists = TaggedLists(blocks)
        paragraphs = (paragraph for block in blocks for paragraph in block.paragraphs)
        told = any(block.type in _LEVELS for block in blocks)
        self._by_size = Headings(() if told else paragraphs, body_size)
        self._quotes: dict[tuple[int, ...], Group] = {}
        self._quote: Group | None = None  # the one that ended just now: its speaker may follow
        self._above: Figure | None = None  # the picture that ended just now: its caption may follow

    def seen(self) -> Iterator[SeenPiece]:
        """Give what the blocks hold, with the paragraphs as they are seen: marks may be typed there, too."""
        for (table, of_figures), together in groupby(self._blocks, key=_table_or_figures):
            blocks = list(together)
            figures = [figure for block in blocks for figure in block.figures]
            if table:
                yield from map(SeenPiece, _table(blocks, len(table)))
            elif of_figures:
                yield from map(SeenPiece, rows_of(figures))
            else:
                for block in blocks:
                    yield from self._lines(block)
            self._above = figures[-1] if figures else None

    def _lines(self, block: ToldBlock) -> Iterator[SeenPiece]:
        if self._lists.is_mark(block):
            return
        for paragraph in block.paragraphs:
            if not paragraph.text.is_blank:
                line = self._line(block, paragraph)
                self._quote, self._above = line.group, None
                yield SeenPiece(line, paragraph)

    def _line(self, block: ToldBlock, paragraph: CutParagraph) -> Line:
        text = paragraph.text
        path = self._lists.path_to(block)
        mark = self._lists.take_mark(block)
        if mark:
            return Line(text=RichText(runs=(Run(text=mark), *text.runs)), path=path)
        if path and mark_of(text.plain):  # LibreOffice writes the marks as text, and its lists are not nested
            return Line(text=text)
        if path:
            return Line(text=text, path=path)
        level = _LEVELS.get(block.type, self._by_size.level(paragraph))
        if level is not None:
            return Line(text=text, kind=Kind.SUBHEADING, level=level)
        quote = block.around("BlockQuote")
        if quote:
            return Line(text=text, kind=Kind.QUOTE, group=self._quotes.setdefault(quote, Group()))
        if self._quote and not block.type and text.plain.startswith(_SPEAKER):
            return Line(text=behind(text, 2), kind=Kind.SPEAKER, group=self._quote)
        return Line(text=text, kind=Kind.CAPTION if self._is_caption(block, paragraph) else Kind.PARAGRAPH)

    def _is_caption(self, block: ToldBlock, paragraph: CutParagraph) -> bool:
        if block.type == "Caption":
            return True
        if self._above:
            return is_caption(paragraph, self._body_size, self._above)
        return not block.type and is_set_off(paragraph, self._body_size)


def _table_or_figures(block: ToldBlock) -> tuple[tuple[int, ...], bool]:
    """Tell what `block` is a part of: a table, or pictures that follow each other."""
    return block.around("Table"), bool(block.figures)


def _table(blocks: Sequence[ToldBlock], depth: int) -> Iterator[Piece]:
    """Give the table that `blocks` are the cells of, and its pictures; `depth` elements lead to it."""
    grid = Grid()
    for row, in_row in groupby(blocks, key=lambda block: _row(block, depth)):
        together = list(in_row)
        if together[0].types[depth : depth + 1] == ("Caption",):
            grid.start_caption()
            _fill(grid, together)
            continue
        grid.start_row()
        begun = 0
        for column, in_column in groupby(together, key=lambda block: _column(block, len(row))):
            for _ in range(begun, column + 1):  # blank cells hold nothing, but they have their place
                grid.start_cell({})
            begun = column + 1
            _fill(grid, in_column)
    table = grid.table()
    if table and len(table.header) > 1:
        yield table
    else:  # a frame around text
        yield from (
            Line(text=each.text) for block in blocks for each in block.paragraphs if not each.text.is_blank
        )
    yield from rows_of([figure for block in blocks for figure in block.figures])


def _row(block: ToldBlock, depth: int) -> tuple[int, ...]:
    inside = block.types[depth:]
    return block.path[: depth + 1 + (inside.index("TR") if "TR" in inside else 0)]


def _column(block: ToldBlock, depth: int) -> int:
    return block.path[depth] if len(block.path) > depth else 0


def _fill(grid: Grid, blocks: Iterable[ToldBlock]) -> None:
    for block in blocks:
        for paragraph in block.paragraphs:
            grid.add(text_of_cell(paragraph.lines))
    grid.end_cell()
