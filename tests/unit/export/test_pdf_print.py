"""The PDF: what its standards ask for, its outline and links, its running header, and the words in it."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from bulletin_editor.export.layout import lay_out
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template
from bulletin_editor.model.picture_file import PictureFile
from full_issue import HEADLINES, full_agency, full_issue
from issue_strategies import PICTURES
from printed_issue import Prints
from tagged_pdf import LINE_CHANGE, read_pdf

CHECKOUT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def pdf(full: Prints) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(full.pdf) as opened:
        yield opened


@pytest.fixture(scope="module")
def page_texts(full: Prints) -> list[str]:
    """What a reader copies out of each page."""
    with pypdfium2.PdfDocument(full.pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """Elements of one kind in the structure tree, in reading order."""
    found: list[pikepdf.Object] = []

    def visit(element: pikepdf.Object) -> None:
        if isinstance(element, pikepdf.Array):
            for child in element:
                visit(child)
        elif isinstance(element, pikepdf.Dictionary):
            if element.get("/S") == kind:
                found.append(element)
            if "/K" in element:
                visit(element.K)

    visit(pdf.Root.StructTreeRoot)
    return found


def test_it_says_that_it_follows_both_standards(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_language_and_properties(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "vi-VN"
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "TIN BẢN - Số 6/2031"
        assert metadata["dc:creator"] == ["PHÒNG TIN BẢN"]
        assert metadata["dc:description"] == "Từ 03/02/2031 - 09/02/2031"
        assert metadata["dc:language"] == {"vi-VN"} or metadata["dc:language"] == ["vi-VN"]
        assert metadata["xmp:CreateDate"].startswith("2031-02-09")
        assert "CHUYỆN GIÓ" in metadata["pdf:Keywords"]


def test_the_outline_is_section_headline_subheading(full: Prints) -> None:
    assert read_pdf(full.pdf).outline == [
        (1, "CHUYỆN GIÓ"),
        (2, HEADLINES[0]),
        (3, "Cột đo đầu tiên"),
        (2, HEADLINES[1]),
        (1, "CHUYỆN CHỢ"),
        (2, HEADLINES[2]),
    ]


def _links(page: pikepdf.Page) -> list[pikepdf.Object]:
    return [note for note in page.obj.get("/Annots", []) if note.Subtype == "/Link"]


def test_the_cover_lines_lead_to_their_articles(full: Prints, pdf: pikepdf.Pdf) -> None:
    pages = [page.obj.objgen for page in pdf.pages]
    leading = [note for note in _links(pdf.pages[0]) if "/Dest" in note or note.A.S == "/GoTo"]
    targets = [note.get("/Dest") or note.A.D for note in leading]
    starts = [pages.index(_destination(pdf, target)[0].objgen) + 1 for target in targets]
    shown = [full.layout.extents[line.anchor].page for line in full.layout.printout.cover.lines]
    assert sorted(set(starts)) == sorted(shown) == [2, 3]


def _destination(pdf: pikepdf.Pdf, target: pikepdf.Object) -> pikepdf.Object:
    if isinstance(target, pikepdf.Array):
        return target
    named = pikepdf.NameTree(pdf.Root.Names.Dests)[str(target)]
    return named.D if isinstance(named, pikepdf.Dictionary) else named


def test_addresses_are_links(pdf: pikepdf.Pdf) -> None:
    addresses = {
        str(note.A.URI) for page in pdf.pages for note in _links(page) if "/URI" in note.get("/A", {})
    }
    assert addresses == {
        "https://example.org/ban",
        "mailto:tin@example.org",
        "https://example.org/ban-do",
        "https://example.org/gio",
        "https://example.org/lop",
    }


def test_pictures_are_figures_with_their_alternative_text(pdf: pikepdf.Pdf) -> None:
    assert [str(figure.Alt) for figure in elements(pdf, "/Figure")] == [
        "Nắng trên đèo",
        "Cột đo gió",
        "Mây chiều",
        "Quầy giống",
        "Cân lúa",
        "Người mua",
    ]


def test_the_header_row_of_a_table_is_marked(pdf: pikepdf.Pdf) -> None:
    assert len(elements(pdf, "/TH")) == 2
    assert len(elements(pdf, "/TD")) == 4


def test_every_page_but_the_cover_has_header_and_number(page_texts: list[str]) -> None:
    assert "TIN BẢN HẰNG TUẦN" not in page_texts[0]
    for number, text in enumerate(page_texts[1:], 2):
        assert "TIN BẢN HẰNG TUẦN" in text
        assert "Từ 03/02/2031 - 09/02/2031 | Số 6/2031" in text
        assert str(number) in text.split()


def test_the_text_is_what_was_typed(full: Prints, page_texts: list[str]) -> None:
    tagged = read_pdf(full.pdf).text.replace(LINE_CHANGE, " ")
    for text in (tagged, *page_texts):
        assert unicodedata.is_normalized("NFC", text)
    for words in (
        "ỦY BAN VÙNG CAO", "PHÒNG TIN BẢN", "SỐ 6/2031", "TIN BẢN", "Ruộng, rừng", "Giữ rừng", "Gió về bản",
        "Sáng sớm, cột đo đã quay.", "Gió mạnh và đều, gạch chân, 12 m", "; xem bản đồ.", "Dòng hai.",
        "Khung có một ý.", "— Cụ già bản", "Hai góc nhìn. Ảnh: Tổ chép tin", "Sức gió", "Mét một giây", "5,1",
        "Người chép tin", "Nguồn: Tờ Gió", "Nguồn: https://example.org/lop", "Mang theo", "Bút",
        "Giấy phép xuất bản số: 09/GP ngày 30/12/2030", "Số lượng in: 300 bản", "Lưu hành trong vùng",
    ):  # fmt: skip
        assert words in tagged, words


def test_the_same_issue_gives_the_same_bytes(template: Template, printer: PdfPrinter, full: Prints) -> None:
    arguments = (full_issue(), full_agency(), template, PICTURES)
    assert lay_out(printer, *arguments).pdf == full.pdf.read_bytes()
    with PdfPrinter(template) as other:
        assert lay_out(other, *arguments).pdf == full.pdf.read_bytes()


def test_another_process_gives_the_same_bytes(full: Prints, tmp_path: Path) -> None:
    """Neither the hash seed, the time zone, the folder nor the language of the computer shows."""
    script = (
        "from pathlib import Path; from full_issue import *; from printed_issue import *\n"
        "from bulletin_editor.export.template import read_template\n"
        "from bulletin_editor.paths import shipped\n"
        "template = read_template(shipped('templates') / 'dien-bien')\n"
        "with PdfPrinter(template) as printer:\n"
        f"    print_both(printer, template, full_issue(), Path({str(tmp_path)!r}), full_agency())"
    )
    path = os.pathsep.join((str(CHECKOUT), str(CHECKOUT / "tests")))
    strange = {"PYTHONPATH": path, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env={**os.environ, **strange}, check=True)
    assert (tmp_path / "issue.pdf").read_bytes() == full.pdf.read_bytes()


def test_the_day_is_the_only_date_in_it(printer: PdfPrinter, full: Prints) -> None:
    later = printer.print(full.layout.printout, PICTURES, date(2031, 2, 10))
    assert later != full.pdf.read_bytes()
    assert b"2031-02-10" in later


def test_pictures_that_stand_nowhere_are_left_alone(template: Template) -> None:
    shown: list[str] = []

    def noted(picture: PictureFile) -> PictureFile:
        shown.append(picture.sha256)
        return picture

    used = {picture.sha256 for picture in full_issue().pictures}
    assert used < PICTURES.keys(), "there are others"
    with PdfPrinter(template, shown=noted) as printer:
        lay_out(printer, full_issue(), full_agency(), template, PICTURES)
    emblem = full_agency().masthead.emblem
    assert set(shown) == used | ({emblem.sha256} if emblem else set())
