"""Word files, and what is read only where LibreOffice is installed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx

from fuzz.real_pictures import picture_files, png
from fuzz.real_prints import prints
from fuzz.real_texts import SAMPLES

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_STREAMS = ("WordDocument", "EncryptedPackage")


@cache
def word_files() -> tuple[bytes, ...]:
    """Return Word files: printed by this program, written by python-docx, and with what only Word writes."""
    more = {
        "word/media/image1.png": png(),
        "word/media/image2.jpeg": picture_files()[0],
        "word/vbaProject.bin": _COMPOUND,
    }
    return prints().docx, _written(), _packed(SAMPLES / "word", more)


@cache
def old_files() -> tuple[bytes, ...]:
    """Return what only LibreOffice can read: OpenDocument, Rich Text, heads of Word 97 and encrypted."""
    compounds = (_COMPOUND + stream.encode("utf-16-le").ljust(512, b"\0") for stream in _STREAMS)
    return _packed(SAMPLES / "odt", {}), (SAMPLES / "old.rtf").read_bytes(), *compounds


def _written() -> bytes:
    """Let python-docx write headings, lists, a table, pictures and a header."""
    document = docx.Document()
    document.add_heading("Chợ phiên", 0)
    document.add_heading("Sáng", 2)
    document.add_paragraph("Mở sớm, ").add_run("đông").bold = True
    for style in ("List Bullet", "List Bullet 2", "List Number", "Intense Quote", "Caption"):
        document.add_paragraph("Lúa và ngô", style=style)
    table = document.add_table(3, 3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 1)).text = "Hàng"
    document.add_picture(BytesIO(png()))
    document.add_picture(BytesIO(picture_files()[0]))
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _packed(folder: Path, more: Mapping[str, bytes]) -> bytes:
    """Return a zip file of all files in `folder`, and `more`; a file ``mimetype`` is the first."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for path in sorted(files, key=lambda each: (each.name != "mimetype", each)):
            archive.write(path, path.relative_to(folder).as_posix())
        for name, data in more.items():
            archive.writestr(name, data)
    return stream.getvalue()
