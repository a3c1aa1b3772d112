"""The Word file: styles, headings, lists, tables, links and fields are Word's own."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator

from bulletin_editor.export.word.styles import STYLE_NAMES
from full_issue import FIRST, HEADLINES, SECOND, full_agency, full_issue
from issue_strategies import PICTURES
from printed_issue import PrintIssue, Prints
from word_file import read_docx


@pytest.fixture(scope="module")
def word(full: Prints) -> Document:
    return docx.Document(str(full.docx))


def paragraphs(document: Document) -> list[tuple[str, str, etree._Element]]:
    """Style name, text and element of every paragraph of the body, tables included, in order."""
    names = {style.style_id: style.name for style in document.styles}
    return [(names[each.pPr.pStyle.val], _text(each), each) for each in document.element.body.iter(qn("w:p"))]


def _text(element: etree._Element) -> str:
    marks = {qn("w:noBreakHyphen"): "-", qn("w:br"): "\n"}
    pieces = (marks.get(each.tag) or each.text or "" for each in element.iter(qn("w:t"), *marks))
    return "".join(pieces).replace("\u00a0", " ")


def test_no_error_against_the_standard(full: Prints) -> None:
    found = OpenXmlValidator(max_errors=0).validate(full.docx)
    assert [str(error) for error in found.errors] == []


def test_every_element_stands_in_its_named_style(word: Document) -> None:
    styles = {text: style for style, text, _ in paragraphs(word)}
    expected = {
        "ỦY BAN VÙNG CAO": "Cơ quan chủ quản",
        "PHÒNG TIN BẢN": "Thông tin xuất bản", "SỐ 6/2031": "Số bản tin",
        "TIN BẢN": "Tên bản tin", "Ruộng, rừng": "Dòng phụ", "Từ 03/02/2031 - 09/02/2031": "Kỳ tin",
        "TRONG SỐ NÀY": "Trong số này", "01": "Số tít bìa", "Gió về bản": "Tít bìa", "tr. 2": "Trang tít bìa",
        "CHUYỆN GIÓ": "Chuyên mục nhắc lại", "CHUYỆN CHỢ": "Chuyên mục", HEADLINES[0]: "Tiêu đề bài",
        "Sáng sớm, cột đo đã quay.": "Sapo", "Hết chuyện gió.": "Nội dung", "Cột đo đầu tiên": "Tiêu đề mục",
        "Khung có một ý.": "Khung nhấn mạnh", "Gió là của trời.": "Trích dẫn nổi bật",
        "— Cụ già bản": "Người phát biểu", "Hai góc nhìn. Ảnh: Tổ chép tin": "Chú thích ảnh",
        "Sức gió": "Tên bảng",
        "Tháng": "Đầu bảng", "5,1": "Ô bảng", "Người chép tin": "Tác giả", "Nguồn: Tờ Gió": "Nguồn",
        "Quét đình": "Đánh số", "Trật tự": "Gạch đầu dòng", "Lưu hành trong vùng": "Thông tin xuất bản",
    }  # fmt: skip
    assert {text: styles.get(text) for text in expected} == expected
    assert {style for style, _, _ in paragraphs(word)} <= set(STYLE_NAMES.values())


def test_headings_have_levels_one_to_three(full: Prints) -> None:
    assert read_docx(full.docx).headings == [
        (1, "CHUYỆN GIÓ"),
        (2, HEADLINES[0]),
        (3, "Cột đo đầu tiên"),
        (2, HEADLINES[1]),
        (1, "CHUYỆN CHỢ"),
        (2, HEADLINES[2]),
    ]


def test_no_paragraph_is_empty_but_where_word_needs_one(word: Document) -> None:
    """Space is a matter of styles. The break after the cover needs a paragraph to stand in.

    One tall picture beside two are a table: a paragraph keeps it off what is above, another off the end.
    """
    empty = [
        element for _, text, element in paragraphs(word) if not text and not element.xpath(".//w:drawing")
    ]
    assert [bool(element.xpath("./w:pPr/w:sectPr")) for element in empty] == [True, False, False]


def test_each_numbered_list_counts_anew(word: Document) -> None:
    numbers = {}
    for _, text, element in paragraphs(word):
        for properties in element.xpath("./w:pPr/w:numPr"):
            numbers[text] = (properties.numId.val, properties.ilvl.val)
    assert numbers["Quét đình"] == numbers["Kê bàn"]
    assert numbers["Xếp hàng"] == numbers["Vào lớp"]
    assert numbers["Vở"] == numbers["Bút"]
    assert numbers["Mang theo"] == numbers["Trật tự"]
    assert len({numbers[text][0] for text in ("Quét đình", "Xếp hàng", "Vở", "Mang theo")}) == 4
    starts = {text: _start(word, *numbers[text]) for text in ("Quét đình", "Xếp hàng", "Vở")}
    assert starts == {"Quét đình": (0, 1), "Xếp hàng": (0, 1), "Vở": (1, 4)}


def _start(word: Document, number: int, level: int) -> tuple[int, int]:
    """Level of a list number in use, and the value from which it starts there."""
    (override,) = word.part.numbering_part.element.xpath(f'./w:num[@w:numId="{number}"]/w:lvlOverride')
    assert override.ilvl == level
    return override.ilvl, override.startOverride.val


def test_the_header_row_of_a_table_is_repeated(word: Document) -> None:
    table = next(table for table in word.tables if table.cell(0, 0).text == "Tháng")
    heads = [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows]
    assert heads == [True, False, False]


def test_the_running_header_and_the_page_field(word: Document) -> None:
    cover, articles = word.sections
    header = _text(articles.header._element)
    assert header == "TIN BẢN HẰNG TUẦNTừ 03/02/2031 - 09/02/2031 | Số 6/2031"
    footer = articles.footer._element
    assert footer.xpath(".//w:instrText/text()") == [" PAGE "]
    assert footer.xpath(".//w:fldChar/@w:fldCharType") == ["begin", "separate", "end"]
    assert _text(footer).startswith("https://example.org/ban")
    assert cover.different_first_page_header_footer
    foot = cover.first_page_footer._element
    assert foot.xpath(".//w:fldSimple/@w:instr") == [
        ' HYPERLINK "https://example.org/ban" ',
        ' HYPERLINK "mailto:tin@example.org" ',
    ]
    assert _text(cover.first_page_header._element) == ""


def test_the_cover_lines_lead_to_their_articles(full: Prints, word: Document) -> None:
    body = word.element.body
    marks = body.xpath(".//w:bookmarkStart")
    names = [mark.get(qn("w:name")) for mark in marks]
    assert len(names) == len(set(names)) == 3
    assert len({mark.get(qn("w:id")) for mark in marks}) == 3
    assert sorted(body.xpath(".//w:bookmarkEnd/@w:id")) == sorted(mark.get(qn("w:id")) for mark in marks)
    assert [_text(mark.getparent()) for mark in marks] == list(HEADLINES)
    anchors = body.xpath(".//w:hyperlink/@w:anchor")
    assert [names.index(anchor) for anchor in anchors] == [0, 1]
    assert body.xpath(".//w:instrText/text()") == [f" PAGEREF {anchor} \\h " for anchor in anchors]
    pages = [full.layout.extents[anchor].page for anchor in anchors]
    assert [text for style, text, _ in paragraphs(word) if style == "Trang tít bìa"] == [
        f"tr. {page}" for page in pages
    ]


def test_addresses_are_links(word: Document) -> None:
    relations = word.part.rels
    links = {
        _text(link): relations[link.get(qn("r:id"))].target_ref
        for link in word.element.body.xpath(".//w:hyperlink[@r:id]")
    }
    assert links == {
        "bản đồ": "https://example.org/ban-do",
        "Tờ Gió": "https://example.org/gio",
        "https://example.org/lop": "https://example.org/lop",
    }


def test_drawings_have_ids_of_their_own_and_alternative_texts(word: Document) -> None:
    sections = word.sections
    parts = [word.element.body, sections[0].first_page_footer._element]
    parts += [
        each._element for each in (sections[1].header, sections[1].footer, sections[0].first_page_header)
    ]
    drawn = [mark for part in parts for mark in part.iter(qn("wp:docPr"))]
    counted = Counter(mark.get("id") for mark in drawn)
    assert [number for number, count in counted.items() if count > 1] == []
    described = [mark.get("descr") for mark in drawn if mark.get("descr")]
    assert described == [
        "Nắng trên đèo", "Cột đo gió", "Mây chiều", "Quầy giống", "Cân lúa", "Người mua",
    ]  # fmt: skip
    plain = [mark for mark in drawn if not mark.get("descr")]
    assert all("decorative" in etree.tostring(mark).decode() for mark in plain)


def test_a_picture_is_stored_once(word: Document) -> None:
    parts = [part for part in word.part.package.iter_parts() if part.partname.endswith(".jpg")]
    assert {part.blob for part in parts} == {PICTURES[FIRST].data, PICTURES[SECOND].data}
    assert len(parts) == 2
    shown = [blip.get(qn("r:embed")) for blip in word.element.body.iter(qn("a:blip"))]
    assert len(set(shown)) < len(shown), "the cover's picture is shown twice"


def test_properties_and_language(word: Document) -> None:
    properties = word.core_properties
    assert properties.title == "TIN BẢN - Số 6/2031"
    assert properties.author == properties.last_modified_by == "PHÒNG TIN BẢN"
    assert properties.subject == "Từ 03/02/2031 - 09/02/2031"
    assert properties.keywords == "CHUYỆN GIÓ, CHUYỆN CHỢ"
    assert properties.language == "vi-VN"
    assert properties.comments == ""
    assert properties.created is not None
    assert properties.created.date() == date(2031, 2, 9)
    assert properties.modified == properties.created
    assert word.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val") == ["vi-VN"]


def test_inline_formats_are_word_s_own(word: Document) -> None:
    (element,) = (each for _, text, each in paragraphs(word) if text.startswith("Gió mạnh"))
    looks = {
        _text(run): [etree.QName(each).localname for each in run.xpath("./w:rPr/*")]
        for run in element.iter(qn("w:r"))
    }
    assert looks["mạnh"] == ["b"]
    assert looks["đều"] == ["i"]
    assert looks["gạch chân"] == ["u"]
    assert element.xpath(".//w:vertAlign/@w:val") == ["superscript", "subscript"]
    assert len(element.xpath(".//w:br")) == 1


def test_prints_of_one_issue_hold_the_same_parts(
    full: Prints, print_issue: PrintIssue, tmp_path: Path
) -> None:
    again = docx.Document(str(print_issue(full_issue(), tmp_path, full_agency()).docx))
    parts = {part.partname: part.blob for part in docx.Document(str(full.docx)).part.package.iter_parts()}
    assert {part.partname: part.blob for part in again.part.package.iter_parts()} == parts
