"""What a document that was read would be as articles: headlines, leads, authors, sources.

Nothing is lost by it: what is no headline and no lead stays in the body where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from msgspec.structs import replace

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.blocks import Block, Lead, Paragraph, PictureRow, Subheading, Table
from bulletin_editor.model.issue import CoverLine, Source
from bulletin_editor.model.rich_text import RichText
from bulletin_editor.model.value import Value
from bulletin_editor.text.folding import folded

MAX_HEADLINE = 200
"""Characters that a line may have to be taken for a headline."""

_SENTENCE = 120  # characters of a first sentence that stands in for a headline
_SHORTEST_LEAD = 60  # characters: below, a marked paragraph is a heading or a salutation
_HEAD_LINES = 12  # lines in which the head of an official letter ends

# The head of an official letter (decree 30/2020, annex I): agency, motto, number, place and day. Folded text.
_HEAD_MARKS = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–—]?\s*tu do\s*[-–—]?\s*hanh phuc"
    r"|so\s*:.{0,20}/\s*[a-z]{2,}[-a-z0-9]*$"
    r"|[^.,]{2,30},\s*ngay\s.{0,8}\s*thang\s.{0,8}\s*nam\s.{0,8}$"
    r"|(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho|xa|phuong|huyen)(?: \w+){1,4}$"
)
_NUMBERED = re.compile(
    r"(?:[IVXLC]+|\d+(?:\.\d+)*|[A-Za-z])[.)/]\s|(?:Phần|Chương|Mục|Điều|PHẦN|CHƯƠNG|MỤC|ĐIỀU)\s"
)
_SOURCE = re.compile(r"\(?\s*(?:theo\s+)?nguồn(?:\s+tin)?\s*:\s*(?P<name>[^\n]{2,150}?)\s*\)?", re.IGNORECASE)
_AUTHOR = re.compile(
    r"(?:tác giả|người viết|(?:tin|bài)(?:\s*(?:,|và|-)\s*(?:bài|ảnh))*)\s*:\s*(?P<name>[^\n]{2,100})",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_ADDRESS = re.compile(r"https?://\S+")


class ProposedArticle(Value, frozen=True):
    """An article as a document offers it. Its lead is a block of the body already, where one was found."""

    headline: str
    body: tuple[Block, ...] = ()
    author: str = ""
    source: Source = Source()
    cover_line: CoverLine = CoverLine()
    event_date: date | None = None

    def __post_init__(self) -> None:
        self.settle_lines("headline", "author")


def proposed_articles(blocks: Sequence[Block], headings: Mapping[int, int]) -> tuple[ProposedArticle, ...]:
    """Propose the articles of a document; `headings` is that of a `ReadDocument`.

    The highest level of headings that occurs more than once makes an article each, unless they are numbered,
    as parts of one text are, or one heading with text under it stands above them: that is the headline of
    the whole. Without headings the headline is what stands out at the top.
    """
    if not blocks:
        return ()
    known = {place: level for place, level in headings.items() if place < len(blocks)}
    headlines = _headlines(blocks, known) or [_lines_that_stand_out(blocks)]
    if not headlines[0]:
        return (_without_headline(blocks),)
    if len(headlines) == 1:
        return (_article(blocks, headlines[0]),)
    starts = [places[0] for places in headlines]
    before = proposed_articles(blocks[: starts[0]], headings)
    if all(isinstance(block, PictureRow) for block in blocks[: starts[0]]):
        before, starts[0] = (), 0
    ends = [*starts[1:], len(blocks)]
    parts = (
        _article(blocks[start:end], [place - start for place in places])
        for places, start, end in zip(headlines, starts, ends, strict=True)
    )
    return (*before, *parts)


# ---- Headlines -------------------------------------------------------------------------------------


def _headlines(blocks: Sequence[Block], headings: Mapping[int, int]) -> list[list[int]]:
    """Return the places of the headlines, each of one or several headings that follow each other."""
    places = sorted(place for place in headings if _can_head(blocks[place]))
    for level in sorted({headings[place] for place in places}):
        found = _together([place for place in places if headings[place] == level])
        numbered = all(_is_numbered(blocks[each[0]]) for each in found)
        stands_alone = len(found) == 1 and found[0][0] == places[0] and found[0][-1] + 1 not in places
        if numbered or stands_alone or len(found) > 1:
            return found if not numbered else _lone_title(blocks, places, headings)
    return _lone_title(blocks, places, headings)


def _lone_title(blocks: Sequence[Block], places: list[int], headings: Mapping[int, int]) -> list[list[int]]:
    """Return the place of the first heading, where it is of the highest level and no numbered part."""
    if not places or _is_numbered(blocks[places[0]]):
        return []
    top = headings[places[0]]
    if top > min(headings[place] for place in places):
        return []
    return _together([place for place in places if headings[place] == top])[:1]


def _can_head(block: Block) -> bool:
    text = _text(block)
    return not text.is_blank and not _is_letter_head(text.plain)


def _is_numbered(block: Block) -> bool:
    return _NUMBERED.match(_text(block).plain) is not None


def _together(places: Sequence[int]) -> list[list[int]]:
    """Put places that follow each other into one list."""
    runs = groupby(enumerate(places), key=lambda each: each[1] - each[0])
    return [[place for _, place in run] for _, run in runs]


def _lines_that_stand_out(blocks: Sequence[Block]) -> list[int]:
    """Return the places of the bold or capital lines at the top, or of a first line that is no sentence."""
    start = _end_of_letter_head(blocks)
    while start < len(blocks) and isinstance(blocks[start], PictureRow):
        start += 1
    end = start
    while end < len(blocks) and _stands_out(_text(blocks[end])):
        end += 1
    if end > start:
        return list(range(start, end))
    if start + 1 < len(blocks) and _may_be_headline(_text(blocks[start]).plain):
        return [start]
    return []


def _end_of_letter_head(blocks: Sequence[Block]) -> int:
    """Return the place of the first block behind the head of an official letter; 0 where there is none."""
    first = enumerate(blocks[:_HEAD_LINES])
    marks = [place for place, block in first if any(map(_is_letter_head, _lines(block)))]
    return marks[-1] + 1 if marks else 0


def _lines(block: Block) -> Iterator[str]:
    """Give the lines of a block: that of a table's cells, too, for a letter's head is often one."""
    rows = (block.header, *block.rows) if isinstance(block, Table) else ((_text(block),),)
    for row in rows:
        for cell in row:
            yield from cell.plain.split("\n")


def _is_letter_head(text: str) -> bool:
    return len(text) < 100 and _HEAD_MARKS.match(folded(text).strip()) is not None


def _stands_out(text: RichText) -> bool:
    plain = text.plain.strip()
    if not _may_be_headline(plain):
        return False
    return _all_marked(text, "bold") or (plain.isupper() and len(plain) > 3)


def _may_be_headline(text: str) -> bool:
    return 0 < len(text) <= MAX_HEADLINE and not text.rstrip().endswith((".", ";", ":", ","))


def _without_headline(blocks: Sequence[Block]) -> ProposedArticle:
    """Give the article the beginning of its first sentence as a headline; the body keeps it, too."""
    texts = (_text(block).plain for block in blocks[_end_of_letter_head(blocks) :])
    first = next(filter(None, texts), "").replace("\n", " ")
    end = _SENTENCE_END.search(first)
    sentence = first[: end.start()] if end else first
    if len(sentence) > _SENTENCE:
        sentence = sentence[:_SENTENCE].rpartition(" ")[0] + "…"
    return replace(_article(blocks, []), headline=sentence)


# ---- The article -----------------------------------------------------------------------------------


def _article(blocks: Sequence[Block], headline: Sequence[int]) -> ProposedArticle:
    """Make an article of `blocks`, of which those at the places `headline` are its headline."""
    title = " ".join(_text(blocks[place]).plain for place in headline)
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
        if _all_marked(text, mark):
            plain = RichText(runs=tuple(replace(run, **{mark: False}) for run in text.runs))
            return [Lead(paragraphs=(plain,)), *blocks[1:]]
    return blocks


def _signed(blocks: list[Block]) -> tuple[list[Block], str, Source]:
    """Take author and source off the end, where they stand in lines of their own."""
    author, source = "", Source()
    for _ in range(2):
        text = _text(blocks[-1]) if len(blocks) > 1 else RichText()
        written = text.plain.strip()
        if not author and (found := _AUTHOR.fullmatch(written)):
            author = found["name"]
        elif source == Source() and (found := _SOURCE.fullmatch(written)):
            source = _source(found["name"], text)
        else:
            break
        blocks = blocks[:-1]
    return blocks, author, source


def _source(name: str, text: RichText) -> Source:
    links = [run.link for run in text.runs if run.link] + _ADDRESS.findall(name)
    try:
        return Source(name="" if _ADDRESS.fullmatch(name) else name, url=links[0] if links else "")
    except InvalidValue:  # what looks like an address and is none
        return Source(name=name)


def _text(block: Block) -> RichText:
    return block.text if isinstance(block, (Paragraph, Subheading)) else RichText()


def _all_marked(text: RichText, mark: str) -> bool:
    words = [run for run in text.runs if run.text.strip()]
    return bool(words) and all(getattr(run, mark) for run in words)
