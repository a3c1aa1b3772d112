"""Text of the model as spans of the printout, with its line breaking worked out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from bulletin_editor.export.printout import Line, Span
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.text.linebreaks import (
    LONGEST_KEPT,
    LONGEST_WORD,
    ZERO_WIDTH_SPACE,
    kept_together,
    long_words,
    opened,
)

Stretch = tuple[int, int]

_REMEMBERED = 4096  # texts: those of an issue of 100 pages

SOFT_HYPHEN = "\u00ad"
"""A place to divide a word. Vietnamese divides none, and Typst cannot end a link with one."""


# Both are asked for the same texts at every print of an issue, of which hardly one has changed.
@lru_cache(_REMEMBERED)
def words(text: str, *, link: str = "") -> Line:
    """Return plain `text` as a line; empty for empty text."""
    return composed(RichText(runs=(Run(text=text),)), link=link)


@lru_cache(_REMEMBERED)
def composed(text: RichText, *, link: str = "", longest: int = LONGEST_WORD) -> Line:
    """Return rich text as a line of spans; `link` is the address behind all of it.

    Words of more than `longest` characters may break anywhere: in a narrow column these are not many.
    """
    plain = text.plain
    long = long_words(plain, longest)
    kept = kept_together(plain, longest if longest < LONGEST_WORD else LONGEST_KEPT)
    spans: list[Span] = []
    start = 0
    for run in text.runs:
        for left, right in _cuts(start, start + len(run.text), kept + long):
            shown = plain[left:right].replace(SOFT_HYPHEN, "")
            if _inside(left, long):
                shown = opened(shown) + (ZERO_WIDTH_SPACE if _inside(right, long) else "")
            if shown:
                spans.append(_span(run, shown, _inside(left, kept), link))
        start += len(run.text)
    return tuple(spans)


def _cuts(start: int, end: int, stretches: list[Stretch]) -> Iterator[Stretch]:
    """Cut the run from `start` to `end` of its paragraph wherever a stretch begins or ends inside it."""
    edges = {edge for stretch in stretches for edge in stretch if start < edge < end}
    return pairwise(sorted({start, end} | edges))


def _inside(index: int, stretches: list[Stretch]) -> bool:
    return any(first <= index < last for first, last in stretches)


def _span(run: Run, text: str, keep: bool, link: str) -> Span:
    return Span(
        text=text,
        bold=run.bold,
        italic=run.italic,
        underline=run.underline,
        script=run.script.value,
        link=link or run.link,
        keep=keep,
    )
