"""Pictures in HTML: taken where they are at hand, told of where they are not, never fetched."""

from __future__ import annotations

import base64
import hashlib
import sys
from pathlib import Path

import pytest

from bulletin_editor.importers.document import Note, ReadDocument, raw_picture
from bulletin_editor.importers.html import read_html
from bulletin_editor.importers.html.images import Missing
from bulletin_editor.importers.html.pictures import MAX_PICTURES, Pictures
from bulletin_editor.model.blocks import NumberedList, Paragraph, PictureRow, Table
from bulletin_editor.model.rich_text import rich

DATA = b"\xff\xd8\xff a picture, as far as this room knows"
SOURCE = "data:image/jpeg;base64," + base64.b64encode(DATA).decode()
ON_THE_WEB = Note(code="pictures-on-the-web")
NOT_FOUND = Note(code="pictures-not-found")


def source(content: str) -> str:
    return "data:image/png;base64," + base64.b64encode(content.encode()).decode()


def row_of(document: ReadDocument) -> PictureRow:
    (row,) = (block for block in document.blocks if isinstance(block, PictureRow))
    return row


def test_a_picture_within_the_html_comes_as_it_is_with_its_words() -> None:
    document = read_html(f'<p>Trước</p><img src="{SOURCE}" alt="Toàn  cảnh"><p>Sau</p>')

    name = hashlib.sha256(DATA).hexdigest()
    before, row, after = document.blocks
    assert (before, after) == (Paragraph(text=rich("Trước")), Paragraph(text=rich("Sau")))
    assert isinstance(row, PictureRow) and row.pictures[0].sha256 == name
    assert row.pictures[0].alt == "Toàn cảnh"
    assert document.pictures[name].data == DATA


def test_a_picture_never_parts_a_sentence() -> None:
    html = f'<p><img src="{source("a")}">Một <img src="{source("b")}"> câu.</p>'

    kinds = [type(block) for block in read_html(html).blocks]
    assert kinds == [PictureRow, Paragraph, PictureRow]
    assert read_html(html).blocks[1] == Paragraph(text=rich("Một câu."))


@pytest.mark.parametrize(
    "html",
    [
        "<figure>{0}{1}<figcaption>Quang cảnh</figcaption></figure>",
        "<p>{0} {1}</p><p class=MsoCaption>Quang cảnh</p>",
        "<table><tr><td>{0}</td><td>{1}</td></tr><tr><td colspan=2><em>Quang cảnh</em></td></tr></table>",
        "<div>{0}{1}</div><div class='PhotoCMS_Caption'><p>Quang cảnh</p></div>",
        "<figcaption>Quang cảnh</figcaption><div>{0}{1}</div>",
    ],
)
def test_pictures_that_stand_together_share_their_caption(html: str) -> None:
    images = [f"<img src='{source(name)}'>" for name in "ab"]
    (row,) = read_html(html.format(*images)).blocks

    assert isinstance(row, PictureRow)
    assert (len(row.pictures), row.caption) == (2, "Quang cảnh")


@pytest.mark.parametrize(
    ("words", "caption", "credit"),
    [
        ("Quang cảnh phiên chợ. Ảnh: A.N.", "Quang cảnh phiên chợ.", "A.N"),
        ("Quang cảnh phiên chợ (<i>Ảnh: Văn phòng</i>)", "Quang cảnh phiên chợ", "Văn phòng"),
        ("Ảnh: Văn phòng", "", "Văn phòng"),
        ("Ảnh: đoàn xe chở lúa giống lên bản trong buổi sáng", "", None),
        ("Quang cảnh phiên chợ", "Quang cảnh phiên chợ", ""),
    ],
)
def test_who_took_pictures_is_told_apart_from_what_they_show(
    words: str, caption: str, credit: str | None
) -> None:
    (row,) = read_html(f"<figure><img src='{SOURCE}'><figcaption>{words}</figcaption></figure>").blocks

    assert isinstance(row, PictureRow)
    assert (row.caption, row.credit) == ((words, "") if credit is None else (caption, credit))


def test_a_credit_that_stands_by_itself_leaves_the_caption_as_it_is() -> None:
    words = "<p class=bulletin-caption>Chợ. Ảnh: cũ</p><p class=bulletin-credit>Văn phòng</p>"
    (row,) = read_html(f"<img src='{SOURCE}'>{words}").blocks

    assert isinstance(row, PictureRow)
    assert (row.caption, row.credit) == ("Chợ. Ảnh: cũ", "Văn phòng")


def test_five_pictures_in_a_line_make_two_rows() -> None:
    images = "".join(f"<img src='{source(name)}'>" for name in "abcde")

    assert [len(row.pictures) for row in read_html(f"<p>{images}</p>").blocks] == [4, 1]


def test_a_picture_in_a_list_leaves_the_count_as_it_is() -> None:
    document = read_html(f"<ol><li>Một<img src='{SOURCE}'></li><li>Hai</li></ol>")

    first, row, second = document.blocks
    assert isinstance(row, PictureRow)
    assert [(each.start, len(each.items)) for each in (first, second) if isinstance(each, NumberedList)] == [
        (1, 1),
        (2, 1),
    ]


def test_a_picture_in_a_table_of_words_stands_behind_it() -> None:
    cells = "<tr><td>a</td><td>b</td></tr>" * 3
    document = read_html(f"<table>{cells}<tr><td>c<img src='{SOURCE}'></td><td>d</td></tr></table>")

    assert [type(block) for block in document.blocks] == [Table, PictureRow]


@pytest.mark.parametrize(
    "image",
    [
        '<img src="https://x.vn/p.gif" width=1 height=1>',
        '<img src="https://x.vn/p.gif" style="width:1px;height:900px">',
        '<img src="https://x.vn/p.gif" style="display:none">',
        f'<div style="display:none"><img src="{SOURCE}"></div>',
        '<img src="https://x.vn/icon.png" style="height: 12.0pt">',
    ],
)
def test_tracking_pixels_and_icons_are_dropped_without_a_word(image: str) -> None:
    assert read_html(f"<p>Tin</p>{image}") == ReadDocument(blocks=(Paragraph(text=rich("Tin")),))


@pytest.mark.parametrize(
    ("image", "note"),
    [
        ('<img src="https://bao.vn/a.jpg">', ON_THE_WEB),
        ('<img src="//bao.vn/a.jpg">', ON_THE_WEB),
        (f'<img src="{SOURCE}" data-src="https://bao.vn/a.jpg">', ON_THE_WEB),
        ('<img src="cid:a@b">', NOT_FOUND),
        ('<img src="blob:https://x">', NOT_FOUND),
        ('<img src="http://[x">', ON_THE_WEB),
        ('<img src="file://[x/a.png">', NOT_FOUND),
        ('<img src="data:image/png;base64">', NOT_FOUND),
        ('<img src="data:image/png;base64,A">', NOT_FOUND),
        ("<img>", NOT_FOUND),
    ],
)
def test_what_is_not_at_hand_is_told_of(image: str, note: Note, tmp_path: Path) -> None:
    assert read_html(f"<p>Tin</p>{image}", folder=tmp_path) == ReadDocument(
        blocks=(Paragraph(text=rich("Tin")),), notes=(note,)
    )


def test_word_shows_each_picture_twice_and_it_comes_once(tmp_path: Path) -> None:
    folder = tmp_path / "msohtmlclip1" / "01"
    folder.mkdir(parents=True)
    (folder / "clip_image002.jpg").write_bytes(DATA)
    uri = (folder / "clip_image002.jpg").as_uri()
    html = (
        f'<p class=MsoNormal><!--[if gte vml 1]><v:shape><v:imagedata src="{uri}" o:title="x"/></v:shape>'
        f'<![endif]--><![if !vml]><img width=553 height=311 src="{uri}" alt="clip_image002.jpg" v:shapes="x">'
        "<![endif]></p>"
    )

    document = read_html(html, folder=tmp_path)
    assert row_of(document).pictures[0].alt == ""
    assert len(document.pictures) == 1
    assert read_html(html).notes == (NOT_FOUND,)


def test_names_are_relative_to_the_folder_and_may_be_escaped(tmp_path: Path) -> None:
    (tmp_path / "trang_files").mkdir()
    (tmp_path / "trang_files" / "ảnh 1.png").write_bytes(DATA)
    document = read_html('<img src="trang_files/%E1%BA%A3nh%201.png?v=2">', folder=tmp_path)

    assert len(row_of(document).pictures) == 1


@pytest.mark.parametrize(
    "address",
    [
        "../ngoài.png",
        "con/../../ngoài.png",
        "con/liên kết.png",
        "con",
        "con/ghi chú.txt",
        "con/không có.png",
        "file:///etc/passwd",
        "file://máy-chủ/c/a.png",
        "file://///máy-chủ/c/a.png",
        "\\\\máy-chủ\\c\\a.png",
        "C:\\Users\\x\\a.png",
        "con/a.png\0.txt",
        "%00",
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights there")
def test_no_trick_leads_out_of_the_folder(address: str, tmp_path: Path) -> None:
    inside = tmp_path / "trong"
    (inside / "con").mkdir(parents=True)
    (tmp_path / "ngoài.png").write_bytes(DATA)
    (inside / "con" / "ghi chú.txt").write_bytes(DATA)
    (inside / "con" / "liên kết.png").symlink_to(tmp_path / "ngoài.png")
    outside = (tmp_path / "ngoài.png").as_uri()

    for source_ in (address, outside):
        document = read_html(f'<p>Tin</p><img src="{source_}">', folder=inside)
        assert document.pictures == {}
        assert document.notes == (NOT_FOUND,) or document.notes == (ON_THE_WEB,)


def test_a_saved_page_shows_the_true_picture_and_still_names_another() -> None:
    true = "data:image/png," + "x" * 2_000
    document = read_html(f'<img src="{true}" data-src="https://bao.vn/a.jpg">')

    assert [len(raw.data) for raw in document.pictures.values()] == [2_000]
    assert document.notes == ()


def test_of_the_addresses_of_a_picture_no_more_are_looked_at_than_needed() -> None:
    asked: list[str] = []

    def data_at(address: str) -> bytes | Missing:
        asked.append(address)
        return DATA if address == "b" else Missing.NOT_FOUND

    pictures = Pictures(data_at)
    pictures.show({"data-src": "a", "data-original": "b", "src": "c"}, {}, is_behind=False)
    assert asked == ["a", "b"]
    assert list(pictures.files.values()) == [raw_picture(DATA, "")]


def test_a_very_large_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.png").open("wb") as stream:
        stream.truncate(200_000_000)

    assert read_html('<img src="a.png">', folder=tmp_path).notes == (NOT_FOUND,)


def test_pictures_beyond_the_limit_are_told_of() -> None:
    document = read_html('<img src="data:image/png,x">' * (MAX_PICTURES + 2))

    assert document.notes == (Note("pictures-too-many", count=2),)
