"""What a document that was read would be as articles: headlines, leads, authors, sources.

Nothing is lost by it: what is no headline and no lead stays in the body where it stood. Only what is no
article for sure becomes another part; in doubt it is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from bulletin_editor.model.blocks import Block, PictureRow
from bulletin_editor.services import bulletin_parts, letter_parts
from bulletin_editor.services.headlines import (
    MAX_HEADLINE,
    headlines_in,
    standing_out,
    title_of,
    words_of,
)
from bulletin_editor.services.proposed_article import Part, ProposedArticle, article_of, text_of

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
    starts = _letters(blocks)
    if starts:
        ends = [*starts[1:], len(blocks)]
        letters = (_letter(blocks, known, start, end) for start, end in zip(starts, ends, strict=True))
        return tuple(part for letter in letters for part in letter)
    headlines = headlines_in(blocks, known)
    labels = bulletin_parts.labels_over(blocks, [places[0] for places in headlines])
    if len(headlines) > 1 or labels:
        return tuple(_several(blocks, known, headlines, labels))
    if len(blocks) > 1 and headlines:
        return (article_of(blocks, headlines[0]),)
    return (_one(blocks, known),) if blocks else ()


def _one(blocks: Sequence[Block], headings: Mapping[int, int]) -> ProposedArticle:
    """Propose one article, with what stands out at the top as its headline."""
    title = title_of(blocks, headings)
    return article_of(blocks, title) if title else _without_headline(blocks)


def _several(
    blocks: Sequence[Block],
    headings: Mapping[int, int],
    headlines: Sequence[Sequence[int]],
    labels: set[int],
) -> Iterator[ProposedArticle]:
    """Give an article for each of `headlines`, the `labels` over them, and what stands before all."""
    parts = sorted((*headlines, *([label] for label in labels)), key=lambda places: places[0])
    front = blocks[: parts[0][0]]
    over = front if all(isinstance(block, PictureRow) for block in front) else ()
    if front and not over:
        listed = [words_of(blocks, places) for places in headlines]
        is_cover = bulletin_parts.is_cover(front, listed)
        yield replace(_one(front, headings), part=Part.FRONT if is_cover else Part.ARTICLE)
    ends = [*(places[0] for places in parts[1:]), len(blocks)]
    for places, end in zip(parts, ends, strict=True):
        if places[0] in labels:
            yield ProposedArticle(headline=words_of(blocks, places), part=Part.LABEL)
        else:
            start = places[0] - len(over)
            text = (*over, *blocks[places[0] : end])
            yield article_of(text, [place - start for place in places])
            over = ()  # pictures over all belong to the first article


def _without_headline(blocks: Sequence[Block]) -> ProposedArticle:
    """Give the article the beginning of its first sentence as a headline; the body keeps it, too."""
    texts = (text_of(block).plain for block in blocks)
    first = next(filter(None, texts), "").replace("\n", " ")
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


def _letter(
    blocks: Sequence[Block], headings: Mapping[int, int], start: int, stop: int
) -> tuple[ProposedArticle, ...]:
    """Propose an official letter: its head, its text with what follows the end as one article, its end."""
    end_of_head = letter_parts.end_of_head(blocks[start:stop])
    head, text = blocks[start : start + end_of_head], blocks[start + end_of_head : stop]
    end = letter_parts.end_in(text)
    signed, text = text[end.start : end.stop], (*text[: end.start], *text[end.stop :])
    if not text:
        return (_one(blocks[start:stop], {}),)
    parts = [
        _letter_part(Part.LETTER_HEAD, letter_parts.number_of(head), head),
        _letter_text(text, headings, start + end_of_head, letter_parts.subject_of(head)),
    ]
    if signed:
        parts.append(_letter_part(Part.LETTER_END, letter_parts.first_line(signed), signed))
    return tuple(parts)


def _letter_part(part: Part, headline: str, blocks: Sequence[Block]) -> ProposedArticle:
    return ProposedArticle(headline=headline[:MAX_HEADLINE].rstrip(" :"), part=part, body=tuple(blocks))


def _letter_text(
    text: Sequence[Block], headings: Mapping[int, int], start: int, subject: str
) -> ProposedArticle:
    """Propose the text of a letter, which begins at `start`; its `subject` stands in for a headline."""
    known = {place: headings[start + place] for place in range(len(text)) if start + place in headings}
    if subject and not standing_out(text, known):
        return replace(article_of(text, []), headline=subject)
    return _one(text, known)
