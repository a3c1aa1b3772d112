"""TCVN3 and VNI become Unicode; nothing else does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_editor.text.legacy import (
    Encoding,
    converted,
    detected,
    encoding_of_font,
    is_capital_font,
    with_d_for_eth,
)
from old_encodings import ARTICLE, WORDS, tcvn3, vietnamese, vni

LETTERS = "ăâđêôơư" + "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in "\u0300\u0309\u0303\u0301\u0323"
)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        (".VnTime", Encoding.TCVN3),
        (".VnArialH", Encoding.TCVN3),
        (".vntime", Encoding.TCVN3),
        ("'.VnTime'", Encoding.TCVN3),
        ("ABCDEF+.VnTime", Encoding.TCVN3),
        ("ABCDEF+.VnTime,Bold", Encoding.TCVN3),
        ("VNI-Times", Encoding.VNI),
        ("vni-helve", Encoding.VNI),
        ("XYZABC+VNI-Times-Bold", Encoding.VNI),
        ("Times New Roman", None),
        ("UVN Van", None),
        ("VNtimes new roman", None),
        ("Be Vietnam Pro", None),
        ("ABCDEF+", None),
        ("", None),
    ],
)
def test_the_font_tells_the_encoding(name: str, encoding: Encoding | None) -> None:
    assert encoding_of_font(name) is encoding


@pytest.mark.parametrize(
    "name",
    [".VnTimeH", ".vntimeh", ".VnArial NarrowH", "ABCDEF+.VnTimeH", ".VnTimeH,Bold", ".VnTimeH Bold Italic"],
)
def test_fonts_of_capitals_are_known(name: str) -> None:
    assert is_capital_font(name)


@pytest.mark.parametrize("name", [".VnTime", ".VnArial", ".VnOldEnglish", "VNI-TimesH", "TimesH", ""])
def test_other_fonts_draw_small_letters(name: str) -> None:
    assert not is_capital_font(name)


@pytest.mark.parametrize("letter", LETTERS)
def test_each_small_letter_is_read(letter: str) -> None:
    assert converted(tcvn3(letter), Encoding.TCVN3) == letter
    assert converted(vni(letter), Encoding.VNI) == letter


@pytest.mark.parametrize("letter", LETTERS.upper())
def test_vni_has_each_capital_too(letter: str) -> None:
    assert converted(vni(letter), Encoding.VNI) == letter


@pytest.mark.parametrize(
    ("typed", "encoding", "text"),
    [
        ("l·nh ®¹o hai ®¬n vÞ", Encoding.TCVN3, "lãnh đạo hai đơn vị"),
        ("ng\u00adêi d©n ph\u00adêng", Encoding.TCVN3, "người dân phường"),
        ("§iÖn Biªn, ngµy 5/6", Encoding.TCVN3, "Điện Biên, ngày 5/6"),
        ("laõnh ñaïo hai ñôn vò", Encoding.VNI, "lãnh đạo hai đơn vị"),
        ("COÄNG HOØA XAÕ HOÄI", Encoding.VNI, "CỘNG HÒA XÃ HỘI"),
        ("Aùo ñoû", Encoding.VNI, "Áo đỏ"),
        ("Sôû KHCN, GDP 5,4%", Encoding.VNI, "Sở KHCN, GDP 5,4%"),
    ],
)
def test_text_of_old_documents_is_read(typed: str, encoding: Encoding, text: str) -> None:
    assert converted(typed, encoding) == text


def test_a_font_of_capitals_makes_capitals() -> None:
    assert converted("céng hßa x· héi", Encoding.TCVN3, capitals=True) == "CỘNG HÒA XÃ HỘI"


def test_letters_of_a_symbol_font_are_read() -> None:
    assert converted("l\uf0b7nh\uf020\uf0ae\uf0b9o", Encoding.TCVN3) == "lãnh đạo"


def test_signs_that_a_pdf_has_for_letters_are_read_beside_letters_only() -> None:
    assert (
        converted("l\u2219nh ®¹o ng\u2212êi v\u03bc 5 \u2212 3", Encoding.TCVN3)
        == "lãnh đạo người và 5 \u2212 3"
    )


def test_what_is_left_over_goes_after_conversion() -> None:
    assert converted("l·nh \u00ad ®¹o\u200b\ufeff", Encoding.TCVN3) == "lãnh  đạo"
    assert converted("laõnh\u00ad ñaïo", Encoding.VNI) == "lãnh đạo"


@given(vietnamese())
def test_what_was_typed_comes_back(text: str) -> None:
    assert converted(tcvn3(text.lower()), Encoding.TCVN3) == text.lower()
    assert converted(vni(text), Encoding.VNI) == text
    assert converted(vni(text.upper()), Encoding.VNI) == text.upper()


@given(vietnamese(), st.sampled_from(Encoding))
def test_unicode_text_stays_though_its_font_is_old(text: str, encoding: Encoding) -> None:
    text = f"Đường {text}"
    assert converted(text, encoding) == text
    assert converted(unicodedata.normalize("NFD", text), encoding) == text


@pytest.mark.parametrize("encoding", Encoding)
def test_unicode_words_among_old_ones_stay(encoding: Encoding) -> None:
    typed = {Encoding.TCVN3: tcvn3, Encoding.VNI: vni}[encoding]
    text = f"{typed('lãnh đạo đơn')} Điện Biên Phủ {typed('chuyển đổi')}"
    assert converted(text, encoding) == "lãnh đạo đơn Điện Biên Phủ chuyển đổi"


def test_words_that_are_syllables_only_as_they_are_stay() -> None:
    assert converted("không công", Encoding.VNI) == "không công"


@given(st.text(), st.sampled_from(Encoding))
def test_any_text_can_be_converted(text: str, encoding: Encoding) -> None:
    assert unicodedata.is_normalized("NFC", converted(text, encoding))
    detected(text)


@given(vietnamese())
def test_old_text_is_detected_and_unicode_is_not(text: str) -> None:
    assert detected(tcvn3(f"{ARTICLE} {text}".lower())) is Encoding.TCVN3
    assert detected(vni(f"{ARTICLE} {text}")) is Encoding.VNI
    assert detected(text) is None
    assert detected(text.upper()) is None


@given(st.lists(st.sampled_from([each for each in WORDS if max(each) <= "ÿ"]), min_size=1))
def test_unicode_is_not_detected_where_all_its_letters_are_western_too(words: list[str]) -> None:
    assert detected(" ".join(words)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hội nghị tổng kết năm 2026",
        "hoi nghi tong ket nam 2026",
        "Là où l'été a été très beau, le maire a reçu l'élève et sa mère à l'hôtel de ville.",
        "né à Orléans, où çà et là, dès l'âge mûr, naïf, Noël, bœuf, « guillemets »",
        "Die Größe der Straßen über München hängt von Gebäuden, Plätzen und Höfen ab; süß, daß, muß.",
        "El niño español soñó mañana con el pingüino; ¿qué año? ¡sí!",
        "På bänken gå då för små öar, dör, mön, bön och några ångor över sjön",
        "the small words då, gå and dø are what this sentence was written about",
        "O pão e a mãe são de João; não há irmã em São Paulo, até já é três.",
        "µm, 5 µg, 20 °C, 3 × 4, ½ l, ¼, § 5, ©, ®, £ 3, ¥ 4, «a», ·b",
        "café résumé naïve façade",
        "Ísafjörður og Þingvellir eru á Íslandi; ég á bæ, þú átt hæð",
        "x = a·b − c·d; print('ñ')",
    ],
)
def test_text_of_other_kinds_is_not_detected(text: str) -> None:
    assert detected(text) is None


def test_few_words_are_too_few_to_tell() -> None:
    assert detected("l·nh ®¹o") is None
    assert detected("l·nh ®¹o ®¬n vÞ") is Encoding.TCVN3


def test_one_language_in_a_mixed_text_does_not_win_for_all() -> None:
    assert detected(f"{ARTICLE} {tcvn3('lãnh đạo đơn vị')}") is None


def test_icelandic_eth_becomes_d_in_vietnamese_words_only() -> None:
    assert with_d_for_eth("Ðiện Biên ðã đổi, Ísafjörður") == "Điện Biên đã đổi, Ísafjörður"
    assert converted("Ðaëc bieät", Encoding.VNI) == "Đặc biệt"
