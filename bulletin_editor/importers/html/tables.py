"""Tables of HTML. Some hold words together that belong together; others only hold things in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bulletin_editor.importers.flow.captions import LONGEST_CAPTION
from bulletin_editor.importers.flow.grid import Grid
from bulletin_editor.importers.flow.lines import Kind, Line, Piece
from bulletin_editor.importers.html.styles import Attributes
from bulletin_editor.model.blocks import PictureRow, Table

_OWN = "bulletin-table"
_CELLS = ("td", "th")
_MANY_LINES = 10
"""Lines that a cell does not have where it is one of many alike."""

_FEW_ROWS = 3


class OpenTable:
    """A table while it is read: its cells, and all that stands in them as `pieces`, one after the other."""

    def __init__(self, attributes: Attributes) -> None:
        self.grid = Grid()
        self.pieces: list[Piece] = []
        self._is_own = attributes.get("class") == _OWN
        self._is_for_looks = attributes.get("role", "").lower() in ("presentation", "none")

    def begin_anew(self) -> None:
        """Forget what stood in it until now; a cell that is open stays open."""
        was_open = self.grid.takes_text
        self.grid, self.pieces = Grid(), []
        if was_open:
            self.grid.start_cell({})

    def open(self, tag: str, attributes: Attributes) -> None:
        """Follow an element that opens right in this table."""
        if tag == "tr":
            self.grid.start_row()
        elif tag == "caption":
            self.grid.start_caption()
        elif tag in _CELLS:
            self.grid.start_cell(attributes)

    def close(self, tag: str) -> None:
        """Follow an element that closes right in this table."""
        if tag in (*_CELLS, "caption"):
            self.grid.end_cell()

    def pieces_read(self) -> list[Piece]:
        """Return the table and, behind it, its pictures; or all that it only held in place.

        Raises:
            InputError: more rows or columns than a bulletin could ever print.
        """
        table = self.grid.table()
        pictures = [piece for piece in self.pieces if isinstance(piece, PictureRow)]
        if table is None:
            return self.pieces
        if not self._is_own and (self._is_for_looks or _holds_in_place(table, self.pieces, pictures)):
            return _with_caption(self.pieces, pictures)
        return [table, *pictures]


def _holds_in_place(table: Table, pieces: Sequence[Piece], pictures: Sequence[PictureRow]) -> bool:
    """Tell whether `table` has one cell, a column of several lines, or what no cell holds."""
    cells = [cell.plain for row in (table.header, *table.rows) for cell in row]
    filled = [cell for cell in cells if cell]
    if len(cells) == 1 or (pictures and len(filled) <= 2 * len(pictures)):
        return True
    if any(_is_heading(piece) for piece in pieces):
        return True
    breaks = max(cell.count("\n") for cell in cells)
    if len(table.header) == 1:
        return breaks > 0
    return len(table.rows) < _FEW_ROWS and breaks >= _MANY_LINES


def _is_heading(piece: Piece) -> bool:
    return isinstance(piece, Line) and piece.kind is Kind.SUBHEADING


def _with_caption(pieces: list[Piece], pictures: Sequence[PictureRow]) -> list[Piece]:
    """Let the only line beside pictures be their caption: so newspapers set them."""
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    if not pictures or len(lines) != 1 or len(lines[0].text.plain) > LONGEST_CAPTION or lines[0].path:
        return pieces
    return [replace(piece, kind=Kind.CAPTION) if isinstance(piece, Line) else piece for piece in pieces]
