"""Pages as pictures, smaller pictures for the screen, and where the pages say that blocks begin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from bulletin_editor.export.compose import article_anchors
from bulletin_editor.export.layout import Layout, lay_out
from bulletin_editor.export.lengths import POINTS_PER_MM
from bulletin_editor.export.pages import DrawnPage, Pages
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template, read_template
from bulletin_editor.importers.markdown import MarkdownIssue, read_markdown
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.media.screen_copy import screen_copy
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.picture_file import JPEG, PictureFile, picture_file
from bulletin_editor.model.texts import plain, texts_of
from bulletin_editor.paths import shipped

MARK = "    [#metadata(none) #block-label(article)]"


@pytest.fixture(scope="module")
def demo() -> MarkdownIssue:
    """The demo issue, with its pictures."""
    numbers = count(1)
    path = shipped("resources") / "demo" / "demo.md"
    return read_markdown(path, new_id=lambda: f"id-{next(numbers)}", prepare=prepare_picture)


def laid_out(printer: PdfPrinter, template: Template, demo: MarkdownIssue) -> Layout:
    pictures = {picture.sha256: picture for picture in demo.pictures}
    return lay_out(printer, demo.issue, Agency(), template, pictures)


@pytest.fixture(scope="module")
def layout(printer: PdfPrinter, template: Template, demo: MarkdownIssue) -> Layout:
    return laid_out(printer, template, demo)


@pytest.fixture(scope="module")
def pages(layout: Layout) -> Iterator[Pages]:
    with Pages(layout.pdf) as opened:
        yield opened


def image_of(drawn: DrawnPage) -> Image.Image:
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.pixels, "raw", "BGRX", drawn.stride)


# ---- Pages -----------------------------------------------------------------------------------------


def test_the_pages_have_their_size_on_paper(pages: Pages, layout: Layout) -> None:
    with pikepdf.open(BytesIO(layout.pdf)) as pdf:
        assert len(pages.sizes) == len(pdf.pages)
    for size in pages.sizes:
        assert (size.width / POINTS_PER_MM, size.height / POINTS_PER_MM) == pytest.approx((210, 297), abs=0.1)


@pytest.mark.parametrize("scale", [0.5, 1.7])
def test_a_page_is_drawn_at_the_scale_asked_for_in_its_colours(pages: Pages, scale: float) -> None:
    image = image_of(pages.draw(2, scale))
    assert image.size == pytest.approx((595.3 * scale, 841.9 * scale), abs=1)
    left_in_header = (round(10 * scale), round(30 * scale))
    assert image.getpixel(left_in_header) == pytest.approx(
        (0x0B, 0x3C, 0x7D), abs=40
    )  # navy: red least, blue most
    assert image.getpixel((round(10 * scale), image.height // 2)) == (255, 255, 255)


# ---- Where blocks begin ----------------------------------------------------------------------------


def words_below(document: pypdfium2.PdfDocument, page: int, y: float) -> str:
    """Return the text of a page from `y` mm below its upper edge on, without spaces."""
    height = document.get_page_size(page - 1)[1]
    text = document[page - 1].get_textpage().get_text_bounded(top=height - (y - 0.5) * POINTS_PER_MM)
    return "".join(text.split())


def test_each_block_begins_where_its_words_stand(layout: Layout, demo: MarkdownIssue) -> None:
    anchors = article_anchors(demo.issue)
    seen = 0
    with pypdfium2.PdfDocument(layout.pdf) as document:
        for article in demo.issue.articles:
            extent = layout.extents[anchors[article.id]]
            assert len(extent.blocks) == len(article.body)
            for block, start in zip(article.body, extent.blocks, strict=True):
                first = next(text for text in map(plain, texts_of(block)) if text)
                beginning = "".join(first.split())[:12]
                below = words_below(document, start.page, start.y)
                # of a list, the mark comes first; what follows the block is not what is looked for
                assert beginning in below[: len(beginning) + 4] or isinstance(block, PictureRow), first
                assert beginning in below
                seen += 1
    assert seen > 30


def test_telling_where_blocks_begin_changes_nothing_on_the_pages(
    layout: Layout, demo: MarkdownIssue, own_template: Path
) -> None:
    source = own_template / "bulletin.typ"
    whole = source.read_text("utf-8")
    assert MARK in whole
    source.write_text(whole.replace(MARK, ""), "utf-8")
    own = read_template(own_template)
    with PdfPrinter(own) as printer:
        without = laid_out(printer, own, demo)
    assert without.pdf == layout.pdf
    assert {extent.blocks for extent in without.extents.values()} == {()}


def test_a_template_need_not_tell_where_blocks_begin(demo: MarkdownIssue, own_template: Path) -> None:
    source = own_template / "bulletin.typ"
    before, rest = source.read_text("utf-8").split("      y: here()")
    after = rest[rest.index("      tag_width:") :]
    source.write_text(before + after, "utf-8")
    own = read_template(own_template)
    with PdfPrinter(own) as printer:
        extents = laid_out(printer, own, demo).extents
    assert len(extents) == len(demo.issue.articles)
    assert {(extent.y, extent.blocks) for extent in extents.values()} == {(0, ())}


# ---- Smaller pictures ------------------------------------------------------------------------------


def photograph() -> PictureFile:
    stream = BytesIO()
    Image.effect_noise((1203, 801), 60).convert("RGB").save(stream, "JPEG", quality=88)
    return picture_file(JPEG, 1203, 801, stream.getvalue())


def issue_showing(picture: PictureFile) -> Issue:
    row = PictureRow(pictures=(Picture(sha256=picture.sha256, alt="Hạt"),))
    article = Article(id="a1", headline="HẠT", body=(row,))
    return Issue(
        id="i1",
        key=IssueKey(year=2026, number=1),
        period=Period(start=date(2026, 1, 5), end=date(2026, 1, 11)),
        sections=(Section(id="s1", label="TIN", articles=(article,)),),
    )


def widths(pdf: bytes) -> set[int]:
    """The widths in px of the JPEG pictures in a PDF."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {int(each.Width) for each in opened.objects if is_jpeg(each)}


def is_jpeg(found: pikepdf.Object) -> bool:
    return isinstance(found, pikepdf.Stream) and found.get("/Filter") == "/DCTDecode"


def test_a_print_for_the_screen_differs_in_its_pictures_alone(template: Template) -> None:
    picture = photograph()
    issue, pictures = issue_showing(picture), {picture.sha256: picture}
    with PdfPrinter(template, shown=lambda each: screen_copy(each, 300)) as for_screen:
        small = lay_out(for_screen, issue, Agency(), template, pictures)
    with PdfPrinter(template) as for_export:  # in the same process, where Typst remembers what it has seen
        full = lay_out(for_export, issue, Agency(), template, pictures)
    assert (widths(small.pdf), widths(full.pdf)) == ({300}, {1203})
    assert small.extents == full.extents
    assert small.printout == full.printout
    with Pages(small.pdf) as ours, Pages(full.pdf) as theirs:
        frames = [
            image_of(pages.draw(2, 0.5)).point(lambda value: 255 * (value > 250)) for pages in (ours, theirs)
        ]
    assert frames[0].getbbox() == frames[1].getbbox()
