"""How many words of a text are found in what a reader made of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")


def words_in(text: str) -> list[str]:
    """Return the words of `text` without signs; capital and small letters are the same."""
    return _WORD.findall(text.casefold())


def words_kept(written: Sequence[str], read: Sequence[str]) -> float:
    """Return which part of the words `written` is in those `read`, in the same order.

    That is the longest row of words which both have in common (Hunt and Szymanski, 1977): whatever else was
    read does no harm.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(read):
        places[word].append(place)
    ends: list[int] = []  # where rows of each length, from 1, end at the earliest
    for word in written:
        for place in reversed(places.get(word, ())):
            at = bisect_left(ends, place)
            ends[at : at + 1] = [place]
    return len(ends) / len(written)
