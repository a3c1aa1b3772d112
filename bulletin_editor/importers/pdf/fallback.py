"""Letters that a font does not have, put back into the words that they were taken out of.

LibreOffice writes such letters in another font, behind the rest of their line, where each has left a hole.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import groupby
from math import inf
from typing import NamedTuple

from bulletin_editor.importers.pdf.stretches import Stretch, Word

_SAME_BASELINE = 0.1  # times the letters' size
_OVERLAP = 0.2  # times the letters' size: as far slanted letters reach over their neighbours
_NEAR = 1.0  # times the letters' size: from letters to the word that lacks them
_SPACE = 0.1  # times the letters' size: less of it divides no words
_LONGEST = 500  # words; no row of a page has more, and a longer one would take long to search


def with_letters_in_their_words(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Give the `stretches` of a page in their order, but those that fill holes within what they fill."""
    row: _Row | None = None
    for stretch in stretches:
        if row and row.takes(stretch):
            continue
        if row:
            yield from row.stretches()
        row = _Row(stretch)
    if row:
        yield from row.stretches()


class _Placed(NamedTuple):
    word: Word
    of: Stretch


class _Row:
    """Words on one baseline, from left to right."""

    def __init__(self, first: Stretch) -> None:
        self._words = _placed(first)
        self._is_mended = False

    def takes(self, stretch: Stretch) -> bool:
        """Take `stretch` in if it stands behind the row, or if all of it fills holes of the row."""
        last = self._words[-1]
        if abs(stretch.baseline - last.of.baseline) > _SAME_BASELINE * stretch.size:
            return False
        if stretch.left > last.word.right - _OVERLAP * stretch.size:
            self._is_mended |= _is_torn(last.word, stretch)
            self._words += _placed(stretch)
            return True
        is_long = len(self._words) + len(stretch.words) > _LONGEST
        filled = None if is_long else self._filled_with(stretch)
        if filled is None:
            return False
        self._words, self._is_mended = filled, True
        return True

    def stretches(self) -> Iterator[Stretch]:
        """Give its words in stretches again, divided where holes are filled."""
        parts = [list(part) for _, part in groupby(self._words, key=lambda each: id(each.of))]
        if not self._is_mended:
            yield from (part[0].of for part in parts)
            return
        for part, following in zip(parts, [*parts[1:], None], strict=True):
            words = [each.word for each in part]
            if following:
                words[-1] = _ended(words[-1], following[0].word, part[0].of.size)
            right = max(word.right for word in words)
            yield dataclasses.replace(part[0].of, words=words, left=words[0].left, right=right)

    def _filled_with(self, stretch: Stretch) -> list[_Placed] | None:
        """Return the row with the words of `stretch` in its holes; None where one has no hole."""
        filled = list(self._words)
        for each in _placed(stretch):
            place = bisect(filled, each.word.left, key=lambda other: other.word.left)
            before = each.word.left - filled[place - 1].word.right if place else inf
            behind = filled[place].word.left - each.word.right if place < len(filled) else inf
            if not -_OVERLAP * stretch.size < min(before, behind) < _NEAR * stretch.size:
                return None
            filled.insert(place, each)
        return filled


def _placed(stretch: Stretch) -> list[_Placed]:
    return [_Placed(word, stretch) for word in stretch.words]


def _is_torn(word: Word, following: Stretch) -> bool:
    """Tell whether `word` goes on in the letters that end its line, though PDFium has a space there."""
    return word.text.endswith(" ") and following.left - word.right < _SPACE * following.size


def _ended(word: Word, following: Word, size: float) -> Word:
    """Return `word` with a space behind it only where there is room for one; PDFium has one for each hole."""
    space = " " if following.left - word.right > _SPACE * size else ""
    return word._replace(text=word.text.rstrip() + space)
