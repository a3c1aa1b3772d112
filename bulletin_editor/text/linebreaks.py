"""Where a line must not break, and where a word too long for a line may.

The prints show this without changing a letter of the text: Word by no-break spaces and hyphens, PDF by
boxes, so that what a reader copies out of the PDF is what was typed.
"""

from __future__ import annotations

import re

LONGEST_WORD = 30
"""Characters after which a word without a place to break is opened (no Vietnamese syllable has over 7)."""

_LONGEST_KEPT = 40
_UNITS = (
    "(?:km|dm|cm|mm|m)[23²³]?|ha|kg|mg|tấn|tạ|lít|ml|kWh|MWp|kW|MW|GHz|MHz|GB|TB|MB|Gbps|Mbps|°C|°F|"
    "(?:nghìn |triệu |tỷ )?đồng|USD|VND|VNĐ|triệu|tỷ|nghìn"
)
_FORMS_OF_ADDRESS = "[Ôô]ng|[Bb]à|[Đđ]ồng chí"

# House rules of the layout, last row of its table: ranges, numbers with units, document numbers,
# a form of address with the name.
_KEPT = re.compile(
    "|".join(
        (
            r"\d[\d.,/]* [-–] \d[\d.,/]*",
            rf"\d[\d.,]* (?:{_UNITS})(?!\w)",
            r"(?:số )?\d+(?:/\d{4})?(?:/[A-ZĐ][A-ZĐa-z0-9]*(?:-[A-ZĐ0-9]+)*|-[A-ZĐ]{2,}/[A-ZĐ]+)",
            rf"(?<!\w)(?:{_FORMS_OF_ADDRESS}) (?=[A-ZĐÀ-Ỹ])\w{{1,7}}",
        )
    )
)
_LONG_WORD = re.compile(rf"[^\s\u200b]{{{LONGEST_WORD},}}")
_LETTER = re.compile("[^\u0300-\u036f\u200d\ufe0f][\u0300-\u036f\u200d\ufe0f]*|.")  # a letter with its marks
ZERO_WIDTH_SPACE = "\u200b"


def kept_together(text: str) -> list[tuple[int, int]]:
    """Return the stretches of `text` that stay on one line, as (start, end) indexes in order."""
    return [match.span() for match in _KEPT.finditer(text) if len(match[0]) <= _LONGEST_KEPT]


def opened(text: str) -> str:
    """Return `text` with a zero width space between the letters of each word too long for a line."""
    if len(text) < LONGEST_WORD:
        return text
    return _LONG_WORD.sub(lambda word: ZERO_WIDTH_SPACE.join(_LETTER.findall(word[0])), text)
