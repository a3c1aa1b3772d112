"""No document brings along a file that lies on the officer's computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from bulletin_editor.importers.kinds import Kind
from bulletin_editor.importers.office.defusing import defused
from bulletin_editor.importers.office.programs import libreoffice
from bulletin_editor.services.importing import read_incoming


@pytest.mark.parametrize(
    "instruction",
    [
        rb'{\*\fldinst INCLUDEPICTURE "file:///a.png" \\d}',
        rb'{\*\fldinst{\b  INCLUDETEXT "a.txt"}}',
        rb"{\fldinst includepicture a.png}",
        rb"{\*\fldinst \'49NCLUDEPICTURE a.png}",
        rb"{\*\fldinst IN{\i CLUDEPICTURE} a.png}",
        rb"{\*\fldinst LINK Word.Document a.doc}",
    ],
)
def test_fields_that_bring_in_files_are_unknown_to_all(instruction: bytes) -> None:
    changed = defused(rb"{\rtf1{\field" + instruction + rb"{\fldrslt xin}}}", Kind.RICH_TEXT)
    assert rb"\fldinst" not in changed
    assert rb"{\*\leftout" in changed
    assert rb"{\fldrslt xin}" in changed


def test_links_and_page_numbers_stay() -> None:
    data = rb'{\rtf1{\field{\*\fldinst{\b HYPERLINK "https://a.vn"}}{\fldrslt a}}{\field{\*\fldinst PAGE}}}'
    assert defused(data, Kind.RICH_TEXT) == data


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16-le"])
def test_in_old_word_files_they_are_blank_and_nothing_moves(encoding: str) -> None:
    data = '\x13 INCLUDEPICTURE "\\\\server\\a.png" \\d\x14xin\x15 INCLUDEPICTURE is a word'.encode(encoding)
    changed = defused(data, Kind.OLD_WORD).decode(encoding)
    assert changed.startswith("\x13 ")
    assert "server" not in changed
    assert changed.endswith("\x14xin\x15 INCLUDEPICTURE is a word")
    assert len(changed.encode(encoding)) == len(data)


def test_other_documents_stay_as_they_are() -> None:
    data = rb"{\fldinst INCLUDEPICTURE}"
    assert defused(data, Kind.OPEN_DOCUMENT) == data


@pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_fetches_no_picture_of_this_computer(tmp_path: Path) -> None:
    secret = tmp_path / "rieng.png"
    Image.new("RGB", (30, 20), "red").save(secret)
    field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{secret.as_uri()}" \\d}}{{\fldrslt }}}}'
    letter = tmp_path / "thu.rtf"
    letter.write_text(rf"{{\rtf1\ansi Xin chao {field}\par Het.\par}}")
    document = read_incoming(letter)
    assert document.pictures == ()
    assert document.articles
