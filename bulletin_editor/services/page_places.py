"""Where the parts of an issue stand on its pages: from the text to the page, and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

import msgspec

from bulletin_editor.export.compose import article_anchors
from bulletin_editor.export.printout import ArticleExtent
from bulletin_editor.export.template_settings import Page
from bulletin_editor.model.issue import Article, Issue
from bulletin_editor.model.place import Part, Place

_NEARLY = 0.1  # mm: less than this is the same line
_HEADLINE = -1  # stands before the block 0


class Spot(msgspec.Struct, frozen=True, order=True):
    """A height on a page: the page, from 1, and how far below its upper edge, in mm."""

    page: int
    y: float


class Stretch(msgspec.Struct, frozen=True):
    """A piece of one page from `top` to `bottom`, in mm below its upper edge."""

    page: int
    top: float
    bottom: float


class _Mark(msgspec.Struct, frozen=True):
    """From where to where a headline or a block stands."""

    place: Place
    start: Spot
    end: Spot


class PagePlaces:
    """The places of one layout: headlines and blocks, in reading order. What is before them is the cover."""

    def __init__(self, issue: Issue, extents: Mapping[str, ArticleExtent], page: Page) -> None:
        self._page = page
        anchors = article_anchors(issue)
        self._marks = [
            mark
            for article in issue.articles
            for mark in _marks(article, extents[anchors[article.id]], page.top)
        ]
        self._starts = [mark.start for mark in self._marks]
        self._by_block = {(mark.place.article_id, _block(mark.place)): mark for mark in self._marks}

    @property
    def text_left(self) -> float:
        """How far the text stands from the left edge of the page, in mm."""
        return self._page.side

    def place(self, spot: Spot) -> Place:
        """Return what stands at `spot`: a headline, a block, or the cover."""
        below_header = Spot(spot.page, max(spot.y, self._page.top) + _NEARLY)
        index = bisect_right(self._starts, below_header)
        return self._marks[index - 1].place if index else Place(part=Part.COVER)

    def spot(self, place: Place) -> Spot | None:
        """Return where `place` begins; nothing is known of what is no longer there."""
        mark = self._mark(place)
        if mark:
            return mark.start
        return None if place.article_id or place.section_id else Spot(1, 0)

    def stretches(self, place: Place) -> tuple[Stretch, ...]:
        """Return the pieces of pages that the headline or block at `place` takes up; none on the cover."""
        mark = self._mark(place)
        if mark is None:
            return ()
        last = self._page.height - self._page.bottom
        pieces = (
            Stretch(
                page=page,
                top=mark.start.y if page == mark.start.page else self._page.top,
                bottom=mark.end.y if page == mark.end.page else last,
            )
            for page in range(mark.start.page, mark.end.page + 1)
        )
        return tuple(piece for piece in pieces if piece.bottom - piece.top > _NEARLY)

    def _mark(self, place: Place) -> _Mark | None:
        """Return the mark for `place`, or where it is not known that of the block before it."""
        for block in range(_block(place), _HEADLINE - 1, -1):
            mark = self._by_block.get((place.article_id, block))
            if mark:
                return mark
        return None


def _block(place: Place) -> int:
    return place.block if place.part is Part.BODY else _HEADLINE


def _marks(article: Article, extent: ArticleExtent, top: float) -> Iterator[_Mark]:
    places = [Place(part=Part.HEADLINE, article_id=article.id)]
    starts = [Spot(extent.page, extent.y)]
    for block, found in enumerate(extent.blocks):
        places.append(Place(part=Part.BODY, article_id=article.id, block=block))
        starts.append(Spot(found.page, found.y))
    ends = [*starts[1:], Spot(extent.last_page, top + extent.filled)]
    for place, start, end in zip(places, starts, ends, strict=True):
        yield _Mark(place, start, end)
