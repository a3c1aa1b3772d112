"""What a Word file has no marks for, because it was typed: lists with dashes or numbers, headings in bold."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_editor.importers.flow import typed_lists
from bulletin_editor.importers.flow.lines import Kind, Line, Piece
from bulletin_editor.importers.flow.marks import is_sign, mark_of
from bulletin_editor.importers.flow.typed_lists import Placed, behind, placed_by_mark
from bulletin_editor.importers.word.number_formats import roman
from bulletin_editor.model.rich_text import RichText

_LONGEST_HEADING = 150
_NO_HEADING_ENDS = (".", ";", ",")
_MOST_PARTS = 40
_SPOKEN = re.compile(r"–.*[?!][”\"]?", re.DOTALL)  # a long dash, and what seldom ends a point
_NUMBER = re.compile(r"([IVX]+|\d+)\.\s+(?=\S)")
_NUMBERS = {text: each for each in range(1, _MOST_PARTS) for text in (roman(each).upper(), str(each))}


def with_typed_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """Make points of lines with dashes, of which two at least follow each other, and of counted ones.

    Lines with dashes stay as they are where one of them asks or calls: that is what persons say.
    """
    placed: list[Placed] = []
    for sign, together in groupby(pieces, key=lambda piece: is_sign(mark_of(_text(piece).plain))):
        lines = list(together)
        stay = sign and (len(lines) == 1 or any(map(_is_spoken, lines)))
        placed += map(Placed if stay else placed_by_mark, lines)
    return typed_lists.with_typed_lists(placed)


def with_typed_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Make headings of bold lines over text that count the parts of it: ``I. ``, and below them ``1. ``.

    Only in a file that marks no heading but its title, and where two at least are counted, from 1.
    """
    if any(isinstance(piece, Line) and piece.level for piece in pieces):
        return list(pieces)
    parts = list(_parts(pieces))
    upper = _counted(part for part in parts if part.is_roman)
    starts = [part.place for part in upper]
    levels = dict.fromkeys(starts, 1)
    lower = (part for part in parts if not part.is_roman)
    for _, below in groupby(lower, key=lambda part: bisect(starts, part.place)):
        levels |= {part.place: 2 if upper else 1 for part in _counted(below)}
    return [
        _heading(piece, levels[place]) if place in levels else piece for place, piece in enumerate(pieces)
    ]


def _is_spoken(piece: Piece) -> bool:
    return _SPOKEN.fullmatch(_text(piece).plain.strip()) is not None


# ---- Headings --------------------------------------------------------------------------------------


class _Part(NamedTuple):
    """A bold line over text that begins with a number."""

    place: int
    number: int
    is_roman: bool


def _parts(pieces: Sequence[Piece]) -> Iterator[_Part]:
    for place, (piece, below) in enumerate(pairwise(pieces)):
        number = _bold_number(piece)
        over_parts = number.isalpha() and _bold_number(below) == "1"
        if number and (over_parts or not _is_bold(_text(below))):
            yield _Part(place, _NUMBERS[number], number.isalpha())


def _bold_number(piece: Piece) -> str:
    """Return the number with which a line begins that is short, and bold behind it; blank for all others."""
    text = _text(piece)
    found = _NUMBER.match(text.plain)
    if not found or len(text.plain) > _LONGEST_HEADING or text.plain.endswith(_NO_HEADING_ENDS):
        return ""
    return found[1] if found[1] in _NUMBERS and _is_bold(behind(text, found.end())) else ""


def _counted(parts: Iterable[_Part]) -> list[_Part]:
    """Return `parts` where they are counted from 1, and more than one; else none."""
    parts = list(parts)
    is_counted = [part.number for part in parts] == list(range(1, len(parts) + 1))
    return parts if is_counted and len(parts) > 1 else []


def _heading(piece: Piece, level: int) -> Line:
    runs = tuple(replace(run, bold=False) for run in _text(piece).runs)  # a heading has its own look
    return Line(text=RichText(runs=runs), kind=Kind.SUBHEADING, level=level)


def _text(piece: Piece) -> RichText:
    """Return the text of a line that is but a paragraph yet; none of all others."""
    if isinstance(piece, Line) and piece.kind is Kind.PARAGRAPH and not piece.path:
        return piece.text
    return RichText()


def _is_bold(text: RichText) -> bool:
    written = [run for run in text.runs if run.text.strip()]
    return bool(written) and all(run.bold for run in written)
