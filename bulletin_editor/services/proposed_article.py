"""An article as a document offers it: its headline, lead, author and source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum

from msgspec.structs import replace

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.blocks import Block, Lead, Paragraph, Subheading
from bulletin_editor.model.issue import CoverLine, Source
from bulletin_editor.model.rich_text import RichText
from bulletin_editor.model.value import Value
from bulletin_editor.text.person_names import is_surely_name
from bulletin_editor.text.source_line import source_named

_SHORTEST_LEAD = 60  # characters: below, a marked paragraph is a heading or a salutation
_SHORTEST_TEXT = 60  # characters of a paragraph below which a name may stand alone
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"')
_AUTHOR = re.compile(
    r"(?:tác giả|người viết|(?:tin|bài)(?:\s*(?:,|và|-)\s*(?:bài|ảnh))*)\s*:\s*(?P<name>[^\n]{2,100})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+")


class Part(Enum):
    """What a part of a document is. Only articles are meant to come in; the others are there to be seen."""

    ARTICLE = "article"
    LETTER_HEAD = "letter-head"
    LETTER_END = "letter-end"
    FRONT = "front"
    LABEL = "label"


class ProposedArticle(Value, frozen=True):
    """An article as a document offers it. Its lead is a block of the body already, where one was found.

    `part` tells where it is none: the head and the end of an official letter, what stands before the first of
    several articles (a cover, a list of them), and the label over a section.
    """

    headline: str
    part: Part = Part.ARTICLE
    body: tuple[Block, ...] = ()
    author: str = ""
    source: Source = Source()
    cover_line: CoverLine = CoverLine()
    event_date: date | None = None

    def __post_init__(self) -> None:
        self.settle_lines("headline", "author")

    @property
    def is_article(self) -> bool:
        """Whether it is an article, and no other part of the document."""
        return self.part is Part.ARTICLE


def article_of(blocks: Sequence[Block], headline: Sequence[int]) -> ProposedArticle:
    """Make an article of `blocks`, of which those at the places `headline` are its headline."""
    title = " ".join(text_of(blocks[place]).plain for place in headline)
    before = list(blocks[: headline[0]]) if headline else []
    after = list(blocks[headline[-1] + 1 :]) if headline else list(blocks)
    after, author, source = _signed(after)
    return ProposedArticle(headline=title, body=(*before, *_with_lead(after)), author=author, source=source)


def _with_lead(blocks: list[Block]) -> list[Block]:
    """Make the first paragraph the lead, where it is marked as a whole and more text follows."""
    if len(blocks) < 2 or not isinstance(blocks[0], Paragraph):
        return blocks
    text = blocks[0].text
    if len(text.plain) < _SHORTEST_LEAD or text.plain.isupper():
        return blocks
    for mark in ("bold", "italic"):
        if is_marked_throughout(text, mark):
            plain = RichText(runs=tuple(replace(run, **{mark: False}) for run in text.runs))
            return [Lead(paragraphs=(plain,)), *blocks[1:]]
    return blocks


def _signed(blocks: list[Block]) -> tuple[list[Block], str, Source]:
    """Take author and source off the end, where they stand in lines of their own."""
    author, source = "", Source()
    for _ in range(2):
        text = text_of(blocks[-1]) if len(blocks) > 1 else RichText()
        written = text.plain.strip()
        if not author and (found := _AUTHOR.fullmatch(written)):
            author = found["name"]
        elif source == Source() and (named := source_named(written)):
            source = _source(named, text)
        elif not author and _is_byline(blocks):
            author = written
        else:
            break
        blocks = blocks[:-1]
    return blocks, author, source


def _is_byline(blocks: Sequence[Block]) -> bool:
    """Tell whether `blocks` end with a name alone, in bold or italics, right below the end of the text.

    Below a picture it may be the photographer, and below lines of verse the poet: there it stays.
    """
    if len(blocks) < 2:
        return False
    text, name = text_of(blocks[-2]).plain.rstrip(), text_of(blocks[-1])
    ends = len(text) >= _SHORTEST_TEXT and "\n" not in text and text.endswith(_SENTENCE_ENDS)
    is_marked = is_marked_throughout(name, "bold") or is_marked_throughout(name, "italic")
    return ends and is_marked and is_surely_name(name.plain.strip())


def _source(name: str, text: RichText) -> Source:
    links = [run.link for run in text.runs if run.link] + _ADDRESS.findall(name)
    try:
        return Source(name="" if _ADDRESS.fullmatch(name) else name, url=links[0] if links else "")
    except InvalidValue:  # what looks like an address and is none
        return Source(name=name)


def text_of(block: Block) -> RichText:
    return block.text if isinstance(block, (Paragraph, Subheading)) else RichText()


def is_marked_throughout(text: RichText, mark: str) -> bool:
    words = [run for run in text.runs if run.text.strip()]
    return bool(words) and all(getattr(run, mark) for run in words)
