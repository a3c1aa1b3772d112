"""What comes of HTML in the manner of the programs that it is copied from."""

from __future__ import annotations

import pytest

from bulletin_editor.importers.document import Note
from bulletin_editor.importers.html import read_html
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    ListItem,
    NumberedList,
    Paragraph,
    PictureRow,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import RichText, Run, Script, rich


def blocks_of(html: str) -> tuple[Block, ...]:
    return read_html(html).blocks


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph(
        text=RichText(runs=tuple(Run(text=run) if isinstance(run, str) else run for run in runs))
    )


def items(*texts: str) -> tuple[ListItem, ...]:
    return tuple(ListItem(text=rich(text)) for text in texts)


# ---- Style sheets ----------------------------------------------------------------------------------


def test_word_says_in_its_style_sheet_what_is_bold_and_what_is_hidden() -> None:
    html = (
        "<style><!-- /* Style Definitions */\n@font-face {font-family:Cambria;}\n"
        "p.MsoNormal, li.MsoNormal {margin:0cm; font-size:14.0pt;}\n"
        "span.Manh {mso-style-name:Manh; FONT-WEIGHT:bold;}\n.An {display:none;}\n"
        "@page WordSection1 {size:595pt 842pt;}\n--></style>"
        "<p class=MsoNormal>Kết <span class=Manh>quả</span><span class=An> nháp</span> tốt</p>"
    )

    assert blocks_of(html) == (paragraph("Kết ", Run(text="quả", bold=True), " tốt"),)


def test_the_closer_rule_wins_and_its_own_style_outdoes_all() -> None:
    html = (
        "<style>span{font-style:italic} .x{font-style:normal} span.y{font-style:italic}</style><p>"
        '<span>a</span><span class="x">b</span><span class="x y">c</span>'
        '<span class="y" style="font-style:normal">d'
    )

    assert blocks_of(html) == (paragraph(Run(text="a", italic=True), "b", Run(text="c", italic=True), "d"),)


def test_rules_for_certain_media_are_left() -> None:
    html = "<style>@media print { p {display:none} } @media (max-width: 9px) { p, .b {display:none} }</style>"

    assert blocks_of(f"{html}<p>Tin") == (paragraph("Tin"),)


def test_google_docs_downloads_say_all_by_classes() -> None:
    html = (
        '<html><head><style type="text/css">ul.lst-kix_a-0{list-style-type:none}.c0{font-weight:700}'
        ".c1{vertical-align:super;font-size:8pt}</style></head><body>"
        '<p><span class="c0">Tăng</span><span> 12 m</span><span class="c1">2</span></p></body>'
    )

    expected = paragraph(Run(text="Tăng", bold=True), " 12 m", Run(text="2", script=Script.SUPERSCRIPT))
    assert blocks_of(html) == (expected,)


def test_words_lists_may_be_named_in_the_style_sheet() -> None:
    html = (
        "<style>p.Cham {mso-list:l0 level1 lfo1;}</style>"
        "<p class=Cham><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Một</p><p class=Cham>Hai</p>"
    )

    assert blocks_of(html) == (BulletList(items=items("Một", "Hai")),)


def test_words_tracked_changes_count_as_accepted() -> None:
    html = (
        "<style>span.msoIns{text-decoration:underline} span.msoDel{text-decoration:line-through}</style>"
        "<p>Sở <del cite='mailto:A'>đã <b>từng</b></del><ins cite='mailto:A'>sẽ</ins> họp "
        "<span class=msoIns>ngày 5</span> <span class=msoDel>ngày 4</span><u>nay</u></p>"
    )

    document = read_html(html)
    assert document.blocks == (paragraph("Sở sẽ họp ngày 5 ", Run(text="nay", underline=True)),)
    assert document.notes == (Note("tracked-deletions", count=2),)


# ---- Headings --------------------------------------------------------------------------------------


def test_headings_keep_their_levels() -> None:
    document = read_html("<p>a</p><h1>b</h1><p class=MsoTitle>c</p><h4>d</h4><p class=MsoHeading7>e</p>")

    assert document.headings == {1: 1, 2: 0, 3: 4, 4: 7}


def test_a_heading_that_is_bold_all_over_is_so_by_itself() -> None:
    html = '<h2><span style="font-weight:bold">Kết quả</span></h2><h2><b>Một</b> phần</h2>'

    part = RichText(runs=(Run(text="Một", bold=True), Run(text=" phần")))
    assert blocks_of(html) == (Subheading(text=rich("Kết quả")), Subheading(text=part))


# ---- Lists -----------------------------------------------------------------------------------------


def test_a_list_that_a_table_interrupts_counts_on() -> None:
    html = (
        "<ol start=2><li>hai</li><li>ba<table><tr><td>a</td><td>b</td></tr><tr><td>1<td>2</table>"
        "còn lại của ba</li><li>bốn</li></ol>"
    )

    first, table, rest, last = blocks_of(html)
    assert first == NumberedList(items=items("hai", "ba"), start=2)
    assert isinstance(table, Table)
    assert rest == paragraph("còn lại của ba")
    assert last == NumberedList(items=items("bốn"), start=4)


def test_points_of_word_in_a_cell_keep_their_numbers_as_text() -> None:
    point = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>"
        "<span style='mso-list:Ignore'>{}<span>&nbsp;</span></span>{}</p>"
    )
    html = (
        f"<table><tr><td>{point.format('1.', 'Một')}{point.format('·', 'Chấm')}</td><td>b</td></tr></table>"
    )

    (table,) = blocks_of(html)
    assert isinstance(table, Table)
    assert table.header[0].plain == "1. Một\n- Chấm"


# ---- Tables and places -----------------------------------------------------------------------------


def test_excel_shows_numbers_as_they_are_formatted_and_hides_hidden_rows() -> None:
    html = (
        "<html xmlns:x='urn:schemas-microsoft-com:office'><head><style>.xl65{mso-number-format:Standard;"
        "font-weight:700;}</style></head><body><table><!--StartFragment--><col width=64>"
        "<tr height=20><td class=xl65 x:num='1234.5'>1.234,50</td><td colspan=2 rowspan=2>Gộp</td></tr>"
        "<tr style='display:none'><td>ẩn</td></tr><tr><td>5%</td></tr><tr><td>x<td>y<td>z</tr>"
        "<!--EndFragment--></table></body></html>"
    )

    (table,) = blocks_of(html)
    assert isinstance(table, Table)
    assert table.header[0] == RichText(runs=(Run(text="1.234,50", bold=True),))
    assert [[cell.plain for cell in row] for row in table.rows] == [["5%", "", ""], ["x", "y", "z"]]


def test_a_table_of_one_cell_only_holds_things_in_place() -> None:
    html = "<table width=100%><tr><td><p>Một</p><ul><li>hai</li></ul></td></tr></table>"

    assert blocks_of(html) == (paragraph("Một"), BulletList(items=items("hai")))


def test_the_page_of_an_old_portal_is_no_table() -> None:
    article = "".join(f"<p>Đoạn {number}</p>" for number in range(12))
    html = (
        "<table><tr><td><table><tr><td><a href='/'>Trang chủ</a></td></tr></table></td>"
        f"<td><div><div>{article}<table><tr><td>Năm</td><td>Số</td></tr><tr><td>2026</td><td>7</td></tr></table>"
        "</div></div></td></tr></table>"
    )

    first, *paragraphs, table = blocks_of(html)
    assert first == paragraph("Trang chủ")
    assert paragraphs == [paragraph(f"Đoạn {number}") for number in range(12)]
    assert isinstance(table, Table) and len(table.rows) == 1


def test_a_table_for_looks_says_so_itself() -> None:
    html = "<table role=presentation><tr><td>Trái</td><td>Phải</td></tr></table>"

    assert blocks_of(html) == (paragraph("Trái"), paragraph("Phải"))


def test_a_caption_of_word_goes_to_the_table_behind_it() -> None:
    html = "<p class=MsoCaption>Bảng 1. Kết quả</p><table><tr><td>a<td>b<tr><td>1<td>2</table>"

    (table,) = blocks_of(html)
    assert isinstance(table, Table) and table.caption == "Bảng 1. Kết quả"


# ---- Pages of the web ------------------------------------------------------------------------------


def test_a_portal_leaves_its_indents_scripts_and_buttons_behind() -> None:
    html = (
        "<div class='detail-content'><div><p style='text-align:justify'>&nbsp;&nbsp;&nbsp; Sở Khoa học&nbsp; "
        "và Công nghệ.<br><br>&nbsp; &nbsp;Đoạn hai.</p><script>var x = '<p>mã</p>';</script><p>&nbsp;</p>"
        "<div class='fb-like' data-href='x'>Thích</div><ul class='social-share'><li>Chia sẻ</li></ul>"
        "<input type=hidden value=x></div></div>"
    )

    assert blocks_of(html) == (paragraph("Sở Khoa học và Công nghệ."), paragraph("Đoạn hai."))


def test_a_space_that_must_not_break_stays_between_words() -> None:
    assert blocks_of("<p>12&nbsp;km</p>") == (paragraph("12\u00a0km"),)


def test_outlook_and_google_mail_divide_paragraphs_by_empty_ones() -> None:
    html = (
        "<div dir=ltr>Kính gửi anh chị,<div><br></div><div>Mời họp lúc <b>8h</b>.</div><div><br></div></div>"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Trân trọng<o:p></o:p></p>"
    )

    assert blocks_of(html) == (
        paragraph("Kính gửi anh chị,"),
        paragraph("Mời họp lúc ", Run(text="8h", bold=True), "."),
        paragraph("Trân trọng"),
    )


def test_zalo_writes_smileys_as_pictures_and_lines_as_boxes() -> None:
    html = (
        "<div class='text'><span>Chúc mừng </span><img class=emoji alt='🎉' width=20 src='https://z.vn/e.png'></div>"
        "<div class='text'><span>Họp 8h</span></div>"
    )

    document = read_html(html)
    assert document.blocks == (paragraph("Chúc mừng 🎉"), paragraph("Họp 8h"))
    assert document.notes == ()


def test_facebook_writes_smileys_as_pictures_without_a_size() -> None:
    document = read_html("<div>Chúc mừng <img alt='❤️' src='https://static.xx.fbcdn.net/a.png'> bạn</div>")

    assert document.blocks == (paragraph("Chúc mừng ❤️ bạn"),)
    assert document.notes == ()


@pytest.mark.parametrize(
    "detour",
    [
        "https://www.google.com/url?q=https://dienbien.gov.vn/tin?a%3D1&amp;sa=D&amp;ust=1",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fdienbien.gov.vn%2Ftin%3Fa%3D1&amp;h=AT0",
        "https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdienbien.gov.vn%2Ftin%3Fa%3D1",
    ],
)
def test_links_lead_to_where_they_end(detour: str) -> None:
    link = Run(text="trang", link="https://dienbien.gov.vn/tin?a=1")
    assert blocks_of(f"<p><a href='{detour}'>trang</a></p>") == (paragraph(link),)


@pytest.mark.parametrize("address", ["https://l.facebook.com/l.php?h=1", "https://www.google.com/url?q="])
def test_a_detour_that_leads_nowhere_stays(address: str) -> None:
    assert blocks_of(f"<a href='{address}'>x</a>") == (paragraph(Run(text="x", link=address)),)


def test_a_detour_to_where_nobody_can_be_sent_is_no_link() -> None:
    assert blocks_of("<a href='https://l.facebook.com/l.php?u=javascript:x()'>x</a>") == (paragraph("x"),)


def test_portals_set_captions_in_italics_in_the_middle_below_the_picture() -> None:
    image = "<p align=center><img src='data:image/png,x'></p>"
    caption = "<p style='text-align: center'><em>Quang cảnh hội nghị</em></p>"

    (row, rest) = blocks_of(f"{image}{caption}<p>Đoạn</p>")
    assert isinstance(row, PictureRow) and row.caption == "Quang cảnh hội nghị"
    assert rest == paragraph("Đoạn")
    for other in ("<p><em>Đoạn nghiêng</em></p>", "<p align=center>Đoạn giữa</p>", f"<p>Đoạn</p>{caption}"):
        row = blocks_of(image + other)[0]
        assert isinstance(row, PictureRow) and not row.caption


# ---- Fonts of the time before Unicode --------------------------------------------------------------


def test_text_in_vn_and_vni_fonts_becomes_unicode_and_says_so() -> None:
    html = (
        "<p style='font-family:.VnTime'>l·nh ®¹o hai ®¬n vÞ <b>tØnh</b></p>"
        "<p><font face='VNI-Times'>laõnh ñaïo hai ñôn vò</font></p>"
        "<p style='font:bold 14pt .VnTimeH'>b¸o c¸o</p><p style='font-family:Arial'>đã đổi</p>"
    )

    document = read_html(html)
    assert document.blocks == (
        paragraph("lãnh đạo hai đơn vị ", Run(text="tỉnh", bold=True)),
        paragraph("lãnh đạo hai đơn vị"),
        paragraph("BÁO CÁO"),
        paragraph("đã đổi"),
    )
    assert [dict(note.facts) for note in document.notes] == [{"encoding": "TCVN3"}, {"encoding": "VNI"}]
    assert read_html(html, converting=False).blocks[1] == paragraph("laõnh ñaïo hai ñôn vò")
