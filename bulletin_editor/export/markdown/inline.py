"""Text with formats as one line of Markdown.

Formats are written as HTML tags first, which always work. Where CommonMark's rules for asterisks
allow it (its section 6.2 on flanking), bold and italic then become ``**`` and ``*``.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import takewhile

from bulletin_editor.model.rich_text import RichText, Run, Script

_STARS = {"bold": "**", "italic": "*"}
_TAGS = {"bold": "b", "italic": "i", "underline": "u", "superscript": "sup", "subscript": "sub"}

# `_` needs no escape inside a word, `<` only where a tag, `&` only where a character reference could begin.
_SPECIAL = re.compile(r"[\\*\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[a-zA-Z/!?]|\Z)|&(?=#?\w+;)")
_ADDRESS_SPECIAL = re.compile(r"[\\()<>]|&(?=#?\w+;)")

# What would make a heading, quote, table, field, fence, list or table caption of a line.
_LINE_START = re.compile(r"[>|:]|[-+](?=[-|:\s]|\Z)|#{1,6}(?=\s|\Z)")
_NUMBER_START = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")
_CAPTION_START = "Table:"


def line(text: RichText) -> str:
    """Return `text` as one line that can stand anywhere a paragraph can."""
    return _safe_edges(_safe_start(inline(text)))


def plain_line(text: str) -> str:
    """Return the text of a field without formats as one line, likewise."""
    return line(RichText(runs=(Run(text=text),)))


def heading_text(text: RichText) -> str:
    """Return `text` for behind the number signs of a heading: closing ones would be dropped."""
    written = _safe_edges(inline(text))
    return written[:-1] + r"\#" if written.endswith("#") else written


def cell(text: RichText) -> str:
    """Return `text` as the content of a table cell."""
    return _safe_edges(inline(text)).replace("|", r"\|")


def inline(text: RichText) -> str:
    """Return the runs of `text` as Markdown, without regard to where it will stand."""
    row = _Row()
    row.add(text.runs, frozenset())
    row.use_stars()
    return "".join(row.pieces)


def reference(character: str) -> str:
    """Return a character reference, for what Markdown would not leave as it is."""
    return f"&#{ord(character)};"


@dataclass
class _Row:
    """Pieces of Markdown (text, opening and closing tags), and which of them are bold and italic tags."""

    pieces: list[str] = field(default_factory=list)
    spans: list[tuple[str, int, int]] = field(default_factory=list)

    def add(self, runs: Sequence[Run], around: Set[str]) -> None:
        """Add `runs` inside the formats `around`: the format that reaches farthest goes outside."""
        start = 0
        while start < len(runs):
            reach = {mark: _reach(runs[start:], mark) for mark in _marks(runs[start]) if mark not in around}
            if not reach:
                self.pieces.append(_escaped(runs[start].text))
                start += 1
                continue
            mark = max(reach, key=lambda each: reach[each])
            self._add_marked(runs[start : start + reach[mark]], mark, around)
            start += reach[mark]

    def _add_marked(self, runs: Sequence[Run], mark: str, around: Set[str]) -> None:
        first = len(self.pieces)
        opening, closing = _tags(mark)
        if opening == "[" and self.pieces and self.pieces[-1].endswith("!"):
            self.pieces[-1] = self.pieces[-1][:-1] + r"\!"  # `![` would begin a picture
        if mark in _STARS:
            self.spans.append((mark, first, 0))
        span = len(self.spans) - 1
        self.pieces.append(opening)
        self.add(runs, around | {mark})
        self.pieces.append(closing)
        if mark in _STARS:
            self.spans[span] = (mark, first, len(self.pieces) - 1)

    def use_stars(self) -> None:
        """Write asterisks for the bold and italic tags that can do with them, from the left."""
        for mark, first, last in self.spans:
            before = self.pieces[first - 1][-1:] if first else ""
            after = self.pieces[last + 1][:1] if last + 1 < len(self.pieces) else ""
            begin, end = self.pieces[first + 1][0], self.pieces[last - 1][-1]
            meets_star = "*" in (before, begin, end, after)
            if not meets_star and _flanks(before, begin) and _flanks(after, end):
                self.pieces[first] = self.pieces[last] = _STARS[mark]


def _flanks(outside: str, inside: str) -> bool:
    """Tell whether an asterisk between the two characters opens, or closes, towards `inside`."""
    if inside.isalnum():
        return True
    if inside.isspace():
        return False
    punctuation = outside in string.punctuation or unicodedata.category(outside).startswith("P")
    return punctuation or outside.isspace()


def _marks(run: Run) -> list[str]:
    """Name the formats of a run, a link by its address."""
    marks = [name for name in ("bold", "italic", "underline") if getattr(run, name)]
    if run.script is not Script.NORMAL:
        marks.append(run.script.value)
    return [run.link, *marks] if run.link else marks


def _reach(runs: Sequence[Run], mark: str) -> int:
    return len(list(takewhile(lambda run: mark in _marks(run), runs)))


def _tags(mark: str) -> tuple[str, str]:
    if mark in _TAGS:
        return f"<{_TAGS[mark]}>", f"</{_TAGS[mark]}>"
    return "[", f"]({_ADDRESS_SPECIAL.sub(_backslashed, mark)})"


def _escaped(text: str) -> str:
    return "<br>".join(_safe_mark(_SPECIAL.sub(_backslashed, part)) for part in text.split("\n"))


def _safe_mark(text: str) -> str:
    """Keep a combining mark at the front from joining the tag before it: ``>`` and U+0338 are ≯ in NFC."""
    return reference(text[0]) + text[1:] if text and unicodedata.combining(text[0]) else text


def _safe_start(text: str) -> str:
    if text.startswith(_CAPTION_START):
        return text.replace(":", r"\:", 1)
    return _NUMBER_START.sub(r"\1\\\2", text, count=1) if _NUMBER_START.match(text) else _safe_line(text)


def _safe_line(text: str) -> str:
    return "\\" + text if _LINE_START.match(text) else text


def _safe_edges(text: str) -> str:
    """Keep the white space at both ends, which Markdown would strip."""
    if text[:1].isspace():
        text = reference(text[0]) + text[1:]
    return text[:-1] + reference(text[-1]) if text[-1:].isspace() else text


def _backslashed(match: re.Match[str]) -> str:
    return "\\" + match[0]
