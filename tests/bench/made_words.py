"""Made-up words of Vietnamese letters, so many that hardly one stands by chance where another was."""

from __future__ import annotations

from itertools import product
from random import Random

_ONSETS = ("b", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "nh", "ph", "qu", "t", "th", "tr", "v")
_VOWELS = ("a", "á", "à", "ạ", "ả", "ấ", "ầ", "ậ", "ắ", "ặ", "o", "ó", "ọ", "ổ", "ộ", "ớ", "ợ", "ư", "ứ", "ự")
_ENDS = ("", "n", "ng", "i", "u")
_WORDS = tuple("".join(parts) for parts in product(_ONSETS, _VOWELS, _ENDS))

_LENGTH = (10, 22)  # words of a sentence


def words(random: Random, count: int) -> str:
    """Return `count` words."""
    return " ".join(random.choices(_WORDS, k=count))


def sentence(random: Random) -> str:
    """Return a sentence."""
    return words(random, random.randint(*_LENGTH)).capitalize() + "."
