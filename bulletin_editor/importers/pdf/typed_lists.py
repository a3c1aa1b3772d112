"""Lists that a page shows by the marks before its paragraphs: dashes, or numbers that follow each other."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from itertools import count, islice
from typing import NamedTuple

from bulletin_editor.importers.flow.lines import Kind, Line, Piece
from bulletin_editor.importers.flow.outline import Outline
from bulletin_editor.importers.pdf.paragraphs import CutParagraph, behind, mark_of

_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s")
_WIDEST = 14_400  # pt: the largest page that the format knows
_FARTHEST = 200  # paragraphs between a number and the next
_SAME_EDGE = 0.5  # times the letters' size


class SeenPiece(NamedTuple):
    """A piece, and the paragraph on the page that it was, if it was one."""

    piece: Piece
    paragraph: CutParagraph | None = None


class _Mark(NamedTuple):
    """What stands before a paragraph: a number, or None for a dash. `left` is in times the letters' size."""

    text: str
    number: int | None
    left: float


def with_typed_lists(seen: Sequence[SeenPiece], body_size: float) -> list[Piece]:
    """Make points of the paragraphs with marks. `body_size` is that of most letters, in pt.

    A number that stands alone, and letters, stay with their words: more than a list may begin with them.
    """
    marks = [_mark(each, max(body_size, 1.0)) for each in seen]
    outline, pieces = Outline(), list[Piece]()
    open_lists: list[tuple[float, int]] = []  # how far they are from the edge, and their names
    names = count()
    for index, ((piece, _), mark) in enumerate(zip(seen, marks, strict=True)):
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
        numbered = mark.number is not None
        path = outline.place(len(open_lists), str(name), numbered=numbered, start=mark.number or 1)
        assert isinstance(piece, Line), "only lines have marks"
        pieces.append(dataclasses.replace(piece, text=behind(piece.text, len(mark.text)), path=path))
    return pieces


def _mark(seen: SeenPiece, size: float) -> _Mark | None:
    piece, paragraph = seen
    if paragraph is None or not isinstance(piece, Line) or piece.kind is not Kind.PARAGRAPH or piece.path:
        return None
    text = mark_of(piece.text.plain)
    number = _NUMBER.fullmatch(text)
    if not text or (not number and any(map(str.isalnum, text))):
        return None
    left = paragraph.first.left
    within = left if 0 <= left <= _WIDEST else 0.0  # damaged files have odd measures
    return _Mark(text, int(number[1]) if number else None, within / size)


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
