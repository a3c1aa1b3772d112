"""Tables that a page shows by their rules: rows lie between rules, columns between rules or white."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from bulletin_editor.importers.flow.grid import MAX_CELLS, MAX_COLUMNS
from bulletin_editor.importers.pdf.page_text import TextLine
from bulletin_editor.importers.pdf.paragraphs import CutParagraph, is_heading_size
from bulletin_editor.importers.pdf.rules import Rule, Rules
from bulletin_editor.model.blocks import Table

_SAME = 3.0  # pt: by which ends of rules differ that mean the same
_COVERS = 0.9  # of a row's height: as much of an upright rule divides it
_HIGHEST = 8.0  # times the letters' size: a higher row without upright rules is text between two rules
_BESIDE = 0.8  # times the letters' size: lines below each other are farther apart
_GUTTER = 0.5  # times the letters' size: the least white between two columns
_PROSE = 8  # lines; where each cell of a row has more, columns of text stand there
_LONGEST_CELL = 30  # lines


@dataclass(frozen=True)
class SeenTable:
    """A table with its place, in pt from the page's lower left corner."""

    table: Table
    left: float
    middle: tuple[float, float]


class _Row(NamedTuple):
    """What stands between two rules; `columns` are the upright ones within."""

    top: float
    bottom: float
    columns: tuple[int, ...]
    lines: list[TextLine]


def tables_among(lines: Sequence[TextLine], rules: Rules) -> tuple[list[SeenTable], list[TextLine]]:
    """Find the tables among the `lines` of a page; return them, and the lines that are in none.

    Where a line of text reaches over a rule, lines stand side by side in a cell, or all that stands side by
    side in a row is prose, there is none. A row of merged cells ends a table, for it has other rules.
    """
    tables: list[SeenTable] = []
    rest = list(lines)
    for left, right, heights in _stacks(rules.across):
        within = [line for line in rest if left - _SAME <= line.left and line.right <= right + _SAME]
        rows = [_row(top, bottom, within, left, right, rules.upright) for top, bottom in pairwise(heights)]
        for _, together in groupby(rows, key=_belongs_together):
            run = list(together)
            table = _table(run) if len(run) > 1 and _is_row(run[0]) else None
            if table:
                middle = ((left + right) / 2, (run[0].top + run[-1].bottom) / 2)
                tables.append(SeenTable(table, left, middle))
                taken = {id(line) for row in run for line in row.lines}
                rest = [line for line in rest if id(line) not in taken]
    return tables, rest


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
        if len(stack) > 2:
            yield stack[0].start, stack[0].end, [rule.at for rule in stack]


def _row(
    top: float, bottom: float, lines: Iterable[TextLine], left: float, right: float, upright: Iterable[Rule]
) -> _Row:
    within = [line for line in lines if bottom < line.baseline < top]
    columns = (
        round(rule.at)
        for rule in upright
        if left + _SAME < rule.at < right - _SAME
        and min(rule.end, top) - max(rule.start, bottom) > _COVERS * (top - bottom)
    )
    return _Row(top, bottom, tuple(sorted(set(columns))), within)


def _belongs_together(row: _Row) -> tuple[bool, tuple[int, ...]]:
    return _is_row(row), row.columns


def _is_row(row: _Row) -> bool:
    """Tell whether `row` can be one; without upright rules it must hold text, and little of it."""
    if row.columns:
        return True
    return bool(row.lines) and row.top - row.bottom < _HIGHEST * max(line.size for line in row.lines)


def _table(rows: Sequence[_Row]) -> Table | None:
    """Return the table that `rows` make; None where it is not certain that they do."""
    lines = [line for row in rows for line in row.lines]
    columns: Sequence[float] = rows[0].columns or _white_between(lines)
    if not lines or not 0 < len(columns) < MAX_COLUMNS or len(rows) * len(columns) > MAX_CELLS:
        return None
    if any(line.left < column - 1 and column + 1 < line.right for line in lines for column in columns):
        return None
    cells = _without_blank_columns([_cells(row.lines, columns) for row in rows])
    if any(_stand_side_by_side(cell) for row in cells for cell in row):
        return None
    if any(map(_is_of_prose, cells)):
        return None
    header, *others = (tuple(CutParagraph(cell).text for cell in row) for row in cells)
    return Table(header=header, rows=tuple(others))


def _white_between(lines: Sequence[TextLine]) -> list[float]:
    """Return the middles of the white that reaches from the first of `lines` to the last, between them."""
    found, reached = list[float](), None
    for line in sorted(lines, key=lambda each: each.left):
        if reached is not None and line.left - reached > _GUTTER * line.size:
            found.append((line.left + reached) / 2)
        reached = line.right if reached is None else max(reached, line.right)
    return found


def _cells(lines: Sequence[TextLine], columns: Sequence[float]) -> list[list[TextLine]]:
    cells: list[list[TextLine]] = [[] for _ in range(len(columns) + 1)]
    for line in sorted(lines, key=lambda line: -line.baseline):
        cells[sum(column < (line.left + line.right) / 2 for column in columns)].append(line)
    return cells


def _without_blank_columns(cells: Sequence[list[list[TextLine]]]) -> list[list[list[TextLine]]]:
    """Leave out columns in which nothing stands: what lies between the two rules of a double one."""
    kept = [column for column in range(len(cells[0])) if any(row[column] for row in cells)]
    return [[row[column] for column in kept] for row in cells]


def _stand_side_by_side(lines: Sequence[TextLine]) -> bool:
    """Tell whether any of `lines` is no line below the one before: there is a column that was not seen."""
    return any(above.baseline - below.baseline < _BESIDE * below.size for above, below in pairwise(lines))


def _is_of_prose(row: Sequence[list[TextLine]]) -> bool:
    """Tell whether `row` is part of a page in columns with rules around them, as of a newspaper."""
    filled = [cell for cell in row if cell]
    long = [cell for cell in filled if len(cell) > _PROSE or _begins_with_heading(cell)]
    return (len(long) == len(filled) > 1) or any(len(cell) > _LONGEST_CELL for cell in filled)


def _begins_with_heading(cell: Sequence[TextLine]) -> bool:
    return is_heading_size(cell[0].size, cell[-1].size) and len(cell) > 2
