"""What the HTML of other programs becomes, and what of it stays behind."""

from __future__ import annotations

import pytest

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note
from bulletin_editor.importers.html import read_html
from bulletin_editor.model.blocks import (
    Block,
    Paragraph,
    PictureRow,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import RichText, Run, Script, rich

WORD_POINT = (
    "<p class=MsoListParagraphCxSp{place} style='text-indent:-18.0pt;mso-list:{list}'><![if !supportLists]>"
    "<span style='font-family:Symbol'><span style='mso-list:Ignore'>{marker}<span style='font:7.0pt \"Times "
    "New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{text}<o:p></o:p></p>\n"
)


def blocks_of(html: str) -> tuple[Block, ...]:
    return read_html(html).blocks


def word_point(marker: str, text: str, level: int = 1, name: str = "l0", place: str = "Middle") -> str:
    return WORD_POINT.format(place=place, list=f"{name} level{level} lfo1", marker=marker, text=text)


def text_of(html: str) -> RichText:
    (paragraph,) = blocks_of(html)
    assert isinstance(paragraph, Paragraph)
    return paragraph.text


# ---- Formats ---------------------------------------------------------------------------------------


def test_formats_of_elements_and_of_styles() -> None:
    text = text_of(
        "<p><b>đậm</b> <em>nghiêng</em> <u>gạch</u> m<sup>2</sup> CO<sub>2</sub> "
        '<span style="font-weight:700; FONT-STYLE: Italic">cả hai</span> '
        '<span style="text-decoration: underline red">gạch</span> '
        '<span style="vertical-align:super">3</span></p>'
    )

    assert text.runs == (
        Run(text="đậm", bold=True),
        Run(text=" "),
        Run(text="nghiêng", italic=True),
        Run(text=" "),
        Run(text="gạch", underline=True),
        Run(text=" m"),
        Run(text="2", script=Script.SUPERSCRIPT),
        Run(text=" CO"),
        Run(text="2", script=Script.SUBSCRIPT),
        Run(text=" "),
        Run(text="cả hai", bold=True, italic=True),
        Run(text=" "),
        Run(text="gạch", underline=True),
        Run(text=" "),
        Run(text="3", script=Script.SUPERSCRIPT),
    )


def test_a_style_outdoes_its_element() -> None:
    google_docs = '<b style="font-weight:normal"><p>thường <span style="font-weight:700">đậm</span></p></b>'

    assert text_of(google_docs).runs == (Run(text="thường "), Run(text="đậm", bold=True))
    assert text_of('<b>đậm <span style="font-weight:400">thường</span></b>').runs[1] == Run(text="thường")


def test_fonts_colours_and_sizes_stay_behind() -> None:
    html = '<p style="color:red;font:14pt Arial"><font color="#00f" face=".VnTime">Điện Biên</font></p>'

    assert text_of(html) == rich("Điện Biên")


def test_links_that_may_be_printed_stay_and_of_others_the_text() -> None:
    text = text_of(
        '<a href="https://dienbien.gov.vn/?a=1&amp;b=2" style="text-decoration:underline">trang</a> '
        '<a href="file:///C:/x.docx">tệp</a> <a href="javascript:alert(1)">chạy</a> <a name="x">mốc</a>'
    )

    assert text.runs == (
        Run(text="trang", link="https://dienbien.gov.vn/?a=1&b=2"),
        Run(text=" tệp chạy mốc"),
    )


def test_text_ends_up_in_normal_form_and_without_forbidden_characters() -> None:
    assert text_of("<p>Ho\u0323\u0302i nghi<b>\u0323</b>\x00 &#1;\ud800x</p>").plain == "Hội nghị x"


# ---- Paragraphs ------------------------------------------------------------------------------------


def test_blocks_break_paragraphs_and_br_breaks_lines() -> None:
    html = "<div>một<div>hai <span>\n ba</span></div> bốn <br> năm<br></div>sáu<br><br>bảy<p>&nbsp;</p>"

    plain = ["một", "hai ba", "bốn\nnăm", "sáu", "bảy"]
    assert blocks_of(html) == tuple(Paragraph(text=rich(text)) for text in plain)


def test_white_space_is_kept_where_the_source_says_so() -> None:
    assert text_of('<p style="white-space: pre-wrap"> a  b\nc</p>') == rich(" a  b\nc")
    assert text_of("<pre>a  b\nc</pre>") == rich("a  b\nc")
    assert text_of('a<span style="mso-tab-count:1">&nbsp;&nbsp; </span>b').plain == "a b"


@pytest.mark.parametrize("tag", ["h1", "h3", "h6", "p class=MsoTitle", "p class=MsoHeading7"])
def test_headings_become_subheadings(tag: str) -> None:
    assert blocks_of(f"<{tag}>Kết quả</{tag.split()[0]}>") == (Subheading(text=rich("Kết quả")),)


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<style>p{color:red}</style>",
        "<!-- ghi chú -->",
        "<!--[if gte mso 9]><xml><w:WordDocument>x</w:WordDocument></xml><![endif]-->",
        "<xml><w:View>Normal</w:View></xml>",
        '<img src="http://example.org/pixel.gif" width=1 height=1 alt=x>',
        '<span style="display:none">ẩn</span>',
        '<span style="mso-hide:all">ẩn</span>',
        "<div hidden>ẩn</div>",
        "<select><option>Một</option></select>",
        "<div style='mso-element:comment-list'>Bình luận</div>",
    ],
)
def test_what_is_no_text_stays_behind(html: str) -> None:
    assert blocks_of(f"<p>a</p>{html}<p>b</p>") == (
        Paragraph(text=rich("a")),
        Paragraph(text=rich("b")),
    )


def test_only_the_fragment_counts_with_the_formats_around_it() -> None:
    html = "Version:0.9<html><body><p>x</p><b>y<!--StartFragment-->Tin<!--EndFragment-->z</b></body></html>"

    assert text_of(html).runs == (Run(text="Tin", bold=True),)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "  ",
        "<!-- x -->",
        "<p>\u200b</p><ul><li>\u2060</ul>",
        "<html><head><title>x</title></head></html>",
        "\x00",
    ],
)
def test_nothing_becomes_nothing(html: str) -> None:
    assert blocks_of(html) == ()


def test_a_declared_encoding_is_that_of_a_file_and_not_of_the_text() -> None:
    html = '<?xml version="1.0" encoding="us-ascii"?><meta charset="windows-1258"><p>Đổi mới</p>'

    assert text_of(html) == rich("Đổi mới")


# ---- Tables ----------------------------------------------------------------------------------------


def rows_of(html: str) -> list[list[str]]:
    (table,) = blocks_of(html)
    assert isinstance(table, Table)
    return [[cell.plain for cell in row] for row in (table.header, *table.rows)]


def test_excels_table_whose_fragment_begins_inside() -> None:
    html = (
        "<table border=0 style='border-collapse:collapse'><!--StartFragment--><col width=64><tr height=20>"
        "<td class=xl65>Đơn vị</td><td>Số <b>hồ sơ</b></td></tr><tr><td>Sở</td><td align=right>12</td></tr>"
        "<!--EndFragment--></table>"
    )

    assert rows_of(html) == [["Đơn vị", "Số hồ sơ"], ["Sở", "12"]]


def test_merged_cells_become_plain_ones() -> None:
    html = (
        "<table><tr><th colspan=2>A</th><th rowspan=2>B</th></tr><tr><td>1</td><td>2</td></tr>"
        "<tr><td>3</td><td>4</td><td>5</td></tr></table>"
    )

    assert rows_of(html) == [["A", "", "B"], ["1", "2", ""], ["3", "4", "5"]]


def test_columns_in_which_no_cell_begins_are_none() -> None:
    assert rows_of("<table><tr><td colspan=9>A</td></tr><tr><td colspan=9>B</td></tr></table>") == [
        ["A"],
        ["B"],
    ]


def test_short_rows_are_filled_and_what_a_cell_holds_becomes_lines() -> None:
    html = (
        "<table><caption>Bảng <b>1</b></caption><tbody><tr><td><p>a</p><p>b</p><td><ul><li>c</ul></tr>"
        "<tr><td><table><tr><td>d<td>e</table></tr></tbody></table>"
    )

    assert rows_of(html) == [["a\nb", "c"], ["d\ne", ""]]
    assert blocks_of(html)[0].caption == "Bảng 1"


def test_words_row_of_no_height_is_none() -> None:
    html = "<table><tr><td>A<td>B</tr><![if !x]><tr height=0><td width=9></td></tr><![endif]></table>"

    assert rows_of(html) == [["A", "B"]]


def test_a_table_without_words_is_none() -> None:
    assert blocks_of("<table><tr><td><img src=x></td><td>&nbsp;</td></tr></table>") == ()


# ---- Without end -----------------------------------------------------------------------------------


@pytest.mark.parametrize("tags", ["<div>", "<b>", "<ul><li>a", "<table><tr><td>a", "<blockquote>a"])
@pytest.mark.timeout(30)
def test_nesting_without_end_ends_well(tags: str) -> None:
    assert "Tin" in str(blocks_of(f"{tags * 10_000}Tin"))


@pytest.mark.parametrize(
    "html",
    [
        "<style>" + "/*" * 900_000 + "</style>",
        "<style>" + "a{" * 900_000 + "</style>",
        "<style>" + "a,b{font-weight:bold}" * 50_000 + "</style>",
        "a" + " " * 400_000,
        "&nbsp; " * 100_000,
        f"<span style='font:{'1' * 400_000}'>",
        "<p class='" + "caption-" * 100_000 + "'>",
        "<div style='" + ";" * 1_000_000 + "'>",
        "<table><tr><td>" * 10_000 + "<img src=x>" * 10_000,
        "<ol><li>" * 5_000 + "<figure>" * 10_000,
    ],
    ids=["comments", "braces", "rules", "spaces", "no-break", "font", "class", "style", "tables", "figures"],
)
@pytest.mark.timeout(30)
def test_what_never_ends_takes_no_longer(html: str) -> None:
    assert "Tin" in str(blocks_of(f"{html}<p>Tin"))


@pytest.mark.parametrize(
    "html",
    ["<p>a <b>b</b></p>" * 1_200_000, "a" * 20_000_000, "<" * 20_000_000, "<a>" * 7_000_000],
    ids=["elements", "letters", "brackets", "open"],
)
@pytest.mark.timeout(60)
def test_more_than_any_bulletin_has_is_refused(html: str) -> None:
    with pytest.raises(InputError) as refused:
        blocks_of(html)
    assert refused.value.code == "reading.too-much-text"


def test_embedded_pictures_may_be_large() -> None:
    document = read_html(f'<p>Tin<img src="data:image/png;base64,{"A" * 16_000_000}"></p>')

    assert [type(block) for block in document.blocks] == [Paragraph, PictureRow]
    assert [len(file.data) for file in document.pictures.values()] == [12_000_000]


@pytest.mark.parametrize("cells", ["<td>x" * 200, "<td>x<td>y<tr>" * 11_000])
def test_a_table_beyond_print_is_refused(cells: str) -> None:
    with pytest.raises(InputError) as refused:
        blocks_of(f"<table><tr>{cells}</table>")
    assert refused.value.code == "reading.table-too-large"


def test_words_of_buttons_and_formulas_stay() -> None:
    formula = "<math><mi>a</mi><mo>=</mo><mn>2</mn><annotation>a=2</annotation></math>"
    html = f"<h2><button>Mục 1</button></h2><p>khi {formula}</p>"

    assert blocks_of(html) == (Subheading(text=rich("Mục 1")), Paragraph(text=rich("khi a=2")))


@pytest.mark.parametrize("html", ["<textarea>ghi chú</textarea>", "<noscript><p>chữ</p> </noscript>"])
def test_words_that_only_some_see_are_told_of(html: str) -> None:
    assert read_html(f"<p>a</p>{html}").notes == (Note("page-unseen-text"),)
    assert read_html("<p>a</p><noscript> <style>p{}</style><iframe></iframe></noscript>").notes == ()
