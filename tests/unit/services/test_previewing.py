"""The preview's pages are those of the export, or on the way to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace

from bulletin_editor.errors import ExportError
from bulletin_editor.export.layout import lay_out
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template, read_template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import Paragraph, Picture, PictureRow
from bulletin_editor.model.edits import change_article
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import rich
from bulletin_editor.paths import shipped
from bulletin_editor.services.page_places import Spot
from bulletin_editor.services.previewing import Manuscript, Previewer
from full_issue import full_agency, full_issue
from issue_strategies import PICTURES

SENTENCE = "Tổ công nghệ số của xã đã hướng dẫn bà con nộp hồ sơ trực tuyến ngay tại nhà văn hóa bản. "
NO_FONT_HAS_IT = "\U0001f9ff\U00013000"


@pytest.fixture(scope="module")
def template() -> Template:
    return read_template(shipped("templates") / "dien-bien")


@pytest.fixture
def previewer() -> Iterator[Previewer]:
    made = Previewer()
    yield made
    made.close()


def issue_of(lines: int) -> Issue:
    """Return an issue of one article: a picture, and `lines` sentences."""
    row = PictureRow(pictures=(Picture(sha256=next(iter(PICTURES))),))
    body = (row, Paragraph(text=rich(SENTENCE * lines)))
    return Issue(
        id="i1",
        key=IssueKey(year=2026, number=1),
        period=Period(start=date(2026, 1, 5), end=date(2026, 1, 11)),
        sections=(Section(id="s1", label="TIN", articles=(Article(id="a1", headline="BÀI", body=body),)),),
    )


def manuscript(issue: Issue, template: Template, agency: Agency | None = None) -> Manuscript:
    return Manuscript(issue, agency or Agency(), template, PICTURES)


@pytest.fixture(scope="module")
def overrun(template: Template) -> int:
    """The number of sentences at which the article runs over, and lower pictures bring it back."""
    with PdfPrinter(template) as printer:
        for lines in range(15, 60):
            layout = lay_out(printer, issue_of(lines), Agency(), template, PICTURES)
            if layout.picture_scales:
                return lines
    raise AssertionError("no such article")


def test_its_pages_are_those_of_the_export(previewer: Previewer, template: Template) -> None:
    pages = previewer.lay_out(manuscript(full_issue(), template, full_agency()))
    with PdfPrinter(template) as printer:
        exported = lay_out(printer, full_issue(), full_agency(), template, PICTURES)
    assert len(pages.sizes) == max(extent.last_page for extent in exported.extents.values())
    for article, extent in zip(full_issue().articles, exported.extents.values(), strict=True):
        for block, start in enumerate(extent.blocks):
            place = Place(part=Part.BODY, article_id=article.id, block=block)
            assert pages.places.spot(place) == Spot(start.page, start.y)
    assert previewer.settle() is None


def test_while_typing_pictures_stay_as_they_are_and_settle_afterwards(
    previewer: Previewer, template: Template, overrun: int
) -> None:
    before = previewer.lay_out(manuscript(issue_of(overrun - 1), template))
    quick = previewer.lay_out(manuscript(issue_of(overrun), template))
    assert (len(before.sizes), len(quick.sizes)) == (2, 3)
    settled = previewer.settle()
    assert settled is not None
    assert len(settled.sizes) == 2
    assert previewer.settle() is None
    longer = previewer.lay_out(manuscript(change_article(issue_of(overrun), "a1", author="Tổ"), template))
    assert len(longer.sizes) == 2  # begins where the last layout ended


def test_another_issue_begins_settled(previewer: Previewer, template: Template, overrun: int) -> None:
    previewer.lay_out(manuscript(issue_of(1), template))
    other = previewer.lay_out(manuscript(replace(issue_of(overrun), id="i2"), template))
    assert len(other.sizes) == 2


def test_a_page_is_drawn_as_it_is_in_the_last_layout(previewer: Previewer, template: Template) -> None:
    assert previewer.draw(1, 0.5) is None
    first = previewer.lay_out(manuscript(issue_of(3), template))
    drawn = previewer.draw(2, 0.5)
    assert drawn is not None
    assert (drawn.revision, drawn.number, drawn.scale) == (first.revision, 2, 0.5)
    second = previewer.lay_out(manuscript(issue_of(6), template))
    again = previewer.draw(2, 0.5)
    assert again is not None
    assert again.revision == second.revision > first.revision
    assert again.drawn.pixels != drawn.drawn.pixels
    assert previewer.draw(3, 0.5) is None


def test_a_layout_that_fails_leaves_the_last_good_pages(previewer: Previewer, template: Template) -> None:
    good = previewer.lay_out(manuscript(issue_of(3), template))
    bad = change_article(issue_of(3), "a1", headline=NO_FONT_HAS_IT)
    with pytest.raises(ExportError) as caught:
        previewer.lay_out(manuscript(bad, template))
    assert caught.value.code == "export.character"
    drawn = previewer.draw(2, 0.5)
    assert drawn is not None
    assert drawn.revision == good.revision
    assert previewer.settle() is None
    assert previewer.lay_out(manuscript(issue_of(4), template)).revision > good.revision


def test_another_template_is_printed_with_from_then_on(previewer: Previewer, template: Template) -> None:
    short = (Paragraph(text=rich(SENTENCE)),)
    articles = tuple(Article(id=name, headline="BÀI", body=short) for name in ("a1", "a2"))
    two = replace(issue_of(1), sections=(Section(id="s1", label="TIN", articles=articles),))
    running = replace(
        template,
        settings=replace(
            template.settings, options=replace(template.settings.options, article_per_page=False)
        ),
    )
    assert len(previewer.lay_out(manuscript(two, template)).sizes) == 3
    assert len(previewer.lay_out(manuscript(two, running)).sizes) == 2
    assert len(previewer.lay_out(manuscript(two, template)).sizes) == 3
