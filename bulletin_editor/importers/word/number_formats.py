"""How Word writes the numbers of points, headings and footnotes (ECMA-376, part 1, 17.18.59)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LONGEST_ROMAN = 4000
_MOST_LETTERS = 30
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_CHINESE = "一二三四五六七八九十"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_FOOTNOTE_SIGNS = "*†‡§"

_UNITS = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def written(count: int, form: str) -> str:
    """Return `count` as the format `form` writes it; in digits for the rarer formats, and where it cannot."""
    if form in ("none", "bullet"):
        return ""
    return _in_format(count, form) if count > 0 else str(count)


def roman(count: int) -> str:
    """Return `count` in Roman numerals of small letters."""
    digits = []
    for size, letters in _ROMAN:
        digits.append(letters * (count // size))
        count %= size
    return "".join(digits)


def _in_format(count: int, form: str) -> str:
    match form:
        case "decimalZero":
            return f"{count:02}"
        case "lowerLetter":
            # Behind z come aa, bb, cc.
            return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, _MOST_LETTERS)
        case "lowerRoman" if count < _LONGEST_ROMAN:
            return roman(count)
        case "upperLetter" | "upperRoman":
            return _in_format(count, form.replace("upper", "lower")).upper()
        case "ordinal":
            return f"{count}{'th' if count % 100 in (11, 12, 13) else _ENDINGS.get(count % 10, 'th')}"
        case "cardinalText" | "ordinalText" if count < 100:
            return _in_english(count, ordinal=form == "ordinalText").capitalize()
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(count).translate(_FULL_WIDTH)
        case "chicago":
            return _FOOTNOTE_SIGNS[(count - 1) % 4] * min((count - 1) // 4 + 1, _MOST_LETTERS)
    return _sign(count, form) or str(count)


def _sign(count: int, form: str) -> str:
    """Return the sign of formats that have one for each of the first numbers; empty for others."""
    match form:
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese":
            return _CIRCLED[count - 1 : count]
        case "ideographTraditional":
            return _STEMS[count - 1 : count]
        case "chineseCounting" | "chineseCountingThousand" | "ideographDigital" | "japaneseCounting":
            return _in_chinese(count)
    return ""


def _in_chinese(count: int) -> str:
    tens, units = divmod(count, 10)
    if tens > 9:
        return ""
    sign = _CHINESE[units - 1] if units else ""
    return f"{_CHINESE[tens - 1] if tens > 1 else ''}十{sign}" if tens else sign


def _in_english(count: int, *, ordinal: bool) -> str:
    tens, units = (count // 10, count % 10) if count >= len(_UNITS) else (0, count)
    words = [word for word in (_TENS[tens], _UNITS[units]) if word]
    if ordinal:
        last = words[-1]
        words[-1] = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return "-".join(words)
