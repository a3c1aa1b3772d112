"""Signs that are letters of a symbol font, as the Unicode characters that look like them."""

from __future__ import annotations

import re

# The fonts Symbol (from 0x20) and Wingdings, as far as texts use them. Codes of 0xF000 and more are the same
# ones in the private use area. Source: the mapping tables of Unicode (VENDORS/ADOBE/symbol.txt) and the look.
_SYMBOL_ROWS = {
    0x20: " !∀#∃%&∋()∗+,−./",
    0x30: "0123456789:;<=>?",
    0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ",
    0x50: "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x60: "‾αβχδεφγηιϕκλμνο",
    0x70: "πθρστυϖωξψζ{|}∼",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓",
    0xB0: "°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
    0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉",
    0xD0: "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
}
_SYMBOL = {start + at: sign for start, row in _SYMBOL_ROWS.items() for at, sign in enumerate(row)}
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍",
    0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
    0x77: "⬥", 0x9F: "•", 0xA1: "○", 0xA2: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x97: "●", 0xA3: "□"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}

_PRIVATE = range(0xF020, 0xF100)
_PRIVATE_CHARACTER = re.compile("[\ue000-\uf8ff]")


def sign(code: int, font: str) -> str:
    """Return the sign with the `code` in a symbol font; nothing where it is none that we know.

    Other fonts have their own characters, and only the private ones of those mean nothing without the font.
    """
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(code - 0xF000 if code in _PRIVATE else code, "")
    return "" if 0xE000 <= code <= 0xF8FF or not 0 < code <= 0x10FFFF else chr(code)


def with_signs(text: str, font: str) -> str:
    """Return `text` with the private characters of a symbol font as signs; unknown ones fall away."""
    return _PRIVATE_CHARACTER.sub(lambda match: sign(ord(match[0]), font), text)
