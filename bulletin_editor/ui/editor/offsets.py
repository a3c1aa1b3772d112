"""Characters of Python and code units of Qt: an emoji is one of the former and two of the latter."""

from __future__ import annotations


def to_units(text: str, characters: int) -> int:
    """Return how many UTF-16 code units the first `characters` of `text` take."""
    return len(text[:characters].encode("utf-16-le", "surrogatepass")) // 2


def to_characters(text: str, units: int) -> int:
    """Return how many characters of `text` the first `units` UTF-16 code units hold."""
    if text.isascii():
        return min(units, len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
