"""An article that runs over its page by a few lines is brought back by lower pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from bulletin_editor.export.compose import compose
from bulletin_editor.export.layout import LEAST_SCALE, MOST_OVERRUN, lay_out
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.printout import ArticleExtent, PrintedPictures, Printout
from bulletin_editor.export.template import Template, read_template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import Block, Paragraph, Picture, PictureRow, RowLayout
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.rich_text import rich
from issue_strategies import PICTURES

TEMPLATES = Path(__file__).parents[3] / "templates"
SENTENCE = "Tổ công nghệ số của xã đã hướng dẫn bà con nộp hồ sơ trực tuyến ngay tại nhà văn hóa bản. "
ANCHOR = "bai-1"


@pytest.fixture(scope="module")
def template() -> Template:
    return read_template(TEMPLATES / "dien-bien")


@pytest.fixture(scope="module")
def printer(template: Template) -> Iterator[PdfPrinter]:
    with PdfPrinter(template) as printer:
        yield printer


def issue_of(*body: Block) -> Issue:
    return issue_with(body)


def issue_with(*bodies: tuple[Block, ...]) -> Issue:
    articles = tuple(
        Article(id=f"a{number}", headline="HƯỚNG DẪN NỘP HỒ SƠ TRỰC TUYẾN", body=body)
        for number, body in enumerate(bodies, 1)
    )
    return Issue(
        id="i1",
        key=IssueKey(year=2026, number=1),
        period=Period(start=date(2026, 1, 5), end=date(2026, 1, 11)),
        sections=(Section(id="s1", label="TIN TRONG TỈNH", articles=articles),),
    )


def text(lines: int) -> Paragraph:
    return Paragraph(text=rich(SENTENCE * lines))


def row() -> PictureRow:
    return PictureRow(pictures=(Picture(sha256=next(iter(PICTURES))),), caption="Một buổi hướng dẫn")


def plain_extent(printer: PdfPrinter, template: Template, issue: Issue) -> ArticleExtent:
    printer.print(compose(issue, Agency(), template, PICTURES), PICTURES, issue.period.end)
    return printer.article_extents()[ANCHOR]


def overrunning(printer: PdfPrinter, template: Template, *, most: float, with_picture: bool = True) -> Issue:
    """Return the shortest issue whose article fills `most` mm of a second page, or a little less."""
    found = None
    for lines in range(15, 60):
        issue = issue_of(*([row()] if with_picture else []), text(lines))
        extent = plain_extent(printer, template, issue)
        if extent.last_page > extent.page:
            if extent.filled > most:
                break
            found = issue
    assert found is not None
    return found


def test_a_few_lines_too_many_come_back_and_no_word_is_lost(printer: PdfPrinter, template: Template) -> None:
    issue = overrunning(printer, template, most=20)
    layout = lay_out(printer, issue, Agency(), template, PICTURES)
    extent = layout.extents[ANCHOR]
    assert extent.last_page == extent.page
    (article,) = layout.printout.articles
    (usual,) = compose(issue, Agency(), template, PICTURES).articles
    pictures, usual_pictures = (
        next(block for block in each.blocks if isinstance(block, PrintedPictures))
        for each in (article, usual)
    )
    share = pictures.pictures[0].height / usual_pictures.pictures[0].height
    assert LEAST_SCALE <= share < 1
    assert [block for block in article.blocks if block is not pictures] == [
        block for block in usual.blocks if block is not usual_pictures
    ]


def test_one_tall_picture_beside_two_gives_way_as_a_whole(printer: PdfPrinter, template: Template) -> None:
    name = next(iter(PICTURES))
    tall = PictureRow(pictures=(Picture(sha256=name),) * 3, layout=RowLayout.TALL_BESIDE_TWO)
    layouts = (
        lay_out(printer, issue_of(tall, text(lines)), Agency(), template, PICTURES) for lines in range(15, 60)
    )
    layout = next(layout for layout in layouts if layout.picture_scales)
    ((pictures, _),) = (article.blocks for article in layout.printout.articles)
    assert isinstance(pictures, PrintedPictures)
    first, *low = pictures.pictures
    assert first.height < template.settings.pictures.tall_row
    assert sum(picture.height for picture in low) + pictures.gap == pytest.approx(first.height)


def test_an_article_that_needs_its_second_page_keeps_its_pictures(
    printer: PdfPrinter, template: Template
) -> None:
    issue = overrunning(printer, template, most=MOST_OVERRUN + 30)
    assert plain_extent(printer, template, issue).filled > MOST_OVERRUN
    layout = lay_out(printer, issue, Agency(), template, PICTURES)
    assert layout.printout == compose(issue, Agency(), template, PICTURES)


def test_without_pictures_nothing_can_give_way(printer: PdfPrinter, template: Template) -> None:
    issue = overrunning(printer, template, most=20, with_picture=False)
    assert lay_out(printer, issue, Agency(), template, PICTURES).printout == compose(
        issue, Agency(), template, PICTURES
    )


class CountingPrinter(PdfPrinter):
    """A printer that counts its prints."""

    prints = 0

    def print(self, printout: Printout, pictures: Mapping[str, PictureFile], day: date) -> bytes:
        self.prints += 1
        return super().print(printout, pictures, day)


def beyond_help(printer: PdfPrinter, template: Template) -> tuple[Block, ...]:
    """Return an article with a few lines on a third page, which lower pictures do not bring back.

    Its second picture begins the second page, so what the first one gives up is of no use there.
    """
    for lines in range(20, 80):
        body = (row(), text(13), row(), text(lines))
        extent = plain_extent(printer, template, issue_with(body))
        if extent.last_page == extent.page + 2 and extent.filled > 20:
            return body
    raise AssertionError("no such article")


def heights(printout: Printout) -> list[list[float]]:
    """The heights of the pictures of each article."""
    return [
        [block.pictures[0].height for block in article.blocks if isinstance(block, PrintedPictures)]
        for article in printout.articles
    ]


def test_only_the_articles_that_it_brings_back_get_lower_pictures(
    printer: PdfPrinter, template: Template
) -> None:
    (helped,) = overrunning(printer, template, most=20).sections[0].articles
    issue = issue_with(helped.body, beyond_help(printer, template))
    usual = heights(compose(issue, Agency(), template, PICTURES))
    layout = lay_out(printer, issue, Agency(), template, PICTURES)
    first, second = (layout.extents[article.anchor] for article in layout.printout.articles)
    assert (first.last_page - first.page, second.last_page - second.page) == (0, 2)
    assert heights(layout.printout)[0] < usual[0]
    assert heights(layout.printout)[1] == usual[1]


def test_where_nothing_helps_the_usual_layout_is_kept_and_not_printed_again(template: Template) -> None:
    with CountingPrinter(template) as printer:
        issue = issue_with(beyond_help(printer, template))
        printer.prints = 0
        layout = lay_out(printer, issue, Agency(), template, PICTURES)
    assert layout.printout == compose(issue, Agency(), template, PICTURES)
    assert printer.prints == 2


def test_articles_that_follow_each_other_on_a_page_are_left_alone(
    printer: PdfPrinter, template: Template
) -> None:
    issue = overrunning(printer, template, most=20)
    running = replace(
        template,
        settings=replace(
            template.settings, options=replace(template.settings.options, article_per_page=False)
        ),
    )
    assert lay_out(printer, issue, Agency(), running, PICTURES).printout == compose(
        issue, Agency(), running, PICTURES
    )
