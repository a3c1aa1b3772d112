"""The headlines in a text that has no marks for them: lines in capitals, and lines that begin anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

_SHORTEST = 30  # characters of a line in capitals: below, it is a label, a subheading or an agency
_LONGEST = 200
_LONGEST_PLAIN = 120  # characters of a headline that is not in capitals
_TEXT = 60  # characters of a line that is text
_NEAR = 4  # lines below a headline in which its text begins: a caption may stand before it
_SENTENCE_ENDS = tuple(".!?:;,…")
_SOURCE = re.compile(r"\(?\s*(?:theo\s+)?nguồn(?:\s+tin)?\s*:.{2,150}", re.IGNORECASE)
_RULE = re.compile(r"[-–—_=*\s]{3,}")
_NUMBERED = re.compile(r"(?:[IVXLC]+|\d+(?:\.\d+)*|[A-Z])[.)/]\s")

Headline = range
"""The places of the lines that make one."""


def headlines_in(lines: Sequence[str]) -> list[Headline]:
    """Find the headlines among `lines`, of which empty ones divide. They stand over text.

    A line in capitals that returns there is none: it stands on each page, or over each section.
    """
    capitals = [each for each in _in_capitals(lines) if _stands_over_text(lines, each)]
    times = Counter(_words(lines, each) for each in capitals)
    found = [each for each in capitals if times[_words(lines, each)] == 1 and _is_long_enough(lines, each)]
    plain = (Headline(place, place + 1) for place in _beginnings(lines) if _may_begin(lines[place]))
    found += [each for each in plain if _stands_over_text(lines, each)]
    return sorted(found, key=lambda each: each.start)


def _in_capitals(lines: Sequence[str]) -> Iterator[Headline]:
    for capitals, together in groupby(range(len(lines)), key=lambda place: lines[place].isupper()):
        if capitals:
            places = list(together)
            yield Headline(places[0], places[-1] + 1)


def _beginnings(lines: Sequence[str]) -> Iterator[int]:
    """Give the first line of all, and those behind a source or a rule: an article ends there."""
    begins = True
    for place, line in enumerate(lines):
        if begins and line and not _RULE.fullmatch(line):
            yield place
        begins = (begins and not line) or bool(_SOURCE.fullmatch(line) or (line and _RULE.fullmatch(line)))


def _may_begin(line: str) -> bool:
    return len(line) <= _LONGEST_PLAIN and not line.endswith(_SENTENCE_ENDS) and not line.isupper()


def _is_long_enough(lines: Sequence[str], headline: Headline) -> bool:
    words = _words(lines, headline)
    return _SHORTEST <= len(words) <= _LONGEST and not _NUMBERED.match(words)


def _stands_over_text(lines: Sequence[str], headline: Headline) -> bool:
    below = islice(filter(None, lines[headline.stop :]), _NEAR)
    for line in below:
        if line.isupper():
            return False
        if len(line) >= _TEXT:
            return True
    return False


def _words(lines: Sequence[str], headline: Headline) -> str:
    return " ".join(lines[place] for place in headline)
