"""Lists that are typed: points that begin with dashes, or with numbers that follow each other."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from itertools import count, islice
from typing import NamedTuple

from bulletin_editor.importers.flow.lines import Kind, Line, Piece
from bulletin_editor.importers.flow.marks import is_sign, mark_of, number_in
from bulletin_editor.importers.flow.outline import Outline
from bulletin_editor.model.rich_text import RichText, part_of

_FARTHEST = 200  # lines between a number and the next
_SAME_EDGE = 0.5  # times the letters' size


class Placed(NamedTuple):
    """A piece, and how far from the edge it begins, in times the letters' size; None where it is no point."""

    piece: Piece
    left: float | None = None


class _Mark(NamedTuple):
    """What stands before a line: a number, or None for a dash."""

    text: str
    number: int | None
    left: float


def placed_by_mark(piece: Piece) -> Placed:
    """Place `piece` where its mark alone tells how deep it is: ``+`` below ``-``, as in official letters."""
    return Placed(piece, 1.0 if isinstance(piece, Line) and piece.text.plain.startswith("+") else 0.0)


def with_typed_lists(placed: Sequence[Placed]) -> list[Piece]:
    """Make points of the lines with marks.

    A number that stands alone, and letters, stay with their words: more than a list may begin with them.
    """
    marks = [_mark(each) for each in placed]
    outline, pieces = Outline(), list[Piece]()
    open_lists: list[tuple[float, int]] = []  # how far they are from the edge, and their names
    names = count()
    for index, ((piece, _), mark) in enumerate(zip(placed, marks, strict=True)):
        follows = _is_next(marks, index, range(index - 1, -1, -1), 1)
        goes_on = _is_next(marks, index, range(index + 1, len(marks)), -1)
        if mark is None or (mark.number is not None and not follows and not goes_on):
            outline.close()
            open_lists.clear()
            pieces.append(piece)
            continue
        name = next(names)
        while open_lists and mark.left <= open_lists[-1][0] + _SAME_EDGE:
            _, before = open_lists.pop()
            name = before if follows or mark.number is None else name
        open_lists.append((mark.left, name))
        start = 1 if mark.number is None else mark.number
        path = outline.place(len(open_lists), str(name), numbered=mark.number is not None, start=start)
        assert isinstance(piece, Line), "only lines have marks"
        pieces.append(dataclasses.replace(piece, text=behind(piece.text, len(mark.text)), path=path))
    return pieces


def behind(text: RichText, start: int) -> RichText:
    """Return `text` from its character `start` on."""
    return RichText(runs=part_of(text, start, len(text.plain)))


def _mark(placed: Placed) -> _Mark | None:
    piece, left = placed
    if left is None or not isinstance(piece, Line) or piece.kind is not Kind.PARAGRAPH or piece.path:
        return None
    text = mark_of(piece.text.plain)
    number = number_in(text)
    return _Mark(text, number, left) if is_sign(text) or number is not None else None


def _is_next(marks: Sequence[_Mark | None], index: int, others: Iterable[int], step: int) -> bool:
    """Tell whether a number is `step` more than the first of `others` on its level, past deeper ones."""
    mark = marks[index]
    if mark is None or mark.number is None:
        return False
    for other in map(marks.__getitem__, islice(others, _FARTHEST)):
        if other is None or other.left < mark.left - _SAME_EDGE:
            return False
        if other.left <= mark.left + _SAME_EDGE:
            return other.number is not None and mark.number - other.number == step
    return False
