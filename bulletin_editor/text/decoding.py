"""Bytes of a text file in any encoding that is usual for Vietnamese, as text.

Marks at the beginning of the file and the form of UTF-8 and UTF-16 are certain. Among the encodings of eight
bits, which read every file, the one counts in which the words are Vietnamese syllables (domain rule 3.2).
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from bulletin_editor.text.legacy import Encoding, converted
from bulletin_editor.text.syllables import is_syllable


class DecodedText(NamedTuple):
    """A text and the name of the encoding that its bytes were in."""

    text: str
    encoding: str


# RFC 1456, code points 0x80-0xFF in rows of sixteen; six capitals stand among the controls.
_VISCII_ROWS = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ",
    "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ",
    "Õắằặấầẩậẽẹếềểễệố",
    "ồổỗỠƠộờởịỰỨỪỬơớƯ",
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ",
    "ĐứÒÓÔạỷừửÙÚỹỵÝỡư",
    "àáâãảăữẫèéêẻìíĩỉ",
    "đựòóôõỏọụùúũủýợỮ",
)
_VISCII_CONTROLS = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII = "".join(_VISCII_CONTROLS.get(code, chr(code)) for code in range(0x80)) + "".join(_VISCII_ROWS)

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
"""Bytes that are looked at to tell the encoding."""

# UTF-8 among them is for a file that is damaged in places.
_EIGHT_BITS = ("utf-8", "windows-1258", "TCVN3", "VNI", "VISCII")
_OTHERWISE = "windows-1252"
_FEWEST_SYLLABLES = 0.7
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_ENOUGH_ZEROS = 0.4
_FEW_ZEROS = 0.05
_WORD = re.compile(r"(?:[^\W\d_]|[\u0080-\u009f\u00a1-\u00ff\u0300-\u036f\ufffd])+")


def decoded_text(data: bytes) -> DecodedText:
    """Return what the file with the bytes `data` says, in NFC, and in which encoding. No bytes are refused.

    The encoding is one of utf-8, utf-16-le and -be, with their marks utf-32-le and -be, windows-1258, TCVN3,
    VNI, VISCII, and windows-1252 for what reads as Vietnamese in none of them.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if utf_16 := _utf_16(data[:_SAMPLE]):
        return _decoded(data, utf_16)
    try:
        return DecodedText(unicodedata.normalize("NFC", data.decode()), "utf-8")
    except UnicodeDecodeError:
        return _decoded(data, _most_vietnamese(data))


def _decoded(data: bytes, encoding: str) -> DecodedText:
    match encoding:
        case "VISCII":
            text, _ = codecs.charmap_decode(data, "replace", _VISCII)
        case "TCVN3" | "VNI":
            text = converted(data.decode(_OTHERWISE, "replace"), Encoding(encoding))
        case _:
            text = data.decode(encoding, "replace")
    return DecodedText(unicodedata.normalize("NFC", text), encoding)


def _utf_16(sample: bytes) -> str | None:
    """Tell by the zeros: in UTF-16 they are one half of most characters, and always the same half."""
    half = len(sample) // 2
    if not half:
        return None
    first, second = (sample[side::2].count(0) / half for side in (0, 1))
    if second >= _ENOUGH_ZEROS and first <= _FEW_ZEROS:
        return "utf-16-le"
    return "utf-16-be" if first >= _ENOUGH_ZEROS and second <= _FEW_ZEROS else None


def _most_vietnamese(data: bytes) -> str:
    found = _NOT_ASCII.search(data)
    start = max(0, found.start() - _SAMPLE // 2) if found else 0
    sample = data[start : start + _SAMPLE]
    shares = {encoding: _share_of_syllables(_decoded(sample, encoding).text) for encoding in _EIGHT_BITS}
    best = max(shares, key=lambda encoding: shares[encoding])  # the first of equals
    return best if shares[best] >= _FEWEST_SYLLABLES else _OTHERWISE


def _share_of_syllables(text: str) -> float:
    """Return how many (0-1) of the different words of `text` with other letters than A to Z are syllables."""
    words = {word for word in _WORD.findall(text) if not word.isascii()}
    return sum(map(is_syllable, words)) / len(words) if words else 0
