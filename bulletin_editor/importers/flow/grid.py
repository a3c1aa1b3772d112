"""The cells of a table, put into rows and columns. Merged ones are told as HTML does: by attributes."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin_editor.errors import InputError
from bulletin_editor.importers.flow.lines import joined
from bulletin_editor.model.blocks import Table
from bulletin_editor.model.rich_text import RichText

MAX_COLUMNS = 100
MAX_CELLS = 20_000

_Cell = list[RichText]


class Grid:
    """Cells as they come. A merged cell becomes a plain one, with blank ones in the rest of its place.

    Raises:
        InputError: more rows or columns than a bulletin could ever print.
    """

    def __init__(self) -> None:
        self._rows: list[dict[int, _Cell]] = []
        self._taken_until: dict[int, int] = {}  # a column, and the last row that a cell above reaches into
        self._caption: _Cell = []
        self._open: _Cell | None = None

    @property
    def takes_text(self) -> bool:
        """Whether a cell or the caption is open."""
        return self._open is not None

    def start_row(self) -> None:
        """Go to the next row."""
        self._rows.append({})

    def start_cell(self, attributes: Mapping[str, str]) -> None:
        """Open the next cell of the row, right of those that are there or reach into it from above."""
        if not self._rows:
            self.start_row()
        number, row = len(self._rows), self._rows[-1]
        column = max(row, default=-1) + 1
        while self._taken_until.get(column, 0) >= number:
            column += 1
        if column >= MAX_COLUMNS:
            raise InputError("reading.table-too-large", columns=MAX_COLUMNS, cells=MAX_CELLS)
        last_row = number + _span(attributes, "rowspan") - 1
        last_column = min(column + _span(attributes, "colspan"), MAX_COLUMNS)
        for each in range(column, last_column):
            # The rest of a merged cell is taken in its own row, too.
            self._taken_until[each] = last_row
        self._open = row[column] = []

    def start_caption(self) -> None:
        """Open the caption."""
        self._open = self._caption

    def end_cell(self) -> None:
        """Close the cell, or the caption."""
        self._open = None

    def add(self, text: RichText) -> None:
        """Add a line to what is open."""
        if self._open is not None:
            self._open.append(text)

    def table(self) -> Table | None:
        """Return the table, its first row as the header; none where all cells are blank."""
        rows = [row for row in self._rows if row]
        # Where no cell begins there is only the rest of merged ones: no column to see.
        columns = sorted({column for row in rows for column in row})
        if len(rows) * len(columns) > MAX_CELLS:
            raise InputError("reading.table-too-large", columns=MAX_COLUMNS, cells=MAX_CELLS)
        if not any(cell for row in rows for cell in row.values()):
            return None
        header, *others = (tuple(joined(row.get(column, ())) for column in columns) for row in rows)
        return Table(header=header, rows=tuple(others), caption=joined(self._caption).plain)


def _span(attributes: Mapping[str, str], name: str) -> int:
    value = attributes.get(name, "")
    return max(1, int(value)) if value.isascii() and value.isdecimal() and len(value) < 6 else 1
