"""PDF files that are damaged, locked, or hold what no program would write."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from bulletin_editor.errors import InputError
from bulletin_editor.importers.pdf import read_pdf
from bulletin_editor.model.blocks import Paragraph

BEYOND_NUMBERS = 23 * b"80 0 0 80 5 5 cm "
"""Makes all that follows larger than PDFium can reckon with."""


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_pdf(path)
    return caught.value.code


def write_page(path: Path, content: bytes) -> None:
    """Write a PDF of one page in Helvetica, the font ``F``, with a white picture ``I``."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        picture = pikepdf.Stream(
            pdf,
            bytes([255]) * 6400,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=80,
            Height=80,
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceGray,
        )
        page.Resources = pikepdf.Dictionary(Font={"/F": font}, XObject={"/I": picture})
        page.Contents = pikepdf.Stream(pdf, content)
        pdf.save(path)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"%PDF-1.7\n", "pdf.damaged"), (b"%PDF-1.7\n" + bytes(range(256)) * 400, "pdf.damaged")],
)
def test_damaged_files_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    assert refusal(tmp_path / "a.pdf") == code


def test_what_cannot_be_read_has_its_own_reason(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "blank.pdf")
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
        for _ in range(600):
            pdf.add_blank_page()
        pdf.save(tmp_path / "long.pdf")
    assert refusal(tmp_path / "blank.pdf") == "pdf.no-text"
    assert refusal(tmp_path / "locked.pdf") == "pdf.encrypted"
    assert refusal(tmp_path / "long.pdf") == "pdf.too-many-pages"


def test_letters_too_small_to_be_seen_are_read(tmp_path: Path) -> None:
    write_page(
        tmp_path / "in.pdf", b"BT /F 0.2 Tf 72 700 Td (- 12) Tj ET BT /F 0.2 Tf 72 680 Td (- 34) Tj ET"
    )
    assert "12" in str(read_pdf(tmp_path / "in.pdf").blocks)


@pytest.mark.parametrize("drawn", [b"0 0 200 1 re f", b"0 0 1 200 re f", b"200 0 0 200 0 0 cm /I Do"])
def test_what_is_drawn_beyond_all_numbers_does_not_keep_the_words_from_being_read(
    tmp_path: Path, drawn: bytes
) -> None:
    text = b"BT /F 12 Tf 72 %d Td (%b) Tj ET"
    near, far = text % (700, b"Near."), text % (600, b"Far.")
    write_page(tmp_path / "in.pdf", b"%b q %b %b %b Q" % (near, BEYOND_NUMBERS, far, drawn))
    blocks = read_pdf(tmp_path / "in.pdf").blocks
    words = [block.text.plain for block in blocks if isinstance(block, Paragraph)]
    assert sorted(words) == ["Far.", "Near."]
