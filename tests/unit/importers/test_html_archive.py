"""Web archives: a page with its pictures in one file, as browsers, Word and Outlook write it."""

from __future__ import annotations

import base64
import quopri
from contextlib import suppress
from pathlib import Path

import pytest

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.html import read_web_archive
from bulletin_editor.importers.kinds import Kind, Recognised, recognise
from bulletin_editor.model.blocks import Paragraph, PictureRow, Table
from bulletin_editor.model.rich_text import rich
from bulletin_editor.services.importing import read_incoming

DATA = b"\x89PNG a picture, as far as this room knows"
HEAD = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tin.vn/bai.html\r\n"
    b"Subject: =?utf-8?Q?H=E1=BB=99i_ngh=E1=BB=8B?=\r\nDate: Tue, 26 May 2026 08:00:00 -0000\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
)


def part(kind: str, data: bytes, *headers: str, encoding: str = "base64") -> bytes:
    coded = quopri.encodestring(data) if encoding == "quoted-printable" else base64.encodebytes(data)
    lines = (f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}", *headers)
    return "\r\n".join(("----b", *lines, "", "")).encode() + coded + b"\r\n"


def page(html: str, *headers: str, kind: str = "text/html") -> bytes:
    return part(kind, html.encode(), *headers, encoding="quoted-printable")


def read(tmp_path: Path, *parts: bytes, head: bytes = HEAD) -> ReadDocument:
    path = tmp_path / "trang.mhtml"
    path.write_bytes(head + b"".join(parts) + b"----b--\r\n")
    return read_web_archive(path)


def pictures_of(document: ReadDocument) -> list[bytes]:
    return [raw.data for raw in document.pictures.values()]


# ---- Programs --------------------------------------------------------------------------------------


def test_a_page_of_a_browser_comes_with_its_pictures(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        page(
            "<meta charset=x><nav><a href=/>Trang chủ</a></nav><p>Sở họp.</p>"
            "<img src='https://tin.vn/anh/a.png'><img src='cid:anh-2@mhtml.blink'>"
            "<link href='cid:css@mhtml.blink'>",
            "Content-ID: <frame-1@mhtml.blink>",
            "Content-Location: https://tin.vn/bai.html",
        ),
        part("text/css", b"p{display:none}", "Content-Location: cid:css@mhtml.blink"),
        part("image/png", DATA, "Content-Location: https://tin.vn/anh/a.png"),
        part("image/png", DATA + b"2", "Content-ID: <anh-2@mhtml.blink>"),
        page("<p>Quảng cáo</p>", "Content-Location: https://ads.vn/"),
    )

    assert document.blocks[0] == Paragraph(text=rich("Sở họp."))
    assert [type(block) for block in document.blocks[1:]] == [PictureRow]
    assert pictures_of(document) == [DATA, DATA + b"2"]
    assert document.notes == (Note("page-surroundings", count=2),)


def test_words_page_in_one_file_calls_its_pictures_from_where_it_lay(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        page(
            "<html xmlns:o='urn:schemas-microsoft-com:office:office'>"
            "<meta name=Generator content='Microsoft Word 15'>"
            "<p class=MsoNormal>Báo cáo<o:p></o:p></p><p><img src='bao cao_files/image001.png'></p>"
            "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table></html>",
            "Content-Location: file:///C:/9B5E/bao%20cao.htm",
            kind='text/html; charset="utf-8"',
        ),
        part("image/png", DATA, "Content-Location: file:///C:/9B5E/bao%20cao_files/image001.png"),
        part("text/xml", b"<xml/>", "Content-Location: file:///C:/9B5E/bao%20cao_files/filelist.xml"),
    )

    assert [type(block) for block in document.blocks] == [Paragraph, PictureRow, Table]
    assert pictures_of(document) == [DATA]
    assert document.notes == ()


def test_outlook_may_put_the_page_beside_its_text_and_say_which_part_it_is(tmp_path: Path) -> None:
    head = HEAD.replace(b'type="text/html"', b'start="<bai@x>"')
    inner = b'----b\r\nContent-Type: multipart/alternative; boundary="c"\r\n\r\n'
    inner += b"--c\r\nContent-Type: text/plain\r\n\r\nx\r\n"
    inner += b"--c\r\nContent-Type: text/html; charset=windows-1258\r\nContent-ID: <bai@x>\r\n\r\n"
    inner += b"<p>\xd0\xf4\xd2i m\xf5\xeci</p>\r\n--c--\r\n"

    document = read(tmp_path, page("<p>Khung</p>"), inner, head=head)
    assert document.blocks == (Paragraph(text=rich("Đổi mới")),)


def test_who_took_a_picture_is_its_credit(tmp_path: Path) -> None:
    html = "<figure><img src='cid:a'><figcaption>Phiên chợ. Ảnh: Văn phòng</figcaption></figure>"
    document = read(tmp_path, page(html), part("image/png", DATA, "Content-ID: <a>"))

    (row,) = document.blocks
    assert isinstance(row, PictureRow)
    assert (row.caption, row.credit) == ("Phiên chợ.", "Văn phòng")


def test_pictures_that_are_not_in_the_archive_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(DATA)
    full = (tmp_path / "a.png").as_uri()
    html = f"<img src='https://x.vn/a.png'><img src='a.png'><img src='{full}'>"

    assert read(tmp_path, page(f"<p>Tin</p>{html}")).notes == (
        Note("pictures-on-the-web", count=1),
        Note("pictures-not-found", count=2),
    )


# ---- Damaged and hostile ones ----------------------------------------------------------------------


def test_what_is_cut_off_or_badly_coded_gives_what_can_be_read(tmp_path: Path) -> None:
    coded = b"Content-Transfer-Encoding: "
    bad = b"----b\r\nContent-Type: image/png\r\nContent-ID: <a>\r\n" + coded + b"base64\r\n\r\n#\xff!\r\n"
    html = b"----b\r\nContent-Type: text/html; charset=no-such\r\n" + coded + b"quoted-printable\r\n\r\n"

    document = read(tmp_path, html + b"<p>=C4=90=E1=BB=95i m=ZZ=\r\n</p><img src=cid:a>\r\n", bad)
    assert document.blocks[0] == Paragraph(text=rich("Đổi m=ZZ"))


@pytest.mark.parametrize("body", [b"", b"----b\r\nContent-Type: text/plain\r\n\r\nTin\r\n"])
def test_an_archive_without_a_page_is_empty(body: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        read(tmp_path, body)
    assert refused.value.code == "document.empty"


def nested(depth: int) -> bytes:
    heads = (f'--{n}\r\nContent-Type: multipart/mixed; boundary="{n + 1}"\r\n\r\n' for n in range(depth))
    return (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="0"\r\n\r\n'
        + "".join(heads).encode()
    )


@pytest.mark.parametrize(
    "data",
    [
        nested(5_000),
        HEAD + b"----b\r\n\r\n" * 20_000,
        HEAD + b"----b\r\nX: " + b"y" * 5_000_000 + b"\r\n\r\n",
        HEAD + b"----b\r\n" + b"Content-Type: text/html; a=b" * 20_000 + b"\r\n\r\n",
        HEAD + b"----b\r\nContent-Type: text/html; charset*0*=x''%ff; charset*1=\xff\r\n\r\n",
    ],
    ids=["nested", "parts", "header", "parameters", "charset"],
)
@pytest.mark.timeout(30)
def test_archives_without_end_end_well(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "trang.mht"
    path.write_bytes(data)
    with suppress(InputError):
        assert read_web_archive(path).blocks == ()


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        read_web_archive(tmp_path / "không có.mht")
    assert refused.value.code == "document.unreadable"


@pytest.mark.parametrize(("name", "as_named"), [("a.mht", True), ("a.mhtml", True), ("a.doc", False)])
def test_an_archive_is_known_by_its_content(name: str, as_named: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HEAD + page("<p>Tin</p>"))

    assert recognise(tmp_path / name) == Recognised(Kind.WEB_ARCHIVE, as_named)


VERSION = b"MIME-Version: 1.0\r\n"
TYPE = b'Content-Type: multipart/related; boundary="--b"\r\n'


@pytest.mark.parametrize(
    "head",
    [
        VERSION + TYPE,
        TYPE + VERSION,
        b"X-Mailer: Outlook\r\n" + TYPE + VERSION,
        b"mime-version: 1.0\r\n" + TYPE,
    ],
    ids=["Word", "type first", "Outlook", "small letters"],
)
@pytest.mark.parametrize("name", ["bao cao.mht", "bao cao.doc"])
def test_an_archive_of_word_is_read_whatever_its_first_header(head: bytes, name: str, tmp_path: Path) -> None:
    html = (
        "<html><meta name=Generator content='Microsoft Word 15'><p class=MsoTitle>Khánh thành cầu<p>Sáng nay."
    )
    path = tmp_path / name
    path.write_bytes(head + b"\r\nA Web Archive file.\r\n\r\n" + page(html) + b"----b--\r\n")

    (proposed,) = read_incoming(path).articles
    assert proposed.headline == "Khánh thành cầu"
    assert proposed.body == (Paragraph(text=rich("Sáng nay.")),)
