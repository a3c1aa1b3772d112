"""The normal form of text: what is changed, what is left alone, and what is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_editor.text.normal import forbidden_character, is_blank, normalise, one_line, without_forbidden


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (unicodedata.normalize("NFD", "Mường Ảng, Điện Biên"), "Mường Ảng, Điện Biên"),
        ("Mường Ảng", "Mường Ảng"),
        ("hô\u0323i", "hội"),  # half composed, as some keyboards leave it
        ("e\u0323\u0302", "ệ"),  # marks in either order
        ("e\u0302\u0323", "ệ"),
        ("một\r\nhai", "một\nhai"),
        ("một\rhai", "một\nhai"),
        ("một\n\r\nhai", "một\n\nhai"),
        ("một\u2028hai\u2029ba", "một\nhai\nba"),
        ("một\thai", "một hai"),
        ("\ufeffđầu tệp", "đầu tệp"),
        ("giữa\ufeff câu", "giữa câu"),
        ("e\ufeff\u0302", "ê"),  # the mark finds its letter once the byte order mark is gone
        ("", ""),
    ],
)
def test_text_is_brought_to_normal_form(typed: str, kept: str) -> None:
    assert normalise(typed) == kept


@pytest.mark.parametrize("typed", ["…", "½", "№", "m²", "CO₂", "ﬁ", "Ａ", "5\u00a0km", "a\u200bb", "  hai  "])
def test_what_was_typed_is_not_replaced_by_something_like_it(typed: str) -> None:
    assert normalise(typed) == typed


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & set("\r\t\u2028\u2029\ufeff")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Hạt giống mới  ", "Hạt giống mới"),
        ("Dòng trên\r\ndòng dưới", "Dòng trên dòng dưới"),
        ("\n\tMở đầu\u2028", "Mở đầu"),
        ("\u00a0Lúa nương\u00a0", "Lúa nương"),
        ("Tên\u00a0riêng", "Tên\u00a0riêng"),
        (" \n ", ""),
    ],
)
def test_a_one_line_field_has_no_line_break_and_no_space_at_its_ends(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@given(st.text())
def test_a_one_line_field_stays_as_it_is(text: str) -> None:
    once = one_line(text)
    assert one_line(once) == once == once.strip()
    assert "\n" not in once


@pytest.mark.parametrize(
    "character",
    [
        *("\x00", "\x01", "\x08", "\x0b", "\x0c", "\x0e", "\x1b", "\x1f"),
        *("\x7f", "\x80", "\x85", "\x9f"),
        *("\ud800", "\udbff", "\udc00", "\udfff"),
        *("\ufdd0", "\ufdef", "\ufffe", "\uffff"),
        *("\U0001fffe", "\U0001ffff", "\U000ffffe", "\U0010ffff"),
    ],
)
def test_a_character_that_no_print_can_carry_is_found(character: str) -> None:
    found = forbidden_character(f"ruộng{character}bậc{character}thang")
    assert found is not None
    assert (found[0], found.start()) == (character, 5)


@pytest.mark.parametrize(
    "text", ["a\tb", "a\nb", "a\r\nb", "\x20~\xa0", "\ufeff\ufffd\ufdcf\ufdf0", "😀 中文 عربي"]
)
def test_other_characters_are_none_of_these(text: str) -> None:
    assert forbidden_character(text) is None


@given(st.characters())
def test_the_forbidden_characters_are_the_controls_the_surrogates_and_the_noncharacters(
    character: str,
) -> None:
    code = ord(character)
    control = unicodedata.category(character) == "Cc" and character not in "\t\n\r"
    surrogate = unicodedata.category(character) == "Cs"
    noncharacter = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    assert bool(forbidden_character(character)) == (control or surrogate or noncharacter)


def test_forbidden_characters_can_be_left_out() -> None:
    assert without_forbidden("Đ\x00iện\ufffe\ud800 \tBiên\x85\n") == "Điện \tBiên\n"


@pytest.mark.parametrize("text", ["", " \u00a0\n", "\u200b", "\ufeff \u2060", "\u00ad"])
def test_characters_without_width_are_blank(text: str) -> None:
    assert is_blank(text)
    assert not is_blank(f"{text}a")
