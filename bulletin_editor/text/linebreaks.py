"""Where a line must not break, and where a word too long for a line may.

The prints show this without changing a letter of the text: Word by no-break spaces and hyphens, PDF by
boxes, so that what a reader copies out of the PDF is what was typed.
"""

from __future__ import annotations

import re

ZERO_WIDTH_SPACE = "\u200b"

LONGEST_WORD = 30
"""Characters from which a word without a place to break is opened (no Vietnamese syllable has over 7)."""

LONGEST_KEPT = 40
"""Characters that stay on one line at the most; more would tear holes into a justified line."""

# House rules of the layout, last row of its table: ranges, numbers with units, document numbers,
# a form of address with the name.
_SCALE = "(?:nghìn|ngàn|vạn|triệu(?! tập)|t[ỷỉ])"
_UNIT = (
    "(?:"
    "[kdcm]?m[23²³]?|mét|ha|[km]?g|tạ|tấn(?! công)|ml|lít|°[CF]|%|‰|"
    "[kM]?Wh?|[kM]Wp|[kM]?VA?|[kMG]?Hz|[KMGTP]B|[KMG]bps|USD|EUR|VND|VNĐ|đ|"
    "đồng(?! (?:bào|bộ|chí|đều|đội|hồ|loạt|nghiệp|thời|tình|ý))"  # words that only begin like the currency
    r")(?!\w)"
)
_AMOUNT_OF = rf"(?:(?:{_SCALE} )*{_UNIT}|{_SCALE}(?: {_SCALE})*(?!\w))"
_NUMBER = r"\d(?:[\w.,/:°]{0,24}[\w%‰])?"
_MEASURE = rf"{_NUMBER}(?: {_AMOUNT_OF})?"
_RANGE = rf"{_MEASURE}(?: ?[-–] ?{_MEASURE})+"
_DOCUMENT_NUMBER = (
    r"(?:[Ss]ố )?\d{1,6}[a-z]?(?:/\d{4})?"
    r"(?:/[A-ZĐ][A-ZĐa-z]*\d*(?:-[A-ZĐ][A-ZĐa-z]*)*|-[A-ZĐ][A-ZĐa-z]+/[A-ZĐ]+)(?!\w)"
)
# Letter by letter: a range from À to Ỹ would hold small letters.
_CAPITAL = "[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]"
_FORM_OF_ADDRESS = rf"(?<!\w)(?:[Ôô]ng|ÔNG|[Bb]à|BÀ|[Đđ]ồng chí|ĐỒNG CHÍ|[Đđ]/c) {_CAPITAL}"

# A stretch takes whole words, brackets and full stops too: PDF may break the line beside a box.
_WORD_CHARACTER = f"[^ \n{ZERO_WIDTH_SPACE}]"
_KEPT = re.compile(
    rf"(?<!{_WORD_CHARACTER}){_WORD_CHARACTER}*?"
    rf"(?:{_RANGE}|\d {_AMOUNT_OF}|{_DOCUMENT_NUMBER}|{_FORM_OF_ADDRESS})"
    rf"{_WORD_CHARACTER}*"
)

_WORD = re.compile(rf"[^\s{ZERO_WIDTH_SPACE}]+")
# Combining marks, variation selectors, skin tones and tags change the character before them.
_MARKS = (
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
)
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_JOINER = "\u200d"  # makes one picture of two emoji
_LETTER = re.compile(f"(?:{_FLAG}|.){_MARKS}(?:{_JOINER}+(?:.{_MARKS})?)*")


def kept_together(text: str, longest: int = LONGEST_KEPT) -> list[tuple[int, int]]:
    """Return the stretches of `text` that stay on one line, as (start, end) indexes in order.

    A stretch begins and ends at a space or at an end of the text, and has at most `longest` characters.
    """
    return [match.span() for match in _KEPT.finditer(text) if len(match[0]) <= longest]


def long_words(text: str, longest: int = LONGEST_WORD) -> list[tuple[int, int]]:
    """Return the words of `text` with `longest` characters or more, as (start, end) indexes in order."""
    if len(text) < longest:
        return []
    return [match.span() for match in _WORD.finditer(text) if len(match[0]) >= longest]


def opened(word: str) -> str:
    """Return `word`, or a part of one, with a zero width space between its letters.

    What a reader sees as one letter (a letter with its marks, an emoji made of several) stays whole.
    """
    return ZERO_WIDTH_SPACE.join(_LETTER.findall(word))
