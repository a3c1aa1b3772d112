"""Text as it is compared in a search: without tone and vowel marks, without capitals.

``Điện Biên`` folds to ``dien bien``. Unicode takes đ for a letter of its own, not for a d with a mark, so it
is folded by name (domain rule 3.6).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

_D = str.maketrans("đĐ", "dD")
_NO_BREAK_SPACE = "\u00a0"


class Folded(NamedTuple):
    """Folded text. `origins` gives for each of its characters the index in the text it was made of."""

    text: str
    origins: Sequence[int]


def fold(text: str, *, case: bool = True, marks: bool = True) -> Folded:
    """Fold `text`, which is in NFC: capitals to small letters, letters with marks to those without.

    A no-break space is always taken for a space. One character becomes one, but for marks that stand
    alone: with `marks` they fall away.
    """
    characters = [_folded_character(each, case, marks) for each in text]
    folded = "".join(characters)
    if len(folded) == len(text):
        return Folded(folded, range(len(text)))
    return Folded(folded, [index for index, each in enumerate(characters) if each])


def folded(text: str) -> str:
    """Return `text`, in any normal form, without marks and capitals."""
    return fold(unicodedata.normalize("NFC", text)).text


def is_mark(character: str) -> bool:
    """Tell whether `character` only changes the letter before it."""
    return unicodedata.category(character).startswith("M")


@cache
def _folded_character(character: str, case: bool, marks: bool) -> str:
    if character == _NO_BREAK_SPACE:
        return " "
    if marks:
        character = _without_marks(character)
    small = character.lower() if case else character
    return small if len(small) == len(character) else character


def _without_marks(character: str) -> str:
    decomposed = unicodedata.normalize("NFD", character)
    letters = "".join(each for each in decomposed if unicodedata.category(each) != "Mn")
    # What comes apart into several letters (a Korean syllable) stays one.
    return letters.translate(_D) if len(letters) <= 1 else character
