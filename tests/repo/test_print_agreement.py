"""The comparison of the two prints finds what differs, and only that."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
import typst
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from PIL import Image

from print_agreement import disagreements, words_of_docx, words_of_pdf

TYPST = """
#set document(title: "Thử")
#set text(lang: "vi", hyphenate: false)
#set page(width: 90mm, height: 120mm, margin: 15mm, header: [Đầu trang], footer: [Chân trang])
= Tin trong tuần
== Nhà văn hóa mở cửa
Đoạn mở đầu dài hơn một dòng để chữ phải xuống hàng, có *chữ đậm*, m#super[2] và #box[2025 - 2030].
#link("https://example.org/")[Liên kết] giữa câu; ngắt\\ dòng;
từ#sym.space.nobreak;dính; 17#sym.hyph.nobreak;NQ.

#"dàitừng".clusters().map(c => c * 9).join("\\u{200b}")

- điểm một
  + điểm con
- điểm hai
#image("photo.jpg", alt: "Ảnh", width: 20mm)
#pdf.artifact(image("drawing.png", width: 20mm))
#image("drawing.png", alt: "Hình", width: 20mm)
#table(columns: 2, table.header([Cột], [Số]), ..range(25).map(n => ([Hàng], [#n])).flatten())
=== Mục nhỏ
Hết.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.effect_noise((60, 40), 60).convert("RGB").save(tmp_path / "photo.jpg")
    Image.linear_gradient("L").convert("RGBA").save(tmp_path / "drawing.png")
    return tmp_path


def pdf_print(folder: Path, source: str = TYPST) -> Path:
    path = folder / "issue.pdf"
    (folder / "issue.typ").write_text(source, "utf-8")
    typst.compile(folder / "issue.typ", output=path, ignore_system_fonts=True, pdf_standards=["a-2a", "ua-1"])
    return path


def word_document(folder: Path) -> Document:
    """The same issue as `TYPST`, as Word has it."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Đầu trang khác"
    document.add_heading("Tin trong tuần", 1)
    document.add_heading("Nhà văn hóa mở cửa", 2)
    lead = document.add_paragraph("Đoạn mở đầu dài hơn một dòng để chữ phải xuống hàng, có ")
    lead.add_run("chữ đậm").bold = True
    lead.add_run(", m")
    lead.add_run("2").font.superscript = True
    lead.add_run(" và 2025\u00a0-\u00a02030. Liên kết giữa câu; ngắt").add_break(WD_BREAK.LINE)
    last = lead.add_run("dòng; từ\u00a0dính; 17")
    last._r.append(OxmlElement("w:noBreakHyphen"))
    lead.add_run("NQ.")
    document.add_paragraph("".join(char * 9 for char in "dàitừng"))
    for text, style in [
        ("điểm một", "List Bullet"),
        ("điểm con", "List Number"),
        ("điểm hai", "List Bullet"),
    ]:
        document.add_paragraph(text, style)
    for picture in ("photo.jpg", "drawing.png"):
        document.add_picture(str(folder / picture))
    table = document.add_table(0, 2)
    for left, right in [("Cột", "Số"), *(("Hàng", str(number)) for number in range(25))]:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = left, right
    document.add_heading("Mục nhỏ", 3)
    document.add_paragraph("Hết.")
    return document


def saved(document: Document, folder: Path) -> Path:
    path = folder / "issue.docx"
    document.save(str(path))
    return path


def test_equal_prints_agree(folder: Path) -> None:
    assert disagreements(saved(word_document(folder), folder), pdf_print(folder)) == []


def test_labels_header_and_footer_are_no_words(folder: Path) -> None:
    words = words_of_pdf(pdf_print(folder))
    assert {"•", "1.", "Đầu", "Chân"}.isdisjoint(words)
    assert words.count("Cột") == 1, "the repeated header row is read once"


@pytest.mark.parametrize(
    ("printed", "instead", "complaint"),
    [
        ("giữa câu", "giữa câu câu", "[câu]"),
        ("*chữ đậm*", "*chữ* đậm", None),
        ("*chữ đậm*, m", "*chữ đậm*,m", "[đậm,m2]"),
        ("Hết.", "", "the PDF ends at word"),
        ("Hết.", "Hết. Thêm", "[Thêm]"),
        ("mở cửa", "mở\u0323 cửa", "words differ"),
        ("điểm con", "con điểm", "[con]"),
        ("=== Mục nhỏ", "== Mục nhỏ", "heading 3: "),
        ('#image("photo.jpg", alt: "Ảnh", width: 20mm)', "", "picture 1: "),
        ('#image("photo.jpg", alt', '#image("drawing.png", alt', "picture 1: "),
    ],
)
def test_a_difference_is_reported(folder: Path, printed: str, instead: str, complaint: str | None) -> None:
    assert printed in TYPST
    found = disagreements(
        saved(word_document(folder), folder), pdf_print(folder, TYPST.replace(printed, instead))
    )
    assert complaint in "\n".join(found) if complaint else found == []


def test_capitals_from_a_style_count_as_printed(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles["Heading 2"].font.all_caps = True
    document.styles.add_style("Tiêu đề bài", 1).base_style = document.styles["Heading 2"]
    document.add_paragraph("Nhà văn hóa", "Tiêu đề bài")
    document.add_paragraph("Nhà")
    assert words_of_docx(saved(document, tmp_path)) == ["NHÀ", "VĂN", "HÓA", "Nhà"]


def test_a_style_based_on_a_heading_is_a_heading(folder: Path) -> None:
    document = word_document(folder)
    style = document.styles.add_style("Tiêu đề bài", 1)
    style.base_style = document.styles["Heading 2"]
    document.paragraphs[1].style = style
    assert disagreements(saved(document, folder), pdf_print(folder)) == []
    document.paragraphs[1].style = document.styles["Normal"]
    assert "heading 2" in "\n".join(disagreements(saved(document, folder), pdf_print(folder)))


def test_decorative_pictures_of_word_do_not_count(folder: Path) -> None:
    document = word_document(folder)
    picture = document.add_picture(_one_pixel())
    found = disagreements(saved(document, folder), pdf_print(folder))
    assert "picture 3" in "\n".join(found)
    name = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
    extension = picture._inline.docPr.makeelement(name, {"val": "1"})
    picture._inline.docPr.append(extension)
    assert disagreements(saved(document, folder), pdf_print(folder)) == []


def _one_pixel() -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (1, 1)).save(stream, "PNG")
    stream.seek(0)
    return stream
