"""What a document that was read would be as articles: headlines, leads, authors, sources.

Nothing is lost by it: what is no headline and no lead stays in the body where it stood. Only what is no
article for sure becomes another part; in doubt it is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from bulletin_editor.model.blocks import Block, PictureRow, Table
from bulletin_editor.model.texts import plain, texts_of
from bulletin_editor.services import bulletin_parts, letter_parts
from bulletin_editor.services.headlines import (
    MAX_HEADLINE,
    headlines_in,
    standing_out,
    title_of,
)
from bulletin_editor.services.outline import Outline
from bulletin_editor.services.proposed_article import Part, ProposedArticle, article_of

_SENTENCE = 120  # characters of a first sentence that stands in for a headline
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


def proposed_articles(blocks: Sequence[Block], headings: Mapping[int, int]) -> tuple[ProposedArticle, ...]:
    """Propose the articles of a document; `headings` is that of a `ReadDocument`.

    An official letter is one article. Else the highest level of headings that occurs more than once makes an
    article each, unless they are numbered, as parts of one text are, or one heading stands above them: that
    is the headline of the whole. Headings that only name a section are labels. Without headings the headline
    is what stands out at the top.
    """
    known = {place: level for place, level in headings.items() if place < len(blocks)}
    document = Outline(blocks, known)
    starts = _letters(blocks)
    if starts:
        letters = pairwise((*starts, len(blocks)))
        return tuple(part for start, end in letters for part in _letter(document.of(range(start, end))))
    headlines = headlines_in(document)
    labels = bulletin_parts.labels_over(document, [places[0] for places in headlines])
    if len(headlines) > 1 or labels:
        return tuple(_several(document, headlines, labels))
    if len(blocks) > 1 and headlines:
        return (article_of(blocks, headlines[0]),)
    return (_one(document),) if blocks else ()


def _one(document: Outline) -> ProposedArticle:
    """Propose one article, with what stands out at the top as its headline."""
    title = title_of(document)
    return article_of(document.blocks, title) if title else _without_headline(document.blocks)


def _several(
    document: Outline, headlines: Sequence[Sequence[int]], labels: set[int]
) -> Iterator[ProposedArticle]:
    """Give an article for each of `headlines`, the `labels` over them, and what stands before all."""
    parts = sorted((*headlines, *([label] for label in labels)), key=lambda places: places[0])
    front = parts[0][0]
    over = document.blocks[:front] if document.first_words() >= front else ()
    if not over:
        yield from _front(document, front, [document.words(places) for places in headlines])
    ends = [*(places[0] for places in parts[1:]), len(document.blocks)]
    for places, end in zip(parts, ends, strict=True):
        if places[0] in labels:
            yield ProposedArticle(headline=document.words(places), part=Part.LABEL)
        else:
            start = places[0] - len(over)
            text = (*over, *document.blocks[places[0] : end])
            yield article_of(text, [place - start for place in places])
            over = ()  # pictures over all belong to the first article


def _front(document: Outline, end: int, headlines: Sequence[str]) -> Iterator[ProposedArticle]:
    """Give what stands before `end`, where the first of `headlines` does: the cover, and text below it."""
    cover = bulletin_parts.end_of_cover(document, end, headlines)
    if cover:
        yield replace(_one(document.of(range(cover))), part=Part.FRONT)
    if cover < end:
        yield _one(document.of(range(cover, end)))


def _without_headline(blocks: Sequence[Block]) -> ProposedArticle:
    """Give the article the beginning of its first sentence as a headline; the body keeps it, too."""
    written = (block for block in blocks if not isinstance(block, (PictureRow, Table)))
    texts = (plain(text) for block in written for text in texts_of(block))
    first = next(filter(None, texts), "").replace("\n", " ").rstrip(";:,")
    end = _SENTENCE_END.search(first)
    sentence = first[: end.start()] if end else first
    if len(sentence) > _SENTENCE:
        sentence = sentence[:_SENTENCE].rpartition(" ")[0] + "…"
    return replace(article_of(blocks, []), headline=sentence)


# ---- Official letters ------------------------------------------------------------------------------


def _letters(blocks: Sequence[Block]) -> list[int]:
    """Return the places where official letters begin, of which the first begins the document."""
    starts: list[int] = []
    start = 0
    while start < len(blocks) and _has_letter(blocks, start):
        starts.append(start)
        start += letter_parts.end_in(blocks[start:]).stop
    return starts


def _has_letter(blocks: Sequence[Block], start: int) -> bool:
    return 0 < letter_parts.end_of_head(blocks[start:]) < len(blocks) - start


def _letter(document: Outline) -> tuple[ProposedArticle, ...]:
    """Propose an official letter: its head, its text with what follows the end as one article, its end."""
    places = range(len(document.blocks))
    start = letter_parts.end_of_head(document.blocks)
    end = letter_parts.end_in(document.blocks[start:])
    signed = places[start + end.start : start + end.stop]
    head, last = document.blocks[:start], document.blocks[signed.start : signed.stop]
    text = document.of(place for place in places[start:] if place not in signed)
    if not text.blocks:
        return (_one(Outline(document.blocks, {})),)
    parts = [
        _letter_part(Part.LETTER_HEAD, letter_parts.number_of(head), head),
        _letter_text(text, letter_parts.subject_of(head)),
    ]
    if last:
        parts.append(_letter_part(Part.LETTER_END, letter_parts.first_line(last), last))
    return tuple(parts)


def _letter_part(part: Part, headline: str, blocks: Sequence[Block]) -> ProposedArticle:
    return ProposedArticle(headline=headline[:MAX_HEADLINE].rstrip(" :"), part=part, body=tuple(blocks))


def _letter_text(text: Outline, subject: str) -> ProposedArticle:
    """Propose the text of a letter; its `subject` stands in for a headline."""
    if subject and not standing_out(text):
        return replace(article_of(text.blocks, []), headline=subject)
    return _one(text)
