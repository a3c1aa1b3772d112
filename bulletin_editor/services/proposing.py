"""What a document that was read would be as articles: headlines, leads, authors, sources.

Nothing is lost by it: what is no headline and no lead stays in the body where it stood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import groupby, takewhile

from msgspec.structs import replace

from bulletin_editor.model.blocks import Block, PictureRow
from bulletin_editor.model.rich_text import RichText
from bulletin_editor.model.texts import plain, texts_of
from bulletin_editor.services import letter_parts
from bulletin_editor.services.proposed_article import (
    Part,
    ProposedArticle,
    article_of,
    is_marked_throughout,
    text_of,
)
from bulletin_editor.text.folding import folded

MAX_HEADLINE = 200
"""Characters that a line may have to be taken for a headline."""

_SENTENCE = 120  # characters of a first sentence that stands in for a headline
_RUNNING = 100  # characters of a paragraph that is text and no line of a cover
_LONGEST_LABEL = 60  # characters
_CAPITALS = 0.7  # of the letters: with as many, what stands below a title is a cover
_NUMBERED = re.compile(
    r"(?:[IVXLC]+|\d+(?:\.\d+)*|[A-Za-z])[.)/]\s|(?:Phần|Chương|Mục|Điều|PHẦN|CHƯƠNG|MỤC|ĐIỀU)\s"
)
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


def proposed_articles(blocks: Sequence[Block], headings: Mapping[int, int]) -> tuple[ProposedArticle, ...]:
    """Propose the articles of a document; `headings` is that of a `ReadDocument`.

    An official letter is one article. Else the highest level of headings that occurs more than once makes an
    article each, unless they are numbered, as parts of one text are, or one heading with text under it
    stands above them: that is the headline of the whole. Headings that only stand over headlines are labels.
    Without headings the headline is what stands out at the top.
    """
    if not blocks:
        return ()
    known = {place: level for place, level in headings.items() if place < len(blocks)}
    end_of_head = letter_parts.end_of_head(blocks)
    if 0 < end_of_head < len(blocks):
        return _letter(blocks, end_of_head, known)
    headlines = _headlines(blocks, known) or [_lines_that_stand_out(blocks)]
    if not headlines[0]:
        return (_without_headline(blocks),)
    labels = _labels(blocks, known, [places[0] for places in headlines])
    if len(headlines) == 1 and not labels:
        return (article_of(blocks, headlines[0]),)
    return tuple(_several(blocks, known, headlines, labels))


def _several(
    blocks: Sequence[Block],
    headings: Mapping[int, int],
    headlines: Sequence[Sequence[int]],
    labels: set[int],
) -> Iterator[ProposedArticle]:
    """Give an article for each of `headlines`, the `labels` over them, and what stands before all."""
    parts = sorted((*headlines, *([label] for label in labels)), key=lambda places: places[0])
    first = parts[0][0]
    if all(isinstance(block, PictureRow) for block in blocks[:first]):
        first = 0  # pictures over a headline belong to its article
    yield from _front(blocks[:first], headings)
    starts = [first, *(places[0] for places in parts[1:])]
    for places, start, end in zip(parts, starts, [*starts[1:], len(blocks)], strict=True):
        article = article_of(blocks[start:end], [place - start for place in places])
        yield replace(article, part=Part.LABEL if places[0] in labels else Part.ARTICLE)


def _front(blocks: Sequence[Block], headings: Mapping[int, int]) -> tuple[ProposedArticle, ...]:
    """Propose what stands before the first headline: it may be text, or a cover with all that is on it."""
    if not blocks:
        return ()
    texts = (plain(text) for block in blocks for text in texts_of(block))
    if any(len(text) > _RUNNING and not text.isupper() for text in texts):
        return proposed_articles(blocks, headings)
    lines = _lines_that_stand_out(blocks)
    article = article_of(blocks, lines) if lines else _without_headline(blocks)
    return (replace(article, part=Part.FRONT),)


def _labels(blocks: Sequence[Block], headings: Mapping[int, int], headlines: Sequence[int]) -> set[int]:
    """Return the places of the section labels: headings above `headlines`, lines that return there."""
    above = [
        place - 1
        for place in headlines
        if place and 0 < len(text_of(blocks[place - 1]).plain) <= _LONGEST_LABEL
    ]
    labels = {place for place in above if headings.get(place, 10) < headings.get(place + 1, 0)}
    capitals = [place for place in above if text_of(blocks[place]).plain.isupper()]
    names = Counter(folded(text_of(blocks[place]).plain) for place in capitals)
    return labels.union(capitals) if max(names.values(), default=0) > 1 else labels


# ---- Official letters ------------------------------------------------------------------------------


def _letter(
    blocks: Sequence[Block], end_of_head: int, headings: Mapping[int, int]
) -> tuple[ProposedArticle, ...]:
    """Propose an official letter: its head, its text as one article, and its end."""
    head, text = blocks[:end_of_head], blocks[end_of_head:]
    start_of_end = letter_parts.start_of_end(text)
    text, end = text[:start_of_end], text[start_of_end:]
    parts = [_letter_part(Part.LETTER_HEAD, letter_parts.number_of(head), head)]
    if text:
        subject = letter_parts.subject_of(head)
        title = _title(text, {place - end_of_head for place in headings})
        if not title and not subject:
            title = _lines_that_stand_out(text)
        article = article_of(text, title) if title or subject else _without_headline(text)
        parts.append(replace(article, headline=article.headline or subject))
    if end:
        parts.append(_letter_part(Part.LETTER_END, letter_parts.first_line(end), end))
    return tuple(parts)


def _letter_part(part: Part, headline: str, blocks: Sequence[Block]) -> ProposedArticle:
    return ProposedArticle(headline=headline[:MAX_HEADLINE].rstrip(" :"), part=part, body=tuple(blocks))


def _title(blocks: Sequence[Block], headings: Container[int]) -> list[int]:
    """Return the places of the lines at the top that stand out, as headings or by themselves."""
    title = takewhile(
        lambda place: (
            (place in headings or _stands_out(text_of(blocks[place]))) and not _is_numbered(blocks[place])
        ),
        range(len(blocks)),
    )
    return list(title)


# ---- Headlines -------------------------------------------------------------------------------------


def _headlines(blocks: Sequence[Block], headings: Mapping[int, int]) -> list[list[int]]:
    """Return the places of the headlines, each of one or several headings that follow each other."""
    places = sorted(place for place in headings if _can_head(blocks[place]))
    for level in sorted({headings[place] for place in places}):
        found = _together([place for place in places if headings[place] == level])
        numbered = all(_is_numbered(blocks[each[0]]) for each in found)
        if all(_is_label(blocks, each, headings) for each in found):
            places = [place for place in places if headings[place] != level]
            continue
        stands_alone = len(found) == 1 and found[0][0] == places[0] and _has_text(blocks, found[0], places)
        if numbered or stands_alone or len(found) > 1:
            return found if not numbered else _lone_title(blocks, places, headings)
    return _lone_title(blocks, places, headings)


def _has_text(blocks: Sequence[Block], found: Sequence[int], places: Sequence[int]) -> bool:
    """Tell whether text stands between a heading and the next one; what is in capitals is a cover."""
    below = found[-1] + 1
    end = next((place for place in places if place >= below), len(blocks))
    words = " ".join(text_of(block).plain for block in blocks[below:end])
    return end > below and not _is_in_capitals(words)


def _is_in_capitals(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) >= _LONGEST_LABEL and sum(map(str.isupper, letters)) > _CAPITALS * len(letters)


def _is_label(blocks: Sequence[Block], found: Sequence[int], headings: Mapping[int, int]) -> bool:
    """Tell whether a heading only stands over another, longer one: it is the label of a section."""
    label, below = found[-1], found[-1] + 1
    if headings.get(below, 0) <= headings[label]:
        return False
    text = text_of(blocks[label]).plain
    return text.isupper() and len(text) <= min(_LONGEST_LABEL, len(text_of(blocks[below]).plain))


def _lone_title(blocks: Sequence[Block], places: list[int], headings: Mapping[int, int]) -> list[list[int]]:
    """Return the place of the first heading, where it is of the highest level and no numbered part."""
    if not places or _is_numbered(blocks[places[0]]):
        return []
    top = headings[places[0]]
    if top > min(headings[place] for place in places):
        return []
    return _together([place for place in places if headings[place] == top])[:1]


def _can_head(block: Block) -> bool:
    text = text_of(block)
    return not text.is_blank and not letter_parts.is_of_head(text.plain)


def _is_numbered(block: Block) -> bool:
    return _NUMBERED.match(text_of(block).plain) is not None


def _together(places: Sequence[int]) -> list[list[int]]:
    """Put places that follow each other into one list."""
    runs = groupby(enumerate(places), key=lambda each: each[1] - each[0])
    return [[place for _, place in run] for _, run in runs]


def _lines_that_stand_out(blocks: Sequence[Block]) -> list[int]:
    """Return the places of the bold or capital lines at the top, or of a first line that is no sentence."""
    start = 0
    while start < len(blocks) and isinstance(blocks[start], PictureRow):
        start += 1
    end = start
    while end < len(blocks) and _stands_out(text_of(blocks[end])):
        end += 1
    if end > start:
        return list(range(start, end))
    if start + 1 < len(blocks) and _may_be_headline(text_of(blocks[start]).plain):
        return [start]
    return []


def _stands_out(text: RichText) -> bool:
    plain = text.plain.strip()
    if not _may_be_headline(plain):
        return False
    return is_marked_throughout(text, "bold") or (plain.isupper() and len(plain) > 3)


def _may_be_headline(text: str) -> bool:
    return 0 < len(text) <= MAX_HEADLINE and not text.rstrip().endswith((".", ";", ":", ","))


def _without_headline(blocks: Sequence[Block]) -> ProposedArticle:
    """Give the article the beginning of its first sentence as a headline; the body keeps it, too."""
    texts = (text_of(block).plain for block in blocks)
    first = next(filter(None, texts), "").replace("\n", " ")
    end = _SENTENCE_END.search(first)
    sentence = first[: end.start()] if end else first
    if len(sentence) > _SENTENCE:
        sentence = sentence[:_SENTENCE].rpartition(" ")[0] + "…"
    return replace(article_of(blocks, []), headline=sentence)
