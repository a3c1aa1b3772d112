"""Rows of pictures stand on both prints where the printout says, and show what it does not cut off."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace
from PIL import Image

from bulletin_editor.export.compose import compose
from bulletin_editor.export.layout import lay_out_once
from bulletin_editor.export.pages import Pages
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.printout import PrintedPictures
from bulletin_editor.export.template import Template
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.adjustments import Focus
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import Block, Paragraph, Picture, PictureRow, RowLayout, Table
from bulletin_editor.model.edits import change_article
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.rich_text import rich
from full_issue import full_issue
from print_agreement import disagreements
from printed_issue import PrintIssue

SCALE = 3  # px for a pt
PX_PER_MM = SCALE * 72 / 25.4
RED, GREEN, BLUE = (200, 0, 0), (0, 160, 0), (0, 0, 200)


def striped(*colours: tuple[int, int, int]) -> PictureFile:
    """A wide picture of upright stripes, each 200 × 200 px."""
    image = Image.new("RGB", (200 * len(colours), 200))
    for number, colour in enumerate(colours):
        image.paste(colour, (200 * number, 0, 200 * (number + 1), 200))
    stream = BytesIO()
    image.save(stream, "PNG")
    return prepare_picture(stream.getvalue(), name="soc.png")


STRIPES = striped(RED, RED, GREEN, GREEN, BLUE, BLUE)
FILES = {STRIPES.sha256: STRIPES}


def row(
    count: int, layout: RowLayout = RowLayout.SIDE_BY_SIDE, x: float = 0.5, caption: str = ""
) -> PictureRow:
    picture = Picture(sha256=STRIPES.sha256, alt="Sọc", focus=Focus(x=x, y=0.5))
    return PictureRow(pictures=(picture,) * count, layout=layout, caption=caption)


def issue_of(*body: Block) -> Issue:
    issue = replace(full_issue(), cover_picture=None)
    for article in issue.articles:
        issue = change_article(issue, article.id, body=body)
    return issue


def first_article_page(printer: PdfPrinter, template: Template, issue: Issue) -> Image.Image:
    layout = lay_out_once(printer, issue, Agency(), template, FILES, {})
    with Pages(layout.pdf) as pages:
        drawn = pages.draw(2, SCALE)
    image = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.pixels, "raw", "BGRX", drawn.stride)
    return image.crop((0, round(50 * PX_PER_MM), *image.size))  # below the tag


def box_of(image: Image.Image, colour: tuple[int, int, int]) -> tuple[float, float, float, float] | None:
    """Return the box, in mm, around all that has about this colour."""
    near = [
        band.point(lambda value, want=want: 255 * (abs(value - want) < 30))
        for band, want in zip(image.split(), colour, strict=True)
    ]
    box = Image.merge("RGB", near).convert("L").point(lambda value: 255 * (value == 255)).getbbox()
    return tuple(side / PX_PER_MM for side in box) if box else None  # type: ignore[return-value]


@pytest.mark.parametrize(("x", "shown"), [(0.0, [RED]), (0.5, [GREEN]), (1.0, [BLUE])])
def test_a_frame_shows_the_part_around_the_focus(
    printer: PdfPrinter, template: Template, x: float, shown: list[tuple[int, int, int]]
) -> None:
    page = first_article_page(printer, template, issue_of(row(3, RowLayout.TALL_BESIDE_TWO, x)))
    tall = page.crop((0, 0, round(103 * PX_PER_MM), page.height))  # the left half, with its margin
    seen = [colour for colour in (RED, GREEN, BLUE) if box_of(tall, colour)]
    assert seen == shown


def test_one_tall_picture_stands_beside_two(printer: PdfPrinter, template: Template) -> None:
    page = first_article_page(printer, template, issue_of(row(3, RowLayout.TALL_BESIDE_TWO)))
    side, look = template.settings.page.side, template.settings.pictures
    middle = template.settings.page.width / 2
    left = box_of(page.crop((0, 0, round(middle * PX_PER_MM), page.height)), GREEN)
    right_half = page.crop((round(middle * PX_PER_MM), 0, *page.size))
    right = box_of(right_half, GREEN)
    assert left is not None
    assert right is not None
    assert left[0] == pytest.approx(side, abs=0.3)
    assert left[3] - left[1] == pytest.approx(look.tall_row, abs=0.3)
    assert (right[1], right[3]) == pytest.approx((left[1], left[3]), abs=0.3)
    gap = right_half.getpixel((round(20 * PX_PER_MM), round((left[1] + left[3]) / 2 * PX_PER_MM)))
    assert gap == (255, 255, 255), "between the two low pictures"


TEXT = Paragraph(text=rich("Chợ họp sớm."))
TABLE = Table(header=(rich("Xã"),))
TALL = RowLayout.TALL_BESIDE_TWO


@pytest.mark.parametrize(
    "body",
    [
        (row(3, TALL, caption="Ba góc chợ"), TEXT),
        (row(3, TALL), row(3, TALL), row(3, TALL, caption="Ba góc chợ"), row(2)),
        (TABLE, row(3, TALL), TABLE, row(3, TALL, caption="Ba góc chợ"), TABLE),
        (TEXT, row(3, TALL)),
    ],
)
def test_both_prints_agree_and_tables_stay_apart(
    print_issue: PrintIssue, tmp_path: Path, body: tuple[Block, ...]
) -> None:
    issue = issue_of(*body)
    prints = print_issue(issue, tmp_path, pictures=FILES)
    assert disagreements(prints.docx, prints.pdf) == []
    content = list(docx.Document(str(prints.docx)).element.body)
    tables = [element.tag == qn("w:tbl") for element in content]
    assert not any(one and other for one, other in zip(tables, tables[1:], strict=False))
    wanted = sum(isinstance(block, Table) or block.layout is TALL for block in body if block is not TEXT)
    assert sum(tables) - 2 == wanted * len(issue.articles), "the first two are the cover's"


def test_a_caption_is_kept_with_its_pictures_in_word(print_issue: PrintIssue, tmp_path: Path) -> None:
    prints = print_issue(issue_of(row(3, TALL, caption="Ba góc chợ")), tmp_path, pictures=FILES)
    table = docx.Document(str(prints.docx)).tables[-1]
    pictures, caption = table.rows
    assert [cell.text for cell in caption.cells] == ["Ba góc chợ"] * 2, "one cell across both columns"
    assert all(part.paragraph_format.keep_with_next for cell in pictures.cells for part in cell.paragraphs)
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)


def test_a_template_without_a_height_for_it_takes_that_of_a_single_picture(template: Template) -> None:
    look = replace(template.settings.pictures, tall_height=None)
    older = replace(template, settings=replace(template.settings, pictures=look))
    printout = compose(issue_of(row(3, TALL)), Agency(), older, FILES)
    (pictures,) = printout.articles[0].blocks
    assert isinstance(pictures, PrintedPictures)
    assert pictures.pictures[0].height == look.heights[0]
