"""Where the cover of a bulletin ends, when text stands between it and the first headline."""

from __future__ import annotations

from bulletin_editor.model.blocks import Block, Paragraph, Subheading
from bulletin_editor.model.rich_text import rich
from bulletin_editor.services.proposed_article import Part
from bulletin_editor.services.proposing import proposed_articles

RUNNING = "TIN CỦA THƯ VIỆN TỈNH"
NUMBER = "Từ 01/06/2026 - 07/06/2026| Số 22/2026"
TEXT = "Sáng nay, thư viện tỉnh mở phòng đọc mới cho học sinh và người dân trong vùng, với hai mươi máy tính."


def paragraphs(*lines: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text=rich(line)) for line in lines)


ARTICLES = (
    Subheading(text=rich("PHÒNG ĐỌC MỚI CỦA THƯ VIỆN TỈNH")),
    *paragraphs(TEXT, RUNNING),
    Subheading(text=rich("NGÀY HỘI SÁCH CỦA CÁC TRƯỜNG")),
    *paragraphs(TEXT),
)


def parts(*front: Paragraph) -> list[tuple[Part, str, tuple[Block, ...]]]:
    at = len(front)
    found = proposed_articles((*front, *ARTICLES), {at: 1, at + 3: 1})
    return [(each.part, each.headline, each.body) for each in found[:-2]]


def test_a_cover_ends_where_the_text_of_an_article_begins() -> None:
    cover = paragraphs("THƯ VIỆN MẪU", NUMBER, "PHÒNG ĐỌC MỚI CỦA", "THƯ VIỆN TỈNH", "SÁCH LÀ BẠN", RUNNING)
    text = paragraphs(TEXT, NUMBER)
    assert parts(*cover, *text) == [
        (Part.FRONT, "THƯ VIỆN MẪU", cover[1:]),
        (Part.ARTICLE, TEXT.removesuffix("."), text),
    ]


def test_the_headline_of_the_text_is_no_line_of_the_cover() -> None:
    cover, text = paragraphs("THƯ VIỆN MẪU", NUMBER), paragraphs("THƯ NGỎ", TEXT)
    assert parts(*cover, *text) == [
        (Part.FRONT, "THƯ VIỆN MẪU", cover[1:]),
        (Part.ARTICLE, "THƯ NGỎ", text[1:]),
    ]


def test_what_is_longer_than_any_cover_is_none() -> None:
    lines = paragraphs("THƯ VIỆN MẪU", NUMBER, *["SÁCH LÀ BẠN"] * 300)
    assert [part for part, _, _ in parts(*lines[:300])] == [Part.FRONT]
    assert [part for part, _, _ in parts(*lines)] == [Part.ARTICLE]


def test_text_below_what_is_no_cover_is_one_article_with_it() -> None:
    text = paragraphs("THƯ NGỎ", "PHÒNG ĐỌC MỚI CỦA THƯ VIỆN TỈNH", TEXT)
    assert parts(*text) == [(Part.ARTICLE, "THƯ NGỎ PHÒNG ĐỌC MỚI CỦA THƯ VIỆN TỈNH", text[2:])]
