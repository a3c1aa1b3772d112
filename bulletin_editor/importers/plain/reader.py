"""Plain text, from the clipboard or a file, as blocks.

A message typed in Zalo has a paragraph per line; text copied out of a PDF has its paragraphs cut into lines.
So each line is a paragraph, and two are joined only where the cut is plain to see: a long line ends in the
middle of a sentence and the next goes on with a small letter. A paragraph too many is joined with one
key press, while lines joined wrongly must first be noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bulletin_editor.errors import InputError
from bulletin_editor.importers.flow.lines import Kind, Line, Piece, blocks_and_headings, blocks_of
from bulletin_editor.importers.flow.typed_lists import placed_by_mark, with_typed_lists
from bulletin_editor.importers.plain.headlines import headlines_in
from bulletin_editor.model.blocks import Block
from bulletin_editor.model.rich_text import rich
from bulletin_editor.text.normal import is_blank, normalise, without_forbidden

MAX_CHARACTERS = 500_000

_LINE_ENDS = re.compile("\r\n?|[\n\v\f\u2028\u2029]")
_SENTENCE_ENDS = tuple(".!?:;…")
_LONG = 50
"""Characters from which a line may have been cut by the width of a page."""


def blocks_from_text(text: str) -> tuple[Block, ...]:
    """Read plain text: paragraphs, and lists where lines begin with dashes, other signs or numbers.

    ``+`` stands below ``-``, as in official letters. Only numbers that follow each other make a list: a
    single one keeps standing before its words.

    Raises:
        InputError: more text than any bulletin has.
    """
    return blocks_of(_listed([line for line in _lines(text) if line]))


def document_from_text(text: str) -> tuple[tuple[Block, ...], dict[int, int]]:
    """Read plain text as `blocks_from_text` does, and find its headlines: their places and levels.

    Raises:
        InputError: more text than any bulletin has.
    """
    lines = _lines(text)
    result: list[Piece] = []
    at = 0
    for headline in headlines_in(lines):
        result += _listed(list(filter(None, lines[at : headline.start])))
        words = " ".join(lines[headline.start : headline.stop])
        result.append(Line(text=rich(words), kind=Kind.SUBHEADING, level=headline.level))
        at = headline.stop
    result += _listed(list(filter(None, lines[at:])))
    return blocks_and_headings(result)


def _lines(text: str) -> list[str]:
    """Return the lines that were written, in normal form; those that nothing can be seen of are empty."""
    if len(text) > MAX_CHARACTERS:
        raise InputError("reading.too-much-text", characters=MAX_CHARACTERS)
    lines = [without_forbidden(line).strip() for line in _LINE_ENDS.split(text)]
    return ["" if is_blank(line) else normalise(line) for line in _uncut(lines)]


def _uncut(lines: list[str]) -> Iterator[str]:
    """Join the lines that a page had cut; empty lines stay, and divide."""
    together: list[str] = []
    for line, following in pairwise((*lines, "")):
        together.append(line)
        if not _goes_on(line, following):
            yield " ".join(together)
            together = []


def _goes_on(line: str, following: str) -> bool:
    return len(line) >= _LONG and not line.endswith(_SENTENCE_ENDS) and following[:1].islower()


def _listed(lines: list[str]) -> list[Piece]:
    return with_typed_lists([placed_by_mark(Line(text=rich(line))) for line in lines])
