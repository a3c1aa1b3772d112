"""What a document is proposed as: its headlines, its lead, its author and source. No word is lost."""

from __future__ import annotations

import pytest

from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    Lead,
    ListItem,
    Paragraph,
    Picture,
    PictureRow,
    Subheading,
    Table,
)
from bulletin_editor.model.issue import Source
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.services.proposed_article import Part, ProposedArticle
from bulletin_editor.services.proposing import proposed_articles

BODY = "Sáng nay, thư viện tỉnh mở phòng đọc mới cho học sinh và người dân trong vùng."
MORE = "Phòng đọc mở cả buổi tối."
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
PICTURE = PictureRow(pictures=(Picture(sha256="a" * 64),))


def paragraph(text: str, **formats: bool) -> Paragraph:
    return Paragraph(text=RichText(runs=(Run(text=text, **formats),)))


def heading(text: str) -> Subheading:
    return Subheading(text=rich(text))


HEAD = (paragraph("UBND TỈNH MẪU"), paragraph("Số: 34/STV-VP"), paragraph(NATION), paragraph(MOTTO))
END = (
    paragraph("Nơi nhận:"),
    BulletList(items=(ListItem(text=rich("Như trên;")), ListItem(text=rich("Lưu: VT.")))),
    paragraph("KT. GIÁM ĐỐC"),
    paragraph("Lò Văn Mẫu"),
)
LETTER_PARTS = (Part.LETTER_HEAD, Part.ARTICLE, Part.LETTER_END)


def proposed(*blocks: Block, headings: dict[int, int] | None = None) -> list[tuple[str, tuple[Block, ...]]]:
    return [(each.headline, each.body) for each in proposed_articles(blocks, headings or {})]


def one(*blocks: Block, headings: dict[int, int] | None = None) -> ProposedArticle:
    (article,) = proposed_articles(blocks, headings or {})
    return article


# ---- Headlines -------------------------------------------------------------------------------------


def test_a_title_is_the_headline_and_headings_below_stay() -> None:
    blocks = (heading("Tên bài"), paragraph(BODY), heading("Mục một"), paragraph(MORE), heading("Mục hai"))
    assert proposed(*blocks, headings={0: 0, 2: 1, 4: 1}) == [("Tên bài", blocks[1:])]


def test_headings_of_one_level_make_an_article_each() -> None:
    blocks = (heading("Bài một"), paragraph(BODY), heading("Bài hai"), heading("Mục"), paragraph(MORE))
    assert proposed(*blocks, headings={0: 1, 2: 1, 3: 2}) == [
        ("Bài một", (blocks[1],)),
        ("Bài hai", blocks[3:]),
    ]


@pytest.mark.parametrize(("title", "below"), [(0, 1), (1, 2)])
def test_a_title_right_over_the_headings_is_the_headline_of_the_whole(title: int, below: int) -> None:
    blocks = (
        heading("Tuần sách"),
        heading("Sáng nay"),
        paragraph(BODY),
        heading("Chiều nay"),
        paragraph(MORE),
    )
    assert proposed(*blocks, headings={0: title, 1: below, 3: below}) == [("Tuần sách", blocks[1:])]


def test_a_title_in_capitals_is_no_label_either() -> None:
    blocks = (heading("SỰ KIỆN"), heading("Phòng đọc mới"), paragraph(BODY))
    assert proposed(*blocks, headings={0: 1, 1: 2}) == [("SỰ KIỆN", blocks[1:])]


def test_headlines_that_begin_with_an_office_are_headlines() -> None:
    blocks = (heading("UBND tỉnh họp phiên tháng 5"), paragraph(BODY), heading("Bài hai"), paragraph(BODY))
    assert [headline for headline, _ in proposed(*blocks, headings={0: 1, 2: 1})] == [
        "UBND tỉnh họp phiên tháng 5",
        "Bài hai",
    ]


@pytest.mark.parametrize(
    ("first", "second"), [("I. Kết quả", "II. Việc tới"), ("1. Nhất", "2. Hai"), ("Điều 1. A", "Điều 2. B")]
)
def test_numbered_headings_are_parts_of_one_text(first: str, second: str) -> None:
    blocks = (paragraph("BÁO CÁO TUẦN"), heading(first), paragraph(BODY), heading(second), paragraph(MORE))
    assert proposed(*blocks, headings={1: 1, 3: 1}) == [("BÁO CÁO TUẦN", blocks[1:])]
    assert proposed(blocks[0], *blocks[1:], headings={0: 1, 1: 1, 3: 1})[0][0] == "BÁO CÁO TUẦN"


def test_a_numbered_line_is_no_part_of_the_headline() -> None:
    parts = (paragraph("I. KẾT QUẢ", bold=True), paragraph(BODY), paragraph("II. VIỆC TỚI", bold=True))
    assert proposed(paragraph("BÁO CÁO TUẦN"), *parts) == [("BÁO CÁO TUẦN", parts)]


@pytest.mark.parametrize("levels", [{}, dict.fromkeys(range(24), 1)])
def test_lines_that_all_stand_out_are_no_headline_but_the_first(levels: dict[int, int]) -> None:
    verses = tuple(paragraph(f"Câu thơ thứ {number} về quê hương", bold=True) for number in range(24))
    assert proposed(*verses, headings=levels) == [("Câu thơ thứ 0 về quê hương", verses[1:])]
    assert proposed(*verses[:3]) == [("Câu thơ thứ 0 về quê hương", verses[1:3])]
    assert proposed(*verses, paragraph(BODY), headings=levels)[0][0] == "Câu thơ thứ 0 về quê hương"


def test_a_heading_as_long_as_text_is_text() -> None:
    long = heading("Phòng đọc mới cho học sinh vùng cao " * 7)
    blocks = (long, paragraph(BODY), long, paragraph(MORE))
    assert one(*blocks, headings={0: 1, 2: 1}).body == blocks


def test_a_single_line_is_the_text() -> None:
    assert proposed(heading("Phòng đọc mới"), headings={0: 1}) == [
        ("Phòng đọc mới", (heading("Phòng đọc mới"),))
    ]


def test_a_headline_in_two_headings_is_one() -> None:
    blocks = (heading("PHÒNG ĐỌC MỚI"), heading("CHO VÙNG CAO"), paragraph(BODY))
    assert proposed(*blocks, headings={0: 1, 1: 1}) == [("PHÒNG ĐỌC MỚI CHO VÙNG CAO", (blocks[2],))]


@pytest.mark.parametrize("line", [paragraph("Phòng đọc mới", bold=True), paragraph("PHÒNG ĐỌC MỚI")])
def test_without_headings_what_stands_out_at_the_top_is_the_headline(line: Paragraph) -> None:
    blocks = (PICTURE, line, paragraph("cho vùng cao", bold=True), paragraph(BODY))
    assert proposed(*blocks) == [(f"{line.text.plain} cho vùng cao", (PICTURE, blocks[3]))]


def test_else_a_first_line_that_is_no_sentence_is_the_headline() -> None:
    assert proposed(paragraph("Phòng đọc mới"), paragraph(BODY)) == [("Phòng đọc mới", (paragraph(BODY),))]


def test_else_the_first_sentence_stands_in_for_it_and_stays() -> None:
    blocks = (paragraph("Phòng đọc mở cửa. " + BODY), paragraph(MORE))
    assert proposed(*blocks) == [("Phòng đọc mở cửa", blocks)]
    long = paragraph("tiếng " * 60 + ".")
    assert len(one(long).headline) <= 121
    assert one(long).headline.endswith("…")
    points = BulletList(items=(ListItem(text=rich("Phòng đọc mở cửa;")), ListItem(text=rich(MORE))))
    assert proposed(points, paragraph(BODY)) == [("Phòng đọc mở cửa", (points, paragraph(BODY)))]


def test_the_head_of_an_official_letter_is_a_part_of_its_own() -> None:
    head = (
        paragraph("UBND TỈNH ĐIỆN BIÊN"),
        paragraph("SỞ KHOA HỌC VÀ CÔNG NGHỆ", bold=True),
        paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True),
        paragraph("Độc lập - Tự do - Hạnh phúc", bold=True),
        paragraph("Số: 12/BC-SKHCN"),
        paragraph("Điện Biên, ngày 05 tháng 6 năm 2026", italic=True),
    )
    title = (paragraph("BÁO CÁO", bold=True), paragraph("Kết quả tuần 22", bold=True))
    assert proposed(*head, *title, paragraph(BODY)) == [
        ("Số: 12/BC-SKHCN", head),
        ("BÁO CÁO Kết quả tuần 22", (paragraph(BODY),)),
    ]


def test_the_head_of_a_letter_may_be_a_table() -> None:
    cells = (rich("UBND TỈNH\nSỞ A"), rich("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"))
    head = Table(header=cells)
    assert proposed(head, paragraph("TIN VUI"), paragraph(BODY)) == [
        ("UBND TỈNH", (head,)),
        ("TIN VUI", (paragraph(BODY),)),
    ]


def test_what_a_letter_is_about_is_its_headline_where_it_has_no_title() -> None:
    cells = (rich("Số: 34/STV-VP\nV/v gửi tin bài\ntuần 22"), rich("Độc lập - Tự do - Hạnh phúc"))
    addressed = (paragraph("Kính gửi:"), paragraph("- Các phòng;"), paragraph("- Các đội."))
    end = Table(header=(rich("Nơi nhận:\n- Như trên"), rich("GIÁM ĐỐC")))
    head, letter, last = proposed_articles((Table(header=cells), *addressed, paragraph(BODY), end), {})
    assert (head.part, head.headline, head.body[1:]) == (Part.LETTER_HEAD, "Số: 34/STV-VP", addressed)
    assert (letter.part, letter.headline) == (Part.ARTICLE, "Gửi tin bài tuần 22")
    assert (last.part, last.headline, last.body) == (Part.LETTER_END, "Nơi nhận", (end,))


def test_the_headings_of_a_letter_are_its_parts_and_an_annex_stays() -> None:
    head, title = paragraph(f"UBND TỈNH MẪU\n{NATION}\nSố: 34/KH-STV"), heading("KẾ HOẠCH")
    text = (heading("Mục đích"), paragraph(BODY), heading("Nội dung"), paragraph(MORE))
    annex = (heading("Phụ lục"), paragraph(f"{BODY} {BODY}"))
    assert proposed(head, title, *text, *END, *annex, headings={1: 1, 2: 2, 4: 2, 9: 2}) == [
        ("Số: 34/KH-STV", (head,)),
        ("KẾ HOẠCH", (*text, *annex)),
        ("Nơi nhận", END),
    ]


@pytest.mark.parametrize(
    "annex",
    [
        (paragraph("PHỤ LỤC"), paragraph("Giá sách: mười nghìn đồng")),
        (heading("BẢNG GIÁ SÁCH"), Table(header=(rich("Sách"), rich("Giá")))),
        (BulletList(items=(ListItem(text=rich(f"{BODY} {MORE}")),)),),
        (paragraph("SÁCH MỚI VỀ THƯ VIỆN"),),
        (PICTURE,),
    ],
)
@pytest.mark.parametrize(
    "end",
    [
        END,
        (paragraph("Nơi nhận: - Như trên; - Lưu: VT."), paragraph("TM. BAN QUẢN LÝ\nTRƯỞNG BAN\nLò Văn Mẫu")),
        (Table(header=(rich("Nơi nhận:\n- Như trên;\n- Lưu: VT."), rich("GIÁM ĐỐC\nLò Văn Mẫu"))),),
        (END[0], END[2], END[1], END[3]),
    ],
)
def test_what_follows_the_end_of_a_letter_is_text(end: tuple[Block, ...], annex: tuple[Block, ...]) -> None:
    _, letter, last = proposed_articles((*HEAD, paragraph(BODY), *end, *annex), {})
    assert (letter.part, letter.body) == (Part.ARTICLE, (paragraph(BODY), *annex))
    assert (last.part, last.body) == (Part.LETTER_END, end)


@pytest.mark.parametrize(
    "lines",
    [
        ("Nơi nhận hồ sơ: Thư viện tỉnh", "Lệ phí: không thu"),
        ("Nơi nhận:", "Thư viện tỉnh, tầng hai"),
        ("Nơi nhận:", "- Thư viện tỉnh;", "- Trường học các xã."),
    ],
)
def test_where_something_is_to_be_handed_in_is_no_end(lines: tuple[str, ...]) -> None:
    text = (paragraph(BODY), *map(paragraph, lines), paragraph(MORE))
    _, letter = proposed_articles((*HEAD, *text), {})
    assert letter.body == text


def test_letters_that_follow_each_other_are_one_each() -> None:
    letter = (*HEAD, paragraph("Mời các phòng họp."), *END[:-1])
    assert [each.part for each in proposed_articles(letter * 3, {})] == [*LETTER_PARTS] * 3


def test_below_whom_a_letter_is_addressed_to_its_text_begins() -> None:
    bases = (paragraph("- Căn cứ kế hoạch năm;"), paragraph("- Thực hiện ý kiến các phòng;"))
    below = (paragraph("Kính gửi:"), paragraph("- Các phòng;"))
    assert proposed_articles((*HEAD, *below, *bases, paragraph(BODY)), {})[1].body == (
        *bases,
        paragraph(BODY),
    )
    beside = paragraph("Kính gửi: Các phòng")
    points = BulletList(items=(ListItem(text=rich("Mở phòng đọc")),))
    assert proposed_articles((*HEAD, beside, points, paragraph(BODY)), {})[1].body == (
        points,
        paragraph(BODY),
    )
    (text,) = proposed_articles((*HEAD, *below, *END), {})
    assert text.part is Part.ARTICLE


@pytest.mark.parametrize(
    ("headline", "quoted"),
    [
        ("Phát hiện giấy giả của thư viện", ("Giấy giả viết:", NATION, MOTTO, "Số: 12/STV-VP")),
        ("Quy định mới về thẻ đọc", ("Số: 45/2026/QĐ-STV", "Mẫu, ngày 5 tháng 5 năm 2026")),
        ("Dòng chữ thân thương", ("Ai cũng thuộc", MOTTO, "như thuộc tên mình.", NATION)),
        ("THƯ VIỆN TỈNH RA QUY ĐỊNH MỚI", ("Số: 45/2026/QĐ-STV", "Mẫu, ngày 5 tháng 5 năm 2026")),
    ],
)
def test_news_that_quotes_a_letter_is_none(headline: str, quoted: tuple[str, ...]) -> None:
    blocks = (paragraph(headline, bold=True), *map(paragraph, quoted), paragraph(BODY))
    assert proposed(*blocks) == [(headline, blocks[1:])]
    headings = {0: 1}
    assert proposed(*blocks, headings=headings) == [(headline, blocks[1:])]


def test_a_table_with_text_is_no_head() -> None:
    table = Table(header=(rich(f"{NATION}\n{MOTTO}"),), rows=((rich(f"{BODY} {MORE}"),),))
    assert [each.part for each in proposed_articles((table, paragraph(BODY)), {})] == [Part.ARTICLE]
    numbers = Table(header=(rich("Số: 12/QĐ-STV"), rich("Số: 13/QĐ-STV")))
    assert [each.part for each in proposed_articles((numbers, paragraph(BODY)), {})] == [Part.ARTICLE]


def test_a_number_alone_makes_no_letter_of_news() -> None:
    blocks = (paragraph("VĂN BẢN MỚI"), paragraph("Số: 15/QĐ-STV"), paragraph(BODY))
    assert proposed(*blocks) == [("VĂN BẢN MỚI", blocks[1:])]


def test_a_place_and_a_day_under_news_make_no_letter_of_it() -> None:
    blocks = (paragraph("TIN VUI"), paragraph(BODY), paragraph("Mường Lay, ngày 5 tháng 6 năm 2026"))
    assert proposed(*blocks) == [("TIN VUI", blocks[1:])]


# ---- Bulletins -------------------------------------------------------------------------------------


def parts(*blocks: Block, headings: dict[int, int]) -> list[tuple[Part, str]]:
    return [(each.part, each.headline) for each in proposed_articles(blocks, headings)]


def test_labels_over_headlines_are_no_articles_and_no_text() -> None:
    first = (heading("SỰ KIỆN"), heading("Phòng đọc mới"), paragraph(BODY), paragraph("SỰ KIỆN"))
    second = (heading("Ngày hội sách"), paragraph(BODY), heading("HỎI ĐÁP"), heading("Hỏi về thẻ"))
    labels = {0: 1, 1: 2, 4: 2, 6: 1, 7: 2}
    assert parts(*first, *second, paragraph(BODY), headings=labels) == [
        (Part.LABEL, "SỰ KIỆN"),
        (Part.ARTICLE, "Phòng đọc mới"),
        (Part.LABEL, "SỰ KIỆN"),
        (Part.ARTICLE, "Ngày hội sách"),
        (Part.LABEL, "HỎI ĐÁP"),
        (Part.ARTICLE, "Hỏi về thẻ"),
    ]


def test_usual_labels_are_known_wherever_they_stand() -> None:
    first = (heading("Phòng đọc mới"), paragraph(BODY), paragraph("CHUYỂN ĐỔI SỐ"))
    second = (heading("Ngày hội sách"), paragraph(BODY))
    assert parts(*first, *second, headings={0: 1, 3: 1}) == [
        (Part.ARTICLE, "Phòng đọc mới"),
        (Part.LABEL, "CHUYỂN ĐỔI SỐ"),
        (Part.ARTICLE, "Ngày hội sách"),
    ]
    over_one = (heading("CHUYỂN ĐỔI SỐ"), heading("Phòng đọc mới"), paragraph(BODY))
    assert [part for part, _ in parts(*over_one, headings={0: 1, 1: 2})] == [Part.LABEL, Part.ARTICLE]


def test_a_picture_over_a_label_belongs_to_the_article_below() -> None:
    blocks = (PICTURE, paragraph("CHUYỂN ĐỔI SỐ"), heading("Phòng đọc mới"), paragraph(BODY))
    label, article = proposed_articles(blocks, {2: 1})
    assert (label.part, label.body) == (Part.LABEL, ())
    assert (article.headline, article.body) == ("Phòng đọc mới", (PICTURE, paragraph(BODY)))


def test_an_author_or_a_notice_below_an_article_is_no_label() -> None:
    signed = (heading("Bài một"), paragraph(BODY), paragraph("LÒ MẪU"))
    again = (heading("Bài hai"), paragraph(BODY), paragraph("LÒ MẪU"))
    noted = (heading("Bài ba"), paragraph(BODY), paragraph("NGHỈ LỄ HAI NGÀY"))
    last = (heading("Bài bốn"), paragraph(BODY))
    levels = dict.fromkeys((0, 3, 6, 9), 1)
    found = proposed_articles((*signed, *again, *noted, *last), levels)
    assert [each.part for each in found] == [Part.ARTICLE] * 4
    assert [each.body for each in found] == [signed[1:], again[1:], noted[1:], last[1:]]


ARTICLES = (
    heading("Phòng đọc mới của thư viện"),
    paragraph(BODY),
    heading("Ngày hội sách của các trường"),
    paragraph(BODY),
)
LISTED = "Phòng đọc mới của thư viện, trang 2\nNgày hội sách của các trường, trang 3"


@pytest.mark.parametrize("line", [LISTED, "Tuần 22 | SỐ 22/2026"])
def test_a_cover_has_the_number_of_the_issue_or_its_headlines(line: str) -> None:
    cover = (paragraph("THƯ VIỆN TỈNH"), paragraph(line))
    assert parts(*cover, *ARTICLES, headings={2: 1, 4: 1})[0] == (Part.FRONT, "THƯ VIỆN TỈNH")
    found = parts(heading("BẢN TIN"), cover[1], *ARTICLES, headings={0: 1, 2: 2, 4: 2})
    assert [part for part, _ in found] == [Part.FRONT, Part.ARTICLE, Part.ARTICLE]


@pytest.mark.parametrize(
    "blocks",
    [
        (paragraph("TIN VUI"), paragraph(f"{BODY} {MORE}")),
        (paragraph("Thư viện mở hội", bold=True), paragraph("Hội mở sáng nay."), paragraph(MORE)),
        (paragraph("Lịch tuần"), Table(header=(rich("Thứ hai"), rich("Họp")))),
        (paragraph("Mời đọc"), paragraph("Bài Phòng đọc mới của thư viện ở dưới.")),
    ],
)
def test_other_text_before_the_first_headline_is_an_article(blocks: tuple[Block, ...]) -> None:
    count = len(blocks)
    found = proposed_articles((*blocks, *ARTICLES), {count: 1, count + 2: 1})
    assert found[0].part is Part.ARTICLE
    assert found[0].body == blocks[1:]


def test_nothing_becomes_nothing() -> None:
    assert proposed() == []


# ---- Lead, author, source --------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["bold", "italic"])
def test_a_paragraph_marked_as_a_whole_under_the_headline_is_the_lead(mark: str) -> None:
    article = one(paragraph("TIN VUI"), paragraph(BODY, **{mark: True}), paragraph(MORE))
    assert article.body == (Lead(paragraphs=(rich(BODY),)), paragraph(MORE))


def test_a_plain_a_short_and_a_last_paragraph_are_no_lead() -> None:
    assert one(paragraph("TIN VUI"), paragraph(BODY), paragraph(MORE)).body[0] == paragraph(BODY)
    short = paragraph("Kính gửi: các phòng.", bold=True)
    assert one(paragraph("TIN VUI"), short, paragraph(MORE)).body[0] == short
    last = paragraph(BODY, bold=True)
    assert one(paragraph("TIN VUI"), last).body == (last,)


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [
        ("Nguồn: Báo Mới", "", Source(name="Báo Mới")),
        ("(Nguồn: https://bao.vn/tin)", "", Source(url="https://bao.vn/tin")),
        ("Bài, ảnh: Lò Văn A", "Lò Văn A", Source()),
        ("Tác giả: Lò Văn A", "Lò Văn A", Source()),
    ],
)
def test_lines_at_the_end_that_name_author_and_source(line: str, author: str, source: Source) -> None:
    article = one(paragraph("TIN VUI"), paragraph(BODY), paragraph(line))
    assert (article.author, article.source, article.body) == (author, source, (paragraph(BODY),))


def test_both_may_stand_there_and_elsewhere_they_are_text() -> None:
    signed = (paragraph("Tin, bài: Lò Văn A"), paragraph("Nguồn: Báo Mới"))
    article = one(paragraph("TIN VUI"), paragraph(BODY), *signed)
    assert (article.author, article.source) == ("Lò Văn A", Source(name="Báo Mới"))
    inside = one(paragraph("TIN VUI"), *signed, paragraph(BODY))
    assert inside.body == (*signed, paragraph(BODY))
