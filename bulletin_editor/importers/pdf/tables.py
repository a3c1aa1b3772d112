"""Tables that a page shows by their rules: rows lie between rules, columns between rules or white."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from bulletin_editor.importers.flow.grid import MAX_CELLS, MAX_COLUMNS
from bulletin_editor.importers.pdf.cells import text_of_cell
from bulletin_editor.importers.pdf.paragraphs import is_heading_size
from bulletin_editor.importers.pdf.rules import Rule, Rules
from bulletin_editor.importers.pdf.text_lines import TextLine
from bulletin_editor.model.blocks import Table

# Measured: in the 585 tables found in files by LibreOffice, Typst, Qt, Word and others, public ones too.
_SAME = 3.0  # pt: by which ends of rules differ that mean the same; at most 2.8
_COVERS = 0.9  # of a row's height: as much of an upright rule divides it; at least 0.92
_HIGHEST = 8.0  # times the letters' size: a higher row without upright rules is text between two; at most 4.6
_BESIDE = 0.8  # times the letters' size: lines below each other are farther apart; at least 0.83
_GUTTER = 0.5  # times the letters' size: the least white between two columns; at least 0.8
_PROSE = 8  # lines; where each cell of a row has more, columns of text stand there; the shortest had up to 3
_LONGEST_CELL = 30  # lines; up to 19


class Row(NamedTuple):
    """What stands between two rules; `columns` are the upright ones within."""

    top: float
    bottom: float
    columns: tuple[int, ...]
    lines: list[TextLine]


@dataclass(frozen=True, eq=False)
class SeenTable:
    """A table with its place, in pt from the page's lower left corner, and the rows that it was made of."""

    table: Table
    rows: Sequence[Row]
    left: float
    right: float

    @property
    def middle(self) -> tuple[float, float]:
        """That of its first row, across and upright: others may stand on other pages."""
        return (self.left + self.right) / 2, (self.rows[0].top + self.rows[0].bottom) / 2


class FoundTables(NamedTuple):
    """The tables of a page, and the `rest` of its lines.

    `lone` rows are only part of a table if it goes on from one page to another; their lines are in `rest`.
    """

    tables: list[SeenTable]
    lone: list[SeenTable]
    rest: list[TextLine]


def tables_among(lines: Sequence[TextLine], rules: Rules) -> FoundTables:
    """Find the tables among the `lines` of a page.

    Where a line of text reaches over a rule, lines stand side by side in a cell, or all that stands side by
    side in a row is prose, there is none. A row of merged cells ends a table, for it has other rules.
    """
    found = FoundTables([], [], list(lines))
    for left, right, heights in _stacks(rules.across):
        within = [line for line in found.rest if left - _SAME <= line.left and line.right <= right + _SAME]
        rows = [_row(top, bottom, within, left, right, rules.upright) for top, bottom in pairwise(heights)]
        for (may_be, columns), together in groupby(rows, key=_belongs_together):
            run = list(together)
            table = table_of(run) if may_be else None
            if table and len(run) > 1:
                found.tables.append(SeenTable(table, run, left, right))
                found = found._replace(rest=without(found.rest, run))
            elif table and columns:
                found.lone.append(SeenTable(table, run, left, right))
    return found


def without(lines: Iterable[TextLine], rows: Iterable[Row]) -> list[TextLine]:
    """Return those of `lines` that are in none of `rows`."""
    taken = {id(line) for row in rows for line in row.lines}
    return [line for line in lines if id(line) not in taken]


def _stacks(rules: Iterable[Rule]) -> Iterator[tuple[float, float, list[float]]]:
    """Give rules across that are equally long, one below the other: their ends, and their heights."""
    stacks: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda each: -each.at):
        for stack in stacks:
            first = stack[0]
            if abs(first.start - rule.start) < _SAME and abs(first.end - rule.end) < _SAME:
                if stack[-1].at - rule.at > _SAME:
                    stack.append(rule)
                break
        else:
            stacks.append([rule])
    for stack in stacks:
        if len(stack) > 1:
            yield stack[0].start, stack[0].end, [rule.at for rule in stack]


def _row(
    top: float, bottom: float, lines: Iterable[TextLine], left: float, right: float, upright: Iterable[Rule]
) -> Row:
    within = [line for line in lines if bottom < line.baseline < top]
    columns = (
        round(rule.at)
        for rule in upright
        if left + _SAME < rule.at < right - _SAME
        and min(rule.end, top) - max(rule.start, bottom) > _COVERS * (top - bottom)
    )
    return Row(top, bottom, tuple(sorted(set(columns))), within)


def _belongs_together(row: Row) -> tuple[bool, tuple[int, ...]]:
    return _is_row(row), row.columns


def _is_row(row: Row) -> bool:
    """Tell whether `row` can be one; without upright rules it must hold text, and little of it."""
    if row.columns:
        return True
    return bool(row.lines) and row.top - row.bottom < _HIGHEST * max(line.size for line in row.lines)


def table_of(rows: Sequence[Row]) -> Table | None:
    """Return the table that `rows` make; None where it is not certain that they do."""
    lines = [line for row in rows for line in row.lines]
    columns = columns_of(rows)
    if not lines or not 0 < len(columns) < MAX_COLUMNS or len(rows) * len(columns) > MAX_CELLS:
        return None
    if any(line.left < column - 1 and column + 1 < line.right for line in lines for column in columns):
        return None
    cells = _without_blank_columns([cells_of(row, columns) for row in rows])
    if any(_stand_side_by_side(cell) for row in cells for cell in row):
        return None
    if any(map(_is_of_prose, cells)):
        return None
    header, *others = (tuple(map(text_of_cell, row)) for row in cells)
    return Table(header=header, rows=tuple(others))


def columns_of(rows: Sequence[Row]) -> Sequence[float]:
    """Return what divides the columns of `rows`: their upright rules, else the white between the words."""
    return rows[0].columns or _white_between([line for row in rows for line in row.lines])


def cells_of(row: Row, columns: Sequence[float]) -> list[list[TextLine]]:
    """Return the lines of `row` in its cells, which `columns` divide; a cut row has lines on two pages."""
    cells: list[list[TextLine]] = [[] for _ in range(len(columns) + 1)]
    for line in sorted(row.lines, key=lambda line: (line.page, -line.baseline)):
        cells[sum(column < (line.left + line.right) / 2 for column in columns)].append(line)
    return cells


def _white_between(lines: Sequence[TextLine]) -> list[float]:
    """Return the middles of the white that reaches from the first of `lines` to the last, between them."""
    found, reached = list[float](), None
    for line in sorted(lines, key=lambda each: each.left):
        if reached is not None and line.left - reached > _GUTTER * line.size:
            found.append((line.left + reached) / 2)
        reached = line.right if reached is None else max(reached, line.right)
    return found


def _without_blank_columns(cells: Sequence[list[list[TextLine]]]) -> list[list[list[TextLine]]]:
    """Leave out columns in which nothing stands: what lies between the two rules of a double one."""
    kept = [column for column in range(len(cells[0])) if any(row[column] for row in cells)]
    return [[row[column] for column in kept] for row in cells]


def _stand_side_by_side(lines: Sequence[TextLine]) -> bool:
    """Tell whether any of `lines` is no line below the one before: there is a column that was not seen."""
    return any(
        above.page == below.page and above.baseline - below.baseline < _BESIDE * below.size
        for above, below in pairwise(lines)
    )


def _is_of_prose(row: Sequence[list[TextLine]]) -> bool:
    """Tell whether `row` is part of a page in columns with rules around them, as of a newspaper."""
    filled = [cell for cell in row if cell]
    long = [cell for cell in filled if len(cell) > _PROSE or _begins_with_heading(cell)]
    return (len(long) == len(filled) > 1) or any(len(cell) > _LONGEST_CELL for cell in filled)


def _begins_with_heading(cell: Sequence[TextLine]) -> bool:
    return is_heading_size(cell[0].size, cell[-1].size) and len(cell) > 2
