"""The headlines of a document: those of its headings that stand over articles, or what stands out at its top.

A line is taken for one only where that is sure, and one headline never takes all there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bulletin_editor.model.rich_text import RichText
from bulletin_editor.services import bulletin_parts, letter_parts
from bulletin_editor.services.outline import Outline
from bulletin_editor.services.proposed_article import is_marked_throughout
from bulletin_editor.text.numbering import is_numbered

MAX_HEADLINE = 200
"""Characters that a headline may have, of however many lines it is made."""


def headlines_in(document: Outline) -> list[list[int]]:
    """Return the places of the headlines, each of one or several headings that follow each other."""
    places = sorted(place for place in document.headings if _can_head(document.text(place)))
    levels = sorted({document.headings[place] for place in places})
    for level, below in pairwise((*levels, None)):
        found = _together(document, document.of_level(level, places))
        if bulletin_parts.are_labels(document, found):
            places = [place for place in places if document.headings[place] != level]
            continue
        if _is_one_text(document, found):
            break
        is_alone = len(found) == 1 and found[0][0] == places[0]
        if len(found) > 1 or (is_alone and not _is_on_cover(document, document.of_level(below, places))):
            return found
    return _lone_title(document, places)


def _is_one_text(document: Outline, found: Sequence[Sequence[int]]) -> bool:
    """Tell whether headings of a level are the parts of one text: all are numbered, or several of them."""
    numbered = [is_numbered(document.text(each[0]).plain) for each in found]
    return all(numbered) or sum(numbered) > 1


def _is_on_cover(document: Outline, lower: Sequence[int]) -> bool:
    """Tell whether what stands before the headings at `lower`, the next level, is the cover of a bulletin."""
    return bool(lower) and bulletin_parts.is_cover(
        document.blocks[: lower[0]], [document.words([place]) for place in lower]
    )


def _lone_title(document: Outline, places: Sequence[int]) -> list[list[int]]:
    """Return the place of the first heading, where it is of the highest level and no numbered part."""
    if not places or is_numbered(document.text(places[0]).plain):
        return []
    top = document.headings[places[0]]
    if top > min(document.headings[place] for place in places):
        return []
    return _together(document, document.of_level(top, places))[:1]


def _can_head(text: RichText) -> bool:
    return not text.is_blank and len(text.plain) <= MAX_HEADLINE and not letter_parts.is_of_head(text.plain)


def _together(document: Outline, places: Sequence[int]) -> list[list[int]]:
    """Put places that follow each other into one list, which is one headline; numbered ones stand alone."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1 and not is_numbered(document.text(place).plain):
            runs[-1].append(place)
        else:
            runs.append([place])
    return [_as_headline(document, run) for run in runs]


def _as_headline(document: Outline, places: list[int]) -> list[int]:
    """Return `places` if they make one headline: it is not too long, and words follow; else the first."""
    is_all = places[-1:] == [len(document.blocks) - 1]
    return places[:1] if is_all or len(document.words(places)) > MAX_HEADLINE else places


# ---- Lines that stand out --------------------------------------------------------------------------


def title_of(document: Outline) -> list[int]:
    """Return the places of the lines at the top that stand out, or of a first line that is no sentence."""
    lines = standing_out(document)
    start = document.first_words()
    if not lines and start + 1 < len(document.blocks) and _may_be_headline(document.text(start).plain):
        return [start]
    return lines


def standing_out(document: Outline) -> list[int]:
    """Return the places of the headings, bold lines and lines in capitals at the top; no numbered ones."""
    places: list[int] = []
    for place in range(document.first_words(), len(document.blocks)):
        is_lower = bool(places) and document.is_below(place, places[-1])
        if is_lower or not _stands_out(document.text(place), is_heading=place in document.headings):
            break
        places.append(place)
    return _as_headline(document, places) if len(document.blocks) > 1 else []


def _stands_out(text: RichText, *, is_heading: bool) -> bool:
    line = text.plain.strip()
    is_marked = is_marked_throughout(text, "bold") or (line.isupper() and len(line) > 3)
    may_be = 0 < len(line) <= MAX_HEADLINE if is_heading else is_marked and _may_be_headline(line)
    return may_be and not is_numbered(line)


def _may_be_headline(line: str) -> bool:
    return 0 < len(line) <= MAX_HEADLINE and not line.rstrip().endswith((".", ";", ":", ","))
