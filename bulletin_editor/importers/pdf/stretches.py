"""The letters of a PDF page: words, and stretches of them, with place and look, in the order of the file."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2
from msgspec.structs import replace
from pypdfium2 import raw as pdfium

from bulletin_editor.importers.pdf.links import Links, links_on
from bulletin_editor.model.rich_text import Run

UNMARKED = -1
"""In place of the number of marked content: the page does not say what the letters belong to."""

ARTIFACT = -2
"""In its place, too: letters that belong to the page, such as a running head, and not to the text."""

_BOLD = re.compile("bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile("italic|oblique", re.IGNORECASE)
_BOLD_WEIGHT = 600
_SLANTED, _FORCE_BOLD = 1 << 6, 1 << 18  # flags of a font descriptor (ISO 32000-1, table 123)
_GAP = 2.2  # times the letters' size: as wide as no space between words is, even in justified lines
_WORD = re.compile("(?P<space>[ \r\n]*)(?P<letters>[^ \r\n]+)")
_LINE_HYPHEN = re.compile("[\x02\ufffe]")  # what PDFium gives for a hyphen at the end of a line


class _Font(NamedTuple):
    look: Run
    name: str


class Word(NamedTuple):
    """Letters without a space in them, with those behind. Lengths in pt, from the page's left edge."""

    left: float
    right: float
    text: str


@dataclass
class Stretch:
    """Words of one look and link that follow each other without a gap.

    Lengths are in pt, from the page's lower left corner. `content` is the number of the marked content that
    they are, `UNMARKED` or `ARTIFACT`.
    """

    look: Run
    font: str
    size: float
    content: int
    left: float
    right: float
    baseline: float
    words: list[Word] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The letters, with the spaces between words and behind the last."""
        return "".join(word.text for word in self.words)


def stretches_on(page: pypdfium2.PdfPage) -> list[Stretch]:
    """Return the text on `page`, in the order in which the file has it."""
    text_page = page.get_textpage()
    try:
        return list(_Words(text_page.raw, links_on(page)).stretches())
    finally:
        text_page.close()


def content_number(drawn: Any) -> int:
    """Return the number of the marked content that a drawn object is, `UNMARKED` or `ARTIFACT`."""
    number = int(pdfium.FPDFPageObj_GetMarkedContentID(drawn))
    if number >= 0:
        return number
    marks = range(pdfium.FPDFPageObj_CountMarks(drawn))
    is_artifact = any(_name(pdfium.FPDFPageObj_GetMark(drawn, each)) == "Artifact" for each in marks)
    return ARTIFACT if is_artifact else UNMARKED


def is_near(right: float, left: float, size: float) -> bool:
    """Tell whether letters of `size` that begin at `left` belong to the line that has come to `right`."""
    return -size < left - right < _GAP * size


class _Words:
    """Walks over a page. Asking PDFium takes the time, so a word in one text object is asked about once."""

    def __init__(self, text_page: Any, links: Links | None) -> None:
        self._page = text_page
        self._links = links
        self._fonts: dict[int, _Font] = {}
        self._box = pdfium.FS_RECTF()  # PDFium writes into these
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def stretches(self) -> Iterator[Stretch]:
        """Give what stands in one text object without a gap in it."""
        text = self._text()
        stretch: Stretch | None = None
        of = 0
        for between, start, end, handle in self._words(text):
            address = _address(handle)
            left, right = self._left_of(start), self._right_of(end - 1)
            link = self._links.at((left + right) / 2, self._height_of(start)) if self._links else ""
            if stretch and between:
                stretch.words[-1] = stretch.words[-1]._replace(text=stretch.words[-1].text + between)
            goes_on = stretch and address == of and link == stretch.look.link
            if not stretch or not goes_on or not is_near(stretch.right, left, stretch.size):
                if stretch:
                    yield stretch
                stretch, of = self._begun(handle, start, left, right, link), address
            stretch.words.append(Word(left, right, text[start:end]))
            stretch.right = max(stretch.right, right)
        if stretch:
            yield stretch

    def _text(self) -> str:
        """Return the letters, and the spaces that PDFium thought of: a UTF-16 unit for each place."""
        count = max(0, int(pdfium.FPDFText_CountChars(self._page)))
        units = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self._page, 0, count, units) == count + 1:
            codes = units[:count]
        else:  # it left out what has no meaning; asked one by one, each letter has its place
            codes = [pdfium.FPDFText_GetUnicode(self._page, place) for place in range(count)]
        return _LINE_HYPHEN.sub("-", "".join(map(chr, codes)))

    def _words(self, text: str) -> Iterator[tuple[str, int, int, Any]]:
        """Give the spaces before each word, its places, and its object; several objects may share a word."""
        for word in _WORD.finditer(text):
            between = word["space"].replace("\r", "").replace("\n", "")
            start, end = word.span("letters")
            first = self._object_at(start)
            is_one = end - start == 1 or _address(first) == _address(self._object_at(end - 1))
            if is_one and not (self._links and self._is_divided(start, end)):
                yield between, start, end, first
                continue
            for place in range(start, end):
                yield between if place == start else "", place, place + 1, self._object_at(place)

    def _is_divided(self, start: int, end: int) -> bool:
        """Tell whether a link begins or ends within a word."""
        assert self._links, "only links divide words"
        return self._links.divide(self._left_of(start), self._right_of(end - 1), self._height_of(start))

    def _object_at(self, place: int) -> Any:
        return pdfium.FPDFText_GetTextObject(self._page, place)

    def _left_of(self, place: int) -> float:
        pdfium.FPDFText_GetLooseCharBox(self._page, place, self._box)
        return _finite(self._box.left)

    def _right_of(self, place: int) -> float:
        pdfium.FPDFText_GetLooseCharBox(self._page, place, self._box)
        return _finite(self._box.right)

    def _height_of(self, place: int) -> float:
        """Return how high the middle of a letter stands."""
        pdfium.FPDFText_GetLooseCharBox(self._page, place, self._box)
        return _finite((self._box.bottom + self._box.top) / 2)

    def _begun(self, handle: Any, place: int, left: float, right: float, link: str) -> Stretch:
        pdfium.FPDFText_GetCharOrigin(self._page, place, self._x, self._y)
        font = self._font(pdfium.FPDFTextObj_GetFont(handle))
        return Stretch(
            look=replace(font.look, link=link) if link else font.look,
            font=font.name,
            size=_size(handle),
            content=content_number(handle),
            left=left,
            right=right,
            baseline=_finite(self._y.value),
        )

    def _font(self, handle: Any) -> _Font:
        address = _address(handle)
        if address not in self._fonts:
            self._fonts[address] = _font_of(handle)
        return self._fonts[address]


def _address(handle: Any) -> int:
    """Return what tells an object of PDFium from others; 0 for none."""
    return ctypes.addressof(handle.contents) if handle else 0


def _size(text_object: Any) -> float:
    """Return how large letters stand on the page, in pt."""
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(text_object, size)
    pdfium.FPDFPageObj_GetMatrix(text_object, matrix)
    return max(abs(_finite(size.value * math.hypot(matrix.c, matrix.d))), 0.1)


def _finite(number: float) -> float:
    """Return `number`; 0 where PDFium could not reckon it, as in a damaged file whose scales multiply."""
    return number if math.isfinite(number) else 0.0


def _name(mark: Any) -> str:
    length, buffer = ctypes.c_ulong(), (ctypes.c_ushort * 64)()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
    return bytes(buffer)[: length.value].decode("utf-16-le", "replace").rstrip("\0")


def _font_of(handle: Any) -> _Font:
    name = _font_name(handle)
    flags = pdfium.FPDFFont_GetFlags(handle)
    heavy = pdfium.FPDFFont_GetWeight(handle) >= _BOLD_WEIGHT or bool(flags & _FORCE_BOLD)
    bold = heavy or bool(_BOLD.search(name))
    italic = bool(flags & _SLANTED) or bool(_ITALIC.search(name))
    return _Font(Run(text="", bold=bold, italic=italic), name)


def _font_name(font: Any) -> str:
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if not length:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2]
