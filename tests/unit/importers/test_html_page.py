"""Web pages in files: their article, in whatever encoding they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.html import read_html_file
from bulletin_editor.model.blocks import Paragraph, PictureRow, Subheading
from bulletin_editor.model.rich_text import rich
from bulletin_editor.services.importing import read_incoming

SENTENCE = "Sở Khoa học và Công nghệ tổ chức hội nghị chuyên đề về chuyển đổi số và đổi mới sáng tạo. "
ARTICLE = f"<article><h1>Hội nghị</h1><p>{SENTENCE * 4}</p><img src='trang_files/a.png'></article>"
PAGE = (
    "<html><head><title>Hội nghị - Cổng thông tin</title></head><body><nav><a href='/'>Trang chủ</a></nav>"
    f"<div>Ngày 26/5<img src='trang_files/b.png'></div>{ARTICLE}<footer>Bản quyền</footer></body></html>"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with its folder, as a browser saves it."""
    (tmp_path / "trang_files").mkdir()
    for name in "ab":
        (tmp_path / "trang_files" / f"{name}.png").write_bytes(name.encode())
    path = tmp_path / "trang.html"
    path.write_text(PAGE, "utf-8")
    return path


def text_of(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    (block,) = read_html_file(path).blocks
    assert isinstance(block, Paragraph)
    return block.text.plain


def test_the_article_of_a_page_is_taken_without_what_stands_around_it(page: Path) -> None:
    document = read_html_file(page)

    assert [type(block) for block in document.blocks] == [Subheading, Paragraph, PictureRow]
    assert document.headings == {0: 0}
    assert [raw.data for raw in document.pictures.values()] == [b"a"]


def test_a_teaser_is_not_what_the_page_is_about(page: Path) -> None:
    page.write_text(f"<p>{SENTENCE * 4}</p><article>Xem thêm</article><aside>Quảng cáo</aside>", "utf-8")

    last = Paragraph(text=rich("Xem thêm"))
    assert read_html_file(page).blocks == (Paragraph(text=rich((SENTENCE * 4).strip())), last)


def test_without_headings_the_title_of_the_window_is_the_headline(page: Path) -> None:
    page.write_text("<title>Hội &amp; nghị\n số 5</title><p>Tin</p>", "utf-8")

    document = read_html_file(page)
    assert document.blocks == (Subheading(text=rich("Hội & nghị  số 5")), Paragraph(text=rich("Tin")))
    assert document.headings == {0: 0}


@pytest.mark.parametrize(
    "told", ["<meta property='og:title' content='{}'><title>Cổng</title>", "<title>{} - Sở</title>"]
)
@pytest.mark.parametrize(
    "site", ["<h1>SỞ XÂY DỰNG</h1>", "<h2>SỞ XÂY DỰNG</h2>", "<p>Trang chủ / Khánh thành cầu mới</p>"]
)
@pytest.mark.parametrize("tag", ["h1", "h2", "h3"])
def test_the_line_that_says_the_title_is_the_headline_whatever_stands_before(
    told: str, site: str, tag: str, page: Path
) -> None:
    title = "Khánh thành cầu mới"
    html = f"{site}<{tag}>{title}</{tag}><p>{SENTENCE}</p><h1>Phụ lục</h1><p>{SENTENCE}</p>"
    page.write_text(f"{told.format(title)}<body>{html}", "utf-8")

    document = read_html_file(page)
    assert [type(block) for block in document.blocks[:2]] == [Paragraph, Subheading]
    assert document.headings == {1: 0, 3: 2}
    (proposed,) = read_incoming(page).articles
    assert proposed.headline == title


def test_a_title_told_to_others_that_nobody_reads_gives_way_to_that_of_the_window(page: Path) -> None:
    told = "<meta property='og:title' content='Tin nóng nhất trong ngày'>"
    html = "<h1>SỞ XÂY DỰNG</h1><h1>Khánh thành cầu mới</h1><p>Tin"
    page.write_text(f"{told}<title>Khánh thành cầu mới | Sở</title><body>{html}", "utf-8")

    assert read_html_file(page).headings == {1: 0}


def test_the_way_to_a_page_is_not_its_headline(page: Path) -> None:
    html = "<p>Khánh thành cầu mới</p><h2>Khánh thành cầu mới</h2><p>Tin"
    page.write_text(f"<title>Khánh thành cầu mới</title><body>{html}", "utf-8")

    assert read_html_file(page).headings == {1: 0}


@pytest.mark.parametrize(
    "data",
    [
        "\ufeff<p>Đổi mới</p>".encode(),
        "<p>Đổi mới</p>".encode("utf-16"),
        "<p>Đổi mới</p>".encode(),
        "<meta charset='utf-8'><p>Đổi mới</p>".encode(),
        b"<meta http-equiv=Content-Type content='text/html; charset=windows-1258'>"
        b"<p>\xd0\xf4\xd2i m\xf5\xeci</p>",
        b"<p>\xd0\xf4\xd2i m\xf5\xeci</p>",
        "<meta charset='no-such'><p>Đổi mới</p>".encode(),
        "<meta charset='base64'><p>Đổi mới</p>".encode(),
    ],
    ids=["mark", "utf-16", "utf-8", "declared", "windows-1258", "undeclared", "unknown", "no letters"],
)
def test_the_encoding_of_a_page(data: bytes, tmp_path: Path) -> None:
    assert text_of(tmp_path / "a.html", data) == "Đổi mới"


def test_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        read_html_file(tmp_path / "không có.html")
    assert refused.value.code == "document.unreadable"


def test_marks_of_a_fragment_mean_nothing_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "trang.html"
    path.write_text("<p>một</p><!--StartFragment--><p>hai</p><!--EndFragment--><p>ba</p>", "utf-8")

    expected = tuple(Paragraph(text=rich(text)) for text in ("một", "hai", "ba"))
    assert read_html_file(path).blocks == expected


def test_text_beside_the_article_is_told_of(page: Path) -> None:
    assert read_html_file(page).notes == (Note("page-surroundings", count=6), Note("page-pictures"))
    assert read_html_file(page, whole=True).notes == ()


@pytest.mark.parametrize(
    "html",
    [
        f"<h1>Hội nghị</h1><p>Tóm tắt</p><article><p>{SENTENCE * 4}</p></article>",
        f"<p>Tóm tắt</p><table><tr><td>{SENTENCE * 13}<td>x</table><article><p>{SENTENCE * 4}</p></article>",
    ],
)
def test_an_article_without_the_title_or_most_of_the_text_is_not_the_page(html: str, page: Path) -> None:
    page.write_text(html, "utf-8")

    document = read_html_file(page)
    assert Paragraph(text=rich("Tóm tắt")) in document.blocks
    assert document.notes == ()


# ---- What newspapers set by the title --------------------------------------------------------------

TITLE = "Khánh thành cầu mới qua sông"
LEAD = f"{SENTENCE}Đây là đợt đầu tiên trong năm."


def read_news(page: Path, *parts: str, whole: bool = False) -> ReadDocument:
    page.write_text(f"<title>{TITLE}</title><body>{''.join(parts)}<p>{SENTENCE}", "utf-8")
    return read_html_file(page, whole=whole)


@pytest.mark.parametrize(
    "time",
    [
        "Thứ Năm, 28/05/2026 09:12 GMT+7 <a href='#'>Chia sẻ</a>",
        "28/05/2026 09:12",
        "Chủ nhật, 31-5-2026 | 09:12:30 CH (GMT +7)",
        "Cập nhật lúc: 09:12, 28.05.2026 - Lượt xem: 120",
        "Ngày đăng 28/05/2026&nbsp;09:12 SA",
    ],
)
@pytest.mark.parametrize("order", ["{time}{title}{lead}", "{title}{time}{lead}", "{title}{lead}{time}"])
def test_when_a_page_came_out_is_none_of_its_text_and_is_counted(order: str, time: str, page: Path) -> None:
    parts = {
        "title": f"<h1>{TITLE}</h1>",
        "time": f"<div>{time}</div>",
        "lead": f"<h2 class=sapo>{LEAD}</h2>",
    }
    document = read_news(page, order.format(**parts))

    texts = [Subheading(text=rich(TITLE)), *(Paragraph(text=rich(text.strip())) for text in (LEAD, SENTENCE))]
    assert list(document.blocks) == texts
    (note,) = document.notes
    said = " ".join(html.fromstring(time).itertext()).split()
    assert (note.code, note.count) == ("page-surroundings", len(said))
    whole = read_news(page, order.format(**parts), whole=True)
    assert (len(whole.blocks), whole.notes) == (4, ())


@pytest.mark.parametrize(
    "line",
    [
        "Thứ Năm, 28/05/2026",
        "09:12",
        "08 giờ 00 ngày 28/05/2026",
        "08:00 ngày 28/05/2026, tại hội trường",
        "Điện Biên, 28/05/2026 09:12",
        "Thời gian: 09:12, 28/05/2026",
        "Thứ Năm, 28/05/2026, 08:00 - 11:00",
        "08:00–11:00 28/05/2026",
    ],
)
def test_a_time_that_may_be_of_the_text_stays(line: str, page: Path) -> None:
    document = read_news(page, f"<h1>{TITLE}</h1><p>{line}</p>")

    assert document.blocks[1] == Paragraph(text=rich(line))
    assert document.notes == ()


def test_a_time_further_down_is_of_the_text(page: Path) -> None:
    lines = "".join(f"<p>28/05/2026 0{hour}:00</p><p>Việc {hour}</p>" for hour in range(7, 10))
    document = read_news(page, f"<h1>{TITLE}</h1>", f"<p>{SENTENCE}</p>" * 3, lines)

    assert len(document.blocks) == 11


@pytest.mark.parametrize(
    "lead",
    [
        "<h2 class='sapo'>Sáng nay, cầu được thông xe.</h2>",
        "<h2 class='detail-sapo knc'>Sáng nay, cầu được thông xe.</h2>",
        f"<h2>{LEAD}</h2>",
    ],
)
def test_a_lead_that_is_set_as_a_heading_is_a_paragraph(lead: str, page: Path) -> None:
    document = read_news(page, f"<h1>{TITLE}</h1>{lead}<h2>Hướng tới xuất khẩu</h2>")

    assert [type(block) for block in document.blocks[:3]] == [Subheading, Paragraph, Subheading]
    assert document.headings == {0: 0, 2: 2}


@pytest.mark.parametrize(
    "headings",
    [
        "<h2>Thông xe cầu mới</h2>",
        f"<p>Mở đầu</p><h2>{LEAD}</h2>",
        f"<h2>Một</h2><h3>{LEAD}</h3>",
        f"<h2>{LEAD.upper()}</h2>",
    ],
)
def test_other_headings_below_the_title_stay(headings: str, page: Path) -> None:
    document = read_news(page, f"<h1>{TITLE}</h1>{headings}")

    assert len(document.headings) == headings.count("<h") + 1


def test_a_title_is_a_heading_though_its_class_names_the_lead(page: Path) -> None:
    document = read_news(page, f"<h1 class='title-sapo'>Thông xe cầu mới</h1><h2 class=sapo>{LEAD}</h2>")

    assert document.headings == {0: 0}
    assert document.blocks[0] == Subheading(text=rich("Thông xe cầu mới"))


def test_a_long_heading_of_a_word_processor_is_no_lead(page: Path) -> None:
    maker = "<meta name=Generator content='Microsoft Word 15'>"
    document = read_news(page, f"{maker}<p class=MsoTitle>{TITLE}</p><h1>{LEAD}</h1>")

    assert document.headings == {0: 0, 1: 2}
