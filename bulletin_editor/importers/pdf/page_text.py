"""The text of a PDF page, in pieces of lines with their place and look, in the order of the file."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2
from msgspec.structs import replace
from pypdfium2 import raw as pdfium

from bulletin_editor.importers.flow.lines import rich_text_of
from bulletin_editor.model.rich_text import RichText, Run, Script
from bulletin_editor.text.legacy import Encoding, converted, encoding_of_font, is_capital_font
from bulletin_editor.text.normal import without_forbidden

_BOLD = re.compile("bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile("italic|oblique", re.IGNORECASE)
_BOLD_WEIGHT = 600
_SLANTED, _FORCE_BOLD = 1 << 6, 1 << 18  # flags of a font descriptor (ISO 32000-1, table 123)
_GAP = 2.2  # times the letters' size: as wide as no space between words is, even in justified lines
_SAME_LINE = 0.5  # times the letters' size: how far raised or lowered letters stand from their line
_SMALL = 0.85  # times the size of the line: raised and lowered letters are smaller
_SPACE = 0x20
_LINE_HYPHEN = 0x2  # what PDFium gives for a hyphen at the end of a line


@dataclass(frozen=True)
class _Font:
    """How the letters of one text object look. `size` is in pt, as they stand on the page."""

    look: Run
    size: float
    name: str


@dataclass
class TextLine:
    """A line of text, or the part of one in one column. Lengths in pt, from the page's lower left corner."""

    left: float
    right: float
    baseline: float
    size: float
    page: int = 0
    pieces: list[tuple[Run, str]] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    encoding: Encoding | None = None

    def put_into_unicode(self) -> None:
        """Convert what stands in fonts of the time before Unicode, and remember their `encoding`."""
        pieces: list[tuple[Run, str]] = []
        letters = zip(self.fonts, self.pieces, strict=True)
        for (font, look), together in groupby(letters, key=lambda each: (each[0], each[1][0])):
            text = "".join(text for _, (_, text) in together)
            encoding = encoding_of_font(font)
            if encoding:
                self.encoding = encoding
                text = converted(text, encoding, capitals=is_capital_font(font))
            pieces.append((look, text))
        self.pieces = pieces

    @property
    def text(self) -> RichText:
        """The words, with their formats."""
        return rich_text_of(self.pieces)

    @property
    def plain(self) -> str:
        """The letters alone."""
        return "".join(text for _, text in self.pieces).strip()

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(look.bold for look, text in self.pieces if text.strip())

    @property
    def is_italic(self) -> bool:
        """Whether all of its words are in italics."""
        return all(look.italic for look, text in self.pieces if text.strip())


def lines_of(page: pypdfium2.PdfPage, number: int) -> list[TextLine]:
    """Return the lines on `page`, the `number`-th, in the order in which the file has them."""
    text_page = page.get_textpage()
    try:
        lines = list(_Lines(text_page.raw, number).all())
    finally:
        text_page.close()
    for line in lines:
        line.put_into_unicode()
    return [line for line in lines if line.plain]


class _Lines:
    """Walks over the characters of a page. PDFium has put them into lines; wide gaps divide those."""

    def __init__(self, text_page: Any, number: int) -> None:
        self._page = text_page
        self._number = number
        self._fonts: dict[int, _Font] = {}
        self._rectangle = pdfium.FS_RECTF()  # PDFium writes into these for each character
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def all(self) -> Iterator[TextLine]:
        line: TextLine | None = None
        for index in range(pdfium.FPDFText_CountChars(self._page)):
            code = pdfium.FPDFText_GetUnicode(self._page, index)
            font = self._font(index)
            if font is None:  # a space or line end that PDFium thought of; lines are told by their place
                if line and code == _SPACE:
                    line.pieces.append((line.pieces[-1][0], " "))
                    line.fonts.append(line.fonts[-1])
                continue
            box = self._box(index)
            if line and not _continues(line, font, box):
                yield line
                line = None
            if line is None:
                line = TextLine(box.left, box.right, box.y, font.size, self._number)
            _add(line, font, box, code)
        if line:
            yield line

    def _box(self, index: int) -> _Box:
        pdfium.FPDFText_GetLooseCharBox(self._page, index, self._rectangle)
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return _Box(self._rectangle.left, self._rectangle.right, self._y.value)

    def _font(self, index: int) -> _Font | None:
        handle = pdfium.FPDFText_GetTextObject(self._page, index)
        if not handle:
            return None
        address = ctypes.addressof(handle.contents)
        if address not in self._fonts:
            self._fonts[address] = _font_of(handle)
        return self._fonts[address]


class _Box(NamedTuple):
    left: float
    right: float
    y: float


def _continues(line: TextLine, font: _Font, box: _Box) -> bool:
    size = max(line.size, font.size)
    return abs(box.y - line.baseline) < _SAME_LINE * size and -size < box.left - line.right < _GAP * size


def _add(line: TextLine, font: _Font, box: _Box, code: int) -> None:
    character = "-" if code == _LINE_HYPHEN else without_forbidden(chr(code))
    line.pieces.append((_raised(font, line, box), character))
    line.fonts.append(font.name)
    line.right = max(line.right, box.right)
    if font.size > line.size:  # the line began with a raised letter
        line.size, line.baseline = font.size, box.y


def _raised(font: _Font, line: TextLine, box: _Box) -> Run:
    """Return the look of letters, which may be raised or lowered against the line."""
    height = (box.y - line.baseline) / line.size
    if font.size > _SMALL * line.size or -0.05 < height < 0.1:
        return font.look
    return replace(font.look, script=Script.SUPERSCRIPT if height > 0 else Script.SUBSCRIPT)


def _font_of(handle: Any) -> _Font:
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(handle, size)
    pdfium.FPDFPageObj_GetMatrix(handle, matrix)
    font = pdfium.FPDFTextObj_GetFont(handle)
    name = _font_name(font)
    flags = pdfium.FPDFFont_GetFlags(font)
    bold = (
        bool(_BOLD.search(name)) or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or bool(flags & 1 << 18)
    )
    italic = bool(_ITALIC.search(name)) or bool(flags & 1 << 6)
    scale = math.hypot(matrix.c, matrix.d)
    return _Font(Run(text="", bold=bold, italic=italic), max(abs(size.value * scale), 0.1), name)


def _font_name(font: Any) -> str:
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if not length:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2]
