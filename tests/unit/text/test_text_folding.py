"""Folding takes marks and capitals away, and still tells where each letter stood."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_editor.text.folding import fold, folded, is_mark


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điện Biên", "dien bien"),
        ("ĐỔI MỚI SÁNG TẠO", "doi moi sang tao"),
        ("hoà = hòa; thuỷ = thủy", "hoa = hoa; thuy = thuy"),
        ("Ứng dụng trường học ươm mầm", "ung dung truong hoc uom mam"),
        ("17-NQ/TU, 5,4%", "17-nq/tu, 5,4%"),
        ("24/05\u00a0–\u00a031/05", "24/05 – 31/05"),
        ("İßﬁ가中", "ißﬁ가中"),
    ],
)
def test_marks_and_capitals_go(text: str, expected: str) -> None:
    assert folded(text) == expected
    assert folded(unicodedata.normalize("NFD", text)) == expected


def test_case_and_marks_fold_each_by_itself() -> None:
    assert fold("Điện", case=True, marks=False).text == "điện"
    assert fold("Điện", case=False, marks=True).text == "Dien"
    assert fold("Điện", case=False, marks=False).text == "Điện"


def test_a_mark_that_stands_alone_falls_away_and_places_still_hold() -> None:
    text = "xê\u0306y"  # there is no such letter in Unicode: the breve stays a character

    assert fold(text) == ("xey", [0, 1, 3])
    assert fold(text, marks=False).text == text


@given(st.text().map(lambda text: unicodedata.normalize("NFC", text)))
def test_each_folded_character_comes_from_its_place(text: str) -> None:
    result, origins = fold(text)

    assert len(result) == len(origins)
    assert list(origins) == sorted(set(origins))
    assert [fold(text[index]).text for index in origins] == list(result)
    assert all(is_mark(each) for index, each in enumerate(text) if index not in set(origins))
