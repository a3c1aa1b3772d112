"""The one normal form of text inside the program: Unicode NFC, ``\\n`` for a line break.

NFC and not NFKC, which would change what was typed (``…`` to ``...``): domain rule 3.1.
"""

from __future__ import annotations

import re
import unicodedata

# XML cannot carry most of these and no font draws any: C0 and C1 controls but tab and line feed,
# DEL, lone surrogates, and the noncharacters (Unicode 16.0, chapter 23.7).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
_LINE_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
_BYTE_ORDER_MARK = "\ufeff"
_WITHOUT_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def forbidden_character(text: str) -> re.Match[str] | None:
    """Find the first character that no print can carry; the match gives it and its place."""
    return _FORBIDDEN.search(text)


def normalise(text: str) -> str:
    """Return `text` in NFC, with ``\\n`` line breaks, spaces for tabs and no byte order marks."""
    text = _LINE_BREAKS.sub("\n", text).replace("\t", " ").replace(_BYTE_ORDER_MARK, "")
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Return `text` normalised as a one-line field: no line breaks, no space at either end."""
    return normalise(text).replace("\n", " ").strip()


def is_blank(text: str) -> bool:
    """Tell whether nothing of `text` can be seen: it has spaces at the most, and characters without width."""
    return not _WITHOUT_WIDTH.sub("", text).strip()


def without_forbidden(text: str) -> str:
    """Return `text` without the characters that no print can carry."""
    return _FORBIDDEN.sub("", text)
