"""Vietnamese of the time before Unicode: TCVN3 (also called ABC) and VNI for Windows.

Such text looks wrong without the fonts it was typed for, because it holds the code points of Western letters
and signs: ``l·nh ®¹o`` (TCVN3) and ``laõnh ñaïo`` (VNI) are *lãnh đạo*. TCVN3 has codes for all small letters
but for few capitals: there are fonts that draw capitals for small letters. VNI writes the marks of a letter
as a second letter. The font tells for certain what a text is; without it a text is taken for what it reads
as Vietnamese in (domain rules 3.1 and 3.2).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from bulletin_editor.text.syllables import is_syllable


class Encoding(Enum):
    """A table by which Western code points stand for Vietnamese letters."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


# TCVN 5712:1993, set VN3, from 0xA0 on, sixteen in a row; a dot where there is no letter.
_TCVN3_ROWS = (
    ".ĂÂÊÔƠƯĐăâêôơưđ.",
    ".....àảãáạ.ằẳẵắ.",
    "......ặầẩẫấậè.ẻẽ",
    "éẹềểễếệìỉ...ĩíịò",
    ".ỏõóọồổỗốộờởỡớợù",
    ".ủũúụừửữứựỳỷỹýỵ.",
)
_TCVN3 = {code: letter for code, letter in enumerate("".join(_TCVN3_ROWS), 0xA0) if letter != "."}

# VNI for Windows: these letters have codes of their own, the others a second letter for their marks.
_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT, _ROOF, _BREVE = "\u0300\u0309\u0303\u0301\u0323\u0302\u0306"
_VNI_TONES = {"ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ù": _ACUTE, "ï": _DOT}
_VNI_ROOFS = {"â": "", "à": _GRAVE, "å": _HOOK, "ã": _TILDE, "á": _ACUTE, "ä": _DOT}
_VNI_BREVES = {"ê": "", "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "é": _ACUTE, "ë": _DOT}
_VNI_MARKS = (
    _VNI_TONES
    | {mark: _ROOF + tone for mark, tone in _VNI_ROOFS.items()}
    | {mark: _BREVE + tone for mark, tone in _VNI_BREVES.items()}
)
_VNI_LETTER = re.compile(
    f"[aeiouyôö][{''.join(_VNI_TONES)}]|[aeo][{''.join(_VNI_ROOFS)}]|a[{''.join(_VNI_BREVES)}]"
    f"|[{''.join(_VNI_LETTERS)}]",
    re.IGNORECASE,
)

# Fonts for symbols have their letters in the private use area, each 0xF000 above its code.
_OF_SYMBOL_FONT = re.compile("[\uf020-\uf0ff]")
# What the text layer of a PDF makes of TCVN3's soft hyphen, middle dot and micro sign.
_GREEK_MU = "\u03bc"
_OF_PDF = str.maketrans(f"\u2212\u2219{_GREEK_MU}", "\u00ad\u00b7\u00b5")
# A soft hyphen between spaces is no letter of TCVN3, and after conversion none is.
_LONE_HYPHEN = re.compile(r"(?<=\s)\xad(?=\s)")
_LEFT_OVER = re.compile("[\u00ad\u200b\ufeff]")
_ETH = str.maketrans("Ðð", "Đđ")

_LETTERS = re.compile(r"[^\W\d_]+")

_SUBSET_TAG = re.compile("^[A-Z]{6}[+]")
_FONT_STYLE = re.compile("(?:[,-].*|(?: bold| italic| regular)+)$", re.IGNORECASE)

_FEWEST_WORDS = 3
_TO_ONE_AGAINST = 4
_FEWEST_SYLLABLES = 0.6


def encoding_of_font(name: str) -> Encoding | None:
    """Return the encoding that the font called `name` is for: .VnTime and its kin, VNI-Times and its kin."""
    family = _family(name).lower()
    if family.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if family.startswith("vni") else None


def is_capital_font(name: str) -> bool:
    """Tell whether the font called `name` draws capitals for small letters, as .VnTimeH does."""
    family = _family(name)
    if encoding_of_font(name) is not Encoding.TCVN3:
        return False
    return family.endswith("H") or (family.islower() and family.endswith("h"))


def converted(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """Return in Unicode (NFC) what `text` says in `encoding`; with `capitals` for a capital font.

    Words with a small letter that no encoding has, and words that make a syllable only as they are, stay as
    they are; so does a whole text in which some words are surely Unicode and none becomes a syllable.
    """
    text = _without_symbol_fonts(text)
    reading = _reading(text, encoding)
    if not (reading.unicode and not reading.gained):
        words = reading.words
        text = _WORDS[encoding].sub(lambda match: words[match[0]], _LONE_HYPHEN.sub("", text))
        text = _LEFT_OVER.sub("", text)
    text = with_d_for_eth(unicodedata.normalize("NFC", text))
    return text.upper() if capitals else text


def detected(text: str) -> Encoding | None:
    """Return the encoding in which `text` reads as Vietnamese, or None for everything that may be Unicode.

    That takes three different words that become syllables, four of them for each one that does not or that is
    surely Unicode, and that the text as a whole is then made of syllables. The longer the text, the surer.
    """
    if text.isascii():
        return None
    readable = _without_symbol_fonts(text)
    readings = {encoding: _reading(readable, encoding) for encoding in Encoding}
    likely = [encoding for encoding, reading in readings.items() if _makes_sense(reading)]
    return max(likely, key=lambda encoding: readings[encoding].gained, default=None)


def with_d_for_eth(text: str) -> str:
    """Return `text` with Đ for Ð, the Icelandic letter that looks alike, in words that are then syllables."""
    if "Ð" not in text and "ð" not in text:
        return text

    def repaired(match: re.Match[str]) -> str:
        word = match[0].translate(_ETH)
        return word if is_syllable(word) else match[0]

    return _LETTERS.sub(repaired, text)


def _family(name: str) -> str:
    return _FONT_STYLE.sub("", _SUBSET_TAG.sub("", name.strip(" \"'")))


def _without_symbol_fonts(text: str) -> str:
    return _OF_SYMBOL_FONT.sub(lambda match: chr(ord(match[0]) - 0xF000), text)


def _from_tcvn3(word: str) -> str:
    letters = word.translate(_OF_PDF).translate(_TCVN3)
    # Elsewhere a minus is a minus.
    return letters if len(word) > 1 and is_syllable(letters) else word.translate(_TCVN3)


def _from_vni(word: str) -> str:
    return unicodedata.normalize("NFC", _VNI_LETTER.sub(_vni_letter, word))


def _vni_letter(match: re.Match[str]) -> str:
    base, mark = match[0][0], match[0][1:].lower()
    letter = _VNI_LETTERS.get(base.lower(), base) + _VNI_MARKS.get(mark, "")
    return letter.upper() if base.isupper() else letter


_LETTERS_OF: dict[Encoding, Callable[[str], str]] = {
    Encoding.TCVN3: _from_tcvn3,
    Encoding.VNI: _from_vni,
}
_WORDS = {
    # TCVN3 uses signs as letters.
    Encoding.TCVN3: re.compile(f"[A-Za-z\u00a1-\u024f\u0300-\u036f\u1e00-\u1eff\u2212\u2219{_GREEK_MU}]+"),
    Encoding.VNI: _LETTERS,
}


class _Reading(NamedTuple):
    """What becomes of the different words of a text in an encoding. Counts leave out words of one letter."""

    words: dict[str, str]
    """What to write for each word."""
    unicode: int
    """Syllables with letters that neither encoding has."""
    gained: int
    """Words that become syllables."""
    failed: int
    """Words that change and do not become syllables."""
    syllables: int
    """Words that are syllables in the end."""


def _reading(text: str, encoding: Encoding) -> _Reading:
    words: dict[str, str] = {}
    unicode = gained = failed = syllables = 0
    for word in set(_WORDS[encoding].findall(text)):
        letters, before, after = _read_word(word, encoding)
        words[word] = word if before and not after else letters
        if len(word) > 1:
            unicode += before and any(letter > "ÿ" for letter in word)
            gained += after and not before
            failed += letters != word and not after
            syllables += before or after
    return _Reading(words, unicode, gained, failed, syllables)


@lru_cache(maxsize=10_000)
def _read_word(word: str, encoding: Encoding) -> tuple[str, bool, bool]:
    """Return what `word` says in `encoding`, and whether it is a syllable as it is and as that."""
    letters = word if word.isascii() or _is_unicode(word) else _LETTERS_OF[encoding](word)
    return letters, is_syllable(word), is_syllable(letters)


def _is_unicode(word: str) -> bool:
    """Tell whether `word` has a small letter that stands for nothing in either encoding."""
    return any(letter > "ÿ" and letter.islower() and letter != _GREEK_MU for letter in word)


def _makes_sense(reading: _Reading) -> bool:
    return (
        reading.gained >= _FEWEST_WORDS
        and reading.gained >= _TO_ONE_AGAINST * (reading.failed + reading.unicode)
        and reading.syllables >= _FEWEST_SYLLABLES * sum(len(word) > 1 for word in reading.words)
    )
