"""What of a web page is its article, on pages built as portals and newspapers build them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.html import read_html_file, read_web_archive
from bulletin_editor.model.blocks import PictureRow, Table
from bulletin_editor.model.texts import plain, texts_of

TITLE = "Khai mạc tuần lễ chuyển đổi số của tỉnh"
LEAD = "Sáng nay, tuần lễ chuyển đổi số được khai mạc với sự tham gia của nhiều xã, phường."
SENTENCE = "Các gian hàng giới thiệu cách làm của từng xã trong việc đưa dịch vụ công đến tận bản. "
BODY = "".join(f"<p>Đoạn {number}. {SENTENCE * 2}</p>" for number in range(6))
MENU = "<ul>" + "".join(f"<li><a href='/{number}'>Mục số {number}</a></li>" for number in range(8)) + "</ul>"
OTHERS = (
    "<ul>"
    + "".join(f"<li><a href='/t{n}'>Tin khác số {n} về một việc khác trong tỉnh</a></li>" for n in range(6))
    + "</ul>"
)
FOOT = "<div>Bản quyền thuộc Cổng thông tin. Địa chỉ: đường Bảy tháng Năm. Điện thoại: 0215 000 000</div>"

PAGES = {
    "liferay": (
        f"<div id='banner'><h1 class='site-title'><a href='/'>Cổng thông tin</a></h1></div><div>{MENU}</div>"
        "<div class='columns-2'><div class='portlet-column-first'><div class='portlet-boundary'>"
        f"<div class='news-detail'><h1>{TITLE}</h1><div class='date'>26/05/2026</div><div class='sapo'>{LEAD}"
        f"</div><div class='journal-content-article'>{BODY}</div><div class='author'>Nguồn: Sở A</div>"
        f"<div class='tin-lien-quan'><h3>Tin liên quan</h3>{OTHERS}</div></div></div></div>"
        f"<div class='portlet-column-last'><h2>Liên kết website</h2>{MENU}</div></div>{FOOT}"
    ),
    "tables for layout": (
        f"<table width=1000><tr><td colspan=3>{MENU}</td></tr><tr><td width=180>{MENU}</td><td>"
        f"<table><tr><td class='title'>{TITLE}</td></tr><tr><td>{LEAD}</td></tr><tr><td>{BODY}</td></tr>"
        f"<tr><td>Nguồn: Sở A</td></tr></table></td><td width=200>{OTHERS}</td></tr>"
        f"<tr><td colspan=3>{FOOT}</td></tr></table>"
    ),
    "sharepoint": (
        f"<form id='aspnetForm'><div id='s4-bodyContainer'><div class='ms-nav'>{MENU}</div>"
        f"<div class='ArticleHeader'><h2 class='title'>{TITLE}</h2><p>{LEAD}</p></div>"
        f"<div class='ArticleContent'>{BODY}<p>Nguồn: Sở A</p></div>"
        f"<div class='TinKhac'>{OTHERS}</div></div></form><div id='footer'>{FOOT}</div>"
    ),
    "line breaks": (
        f"<div class='menu'>{MENU}</div><div id='main'><div class='content_detail'><b>{TITLE}</b>"
        f"<br><br>{LEAD}<br><br>{(SENTENCE + '<br><br>') * 8}Nguồn: Sở A</div></div>"
        f"<div class='right'>{OTHERS}</div><div class='footer'>{FOOT}</div>"
    ),
    "newspaper": (
        f"<header>{MENU}</header><section class='page-detail'><h1 class='title-detail'>{TITLE}</h1>"
        f"<p class='description'>{LEAD}</p><article class='fck_detail'>{BODY}<p>Nguồn: Sở A</p>"
        f"</article><div class='box-tinlienquanv2'>{OTHERS}</div><div id='comments'><p>{SENTENCE}</p></div>"
        f"</section><footer>{FOOT}</footer>"
    ),
}


def read(html: str, folder: Path, *, whole: bool = False) -> ReadDocument:
    path = folder / "trang.html"
    path.write_text(
        f"<html><head><meta charset=utf-8><title>{TITLE} - Cổng</title></head><body>{html}", "utf-8"
    )
    return read_html_file(path, whole=whole)


def words(document: ReadDocument) -> str:
    return "\n".join(plain(text) for block in document.blocks for text in texts_of(block))


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_the_article_comes_with_title_lead_and_source_and_nothing_else(html: str, tmp_path: Path) -> None:
    document = read(html, tmp_path)

    (heading,) = (place for place, level in document.headings.items() if level == 0)
    assert plain(texts_of(document.blocks[heading])[0]) == TITLE
    text = words(document)
    assert text.count(TITLE) == 1
    assert LEAD in text
    assert text.count(SENTENCE.strip()) >= 8
    assert "Nguồn: Sở A" in text
    assert not [word for word in ("Mục số", "Tin khác", "Tin liên quan", "Liên kết") if word in text]
    assert not any(isinstance(block, Table) for block in document.blocks)


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_what_is_left_out_is_counted_and_can_be_had(html: str, tmp_path: Path) -> None:
    article, whole = read(html, tmp_path), read(html, tmp_path, whole=True)

    (note,) = article.notes
    assert note.code == "page-surroundings"
    lost = len(words(whole).split()) - len(words(article).split())
    assert abs(note.count - lost) <= lost // 10
    assert "Mục số 7" in words(whole) and "Bản quyền" in words(whole)
    assert whole.notes == ()


def test_names_that_say_too_much_are_not_believed(tmp_path: Path) -> None:
    """A page whose text all stands in what is called a comment is no page of comments."""
    assert words(read(f"<div class='live-comment'>{BODY}</div>", tmp_path)).count("Đoạn") == 6
    assert (
        words(read(f"<div id='chia-se-kinh-nghiem-lam-du-lich'>{BODY}</div>{BODY}", tmp_path)).count("Đoạn")
        == 12
    )


def test_parts_of_equal_weight_all_stay(tmp_path: Path) -> None:
    html = "".join(f"<div class='section'><h2>Phần {n}</h2>{BODY}</div>" for n in range(4))

    document = read(html, tmp_path)
    assert words(document).count("Đoạn") == 24
    assert document.notes == ()


@pytest.mark.parametrize("name", ["thong-ke-truy-cap", "visitCounter", "thoitiet", "weather-box"])
def test_figures_beside_the_article_stay_away_where_their_name_tells(name: str, tmp_path: Path) -> None:
    figures = "".join(f"<p>Số liệu ngày {n}: 1.23{n}</p>" for n in range(20))
    html = f"<div><div class='{name}'>{figures}</div><div class='mid'><h1>{TITLE}</h1>{BODY}</div></div>"

    assert "Số liệu" not in words(read(html, tmp_path))


@pytest.mark.parametrize("introduction", [SENTENCE * 4, SENTENCE * 16])
@pytest.mark.parametrize(
    "content",
    [
        "<div><table>" + "".join(f"<tr><td>Mục {n}<td>Tấn<td>{n}</tr>" for n in range(30)) + "</table></div>",
        "<div>" + "".join(f"<p>Mục {n} của bài thơ</p>" for n in range(30)) + "</div>",
        "<ul>" + "".join(f"<li>Mục {n}: họp giao ban</li>" for n in range(30)) + "</ul>",
        "<dl>" + "".join(f"<dt>Mục {n}?<dd>Trong quý.</dd>" for n in range(30)) + "</dl>",
        "<section>" + "".join(f"<div>Mục {n}</div>" for n in range(30)) + "</section>",
    ],
    ids=["table", "verses", "list", "definitions", "lines"],
)
def test_what_is_no_prose_is_content_as_well(content: str, introduction: str, tmp_path: Path) -> None:
    """However much or little prose there is besides."""
    html = f"{MENU}<div><h1>{TITLE}</h1><div class='sapo'><p>{introduction}</p></div>{content}</div>"

    text = words(read(html, tmp_path))
    assert [f"Mục {n}" in text for n in range(30)] == [True] * 30
    assert "Mục số" not in text


# ---- What is called the article --------------------------------------------------------------------


@pytest.mark.parametrize("lengths", [(6, 6), (6, 4), (3, 6), (4, 4, 4), (6, 1, 4)])
@pytest.mark.parametrize("around", ["{}", "<main>{}</main>", "<div>{}</div><div></div>"])
@pytest.mark.parametrize("item", ["<article>{}</article>", "<div><article>{}</article></div>"])
def test_articles_beside_each_other_all_stay(
    lengths: tuple[int, ...], around: str, item: str, tmp_path: Path
) -> None:
    texts = (f"<h2>Tin {length}</h2>" + f"<p>{SENTENCE * 2}</p>" * length for length in lengths)
    html = around.format("".join(item.format(text) for text in texts))

    assert words(read(MENU + html, tmp_path)).count(SENTENCE.strip()) == 2 * sum(lengths)


def test_one_article_among_teasers_stays_alone(tmp_path: Path) -> None:
    teasers = "".join(f"<article><h3>Bài {n}</h3><p>Giới thiệu. {SENTENCE}</p></article>" for n in range(4))

    assert "Giới thiệu" not in words(read(f"<article>{BODY}</article><div>{teasers}</div>", tmp_path))


def test_an_article_shown_inside_another_is_not_what_the_page_is_about(tmp_path: Path) -> None:
    html = f"<div>{BODY}<article><p>{SENTENCE * 6}</p></article><p>Đoạn cuối.</p></div>"

    assert words(read(html, tmp_path)).count("Đoạn") == 7


@pytest.mark.parametrize("tag", ["article", "div"])
@pytest.mark.parametrize(
    "part",
    [
        "<aside><p>{}</p></aside>",
        "<blockquote class='box-lien-quan'><p>{}</p></blockquote>",
        "<div id='danh-gia'><p>{}</p></div>",
        "<footer><p>{}</p></footer>",
        "<div class='rating'><p>{} <a href='/'>Xem thêm</a></p></div>",
    ],
)
def test_quotations_and_sources_in_the_article_stay_however_called(
    part: str, tag: str, tmp_path: Path
) -> None:
    quotation = "Người dân hai bờ sông mong cây cầu này."
    html = f"{MENU}<{tag}><h1>{TITLE}</h1>{BODY}{part.format(quotation)}{BODY}</{tag}>"

    assert quotation in words(read(html, tmp_path))


@pytest.mark.parametrize("tag", ["article", "div"])
def test_lists_of_links_in_the_article_go(tag: str, tmp_path: Path) -> None:
    html = f"<{tag}><h1>{TITLE}</h1>{BODY}<aside>Đọc thêm {OTHERS}</aside>{BODY}</{tag}>"

    assert "Tin khác" not in words(read(html, tmp_path))


# ---- Other things ----------------------------------------------------------------------------------


def test_a_list_of_a_few_documents_stays_in_its_article(tmp_path: Path) -> None:
    links = "<p>Văn bản: <a href='/1'>Kế hoạch 1</a>, <a href='/2'>Kế hoạch 2</a></p>"

    assert "Kế hoạch 2" in words(read(f"<div>{MENU}</div><div>{BODY}{links}</div>", tmp_path))


def test_a_short_page_stays_whole(tmp_path: Path) -> None:
    assert words(read("<div>Một</div><div><p>Hai ba</p></div>", tmp_path)).split("\n")[1:] == [
        "Một",
        "Hai ba",
    ]


@pytest.mark.parametrize("html", [OTHERS, f"<div class='menu'>{OTHERS}</div>", f"<footer>{FOOT}</footer>"])
def test_a_page_without_an_article_stays_as_it_is(html: str, tmp_path: Path) -> None:
    assert read(html, tmp_path) == read(html, tmp_path, whole=True)


@pytest.mark.parametrize("maker", ["Microsoft Word 15 (filtered)", "LibreOffice 7.4 (Linux)"])
def test_what_a_word_processor_wrote_is_an_article_as_a_whole(maker: str, tmp_path: Path) -> None:
    html = (
        f"<meta name=Generator content='{maker}'><div class=WordSection1>{BODY}</div>"
        f"<div class=WordSection2>{MENU}</div><p class=MsoFooter>Chân trang</p>"
    )

    document = read(html, tmp_path)
    assert "Mục số 7" in words(document) and "Chân trang" in words(document)
    assert document.notes == ()


def test_the_title_that_a_page_tells_others_is_the_headline(tmp_path: Path) -> None:
    meta = "<meta property='og:title' content='Tiêu đề đúng của bài'>"

    (first, *_), headings = (document := read(meta + BODY, tmp_path)).blocks, document.headings
    assert (plain(texts_of(first)[0]), headings[0]) == ("Tiêu đề đúng của bài", 0)


def test_pictures_around_the_article_stay_away(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"a")
    (tmp_path / "b.png").write_bytes(b"b")
    html = f"<div class='banner'><img src='b.png'></div>{MENU}<div>{BODY}<img src='a.png' data-src='http://x.vn/a'></div>"

    document = read(html, tmp_path)
    assert [type(block) for block in document.blocks][-1] is PictureRow
    assert [raw.data for raw in document.pictures.values()] == [b"a"]


LEADS_AWAY = ["/chuyen-muc/2", "https://quang-cao.vn/", "muc.html", "mailto:a@b.vn"]
STAYS_HERE = ["", "#anh", "javascript:void(0)", "data:,a", "/anh/lon.JPG?v=2", "?trang=2", "http://[x"]


def pictures_of(html: str, folder: Path) -> list[bytes]:
    """Return the pictures of a page of which all bear their own names. Those left out are told of."""
    for name in ("logo", "ảnh"):
        (folder / f"{name}.png").write_bytes(name.encode())
    document, whole = read(html, folder), read(html, folder, whole=True)
    assert "Đoạn 5" in words(document)
    told = {note.code: note.count for note in document.notes if note.code != "page-surroundings"}
    left_out = len(whole.pictures) - len(document.pictures)
    assert told == ({"page-pictures": left_out} if left_out else {})
    return [raw.data for raw in document.pictures.values()]


@pytest.mark.parametrize(
    ("home", "page"),
    [
        ("/", ""),
        (" / ", ""),
        ("https://www.bao.vn/", "<link rel=canonical href='https://bao.vn/tin/1.html'>"),
        ("https://bao.vn", "<meta property='og:url' content='https://bao.vn/tin/1.html'>"),
    ],
)
def test_the_logo_of_a_site_is_no_picture_of_the_article(home: str, page: str, tmp_path: Path) -> None:
    menu = MENU.replace("<ul>", "<ul class=menu>")
    html = f"{page}<div><div class=header><a href='{home}'><img src='logo.png' alt='Báo'></a>{menu}</div>"

    assert pictures_of(f"{html}<h1>{TITLE}</h1>{BODY}<img src='ảnh.png'></div>", tmp_path) == ["ảnh".encode()]
    assert pictures_of(f"<div>{html}{BODY}</div><img src='ảnh.png'>", tmp_path) == ["ảnh".encode()]


def test_a_logo_that_an_archive_lacks_is_not_missed(tmp_path: Path) -> None:
    menu = MENU.replace("<ul>", "<ul class=menu>")
    html = f"<div><a href='/'><img src='tep/logo.png'></a>{menu}</div><div><h1>{TITLE}</h1>{BODY}</div>"
    path = tmp_path / "trang.mht"
    head = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    path.write_bytes(f"{head}<html><body>{html}</html>".encode())

    assert [note.code for note in read_web_archive(path).notes] == ["page-surroundings", "page-pictures"]


NO_HOME = ["https://bao.vn/", "https://so.vn/", "https://trang.vn/?p=12", "/?p=12", "file:///"]


@pytest.mark.parametrize("address", [*NO_HOME, *STAYS_HERE, *LEADS_AWAY])
def test_a_picture_in_the_article_may_lead_anywhere_but_to_the_beginning(
    address: str, tmp_path: Path
) -> None:
    picture = f"<a href='{address}'><img src='ảnh.png'></a>"
    html = (
        f"<link rel=canonical href='https://trang.vn/1'><div><h1>{TITLE}</h1>{picture}<div>{BODY}</div></div>"
    )

    assert pictures_of(html, tmp_path) == ["ảnh".encode()]


@pytest.mark.parametrize("address", LEADS_AWAY)
def test_pictures_before_the_title_that_lead_away_are_none_of_the_article(
    address: str, tmp_path: Path
) -> None:
    banner = f"<div><a href='{address}'><img src='logo.png'></a></div>"

    html = f"{banner}<h1>{TITLE}</h1><div>{BODY}<img src='ảnh.png'></div>"
    assert pictures_of(html, tmp_path) == ["ảnh".encode()]


@pytest.mark.parametrize("address", LEADS_AWAY)
@pytest.mark.parametrize(
    "page",
    [
        "<h1>{title}</h1><div>{text}</div><div>{picture}</div>",
        "<h1>{title}</h1><article><div>{text}</div><p>{picture}</p><p>Một câu nữa.</p></article>",
        "<h1>{title}</h1><div><p>Đoạn 5. {long}</p><p>{picture}</p></div>",
        "<h1>{title}</h1><div>{picture}</div><h1>Phần một</h1><div>{text}</div>",
        "<h2>{title}</h2><div>{text}<p>{picture}</p></div><h1>Báo</h1>",
        "<div>{picture}</div><div>{text}</div>",
    ],
    ids=["behind", "between", "one paragraph", "two titles", "late title", "no title"],
)
def test_other_pictures_may_lead_anywhere(page: str, address: str, tmp_path: Path) -> None:
    """To a page with the picture alone, as portals show it large, or to its album."""
    picture = f"<a href='{address}'><img src='ảnh.png'></a>"

    html = page.format(picture=picture, title=TITLE, text=BODY, long=SENTENCE * 4)
    assert pictures_of(html, tmp_path) == ["ảnh".encode()]


@pytest.mark.parametrize(
    ("picture", "count"),
    [
        ("<img src='logo.png'>", 1),
        ("<img src='logo.png'><p><img src='ảnh.png'></p>", 2),
        ("<img src='logo.png' width=1>", 0),
        ("<img src='logo.png' style='display:none'>", 0),
        ("<div hidden><a href='/'><img src='logo.png'></a></div>", 0),
    ],
)
def test_pictures_that_are_left_out_are_counted(picture: str, count: int, tmp_path: Path) -> None:
    """Also where no words are left out, and only those that are seen in the whole."""
    notes = read(f"<div class='banner'>{picture}</div><div>{BODY}</div>", tmp_path).notes

    assert notes == ((Note("page-pictures", count=count),) if count else ())


@pytest.mark.parametrize(
    "picture",
    [
        "<img src='ảnh.png'>",
        "<figure><a href='/bai'><img src='ảnh.png'></a>Toàn cảnh buổi lễ</figure>",
        *(f"<a href='{address}'><img src='ảnh.png'></a>" for address in STAYS_HERE),
    ],
)
def test_pictures_around_the_prose_stay_where_they_may_be_of_the_article(
    picture: str, tmp_path: Path
) -> None:
    before = f"<div>{picture}</div><h1>{TITLE}</h1><div>{BODY}</div>"
    behind = f"<h1>{TITLE}</h1><div>{BODY}</div><div>{picture}</div>"

    assert pictures_of(before, tmp_path) == pictures_of(behind, tmp_path) == ["ảnh".encode()]


@pytest.mark.parametrize("title", ["", f"<h1>{TITLE}</h1>"])
def test_a_picture_between_title_and_prose_is_of_the_article(title: str, tmp_path: Path) -> None:
    picture = "<div><a href='/chuyen-muc'><img src='ảnh.png'></a></div>"

    assert pictures_of(f"{title}{picture}<div>{BODY}</div>", tmp_path) == ["ảnh".encode()]


def test_what_says_another_encoding_than_its_own_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "trang.html"
    path.write_bytes(f"<meta charset='windows-1252'><title>x</title><p>{LEAD}</p>".encode())

    assert LEAD in words(read_html_file(path))


@pytest.mark.parametrize(
    "html",
    [
        "<div class='menu'>" * 20_000,
        "<div>" * 5_000 + "<p>Tin" * 5_000,
        "<a href=x>" * 20_000 + "Tin",
        f"<article>{SENTENCE}" * 2_000 + "</article>" * 2_000 + f"<article>{SENTENCE}" * 2_000,
        f"<title>{'Tin ' * 500_000}</title>" + "<p>Tin tin tin tin tin" * 10_000,
        "<pre>" + " <!--[if !supportLists]-->" * 30_000 + "</pre>",
    ],
    ids=["named", "paragraphs", "links", "articles", "title", "marks"],
)
@pytest.mark.timeout(30)
def test_nesting_without_end_ends_well(html: str, tmp_path: Path) -> None:
    assert words(read(f"{html}<p>Tin cuối", tmp_path)).endswith("Tin cuối")
