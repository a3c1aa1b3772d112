"""Who is taken for the author of an article, where a name alone stands below its text."""

from __future__ import annotations

import pytest

from bulletin_editor.model.blocks import Block, Paragraph, Picture, PictureRow
from bulletin_editor.model.issue import Source
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.services.proposed_article import ProposedArticle
from bulletin_editor.services.proposing import proposed_articles

PICTURE = PictureRow(pictures=(Picture(sha256="a" * 64),))


def paragraph(text: str, **formats: bool) -> Paragraph:
    return Paragraph(text=RichText(runs=(Run(text=text, **formats),)))


TITLE = paragraph("TIN VUI")
TEXT = paragraph("Sáng nay, thư viện tỉnh mở phòng đọc mới cho học sinh và người dân trong vùng.")


def one(*blocks: Block) -> ProposedArticle:
    (article,) = proposed_articles(blocks, {})
    return article


@pytest.mark.parametrize("mark", ["bold", "italic"])
def test_a_marked_name_alone_below_the_text_is_the_author(mark: str) -> None:
    article = one(TITLE, TEXT, paragraph("Lò Mẫu", **{mark: True}))
    assert (article.author, article.body) == ("Lò Mẫu", (TEXT,))


def test_the_source_may_stand_below_the_name() -> None:
    article = one(TITLE, PICTURE, TEXT, paragraph("Lò Thị Mẫu", bold=True), paragraph("Nguồn: Báo Mới"))
    assert (article.author, article.source) == ("Lò Thị Mẫu", Source(name="Báo Mới"))
    assert article.body == (PICTURE, TEXT)


@pytest.mark.parametrize(
    "above",
    [
        PICTURE,
        paragraph("Sách là bạn của mọi nhà,\nĐọc lên mới thấy đường xa hóa gần,\nMở trang là thấy mùa xuân."),
    ],
    ids=["picture", "verses"],
)
def test_a_name_below_a_picture_or_verses_stays(above: Block) -> None:
    name = paragraph("Lò Thị Mẫu", italic=True)
    article = one(TITLE, TEXT, above, name)
    assert (article.author, article.body) == ("", (TEXT, above, name))


@pytest.mark.parametrize(
    "line",
    [
        paragraph("Lò Mẫu"),
        paragraph("Xem tiếp trang sau", bold=True),
        paragraph("Điện Biên", italic=True),
        paragraph("Báo Điện Biên Phủ", bold=True),
        paragraph("Trân Trọng Cảm Ơn", bold=True),
        paragraph("Mẫu", bold=True),
        paragraph("Phòng đọc mở cửa từ tám giờ sáng.", italic=True),
    ],
)
def test_what_may_be_something_else_stays(line: Paragraph) -> None:
    article = one(TITLE, TEXT, line)
    assert (article.author, article.body) == ("", (TEXT, line))


@pytest.mark.parametrize("above", ["GIÁM ĐỐC", "Phòng do những người có tên dưới đây trông nom hằng ngày:"])
def test_a_name_below_an_office_or_in_a_list_stays(above: str) -> None:
    article = one(TITLE, TEXT, paragraph(above), paragraph("Lò Mẫu", bold=True))
    assert article.author == ""
    assert len(article.body) == 3
