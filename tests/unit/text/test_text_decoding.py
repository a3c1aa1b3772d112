"""The bytes of a text file in any usual encoding become the text that was saved."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_editor.text.decoding import decoded_text
from old_encodings import ARTICLE, tcvn3, vietnamese, vni


def windows_1258(text: str) -> bytes:
    """Type as Windows does: letters with roof, breve or horn are whole, tones come after them."""
    tones = "\u0300\u0309\u0303\u0301\u0323"
    letters = []
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in marks if mark in tones)
        letters.append(
            unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones)) + tone
        )
    return "".join(letters).encode("cp1258")


SAVED = [
    ("utf-8", ARTICLE.encode()),
    ("utf-8", unicodedata.normalize("NFD", ARTICLE).encode()),
    ("utf-8", codecs.BOM_UTF8 + ARTICLE.encode()),
    ("utf-16-le", codecs.BOM_UTF16_LE + ARTICLE.encode("utf-16-le")),
    ("utf-16-be", codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-be")),
    ("utf-16-le", ARTICLE.encode("utf-16-le")),
    ("utf-16-be", ARTICLE.encode("utf-16-be")),
    ("utf-32-le", codecs.BOM_UTF32_LE + ARTICLE.encode("utf-32-le")),
    ("windows-1258", windows_1258(ARTICLE)),
    ("VNI", vni(ARTICLE).encode("cp1252")),
]


@pytest.mark.parametrize(("encoding", "data"), SAVED)
def test_an_article_is_read_in_each_encoding(encoding: str, data: bytes) -> None:
    assert decoded_text(data) == (ARTICLE, encoding)


def test_tcvn3_is_read() -> None:
    assert decoded_text(tcvn3(ARTICLE.lower()).encode("cp1252")) == (ARTICLE.lower(), "TCVN3")


def test_viscii_is_read() -> None:
    text = "lễ hội của bạn đã mở, đường đi rất rộng"
    data = bytes.fromhex(
        "6cad 20 68b569 20 63fc61 20 62d56e 20 f0e3 20 6db7 2c20 f0dfb66e67 20 f069 20 72a474 20 72b56e67"
    )
    assert decoded_text(data) == (text, "VISCII")


@given(vietnamese())
def test_whatever_is_written_comes_back(text: str) -> None:
    text = f"{ARTICLE}\n{text}"
    assert decoded_text(windows_1258(text)) == (text, "windows-1258")
    assert decoded_text(vni(text).encode("cp1252")) == (text, "VNI")
    assert decoded_text(text.encode("utf-16-le")) == (text, "utf-16-le")


def test_letters_far_into_the_file_tell_the_encoding() -> None:
    text = "No 1\n" * 40_000 + ARTICLE
    assert decoded_text(vni(text).encode("cp1252")) == (text, "VNI")


def test_utf_8_that_is_damaged_in_one_place_is_still_utf_8() -> None:
    data = ARTICLE.encode()
    assert decoded_text(data[:200] + b"\xff" + data[200:]).encoding == "utf-8"
    assert decoded_text(data[:-1] + "ế".encode()[:2]).text.startswith(ARTICLE[:-1])


@pytest.mark.parametrize(
    "text", ["Die Größe der Straße über München", "né à Orléans où l'été a été très beau, çà et là"]
)
def test_other_western_text_is_read_as_windows_writes_it(text: str) -> None:
    assert decoded_text(text.encode("cp1252")) == (text, "windows-1252")


@pytest.mark.parametrize(("data", "text"), [(b"", ""), (b"a", "a"), (b"hai ba\r\n", "hai ba\r\n")])
def test_plain_ascii_is_utf_8(data: bytes, text: str) -> None:
    assert decoded_text(data) == (text, "utf-8")


@given(st.binary())
def test_no_bytes_are_refused(data: bytes) -> None:
    assert decoded_text(data) == decoded_text(data)
