"""Tables that go on from page to page, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bulletin_editor.importers.pdf.paragraphs import ends_within_word, has_room, is_open
from bulletin_editor.importers.pdf.tables import (
    FoundTables,
    Row,
    SeenTable,
    cells_of,
    columns_of,
    table_of,
    without,
)
from bulletin_editor.importers.pdf.text_lines import TextLine

_SAME = 3.0  # pt: by which edges differ that mean the same
_MARGIN = 0.15  # of a page's height, above and below, 4.4 cm of A4: tables that go on leave no more free


class _Page(NamedTuple):
    """A page with what is on it but running lines: its tables, and what else there is."""

    found: FoundTables
    height: float

    def first(self) -> SeenTable | None:
        """Return the table with which the page begins."""
        table = max(self._all(), key=lambda each: each.rows[0].top, default=None)
        if table is None or table.rows[0].top < (1 - _MARGIN) * self.height:
            return None
        others = without(self.found.rest, table.rows)
        return table if all(line.baseline < table.rows[0].top for line in others) else None

    def last(self) -> SeenTable | None:
        """Return the table with which the page ends."""
        table = min(self._all(), key=lambda each: each.rows[-1].bottom, default=None)
        others = without(self.found.rest, table.rows) if table else ()
        return table if table and all(line.baseline > table.rows[-1].bottom for line in others) else None

    def _all(self) -> list[SeenTable]:
        return [*self.found.tables, *self.found.lone]


_Chain = list[tuple[int, SeenTable]]
"""The parts of one table, each with the page on which it stands."""


def joined_over_pages(
    pages: Sequence[FoundTables], heights: Sequence[float]
) -> tuple[list[FoundTables], list[TextLine]]:
    """Put the parts of tables together, on the pages where they begin; the running lines are gone before.

    A part goes on with the same columns where its page had no room for the next row. A head that is repeated,
    of one row, comes once; return, too, the lines that were left out for that.
    """
    joined = [FoundTables(list(each.tables), list(each.lone), each.rest) for each in pages]
    repeated: list[TextLine] = []
    for chain in _chains([_Page(*each) for each in zip(pages, heights, strict=True)]):
        whole, heads = _whole([part for _, part in chain])
        if whole is None:
            continue
        repeated += (line for row in heads for line in row.lines)
        for number, part in chain:
            on_page = joined[number]
            tables = [each for each in on_page.tables if each is not part]
            joined[number] = on_page._replace(tables=tables, rest=without(on_page.rest, part.rows))
        joined[chain[0][0]].tables.append(whole)
    return joined, repeated


def _chains(pages: Sequence[_Page]) -> list[_Chain]:
    chains: list[_Chain] = []
    for number, (page, following) in enumerate(pairwise(pages)):
        above, below = page.last(), following.first()
        if above is None or below is None or not _goes_on(above, below, page.height):
            continue
        if chains and chains[-1][-1][1] is above:
            chains[-1].append((number + 1, below))
        else:
            chains.append([(number, above), (number + 1, below)])
    return chains


def _goes_on(above: SeenTable, below: SeenTable, height: float) -> bool:
    """Tell whether `below` has the columns of `above`, and there was no room for its first rows there."""
    needed = max(row.top - row.bottom for row in below.rows[:2])  # the first may be a head
    no_room = above.rows[-1].bottom - needed < _MARGIN * height
    edges, others = ((each.left, each.right, *each.rows[0].columns) for each in (above, below))
    pairs = zip(edges, others, strict=False)
    return no_room and len(edges) == len(others) and all(abs(one - other) < _SAME for one, other in pairs)


def _whole(parts: Sequence[SeenTable]) -> tuple[SeenTable | None, list[Row]]:
    """Return the table that `parts` make, if they do, and its repeated heads."""
    said = [[_words(row) for row in part.rows] for part in parts]
    if any(said[0][: len(rows)] == rows for rows in said[1:]):  # the same form once more
        return None, []
    count = 1 if _begin_with_one_head(said) else 0
    heads = [row for part in parts[1:] for row in part.rows[:count]]
    rows = _joined([parts[0].rows, *(part.rows[count:] for part in parts[1:])])
    table = table_of(rows)
    if table is None or len(table.header) < max(len(part.table.header) for part in parts):
        return None, []
    return SeenTable(table, rows, parts[0].left, parts[0].right), heads


def _begin_with_one_head(parts: Sequence[Sequence[list[str]]]) -> bool:
    """Tell whether all `parts` begin with the same row, which is nowhere else: data may be equal."""
    head = parts[0][0]
    return all(rows[0] == head and head not in rows[1:] for rows in parts)


def _words(row: Row) -> list[str]:
    return [line.plain for line in sorted(row.lines, key=_from_the_left)]


def _from_the_left(line: TextLine) -> tuple[float, float]:
    return line.left, -line.baseline


# ---- Rows that the end of a page had cut ---------------------------------------------------------------


def _joined(parts: Sequence[Sequence[Row]]) -> list[Row]:
    """Put rows one below the other, and together what had been one."""
    columns = columns_of([row for part in parts for row in part])
    cells = [[cells_of(row, columns) for row in part] for part in parts]
    surely_whole = [*cells[0], *(each for part in cells[1:] for each in part[1:])]
    by_column = list(zip(*surely_whole, strict=True))
    always_filled = [all(column) for column in by_column]
    edges = [max((line.right for cell in column for line in cell), default=0.0) for column in by_column]
    rows = list(parts[0])
    for above, below, part in zip(cells, cells[1:], parts[1:], strict=False):
        rests = [_is_rest(*each) for each in zip(above[-1], below[0], edges, strict=True) if each[1]]
        lacks_words = any(full and not cell for full, cell in zip(always_filled, below[0], strict=True))
        if rests and all(rests) and lacks_words:
            rows[-1] = rows[-1]._replace(lines=[*rows[-1].lines, *part[0].lines])
            part = part[1:]
        rows += part
    return rows


def _is_rest(begun: Sequence[TextLine], rest: Sequence[TextLine], edge: float) -> bool:
    """Tell whether the sentence in a cell goes on in that below it."""
    if not begun or not is_open(begun[-1]):
        return False
    if rest[0].plain[:1].islower() or ends_within_word(begun[-1].plain):
        return True
    may_be = len(begun) > 1 or rest[0].plain[:1].isalpha()  # a single number is the next one
    return may_be and not has_room(begun[-1], rest[0], edge)
