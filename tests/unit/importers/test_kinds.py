"""What kind of document a file is told to be."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_a_text_about_mails_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_text("Lưu ý: tiêu đề MIME-Version: 1.0 đứng trước Content-Type: text/html trong thư.", "utf-8")

    assert recognise(path).kind is Kind.TEXT
