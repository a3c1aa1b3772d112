"""A small issue as this program prints it, and a PDF file whose content can be read without unpacking."""

from __future__ import annotations

import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf

from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import read_template
from bulletin_editor.paths import shipped
from full_issue import full_agency, full_issue
from printed_issue import print_both

_PAGE = b"""BT /F1 20 Tf 40 700 Td (Tin trong tuan) Tj ET
BT /F1 11 Tf 40 660 Td 14 TL (Sang nay, ca ban ra dong) Tj T* [(gat) -300 (lua) 90 (som)] TJ T*
<0041004200430044> Tj T* (- Mot) Tj T* (- Hai) Tj ET
q 120 0 0 80 40 420 cm /Im1 Do Q
q 1 0 0 1 0 -100 cm /Fm1 Do Q
BT /F1 9 Tf 40 405 Td (Anh: lua chin) Tj ET BT /F1 8 Tf 290 20 Td (2) Tj ET"""
_FORM = b"BT /F1 11 Tf 1 0 .3 1 40 400 Tm (Nghieng) Tj ET"
_SIDE = 70


class Prints(NamedTuple):
    """The two files of an issue."""

    pdf: bytes
    docx: bytes


@cache
def prints() -> Prints:
    """Print a small issue with every kind of block."""
    template = read_template(shipped("templates") / "dien-bien")
    with PdfPrinter(template) as printer, tempfile.TemporaryDirectory() as folder:
        made = print_both(printer, template, full_issue(), Path(folder), full_agency())
        return Prints(made.pdf.read_bytes(), made.docx.read_bytes())


@cache
def pdf_files() -> tuple[bytes, ...]:
    """Return PDF files: as printed, the same with its streams unpacked, and a plain one of two pages."""
    unpacked = BytesIO()
    with pikepdf.open(BytesIO(prints().pdf)) as pdf:
        pdf.save(
            unpacked,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return prints().pdf, unpacked.getvalue(), _plain(), _plain()


@cache
def _plain() -> bytes:
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    image = pdf.make_stream(
        bytes(range(_SIDE)) * _SIDE, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=_SIDE,
        Height=_SIDE, BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceGray,
    )  # fmt: skip
    fonts = pikepdf.Dictionary(F1=pdf.make_indirect(font))
    form = pdf.make_stream(
        _FORM, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 600, 800],
        Resources=pikepdf.Dictionary(Font=fonts),
    )  # fmt: skip
    resources = pikepdf.Dictionary(Font=fonts, XObject=pikepdf.Dictionary(Im1=image, Fm1=form))
    for _ in range(2):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Resources = resources
        page.Contents = pdf.make_stream(_PAGE)
    stream = BytesIO()
    pdf.save(stream, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return stream.getvalue()
