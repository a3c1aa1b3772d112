"""Text with inline formats: runs of characters that look alike."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

from msgspec import structs

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.value import Value, allowed
from bulletin_editor.text.normal import one_line

# What a reader of an official bulletin may be sent to; `javascript:` and `file:` have no place in it.
_LINK = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)


class Script(Enum):
    """Height of a run against the line: plain, superscript (m²) or subscript (CO₂)."""

    NORMAL = "normal"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


class Run(Value, frozen=True):
    """Characters that share one format. A line feed in `text` is a line break inside the paragraph.

    Raises:
        InvalidValue: a control character, or a `link` that is no web, mail or telephone address.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    script: Script = Script.NORMAL
    link: str = ""

    def __post_init__(self) -> None:
        self.settle_text("text")
        self.settle("link", checked_link(self.link))

    def looks_like(self, other: Run) -> bool:
        """Tell whether both runs carry the same format, so that they can be one."""
        return self._format() == other._format()

    def _format(self) -> tuple[object, ...]:
        return (self.bold, self.italic, self.underline, self.script, self.link)


class RichText(Value, frozen=True):
    """A paragraph's worth of runs, in their shortest form: no empty run, no two alike in a row."""

    runs: tuple[Run, ...] = ()

    def __post_init__(self) -> None:
        self.settle("runs", _shortest(self.runs))

    @property
    def plain(self) -> str:
        """The characters alone."""
        return "".join(run.text for run in self.runs)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read in it."""
        return not self.plain.strip()


def rich(text: str) -> RichText:
    """Make rich text without formats."""
    return RichText(runs=(Run(text=text),))


def part_of(text: RichText, start: int, end: int) -> tuple[Run, ...]:
    """Return the runs of `text` from the character `start` to before the character `end`."""
    runs, at = [], 0
    for run in text.runs:
        part = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if part:
            runs.append(structs.replace(run, text=part))
    return tuple(runs)


def checked_link(link: str) -> str:
    """Return the address `link` in normal form, without space around it; empty means no link.

    Raises:
        InvalidValue: it is no web, mail or telephone address, or holds a control character.
    """
    link = one_line(allowed(link, "link")) if link else ""
    if link and not _LINK.fullmatch(link):
        raise InvalidValue("value.link", link=link)
    return link


def _shortest(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        marks, rest = _leading_marks(run.text) if merged else ("", run.text)
        if marks:
            merged[-1] = _longer(merged[-1], marks)
        if not rest:
            continue
        if marks:
            run = structs.replace(run, text=rest)
        if merged and merged[-1].looks_like(run):
            merged[-1] = _longer(merged[-1], rest)
        else:
            merged.append(run)
    return tuple(merged)


def _leading_marks(text: str) -> tuple[str, str]:
    """Split off the combining marks at the front: they belong to the letter in the run before."""
    length = next((i for i, char in enumerate(text) if unicodedata.category(char)[0] != "M"), len(text))
    return text[:length], text[length:]


def _longer(run: Run, text: str) -> Run:
    return structs.replace(run, text=run.text + text)
