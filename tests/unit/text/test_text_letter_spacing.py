"""Torn words are made whole where that is certain; nothing else changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bulletin_editor.text.letter_spacing import Stretch, letter_spaced
from old_encodings import ARTICLE, WORDS, vietnamese


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("đô th ị  l iên phường Đ iện Biên Phủ", "đô thị liên phường Điện Biên Phủ"),
        ("góc đô th ị  l iên\nphường Đ iện", "góc đô thị liên\nphường Điện"),
        ("Mộ t gó c đô th ị", "Một góc đô thị"),
        ("ngh iên c ứu kh oa h ọc", "nghiên cứu khoa học"),
        ("ph ường x ã th ị trấn, th ật", "phường xã thị trấn, thật"),
        ("SỰ K IỆN N ỔI BẬT", "SỰ KIỆN NỔI BẬT"),
        ("Q uy ế t  đ ị nh  c ủ a  B ộ  tr ư ở n g", "Quyết định của Bộ trưởng"),
        ("T H Ô N G  T I N", "THÔNG TIN"),
        ("T H Ô N G T I N", "THÔNG TIN"),
        ("K H O A  H Ọ C  V À  C Ô N G  N G H Ệ", "KHOA HỌC VÀ CÔNG NGHỆ"),
        ("Đ I Ệ N B I Ê N", "ĐIỆN BIÊN"),
        ("(đô th ị)", "(đô thị)"),
        ("đô th ị rộng 5 m ở đây", "đô thị rộng 5 m ở đây"),
    ],
)
def test_torn_words_are_made_whole(torn: str, whole: str) -> None:
    assert joined_letters(torn) == whole
    assert joined_letters(whole) == whole


def test_what_can_be_read_in_two_ways_stays() -> None:
    assert joined_letters("đ ị nh c ủ a") == "định c ủ a"  # của, or củ a


@pytest.mark.parametrize(
    "text",
    [
        "ở ý á",
        "A B C",
        "a b c",
        "Q. Giám đốc",
        "Tổ 1 A",
        "nhóm B an toàn, điểm c ông bố, vitamin C ho trẻ",
        "kh ai biết",
        "dài 5 m ở đây, 3 tr ở xã, 2 h ôm",
        "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y",
        "A Ă Â B C D Đ E Ê G H I K L M N O Ô Ơ P Q R S T U Ư V X Y",
        "câu 1 A câu 2 C câu 3 Đ S Đ S",
        "D A C A B A N A",
        "T rong 6 tháng",
        "Mường Ảng, Đắk Lắk, Ê Đê, Ơ Đu, Pa Ủ, Krông Nô",
        "đựơc ở nghành ý",
        "o é a à, café ở São Paulo",
        "x  y  z",
        "H Ò A",
        "Th Ị",
        "ông Nguyễn Văn A ở tổ 5, bà B ấm áp",
        "đi\nện",
        "th, ị",
        "",
    ],
)
def test_ordinary_text_stays(text: str) -> None:
    assert letter_spaced(text) == ()
    assert joined_letters(text) == text


def test_an_article_stays() -> None:
    assert joined_letters(ARTICLE) == ARTICLE
    assert joined_letters(ARTICLE.upper()) == ARTICLE.upper()


SPREAD = re.compile(r"(?<!\w)[^\W\d](?: [^\W\d]){3,}(?!\w)")  # four single letters: so spread words look
LABELS = ("A", "B", "C", "D", "a", "b", "c", "d", "đ", "1", "Q.", "ở", "ý", "á", "km", "UBND", "KHCN")


@given(st.lists(st.sampled_from(WORDS + LABELS), max_size=40).map(" ".join))
def test_words_and_labels_with_single_spaces_never_change(text: str) -> None:
    assume(not SPREAD.search(text))
    assert joined_letters(text) == text


@given(vietnamese())
def test_sentences_never_change(text: str) -> None:
    assert joined_letters(text) == text


def test_each_stretch_tells_its_place() -> None:
    text = "Một góc đô th ị  l iên phường, Đ iện Biên"
    stretches = letter_spaced(text)

    assert stretches == (Stretch(11, 22, "thị liên"), Stretch(31, 36, "Điện"))
    assert [text[start:end] for start, end, _ in stretches] == ["th ị  l iên", "Đ iện"]


@given(st.text(alphabet="thịiêđnôTHỊa  .\n", max_size=60))
def test_only_spaces_ever_go(text: str) -> None:
    assert joined_letters(text).replace(" ", "") == text.replace(" ", "")
    ends = [0, *(place for stretch in letter_spaced(text) for place in stretch[:2])]
    assert ends == sorted(ends)


def joined_letters(text: str) -> str:
    """Return `text` with the words whole that were surely torn apart."""
    parts, end = [], 0
    for stretch in letter_spaced(text):
        parts += [text[end : stretch.start], stretch.joined]
        end = stretch.end
    return "".join([*parts, text[end:]])
