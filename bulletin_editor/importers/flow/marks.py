"""The marks with which the points of lists begin where they are typed: dashes and other signs, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile(r"(?:[-–+*•●▪■□◆◇▸►‣○◦➢✓✔\uf0b7\uf0a7\uf0d8]|\(?(?:\d{1,3}|[a-zđ])[.)])\s+(?=\S)")
_NUMBER = re.compile(r"\(?(0|[1-9]\d{0,2})[.)]\s*")


def mark_of(text: str) -> str:
    """Return the mark with which a point begins, with the space behind it; blank where there is none."""
    found = _MARK.match(text)
    return found[0] if found else ""


def is_sign(mark: str) -> bool:
    """Tell whether `mark` is a dash or the like: no number, and no letter."""
    return bool(mark) and not any(map(str.isalnum, mark))


def number_in(mark: str) -> int | None:
    """Return the number that `mark` is: ``1.``, ``2)``, ``(3)``; None for others, and for ``01.``.

    Lists of ours could not write that one so.
    """
    found = _NUMBER.fullmatch(mark)
    return int(found[1]) if found else None


def are_counted(numbers: Sequence[int | None]) -> bool:
    """Tell whether `numbers` follow each other, each with one more than the one before."""
    first = numbers[0] if numbers else None
    return first is not None and list(numbers) == list(range(first, first + len(numbers)))
