"""What a document is proposed as: its headlines, its lead, its author and source. No word is lost."""

from __future__ import annotations

import pytest

from bulletin_editor.model.blocks import Block, Lead, Paragraph, Picture, PictureRow, Subheading, Table
from bulletin_editor.model.issue import Source
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.services.proposing import ProposedArticle, proposed_articles

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


def test_the_head_of_an_official_letter_is_no_headline_and_stays() -> None:
    head = (
        paragraph("UBND TỈNH ĐIỆN BIÊN"),
        paragraph("SỞ KHOA HỌC VÀ CÔNG NGHỆ", bold=True),
        paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True),
        paragraph("Độc lập - Tự do - Hạnh phúc", bold=True),
        paragraph("Số: 12/BC-SKHCN"),
        paragraph("Điện Biên, ngày 05 tháng 6 năm 2026", italic=True),
    )
    title = (paragraph("BÁO CÁO", bold=True), paragraph("Kết quả tuần 22", bold=True))
    assert proposed(*head, *title, paragraph(BODY)) == [("BÁO CÁO Kết quả tuần 22", (*head, paragraph(BODY)))]


def test_the_head_of_a_letter_may_be_a_table() -> None:
    cells = (rich("UBND TỈNH\nSỞ A"), rich("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"))
    head = Table(header=cells)
    assert proposed(head, paragraph("TIN VUI"), paragraph(BODY)) == [("TIN VUI", (head, paragraph(BODY)))]


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
