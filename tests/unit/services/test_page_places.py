"""From the text to the page, and from the page to the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from bulletin_editor.export.printout import ArticleExtent, BlockStart
from bulletin_editor.export.template_settings import Page
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import rich
from bulletin_editor.services.page_places import PagePlaces, Spot, Stretch

PAGE = Page(
    width=210, height=297, top=34, bottom=25, side=20, header_band=15, header_rule=1, footer_from_edge=10
)


def article(name: str, blocks: int) -> Article:
    return Article(id=name, headline=name, body=(Paragraph(text=rich("Chữ")),) * blocks)


def extent(
    number: int, page: int, starts: Sequence[tuple[int, float]], last: int, filled: float
) -> ArticleExtent:
    return ArticleExtent(
        anchor=f"bai-{number}",
        page=page,
        tag_width=30,
        last_page=last,
        filled=filled,
        y=34,
        blocks=tuple(BlockStart(page, y) for page, y in starts),
    )


ISSUE = Issue(
    id="i1",
    key=IssueKey(year=2026, number=1),
    period=Period(start=date(2026, 1, 5), end=date(2026, 1, 11)),
    sections=(Section(id="s1", label="TIN", articles=(article("một", 3), article("hai", 1))),),
)
EXTENTS = {
    "bai-1": extent(1, 2, [(2, 60), (2, 200), (3, 34)], 3, 66),
    "bai-2": extent(2, 4, [(4, 60)], 4, 100),
}


def body(article_id: str, block: int) -> Place:
    return Place(part=Part.BODY, article_id=article_id, block=block)


def headline(article_id: str) -> Place:
    return Place(part=Part.HEADLINE, article_id=article_id)


@pytest.fixture
def places() -> PagePlaces:
    return PagePlaces(ISSUE, EXTENTS, PAGE)


@pytest.mark.parametrize(
    ("page", "y", "place"),
    [
        (1, 5, Place(part=Part.COVER)),
        (1, 290, Place(part=Part.COVER)),
        (2, 34, headline("một")),
        (2, 59, headline("một")),
        (2, 60, body("một", 0)),
        (2, 199, body("một", 0)),
        (2, 280, body("một", 1)),
        (3, 34, body("một", 2)),
        (3, 290, body("một", 2)),
        (4, 35, headline("hai")),
        (4, 290, body("hai", 0)),
    ],
)
def test_what_stands_on_a_page(places: PagePlaces, page: int, y: float, place: Place) -> None:
    assert places.place(Spot(page, y)) == place


def test_the_head_of_a_page_belongs_to_what_the_page_begins_with(places: PagePlaces) -> None:
    assert places.place(Spot(3, 5)) == body("một", 2)
    assert places.place(Spot(4, 5)) == headline("hai")


def test_each_place_is_found_again_where_it_stands(places: PagePlaces) -> None:
    for place in (
        headline("một"),
        body("một", 0),
        body("một", 1),
        body("một", 2),
        headline("hai"),
        body("hai", 0),
    ):
        spot = places.spot(place)
        assert spot is not None
        assert places.place(spot) == place


def test_fields_of_an_article_are_found_at_its_headline(places: PagePlaces) -> None:
    assert places.spot(Place(part=Part.COVER_LINE, article_id="hai")) == Spot(4, 34)


def test_a_block_that_is_not_printed_yet_is_looked_for_at_the_one_before(places: PagePlaces) -> None:
    assert places.spot(body("một", 3)) == Spot(3, 34)


def test_the_cover_is_the_first_page_and_what_is_gone_is_nowhere(places: PagePlaces) -> None:
    assert places.spot(Place(part=Part.COVER)) == Spot(1, 0)
    assert places.spot(headline("ba")) is None


def test_without_places_of_blocks_the_page_of_the_article_is_known() -> None:
    told = {
        name: ArticleExtent(
            anchor=name, page=each.page, tag_width=30, last_page=each.last_page, filled=each.filled
        )
        for name, each in EXTENTS.items()
    }
    places = PagePlaces(ISSUE, told, PAGE)
    assert places.spot(body("hai", 0)) == Spot(4, 0)
    assert places.place(Spot(4, 150)) == headline("hai")


def test_a_block_takes_up_the_pages_from_its_start_to_the_next(places: PagePlaces) -> None:
    assert places.stretches(body("một", 0)) == (Stretch(2, 60, 200),)
    assert places.stretches(body("một", 2)) == (Stretch(3, 34, 100),)
    assert places.stretches(Place(part=Part.COVER)) == ()


def test_a_block_that_ends_with_its_page_takes_up_nothing_of_the_next(places: PagePlaces) -> None:
    assert places.stretches(body("một", 1)) == (Stretch(2, 200, 272),)
