"""The order in which the lines of a page are read.

Most programs write a page in its reading order, columns and tables too. Those that lay out boxes write them
as they lie upon each other; there the page is cut along its white bands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from bulletin_editor.importers.pdf.text_lines import TextLine

_LEAPS = 0.05  # of the lines, that stand above the one before though not in the next column: text boxes
_GUTTER = 1.2  # times the letters' size: the least white between two columns

_Extent = Callable[[TextLine], tuple[float, float]]


def in_reading_order(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines of one page in the order in which they are read."""
    leaps = sum(_leaps(before, after) for before, after in pairwise(lines))
    return list(lines) if leaps <= max(1, _LEAPS * len(lines)) else _cut(list(lines))


def _leaps(before: TextLine, after: TextLine) -> bool:
    upwards = after.baseline > before.baseline + before.size
    return upwards and after.left < before.right


def _cut(lines: list[TextLine]) -> list[TextLine]:
    """Cut between columns where there is a gutter, else at the widest white band across."""
    if len(lines) < 2:
        return lines
    gutter = _widest_gap(lines, _across, _GUTTER * median(line.size for line in lines))
    if gutter is not None:
        left = [line for line in lines if line.left < gutter]
        return _cut(left) + _cut([line for line in lines if line.left >= gutter])
    band = _widest_gap(lines, _upright, 0.0)
    if band is not None:
        above = [line for line in lines if line.baseline > band]
        return _cut(above) + _cut([line for line in lines if line.baseline <= band])
    return sorted(lines, key=lambda line: (-round(line.baseline), line.left))


def _across(line: TextLine) -> tuple[float, float]:
    return line.left, line.right


def _upright(line: TextLine) -> tuple[float, float]:
    return line.baseline - 0.2 * line.size, line.baseline + 0.7 * line.size


def _widest_gap(lines: Sequence[TextLine], extent: _Extent, least: float) -> float | None:
    """Return the middle of the widest gap between the extents of `lines`; None where none is wide enough."""
    widest, middle, reached = least, None, float("-inf")
    for start, end in sorted(map(extent, lines)):
        if reached > float("-inf") and start - reached > widest:
            widest, middle = start - reached, (start + reached) / 2
        reached = max(reached, end)
    return middle
