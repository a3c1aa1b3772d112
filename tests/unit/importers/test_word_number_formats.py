"""How Word writes numbers."""

from __future__ import annotations

import pytest

from bulletin_editor.importers.word.number_formats import written


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1 4 12 21 30"),
        ("decimalZero", "01 04 12 21 30"),
        ("lowerLetter", "a d l u dd"),
        ("upperLetter", "A D L U DD"),
        ("upperRoman", "I IV XII XXI XXX"),
        ("ordinal", "1st 4th 12th 21st 30th"),
        ("cardinalText", "One Four Twelve Twenty-one Thirty"),
        ("ordinalText", "First Fourth Twelfth Twenty-first Thirtieth"),
        ("decimalEnclosedCircle", "① ④ ⑫ ㉑ ㉚"),
        ("decimalFullWidth", "１ ４ １２ ２１ ３０"),
        ("chineseCounting", "一 四 十二 二十一 三十"),
        ("ideographTraditional", "甲 丁 12 21 30"),
        ("chicago", "* § §§§ ****** ††††††††"),
        ("hebrew1", "1 4 12 21 30"),
        ("none", "    "),
    ],
)
def test_formats(form: str, expected: str) -> None:
    assert " ".join(written(count, form) for count in (1, 4, 12, 21, 30)) == expected


@pytest.mark.parametrize("form", ["lowerRoman", "upperLetter", "cardinalText", "decimalEnclosedCircle"])
def test_what_a_format_has_no_sign_for_is_written_in_digits(form: str) -> None:
    assert written(0, form) == "0"
    assert form == "upperLetter" or written(123_456, form) == "123456"
    assert len(written(123_456, form)) < 40
