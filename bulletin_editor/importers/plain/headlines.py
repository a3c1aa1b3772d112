"""The headlines in a text that has no marks for them: lines in capitals, and lines that begin anew."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, groupby
from typing import NamedTuple

from bulletin_editor.text.numbering import is_numbered
from bulletin_editor.text.source_line import source_named

_SHORTEST = 30  # characters of a line in capitals: below, it is a label, a subheading or an agency
_LONGEST = 200
_LONGEST_PLAIN = 120  # characters of a headline that is not in capitals
_TEXT = 60  # characters of a line that is text
_NEAR = 4  # lines below a headline in which its text begins: a caption may stand before it
_SENTENCE_ENDS = tuple(".!?:;,…")
_NO_HEADLINE_ENDS = tuple(".:;,")
_RULE = re.compile(r"[-–—_=*\s]{3,}")
_CALL = re.compile(r"[^:]{1,19}:|[(\[*]")
"""How lines in capitals begin that are no headlines: ``KÍNH GỬI: ``, ``LƯU Ý: ``, ``(ẢNH: ``."""


class Headline(NamedTuple):
    """The lines from `start` to before `stop`, which make one headline of a level."""

    start: int
    stop: int
    level: int


def headlines_in(lines: Sequence[str]) -> list[Headline]:
    """Find the headlines among `lines`, of which empty ones divide. They stand over text.

    Lines in capitals count where the text begins with such a line, or with a headline in small letters: they
    are subheadings below that. One that returns is none: it stands on each page, or over each section.
    """
    written = [place for place, line in enumerate(lines) if line]
    top = next(iter(written), 0)
    plain = [Headline(place, place + 1, 1) for place in _beginnings(lines) if _may_begin(lines[place])]
    first = [each for each in plain if each.start == top]
    capitals: list[Headline] = []
    if written and (first or lines[top].isupper()):
        capitals = _over_text(lines, written, _in_capitals(lines, level=2 if first else 1))
    times = Counter(_words(lines, each) for each in capitals)
    unique = [each for each in capitals if times[_words(lines, each)] == 1]
    over = first if unique else []  # over a subheading, too, what the text begins with is its headline
    return sorted({*over, *unique, *_over_text(lines, written, plain)})


def _over_text(lines: Sequence[str], written: Sequence[int], found: Iterable[Headline]) -> list[Headline]:
    """Return those of `found` below which text begins soon; `written` are the places of all words."""
    return [each for each in found if _stands_over_text(lines, written, each)]


def _in_capitals(lines: Sequence[str], level: int) -> Iterator[Headline]:
    """Give the lines in capitals that may be headlines; short ones before them are labels and names."""
    for capitals, together in groupby(range(len(lines)), key=lambda place: lines[place].isupper()):
        if capitals:
            places = list(together)
            longer = list(dropwhile(lambda place: len(lines[place]) < _SHORTEST, places))
            headline = Headline((longer or places)[0], places[-1] + 1, level)
            if _may_be_headline(lines, headline):
                yield headline


def _may_be_headline(lines: Sequence[str], headline: Headline) -> bool:
    words = _words(lines, headline)
    return (
        _SHORTEST <= len(words) <= _LONGEST
        and not words.endswith(_NO_HEADLINE_ENDS)
        and not is_numbered(words)
        and not _CALL.match(words)
    )


def _beginnings(lines: Sequence[str]) -> Iterator[int]:
    """Give the first line of all, and those behind a rule or a source below which a line is empty.

    An article ends there; below a single paragraph the source may be that of a picture.
    """
    begins, paragraphs = True, 0
    for place, line in enumerate(lines):
        is_rule = bool(line) and _RULE.fullmatch(line) is not None
        if begins and line and not is_rule:
            yield place
            paragraphs = 0
        paragraphs += len(line) >= _TEXT
        is_source = paragraphs > 1 and source_named(line) and not any(lines[place + 1 : place + 2])
        begins = bool(is_rule or is_source or (begins and not line))


def _may_begin(line: str) -> bool:
    return len(line) <= _LONGEST_PLAIN and not line.endswith(_SENTENCE_ENDS) and not line.isupper()


def _stands_over_text(lines: Sequence[str], written: Sequence[int], headline: Headline) -> bool:
    below = bisect_left(written, headline.stop)
    for place in written[below : below + _NEAR]:
        if lines[place].isupper():
            return False
        if len(lines[place]) >= _TEXT:
            return True
    return False


def _words(lines: Sequence[str], headline: Headline) -> str:
    return " ".join(lines[headline.start : headline.stop])
