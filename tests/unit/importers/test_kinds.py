"""What kind of document a file is told to be."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from PIL import Image

from bulletin_editor.errors import InputError
from bulletin_editor.importers.kinds import Kind, recognise


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_letters_of_two_bytes_are_text_though_half_of_a_letter_is_a_control_character(
    encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "tin.txt"
    path.write_bytes("Đại đội đã đi đều, đặt đá đắp đập, đón năm mới ở Ăng Tở.".encode(encoding))

    assert recognise(path).kind is Kind.TEXT


@pytest.mark.parametrize("name", ["thu.eml", "thu.mht", "thu.doc"])
def test_a_mail_with_attachments_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(
        b"From: <a@b.vn>\r\nSubject: =?utf-8?Q?Tin?=\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed;\r\n\tboundary="--b"\r\n\r\n----b\r\n\r\nTin'
    )

    with pytest.raises(InputError) as refused:
        recognise(path)
    assert (refused.value.code, refused.value.facts["kind"]) == ("document.unsupported", "EML")


@pytest.mark.parametrize(
    "head",
    [
        "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=b\r\n\r\n",
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n",
        "Content-Type: text/html\nMIME-Version: 1.0\n\n",
    ],
)
def test_web_archives_may_begin_with_any_header(head: str, tmp_path: Path) -> None:
    path = tmp_path / "trang"
    path.write_text(f"{head}--b\r\nContent-Type: text/html\r\n\r\n<p>Tin</p>", "utf-8", newline="")

    assert recognise(path).kind is Kind.WEB_ARCHIVE


def test_a_text_about_mails_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_text("Lưu ý: tiêu đề MIME-Version: 1.0 đứng trước Content-Type: text/html trong thư.", "utf-8")

    assert recognise(path).kind is Kind.TEXT


@pytest.mark.parametrize(
    "head",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
        b"\xef\xbb\xbf\r\n %PDF-1.4\n",
        b"\x1b%-12345X@PJL SET COPIES=1\r\n@PJL ENTER LANGUAGE=PDF\r\n%PDF-1.4\r%\xe2\xe3\r\n12 0 obj <<>>",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.5\n1 0 obj\n<<>>",
        bytes(128) + b"%PDF-1.5 %\xbf\xf7\n1 0 obj\n<<>>",
    ],
)
def test_a_pdf_is_one_whatever_was_sent_before_it(head: bytes, tmp_path: Path) -> None:
    path = tmp_path / "tin"
    path.write_bytes(head)

    assert recognise(path).kind is Kind.PDF


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Tệp PDF bắt đầu bằng %PDF-1.7 và số đối tượng 1 0 obj.", Kind.TEXT),
        ("<!DOCTYPE html><p>Đầu tệp:<pre>%PDF-1.4\n1 0 obj\n", Kind.HTML),
        ("{\\rtf1 %PDF-1.4\n1 0 obj\n}", Kind.RICH_TEXT),
        ("MZ là hai chữ đầu của tệp chạy trên Windows. " * 3, Kind.TEXT),
        ("RIFF là một cách đóng gói; ảnh WEBP dùng nó.", Kind.TEXT),
        ("GIF89a là tên đầy đủ của một loại ảnh.", Kind.TEXT),
        ("Rar! 7z", Kind.TEXT),
    ],
)
def test_a_text_may_speak_of_files_of_other_kinds(words: str, kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_text(words, "utf-8")

    assert recognise(path).kind is kind


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "TIFF", "JPEG"])
def test_pictures_are_told_apart_from_documents(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "anh.doc"
    Image.new("RGB", (300, 200), "teal").save(path, kind)

    with pytest.raises(InputError) as refused:
        recognise(path)
    assert str(refused.value.facts["kind"]).upper() == kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"MZ\x90\x00\x03" + bytes(59) + b"PE", "EXE"),
        (b"Rar!\x1a\x07\x01\x00", "RAR"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "7z"),
        (gzip.compress(b"tin", mtime=0), "gzip"),
        (b"\x7fELF\x02\x01", "ELF"),
    ],
)
def test_programs_and_archives_are_refused_by_their_names(head: bytes, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "tin.docx"
    path.write_bytes(head)

    with pytest.raises(InputError) as refused:
        recognise(path)
    assert refused.value.facts["kind"] == kind
