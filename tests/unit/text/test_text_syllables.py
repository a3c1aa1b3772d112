"""What can be a Vietnamese syllable."""

from __future__ import annotations

import pytest

from bulletin_editor.text.syllables import is_syllable
from old_encodings import ARTICLE, WORDS

RARE = """
    quốc quy quý quỳnh quýt quyền quần quặng quở quít gì gìn già giặt giếng giêng giường khuya khuỷu nghiêng
    ngoéo goòng xoong lựu rượu ỉa ước yên kỷ sĩ sỹ oẳn uyên loắt chuếch uỵch huơ
"""
MISPLACED = "đựơc lựơng qủa qúy gìa hòan ngòai tòan hoăc ngừơi tíên"
MISSPELT = """
    nghành ngiên ngê gế ghà cế kông ka cuyên qung iên iện hat hoc cach tàp hẻt xĩch ciu yông
    fi jun zalo web đ th ngh chatbot Internet UBND 2026
"""


@pytest.mark.parametrize("word", WORDS)
def test_words_are_syllables_in_small_letters_and_in_capitals(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(word.capitalize())


def test_all_of_an_article_is_made_of_syllables() -> None:
    words = ARTICLE.replace(",", "").replace(".", "").replace(";", "").split()
    assert [word for word in words if not is_syllable(word)] == []


@pytest.mark.parametrize("word", RARE.split())
def test_rare_shapes_are_syllables_too(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["hòa", "hoà", "khỏe", "khoẻ", "ủy", "uỷ"])
def test_both_styles_of_the_tone_count(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", MISPLACED.split())
def test_a_tone_on_the_wrong_letter_is_seen(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", MISSPELT.split())
def test_what_breaks_the_spelling_rules_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["", " ", "hai ba", "ba.", "cà-phê", "l·nh", "ñaïo"])
def test_other_text_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)
