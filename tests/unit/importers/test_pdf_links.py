"""The links of a PDF: areas of its pages become links of the words in them."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.pdf import read_pdf
from bulletin_editor.importers.pdf.paragraphs import CutParagraph
from bulletin_editor.importers.pdf.stretches import stretches_on
from bulletin_editor.importers.pdf.text_lines import TextLine
from bulletin_editor.model.blocks import Paragraph, Table
from bulletin_editor.model.rich_text import Run
from pdf_documents import LONG, ReadTypst

ADDRESS = "https://dienbien.gov.vn/tin?a=1&b=2"


def links_in(document: ReadDocument) -> list[tuple[str, str]]:
    """Return the linked words of its paragraphs, each with its address."""
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    return [(run.text, run.link) for text in texts for run in text.runs if run.link]


def write_linked(path: Path, text: bytes, *annotations: dict[str, object]) -> None:
    """Write a page with `text` in Courier of 10 pt, each letter 6 pt wide from 100 pt on, and annotations."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
        )
        page.Resources = pikepdf.Dictionary(Font={"/F": font})
        page.Contents = pikepdf.Stream(pdf, b"BT /F 10 Tf 12 TL 100 700 Td (%b) Tj ET" % text)
        made = [
            pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, **each)
            for each in annotations
        ]
        page.Annots = pikepdf.Array(made)
        pdf.save(path)


def area(start: float, end: float, address: str | bytes = ADDRESS) -> dict[str, object]:
    """Return a link over the letters from `start` to before `end`."""
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
    return {"Rect": pikepdf.Array([100 + 6 * start, 696, 100 + 6 * end, 710]), "A": action}


def test_words_under_a_link_lead_to_its_address(read_either: ReadTypst) -> None:
    document = read_either(
        f'Xem #link("{ADDRESS}")[tại đây], hoặc viết cho (#link("mailto:vp@mau.vn")[văn phòng]) ngay hôm nay.'
    )
    assert links_in(document) == [("tại đây", ADDRESS), ("văn phòng", "mailto:vp@mau.vn")]


def test_a_link_goes_on_over_lines_and_is_one(read_either: ReadTypst) -> None:
    document = read_either(f'Xem #link("{ADDRESS}")[{LONG}] Hết.')
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert [(run.text, run.link) for run in block.text.runs] == [("Xem ", ""), (LONG, ADDRESS), (" Hết.", "")]


def test_the_space_behind_a_link_that_ends_a_line_is_none_of_it() -> None:
    linked, plain = (
        TextLine(60, 90, 400, 10, pieces=[(Run(text="", link=link), words)])
        for words, link in (("tại đây", ADDRESS), ("hoặc", ""))
    )
    text = CutParagraph([linked, plain, linked, linked]).text
    assert [(run.text, run.link) for run in text.runs] == [
        ("tại đây", ADDRESS),
        (" hoặc ", ""),
        ("tại đây tại đây", ADDRESS),
    ]


def test_links_in_cells_are_links(read_either: ReadTypst) -> None:
    (table,) = read_either(f'#table(columns: 2, [Trang], [#link("{ADDRESS}")[tin]], [a], [b])').blocks
    assert isinstance(table, Table)
    assert [(run.text, run.link) for run in table.header[1].runs] == [("tin", ADDRESS)]


def test_places_in_the_file_and_addresses_for_no_reader_are_no_links(read_either: ReadTypst) -> None:
    others = '#link("javascript:x()")[chạy], #link("file:///etc")[mở]'
    assert links_in(read_either(f"Xem #link(<sau>)[ở sau], {others}.\n\n#[Sau] <sau>")) == []


def test_a_detour_is_left_out(read_seen: ReadTypst) -> None:
    detour = "https://www.google.com/url?q=https://mau.vn/tin&sa=D"
    assert links_in(read_seen(f'Xem #link("{detour}")[tại đây].')) == [("tại đây", "https://mau.vn/tin")]


def test_a_link_over_part_of_a_word_is_one_of_its_letters(tmp_path: Path) -> None:
    write_linked(tmp_path / "in.pdf", b"See \\(here\\), now.", area(5, 9))
    assert links_in(read_pdf(tmp_path / "in.pdf")) == [("here", ADDRESS)]


def test_an_area_that_is_a_little_smaller_than_its_word_does_not_divide_it(tmp_path: Path) -> None:
    write_linked(tmp_path / "in.pdf", b"See here now.", area(4.1, 7.9))
    with pypdfium2.PdfDocument(tmp_path / "in.pdf") as document:
        found = stretches_on(document[0])
    words = [(word.text.strip(), each.look.link) for each in found for word in each.words]
    assert words == [("See", ""), ("here", ADDRESS), ("now.", "")]


def test_of_a_link_with_several_parts_only_those_lead_on(tmp_path: Path) -> None:
    whole = area(0, 13)
    whole["QuadPoints"] = pikepdf.Array(
        [place for start in (0, 10) for x, y in ((0, 710), (3, 710), (0, 696), (3, 696))
         for place in (100 + 6 * (start + x), y)]
    )  # fmt: skip
    write_linked(tmp_path / "in.pdf", b"one to of six", whole)
    assert links_in(read_pdf(tmp_path / "in.pdf")) == [("one", ADDRESS), ("six", ADDRESS)]


@pytest.mark.parametrize(
    "broken",
    [
        {"Rect": pikepdf.Array([0, 0]), "A": pikepdf.Dictionary(S=pikepdf.Name.URI)},
        {"A": pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(ADDRESS))},
        {"Rect": pikepdf.Array([0, 0, 600, 900]), "A": pikepdf.Name.URI},
        area(0, 4, b"http://\xff\xfe/\x00"),
        area(0, 4, "https://mau.vn/" + "a" * 5000),
        area(0, 4, "http://[mau"),
    ],
    ids=["no address", "no place", "no action", "no text", "too long", "no host"],
)
def test_broken_links_do_not_keep_others_from_being_read(tmp_path: Path, broken: dict[str, object]) -> None:
    write_linked(tmp_path / "in.pdf", b"See here, now.", broken, area(4, 8))
    assert ("here", ADDRESS) in links_in(read_pdf(tmp_path / "in.pdf"))
