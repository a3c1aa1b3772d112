"""What template.toml says once is taken by both prints: measures, the colour of links, the language."""

from __future__ import annotations

from pathlib import Path

import docx
import pikepdf
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import read_template
from full_issue import full_agency, full_issue
from printed_issue import Prints, print_both

CHANGES = (
    ('blue = "#1565C0"', 'blue = "#0A0B0C"'),
    ('language = "vi-VN"', 'language = "en-GB"'),
    ("rule_width = 28", "rule_width = 50"),
    ("cell_x = 4", "cell_x = 7"),
    ("number_column = 13", "number_column = 30"),
    ("quote_width = 8.6", "quote_width = 10"),
)


@pytest.fixture
def changed(own_template: Path, tmp_path: Path) -> Prints:
    """The full issue, printed with settings of one's own."""
    settings = own_template / "template.toml"
    content = settings.read_text("utf-8")
    for old, new in CHANGES:
        assert old in content
        content = content.replace(old, new)
    settings.write_text(content, "utf-8")
    template = read_template(own_template)
    with PdfPrinter(template) as printer:
        return print_both(printer, template, full_issue(), tmp_path, full_agency())


def widths(word: Document) -> set[int]:
    """The widths of all pictures, in mm."""
    return {round(int(extent.get("cx")) / 36_000) for extent in word.element.body.iter(qn("wp:extent"))}


def test_word_takes_them(changed: Prints) -> None:
    word = docx.Document(str(changed.docx))
    links = word.element.body.xpath(".//w:hyperlink[@r:id]//w:color/@w:val")
    assert set(links) == {"0A0B0C"}
    assert {50, 10} <= widths(word)
    margins = word.element.body.xpath(".//w:tblCellMar/w:left/@w:w")
    assert "140" in margins and "80" not in margins
    assert "1701" in word.element.body.xpath(".//w:gridCol/@w:w")


def test_the_pdf_takes_them(changed: Prints, full: Prints) -> None:
    with pikepdf.open(changed.pdf) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    with pikepdf.open(full.pdf) as pdf:
        usual = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    rule = b"141.73"  # 50 mm in pt
    assert rule in drawn
    assert rule not in usual
