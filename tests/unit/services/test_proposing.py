"""What a document is proposed as: its headlines, its lead, its author and source. No word is lost."""

from __future__ import annotations

import pytest

from bulletin_editor.model.blocks import Block, Lead, Paragraph, Picture, PictureRow, Subheading, Table
from bulletin_editor.model.issue import Source
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.services.proposed_article import Part, ProposedArticle
from bulletin_editor.services.proposing import proposed_articles

BODY = "Sáng nay, thư viện tỉnh mở phòng đọc mới cho học sinh và người dân trong vùng."
MORE = "Phòng đọc mở cả buổi tối."
PICTURE = PictureRow(pictures=(Picture(sha256="a" * 64),))


def paragraph(text: str, **formats: bool) -> Paragraph:
    return Paragraph(text=RichText(runs=(Run(text=text, **formats),)))


def heading(text: str) -> Subheading:
    return Subheading(text=rich(text))


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


def test_a_name_over_several_articles_comes_before_them() -> None:
    blocks = (heading("Tin tuần"), heading("Bài một"), paragraph(BODY), heading("Bài hai"), paragraph(MORE))
    assert proposed(*blocks, headings={0: 0, 1: 1, 3: 1}) == [
        ("Tin tuần", ()),
        ("Bài một", (blocks[2],)),
        ("Bài hai", (blocks[4],)),
    ]


@pytest.mark.parametrize(
    ("first", "second"), [("I. Kết quả", "II. Việc tới"), ("1. Nhất", "2. Hai"), ("Điều 1. A", "Điều 2. B")]
)
def test_numbered_headings_are_parts_of_one_text(first: str, second: str) -> None:
    blocks = (paragraph("BÁO CÁO TUẦN"), heading(first), paragraph(BODY), heading(second), paragraph(MORE))
    assert proposed(*blocks, headings={1: 1, 3: 1}) == [("BÁO CÁO TUẦN", blocks[1:])]


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
    head, title = paragraph("UBND TỈNH MẪU\nSố: 34/KH-STV"), heading("KẾ HOẠCH")
    annex = (paragraph("Nơi nhận:"), heading("Phụ lục"), paragraph(f"{BODY} {BODY}"))
    text = (heading("Mục đích"), paragraph(BODY), heading("Nội dung"), paragraph(MORE), *annex)
    assert proposed(head, title, paragraph(BODY), *text, headings={1: 1, 3: 2, 5: 2, 8: 2}) == [
        ("Số: 34/KH-STV", (head,)),
        ("KẾ HOẠCH", (paragraph(BODY), *text)),
    ]


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


def test_a_label_over_a_single_headline_is_one_too() -> None:
    blocks = (heading("SỰ KIỆN"), heading("Phòng đọc mới"), paragraph(BODY))
    assert parts(*blocks, headings={0: 1, 1: 2}) == [(Part.LABEL, "SỰ KIỆN"), (Part.ARTICLE, "Phòng đọc mới")]


def test_a_cover_is_no_article_but_text_before_the_first_headline_is() -> None:
    articles = (heading("Bài một"), paragraph(BODY), heading("Bài hai"), paragraph(BODY))
    cover = (paragraph("THƯ VIỆN TỈNH"), paragraph("Bài một, trang 2"))
    places = {2: 1, 4: 1}
    assert parts(*cover, *articles, headings=places)[0] == (Part.FRONT, "THƯ VIỆN TỈNH")
    text = (paragraph("TIN VUI"), paragraph(f"{BODY} {MORE}"))
    assert parts(*text, *articles, headings=places)[0] == (Part.ARTICLE, "TIN VUI")


def test_a_title_over_a_cover_in_capitals_is_not_the_headline_of_all() -> None:
    cover = (
        heading("BẢN TIN THƯ VIỆN"),
        paragraph("PHÒNG ĐỌC MỚI CHO HỌC SINH CÁC XÃ VÙNG CAO CỦA TỈNH NHÀ TỪ THÁNG CHÍN NĂM NAY"),
    )
    articles = (heading("Bài một"), paragraph(BODY), heading("Bài hai"), paragraph(BODY))
    found = parts(*cover, *articles, headings={0: 1, 2: 2, 4: 2})
    assert [part for part, _ in found] == [Part.FRONT, Part.ARTICLE, Part.ARTICLE]


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
