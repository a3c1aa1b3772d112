"""Compares the Word and the PDF print of one issue: same words, same pictures, same headings.

What only one of the two can carry as text is left out of both: list labels, running header and footer,
decorative pictures. Nothing is normalised but the characters that stand for a way of breaking lines,
so a letter that came out in another Unicode form is found.
"""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

from tagged_pdf import LINE_CHANGE, read_pdf
from word_file import read_docx

_CONTEXT = 6
_LINE_BREAKING = str.maketrans(
    {
        "\u00a0": " ",  # no-break space
        "\u202f": " ",  # narrow no-break space
        "\u2011": "-",  # no-break hyphen: an element of its own in Word
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero width space
        "\u2060": None,  # word joiner
        "\ufeff": None,  # zero width no-break space
    }
)


def words_of_pdf(path: Path) -> list[str]:
    """Words in the order of the structure tree, which is what a screen reader follows.

    Where a line changed without a space, the word holds `LINE_CHANGE`: the PDF does not tell a broken
    word from a line break between two words.
    """
    return _words(read_pdf(path).text)


def words_of_docx(path: Path) -> list[str]:
    """Words of the body in document order, tables included."""
    return _words(read_docx(path).text)


def disagreements(docx: Path, pdf: Path) -> list[str]:
    """Say in a sentence each what the two prints of an issue do not share; empty when they agree."""
    word, print_ = read_docx(docx), read_pdf(pdf)
    return [
        *_different_words(_words(word.text), _words(print_.text)),
        *_different_rows("picture", word.pictures, print_.pictures),
        *_different_rows("heading", _comparable(word.headings), _comparable(print_.outline)),
        *_different_rows("heading tag", _comparable(print_.headings), _comparable(print_.outline)),
    ]


def _words(text: str) -> list[str]:
    return text.translate(_LINE_BREAKING).split()


def _different_words(word: list[str], pdf: list[str]) -> list[str]:
    """Report the first place where the words part ways, with a few words before and after it."""
    at = 0
    for place, printed in enumerate(pdf):
        after = _after(word, at, printed)
        if after is None:
            return [
                f"words differ at word {at + 1}:\n  Word: {_around(word, at)}\n  PDF:  {_around(pdf, place)}"
            ]
        at = after
    if at < len(word):
        return [f"the PDF ends at word {at}, Word goes on: {_around(word, at)}"]
    return []


def _after(word: list[str], at: int, printed: str) -> int | None:
    """Return the place in `word` behind the words that `printed` stands for, or None if it differs."""
    if at < len(word) and word[at] == printed:
        return at + 1
    pending = ""
    for part in printed.split(LINE_CHANGE):
        pending += part
        if at < len(word) and word[at] == pending:
            at, pending = at + 1, ""
    return None if pending else at


def _around(words: list[str], place: int) -> str:
    before, after = words[max(0, place - _CONTEXT) : place], words[place + 1 : place + 1 + _CONTEXT]
    here = words[place] if place < len(words) else "(end)"
    return " ".join([*before, f"[{here}]", *after]).replace(LINE_CHANGE, "|")


def _different_rows(kind: str, left: list[str], right: list[str]) -> list[str]:
    return [
        f"{kind} {number}: {mine or 'missing'} against {theirs or 'missing'}"
        for number, (mine, theirs) in enumerate(zip_longest(left, right), 1)
        if mine != theirs
    ]


def _comparable(headings: list[tuple[int, str]]) -> list[str]:
    """Headings as lines, without the spaces: a heading's own line breaks are no part of its words."""
    return [
        f"{level} {''.join(text.translate(_LINE_BREAKING).replace(LINE_CHANGE, '').split())}"
        for level, text in headings
    ]
