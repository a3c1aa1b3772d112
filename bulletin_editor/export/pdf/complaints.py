"""What Typst complains of, as errors of this program: with the line of the template, or the character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import typst

from bulletin_editor.errors import ExportError
from bulletin_editor.export.printout import Printout, Span

_ERROR = re.compile(
    r"^error: (?P<message>.*)(?:\n *┌─ .*?(?P<file>[^/\\\s]+):(?P<line>\d+):\d+$)?", re.MULTILINE
)
_CHARACTER = re.compile(r'the text `"(.+?)"` could not be displayed|contains the codepoint `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")


class Complaint(NamedTuple):
    """One error of the compiler; `place` is like ``bulletin.typ:14``, or empty."""

    message: str
    place: str


def complaints(error: typst.TypstError) -> list[Complaint]:
    """Return all errors that the compiler found, in its order."""
    found = [
        Complaint(match["message"], f"{match['file']}:{match['line']}" if match["file"] else "")
        for match in _ERROR.finditer(error.diagnostic)
    ]
    return found or [Complaint(error.message, "")]


def export_error(error: typst.TypstError, printout: Printout) -> ExportError:
    """Return the error to raise for `error`, which stopped the print of `printout`."""
    found = complaints(error)
    characters = [char for complaint in found for char in _characters(complaint.message)]
    if characters:
        shown = ", ".join(dict.fromkeys(characters))
        return ExportError("export.character", character=shown, place=_place(printout, characters[0]))
    detail = "; ".join(dict.fromkeys(complaint.message for complaint in found))
    return ExportError("export.typst", place=found[0].place, detail=detail, hints="; ".join(error.hints))


def _characters(message: str) -> Iterator[str]:
    for match in _CHARACTER.finditer(message):
        yield _ESCAPED.sub(lambda mark: mark[2] or chr(int(mark[1], 16)), match[1] or match[2])


def _place(printout: Printout, character: str) -> str:
    """Return the headline of the first article with `character` in it, else the title of the whole."""
    for article in printout.articles:
        if any(character in span.text for span in _spans(article)):
            return _plain(article.headline)
    return printout.title


def _spans(part: object) -> Iterator[Span]:
    if isinstance(part, Span):
        yield part
    elif isinstance(part, msgspec.Struct):
        for field in part.__struct_fields__:
            yield from _spans(getattr(part, field))
    elif isinstance(part, tuple):
        for each in part:
            yield from _spans(each)


def _plain(line: tuple[Span, ...]) -> str:
    return "".join(span.text for span in line)
