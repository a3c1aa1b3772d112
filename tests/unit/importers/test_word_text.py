"""What paragraphs, runs and fields of a Word file become."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.word import read_word
from bulletin_editor.model.blocks import ListItem, NumberedList, Paragraph, Subheading
from bulletin_editor.model.rich_text import RichText, Run, Script, rich
from word_documents import element, field, paragraph, relations, run, style, styles, word_file, zipped

STYLES = {"styles": ("styles", "styles.xml")}


def read(folder: Path, body: str, *, with_styles: str = "", **links: tuple[str, str] | str) -> ReadDocument:
    parts = {"word/styles.xml": with_styles} if with_styles else {}
    return read_word(word_file(folder, body, parts=parts, links={**(STYLES if with_styles else {}), **links}))


def plain(document: ReadDocument) -> list[str]:
    return [block.text.plain for block in document.blocks if isinstance(block, Paragraph | Subheading)]


def codes(document: ReadDocument) -> dict[str, int]:
    return {note.code: note.count for note in document.notes}


def text_of(document: ReadDocument) -> RichText:
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    return block.text


# ---- Formats ---------------------------------------------------------------------------------------


def test_formats_of_runs(tmp_path: Path) -> None:
    body = paragraph(
        runs=run("đậm", "<w:b/>")
        + run(" thường ", '<w:b w:val="0"/><w:u w:val="none"/>')
        + run("m", '<w:i w:val="true"/><w:u w:val="single"/>')
        + run("2", '<w:vertAlign w:val="superscript"/>')
    )

    assert text_of(read(tmp_path, body)).runs == (
        Run(text="đậm", bold=True),
        Run(text=" thường "),
        Run(text="m", italic=True, underline=True),
        Run(text="2", script=Script.SUPERSCRIPT),
    )


def test_formats_of_styles_switch_each_other_off_and_own_ones_are_final(tmp_path: Path) -> None:
    """As ECMA-376, part 1, 17.7.3, has it."""
    based_on = '<w:basedOn w:val="Dam"/>'
    known = styles(
        style("Dam", "Đậm", "<w:rPr><w:b/></w:rPr>"),
        style("Con", "Con", based_on),
        style("Manh", "Mạnh", '<w:rPr><w:b/><w:u w:val="single"/></w:rPr>', kind="character"),
    )
    strong = '<w:rStyle w:val="Manh"/>'
    body = paragraph(
        properties='<w:pStyle w:val="Con"/>',
        runs=run("một ") + run("hai ", strong) + run("ba", f"{strong}<w:b/>"),
    )

    assert text_of(read(tmp_path, body, with_styles=known)).runs == (
        Run(text="một ", bold=True),
        Run(text="hai ", underline=True),
        Run(text="ba", bold=True, underline=True),
    )


def test_what_the_defaults_switch_on_no_style_switches_off(tmp_path: Path) -> None:
    known = styles(style("A", "A", "<w:rPr><w:i/></w:rPr>"), defaults="<w:i/>")

    found = text_of(read(tmp_path, paragraph("x", '<w:pStyle w:val="A"/>'), with_styles=known))

    assert found.runs == (Run(text="x", italic=True),)


def test_styles_based_on_each_other_in_a_circle(tmp_path: Path) -> None:
    known = styles(
        style("A", "A", '<w:basedOn w:val="B"/>'),
        style("B", "B", '<w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr>'),
    )

    assert text_of(read(tmp_path, paragraph("x", '<w:pStyle w:val="A"/>'), with_styles=known)).runs[0].bold


# ---- Headings --------------------------------------------------------------------------------------


def test_headings_by_style_by_outline_level_and_by_id(tmp_path: Path) -> None:
    based_on = '<w:basedOn w:val="berschrift2"/>'
    known = styles(
        style("Tieude", "Title"),
        style("berschrift2", "heading 2", "<w:rPr><w:b/></w:rPr>"),
        style("Rieng", "Riêng", based_on),
        style(
            "Mucluc",
            "TOC Heading",
            '<w:basedOn w:val="berschrift2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
        ),
    )
    body = "".join(
        paragraph(name, f'<w:pStyle w:val="{name}"/>')
        for name in ("Tieude", "berschrift2", "Rieng", "Mucluc", "Heading3")
    ) + paragraph("mức 1", '<w:outlineLvl w:val="0"/>')

    document = read(tmp_path, body, with_styles=known)

    assert document.headings == {0: 0, 1: 2, 2: 2, 4: 3, 5: 1}
    assert document.blocks[1] == Subheading(text=rich("berschrift2"))
    assert document.blocks[3] == Paragraph(text=RichText(runs=(Run(text="Mucluc", bold=True),)))


# ---- Characters ------------------------------------------------------------------------------------


def test_breaks_tabs_hyphens_and_signs(tmp_path: Path) -> None:
    body = paragraph(
        runs="<w:r><w:t>17</w:t><w:noBreakHyphen/><w:t>NQ</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>co</w:t>"
        '<w:softHyphen/><w:t>n</w:t><w:sym w:font="Symbol" w:char="F061"/>'
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Lạ" w:char="F0FF"/></w:r>'
    )

    document = read(tmp_path, body)

    assert text_of(document).plain == "17-NQ a\nconα✓"
    assert codes(document) == {"unknown-symbols": 1}


def test_text_in_fonts_from_before_unicode_is_converted(tmp_path: Path) -> None:
    known = styles(style("C", "Cũ", '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'))
    vni = '<w:rFonts w:ascii="VNI-Times"/>'
    old = paragraph(properties='<w:pStyle w:val="C"/>', runs=run("l·nh ®") + run("¹o"))
    body = old + paragraph(runs=run("laõnh ñaïo", vni))

    document = read(tmp_path, body, with_styles=known)

    assert plain(document) == ["lãnh đạo", "lãnh đạo"]
    assert "legacy-fonts" in codes(document)


def test_formulas_ruby_and_right_to_left_text_keep_their_words(tmp_path: Path) -> None:
    body = paragraph(
        runs="<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
        "</m:oMath>" + run(" ") + "<w:r><w:ruby><w:rt><w:r><w:t>trên</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>gốc</w:t></w:r></w:rubyBase></w:ruby></w:r><w:bdo w:val='rtl'>"
        + run(" ngược")
        + "</w:bdo>"
    )

    assert text_of(read(tmp_path, body)).plain == "a/b gốc (trên) ngược"


# ---- Links and fields ------------------------------------------------------------------------------


def test_links_of_elements_and_of_fields(tmp_path: Path) -> None:
    body = paragraph(
        runs='<w:hyperlink r:id="trang">' + run("trang", '<w:u w:val="single"/>') + "</w:hyperlink>"
        '<w:hyperlink w:anchor="m">' + run(" mốc ") + "</w:hyperlink>"
        + field(' HYPERLINK "https://b.vn/" \\o "x"', run("tin"))
        + '<w:fldSimple w:instr="HYPERLINK https://c.vn/">' + run(" báo") + "</w:fldSimple>"
        '<w:hyperlink r:id="tep">' + run(" tệp") + "</w:hyperlink>"
    )  # fmt: skip

    assert text_of(read(tmp_path, body, trang="https://a.vn/", tep="file:///C:/x.docx")).runs == (
        Run(text="trang", link="https://a.vn/"),
        Run(text=" mốc "),
        Run(text="tin", link="https://b.vn/"),
        Run(text=" báo", link="https://c.vn/"),
        Run(text=" tệp"),
    )


def test_of_fields_stays_what_they_show(tmp_path: Path) -> None:
    nested = field(f"IF {field('PAGE', run('9'))} = 9", run("đúng"))
    button = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MACROBUTTON NoMacro [bấm đây]'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = paragraph(runs=nested + button) + paragraph(runs=field("TOC", run("Mục 1"))) + paragraph("sau")

    assert plain(read(tmp_path, body)) == ["đúng[bấm đây]", "Mục 1", "sau"]


def test_fields_that_keep_a_value_show_nothing(tmp_path: Path) -> None:
    kept = field(' SET So "11" ', run("11")) + field("ask Ten", run("An"))

    assert plain(read(tmp_path, paragraph(runs=kept + field("REF So", run("11"))))) == ["11"]


def test_an_instruction_in_a_result_is_text_and_without_a_field_it_is_nothing(tmp_path: Path) -> None:
    stray = "<w:r><w:instrText>{}</w:instrText></w:r>"
    body = paragraph(runs=field("REF a", stray.format("kết quả"))) + paragraph(runs=stray.format("lạc"))

    assert plain(read(tmp_path, body)) == ["kết quả"]


def test_a_field_that_never_ends_swallows_nothing(tmp_path: Path) -> None:
    body = paragraph(runs='<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("còn")) + paragraph("đủ")

    assert plain(read(tmp_path, body)) == ["còn", "đủ"]


@pytest.mark.parametrize(
    "left_out",
    [
        "<w:del>{}</w:del>",
        "<w:moveFrom>{}</w:moveFrom>",
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:r><w:t> </w:t></w:r></mc:Choice>"
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        "<w:r><w:drawing><wp:anchor><wp:docPr hidden='1'/>{}</wp:anchor></w:drawing></w:r>",
        "<w:r><w:ruby><w:rt>{}</w:rt></w:ruby></w:r>",
    ],
)
def test_a_field_whose_end_is_left_out_swallows_nothing(tmp_path: Path, left_out: str) -> None:
    begin, instruction, *rest = field("PAGE", "").split("</w:r>")[:-1]
    end = "".join(f"{run}</w:r>" for run in rest)
    runs = run("một") + f"{begin}</w:r>{instruction}</w:r>" + left_out.format(end) + run(" hai")

    assert plain(read(tmp_path, paragraph(runs=runs) + paragraph("ba")))[-2:] == ["một hai", "ba"]


# ---- What is there and not shown -------------------------------------------------------------------


def test_tracked_changes_are_accepted(tmp_path: Path) -> None:
    removed = "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:moveFrom>" + run("đi") + "</w:moveFrom>"
    body = paragraph(runs=run("giữ ") + removed + "<w:ins>" + run("thêm") + "</w:ins>")
    body += paragraph("nối ", "<w:rPr><w:del/></w:rPr>") + paragraph("liền")

    document = read(tmp_path, body)

    assert plain(document) == ["giữ thêm", "nối liền"]
    assert codes(document) == {"tracked-deletions": 2}


def test_space_at_the_ends_of_a_text_counts_where_the_file_says_so(tmp_path: Path) -> None:
    body = paragraph(runs="<w:r><w:t> nghiên </w:t></w:r><w:r><w:t>\n cứu</w:t></w:r>" + run(" viên"))

    assert plain(read(tmp_path, body)) == ["nghiêncứu viên"]


def test_a_dropped_letter_stays_with_its_word(tmp_path: Path) -> None:
    body = paragraph("S", '<w:framePr w:dropCap="drop"/>') + paragraph("áng 05/3")

    assert plain(read(tmp_path, body)) == ["Sáng 05/3"]


def test_hidden_text_is_left_out_and_told_of(tmp_path: Path) -> None:
    known = styles(style("An", "Ẩn", "<w:rPr><w:vanish/></w:rPr>", kind="character"))
    body = paragraph(runs=run("thấy") + run("ẩn", "<w:vanish/>") + run("ẩn", '<w:rStyle w:val="An"/>'))

    document = read(tmp_path, body, with_styles=known)

    assert plain(document) == ["thấy"]
    assert codes(document) == {"hidden-text": 2}


def test_content_controls_and_inserted_wrappers_are_looked_through(tmp_path: Path) -> None:
    body = (
        "<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph("trong") + "</w:sdtContent></w:sdt>"
        "<w:customXml><w:customXmlPr/>" + paragraph(runs="<w:smartTag>" + run("thẻ") + "</w:smartTag>")
        + "</w:customXml><w:altChunk r:id='x'/>"
    )  # fmt: skip

    document = read(tmp_path, body)

    assert plain(document) == ["trong", "thẻ"]
    assert codes(document) == {"embedded-documents": 1}


def inserting(folder: Path, name: str, data: bytes, after: str = "") -> Path:
    """Write a file into which another is inserted."""
    body = paragraph("trước") + f"<w:altChunk r:id='c'/>{after}" + paragraph("sau")
    return word_file(folder, body, parts={f"word/{name}": data}, links={"c": ("aFChunk", name)})


def test_a_word_file_that_is_inserted_is_read_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "chen").mkdir()
    inner = inserting(tmp_path / "chen", "sau-nua.docx", b"PK").read_bytes()

    document = read_word(inserting(tmp_path, "chen.docx", inner, after="<w:altChunk/>"))

    assert plain(document) == ["trước", "trước", "sau", "sau"]
    assert codes(document) == {"embedded-documents": 2}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.htm", "<html><head><meta charset='utf-8'><title>Bỏ</title></head><h1>Tít</h1><p>một<ol><li>hai"),
        ("a.mht", "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<h1>Tít</h1>một<ol><li>hai"),
    ],
)
def test_pages_that_are_inserted_are_read_in_their_place(tmp_path: Path, name: str, data: str) -> None:
    document = read_word(inserting(tmp_path, name, data.encode()))

    assert plain(document) == ["trước", "Tít", "một", "sau"]
    assert document.headings == {1: 1}
    assert document.blocks[3] == NumberedList(items=(ListItem(text=rich("hai")),))


def test_text_that_is_inserted_is_read_and_what_we_cannot_read_is_told_of(tmp_path: Path) -> None:
    assert plain(read_word(inserting(tmp_path, "a.txt", "một đoạn chữ.".encode())))[1] == "một đoạn chữ."
    document = read_word(inserting(tmp_path, "a.rtf", b"{\\rtf1 x}"))
    assert plain(document) == ["trước", "sau"]
    assert codes(document) == {"embedded-documents": 1}


def test_footnotes_and_endnotes_stand_at_the_end_with_their_numbers(tmp_path: Path) -> None:
    notes = element(
        "w:footnotes",
        '<w:footnote w:type="separator" w:id="-1">' + paragraph("vạch") + "</w:footnote>"
        '<w:footnote w:id="2">' + paragraph("chân trang") + "</w:footnote>",
    )
    ends = element("w:endnotes", '<w:endnote w:id="2">' + paragraph("cuối bài") + "</w:endnote>")
    body = paragraph(
        runs=run("chữ")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + '<w:r><w:endnoteReference w:id="2"/></w:r>'
    )
    path = word_file(
        tmp_path,
        body,
        parts={"word/footnotes.xml": notes, "word/endnotes.xml": ends},
        links={"f": ("footnotes", "footnotes.xml"), "e": ("endnotes", "endnotes.xml")},
    )

    document = read_word(path)

    assert plain(document) == ["chữ1i", "1 chân trang", "i cuối bài"]
    assert text_of(ReadDocument(blocks=document.blocks[:1])).runs[1].script is Script.SUPERSCRIPT


def test_notes_are_counted_as_the_file_and_its_sections_say(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    letters = '<w:footnotePr><w:numFmt w:val="upperLetter"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    former = f"<w:sectPrChange><w:sectPr>{letters}</w:sectPr></w:sectPrChange>"
    settings = '<w:footnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="5"/></w:footnotePr>'
    notes = "".join(f'<w:footnote w:id="{at}">{paragraph(f"chú {at}")}</w:footnote>' for at in range(4))
    body = paragraph(runs=run("một") + reference.format(0))
    body += paragraph("", f"<w:sectPr>{former}</w:sectPr>", runs=run("hai") + reference.format(1))
    body += paragraph("", f"<w:sectPr>{letters}</w:sectPr>", runs=run("ba") + reference.format(2))
    body += paragraph(runs=run("tư") + reference.format(3)) + "<w:sectPr/>"
    path = word_file(
        tmp_path,
        body,
        parts={
            "word/footnotes.xml": element("w:footnotes", notes),
            "word/settings.xml": element("w:settings", settings),
        },
        links={"f": ("footnotes", "footnotes.xml"), "s": ("settings", "settings.xml")},
    )

    assert plain(read_word(path)) == [
        "mộtV", "haiVI", "baE", "tưVI", "V chú 0", "VI chú 1", "E chú 2", "VI chú 3",
    ]  # fmt: skip


# ---- The package -----------------------------------------------------------------------------------


def test_strict_files_other_places_and_utf_16_are_read_alike(tmp_path: Path) -> None:
    strict = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{}</w:body></w:document>'
    main = '<?xml version="1.0" encoding="UTF-16"?>' + strict.format(paragraph("chữ"))
    path = zipped(
        tmp_path,
        {
            "_rels\\.rels": relations(x=("officeDocument", "/Noi/Khac.XML")),
            "noi/khac.xml": main.encode("utf-16"),
        },
    )

    assert plain(read_word(path)) == ["chữ"]


@pytest.mark.parametrize("name", ["header", "footer"])
def test_headers_and_footers_are_left_out_and_told_of(tmp_path: Path, name: str) -> None:
    part = element("w:hdr", paragraph("đầu trang"))
    path = word_file(
        tmp_path,
        paragraph("thân"),
        parts={"word/x.xml": part, "word/vbaProject.bin": b"x"},
        links={"h": (name, "x.xml")},
    )

    document = read_word(path)

    assert plain(document) == ["thân"]
    assert codes(document) == {"headers-footers": 1, "macros": 1}
