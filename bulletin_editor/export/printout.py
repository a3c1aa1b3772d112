"""An issue made ready for print: every word that will stand on the pages, in reading order.

Both prints are made from one printout, so they cannot say different things. It is plain data: Typst
reads it as JSON, Word's template and writer read the same values.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec


class Span(msgspec.Struct, frozen=True):
    """Characters of one format. A stretch of spans with `keep` set stays on one line.

    Line feeds are line breaks; zero width spaces are places where a long word may break.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    script: Literal["normal", "superscript", "subscript"] = "normal"
    link: str = ""
    keep: bool = False


Line: TypeAlias = tuple[Span, ...]


class PrintedPicture(msgspec.Struct, frozen=True):
    """A picture at its printed size in mm.

    `crop` is the share cut off at left, top, right and bottom (0 to 1). `file` is its path in the
    work folder of a print. An empty `alt` marks decoration.
    """

    sha256: str
    file: str
    alt: str
    width: float
    height: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


class PrintedWords(msgspec.Struct, frozen=True, tag_field="kind", tag="words"):
    """Paragraphs in one paragraph style: lead, paragraph, subheading, callout or pull_quote."""

    style: Literal["lead", "paragraph", "subheading", "callout", "pull_quote"]
    paragraphs: tuple[Line, ...]
    speaker: Line = ()


class PrintedItem(msgspec.Struct, frozen=True):
    """A list item with the lists under it."""

    text: Line
    sublists: tuple[PrintedList, ...] = ()


class PrintedList(msgspec.Struct, frozen=True, tag_field="kind", tag="list"):
    """A bullet list, or a list numbered from `start`.

    Its text stands `indent` mm from the text around it; the marks hang before it in `mark_room` mm.
    """

    ordered: bool
    start: int
    indent: float
    mark_room: float
    items: tuple[PrintedItem, ...]


class PrintedPictures(msgspec.Struct, frozen=True, tag_field="kind", tag="pictures"):
    """Pictures `gap` mm apart, with their caption line.

    They stand side by side, or the first of three beside the two others, which stand one below the other.
    """

    pictures: tuple[PrintedPicture, ...]
    gap: float
    caption: Line
    layout: Literal["side_by_side", "tall_beside_two"] = "side_by_side"


class PrintedTable(msgspec.Struct, frozen=True, tag_field="kind", tag="table"):
    """A table. `widths` are the columns' widths in mm; every row has one line for each of them."""

    caption: Line
    widths: tuple[float, ...]
    align: tuple[Literal["left", "center", "right"], ...]
    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


PrintedBlock: TypeAlias = PrintedWords | PrintedList | PrintedPictures | PrintedTable


class PrintedArticle(msgspec.Struct, frozen=True):
    """An article. `anchor` names it for links; `tag` is the section label shown above it.

    `opens_section` marks the first article of a section, whose tag is the section's heading.
    """

    anchor: str
    tag: Line
    opens_section: bool
    new_page: bool
    headline: Line
    blocks: tuple[PrintedBlock, ...]
    byline: Line
    source: Line


class PrintedCoverLine(msgspec.Struct, frozen=True):
    """A line of the cover's contents, pointing to the article called `anchor`."""

    number: str
    text: Line
    anchor: str


class PrintedCover(msgspec.Struct, frozen=True):
    """The cover page. `density` tells how tightly its contents are set so that they fit."""

    emblem: PrintedPicture
    parent_agency: Line
    agency: Line
    badge: Line
    title: Line
    subtitle: tuple[Line, ...]
    period: Line
    picture: PrintedPicture | None
    slogan: tuple[Line, ...]
    contents_title: Line
    page_label: str
    lines: tuple[PrintedCoverLine, ...]
    density: Literal["roomy", "compact", "dense"]


class Printout(msgspec.Struct, frozen=True):
    """One issue as it will be printed."""

    language: str
    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    running_title: Line
    running_line: Line
    links: tuple[Line, ...]
    cover: PrintedCover
    articles: tuple[PrintedArticle, ...]
    imprint: tuple[Line, ...]

    @property
    def pictures(self) -> Iterator[PrintedPicture]:
        """Every picture that stands on the pages, in reading order; one may stand there more than once."""
        yield self.cover.emblem
        if self.cover.picture:
            yield self.cover.picture
        for article in self.articles:
            for block in article.blocks:
                if isinstance(block, PrintedPictures):
                    yield from block.pictures


class BlockStart(msgspec.Struct, frozen=True):
    """Where a block begins: on which page, from 1, and how far below the page's upper edge in mm."""

    page: int
    y: float


class ArticleExtent(msgspec.Struct, frozen=True):
    """What only the finished pages tell of an article: its first and last page, from 1, the width of its
    tag and how far down its last page is filled, both in mm.

    `y` is how far below the upper edge of its first page it begins, in mm, and `blocks` tells where each of
    its blocks does. Not every template tells that; `blocks` is then empty.
    """

    anchor: str
    page: int
    tag_width: float
    last_page: int
    filled: float
    y: float = 0
    blocks: tuple[BlockStart, ...] = ()
