"""The tables of a Word file: those that hold things, and those that only put them into their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bulletin_editor.errors import InputError
from bulletin_editor.importers.flow.captions import LONGEST_CAPTION
from bulletin_editor.importers.flow.grid import Grid
from bulletin_editor.importers.flow.lines import Kind, Line, Piece
from bulletin_editor.importers.word.paragraphs import Flow, MarkedLine, picture_rows
from bulletin_editor.importers.word.styles import Marks
from bulletin_editor.importers.word.table_looks import TableLook
from bulletin_editor.model.blocks import Picture, PictureRow, Table
from bulletin_editor.model.rich_text import RichText, rich


@dataclass
class Cell:
    """A cell as it is read, and over how many columns it goes."""

    columns: int = 1
    flow: Flow = field(default_factory=Flow)

    @property
    def pieces(self) -> list[Piece]:
        """What stands in it."""
        return self.flow.pieces

    @property
    def pictures(self) -> list[Picture]:
        """All pictures in it."""
        rows = [piece for piece in self.pieces if isinstance(piece, PictureRow)]
        return [picture for row in rows for picture in row.pictures]

    @property
    def has_only_pictures(self) -> bool:
        """Whether there are pictures in it, and nothing else."""
        return bool(self.pieces) and all(isinstance(piece, PictureRow) for piece in self.pieces)


@dataclass
class OpenTable:
    """A table as it is read. `marks` are those that its style gives to the cell that is open."""

    look: TableLook
    marks: Marks
    rows: list[list[Cell]] = field(default_factory=list)

    def add_row(self, free_columns: int) -> None:
        """Add a row, in which nothing stands in the first columns."""
        self.rows.append([Cell(free_columns)] if free_columns > 0 else [])

    def add_cell(self, cell: Cell) -> None:
        """Add a cell to the last row."""
        if not self.rows:
            self.add_row(0)
        self.rows[-1].append(cell)

    def pieces(self) -> tuple[list[Piece], bool]:
        """Return what the table becomes, and whether it is too large for one and became paragraphs.

        What only put things into their places is taken apart; out of other tables pictures come before it.
        """
        if self._is_layout():
            return self._apart(), False
        try:
            table = self._table()
        except InputError:
            return self._apart(), True
        pictures = [picture for cell in self._filled() for picture in cell.pictures]
        return [*picture_rows(pictures), *([table] if table else [])], False

    def _filled(self) -> list[Cell]:
        return [cell for row in self.rows for cell in row if cell.pieces]

    def _is_layout(self) -> bool:
        """Tell whether it is a frame around one thing, or holds pictures with what belongs to them."""
        filled = self._filled()
        with_pictures = sum(bool(cell.pictures) for cell in filled)
        return len(filled) <= 1 or (with_pictures > 0 and len(filled) <= 3 * with_pictures)

    def _table(self) -> Table | None:
        grid = Grid()
        for row in self.rows:
            grid.start_row()
            for cell in row:
                grid.start_cell({"colspan": str(cell.columns)})
                for text in _texts(cell.pieces):
                    grid.add(text)
                grid.end_cell()
        return grid.table()

    def _apart(self) -> list[Piece]:
        result: list[Piece] = []
        below_pictures = False
        for row in self.rows:
            cells = [cell for cell in row if cell.pieces]
            if cells and all(cell.has_only_pictures for cell in cells):
                result += picture_rows([picture for cell in cells for picture in cell.pictures])
                below_pictures = True
                continue
            pieces = [piece for cell in cells for piece in cell.pieces]
            result += [_caption(pieces)] if below_pictures and _is_caption(pieces) else pieces
            below_pictures = False
        return result


def _texts(pieces: list[Piece]) -> Iterator[RichText]:
    """Return the texts in a cell; of a table in it, those of its cells."""
    for piece in pieces:
        if isinstance(piece, MarkedLine):
            yield piece.marked_text
        elif isinstance(piece, Line):
            yield piece.text
        elif isinstance(piece, Table):
            cells = (cell for row in (piece.header, *piece.rows) for cell in row)
            yield from (text for text in (rich(piece.caption), *cells) if not text.is_blank)


def _is_caption(pieces: list[Piece]) -> bool:
    lines = [piece for piece in pieces if isinstance(piece, Line) and not piece.path and piece.level is None]
    return (
        bool(lines)
        and len(lines) == len(pieces)
        and sum(len(line.text.plain) for line in lines) <= LONGEST_CAPTION
    )


def _caption(pieces: list[Piece]) -> Line:
    """Make one caption of those that stand below each picture of a row."""
    words = [piece.text.plain for piece in pieces if isinstance(piece, Line)]
    return Line(text=rich("; ".join(words)), kind=Kind.CAPTION)
