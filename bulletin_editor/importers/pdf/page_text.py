"""The text of a PDF page, in lines with their place and look, in the order of the file."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2
from msgspec.structs import replace
from pypdfium2 import raw as pdfium

from bulletin_editor.importers.flow.lines import rich_text_of
from bulletin_editor.importers.pdf.rules import Rule
from bulletin_editor.model.rich_text import RichText, Run, Script
from bulletin_editor.text.legacy import Encoding, converted, encoding_of_font, is_capital_font
from bulletin_editor.text.normal import without_forbidden

UNMARKED = -1
"""In place of the number of marked content: the page does not say what the letters belong to."""

ARTIFACT = -2
"""In its place, too: letters that belong to the page, such as a running head, and not to the text."""

_BOLD = re.compile("bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile("italic|oblique", re.IGNORECASE)
_BOLD_WEIGHT = 600
_SLANTED, _FORCE_BOLD = 1 << 6, 1 << 18  # flags of a font descriptor (ISO 32000-1, table 123)
_GAP = 2.2  # times the letters' size: as wide as no space between words is, even in justified lines
_SAME_LINE = 0.5  # times the letters' size: how far raised or lowered letters stand from their line
_OVERHANG = 1.0  # pt: that letters may reach over a rule
_SMALL = 0.85  # times the size of the line: raised and lowered letters are smaller
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
    """Words of one look that follow each other without a gap.

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


@dataclass
class TextLine:
    """A line of text, or the part of one in one column. Lengths in pt, from the page's lower left corner.

    `size` is that of most of its letters; `sizes` tells how many it has of each.
    """

    left: float
    right: float
    baseline: float
    size: float
    page: int = 0
    pieces: list[tuple[Run, str]] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
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


def stretches_on(page: pypdfium2.PdfPage) -> list[Stretch]:
    """Return the text on `page`, in the order in which the file has it."""
    text_page = page.get_textpage()
    try:
        return list(_Words(text_page.raw).stretches())
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


def lines_of(stretches: Iterable[Stretch], number: int, upright: Sequence[Rule] = ()) -> list[TextLine]:
    """Put text of the `number`-th page together to lines, in the same order.

    Wide gaps divide them, and `upright` rules.
    """
    lines: list[TextLine] = []
    for each in stretches:
        if not lines or not _continues(lines[-1], each) or _are_divided(lines[-1], each, upright):
            lines.append(TextLine(each.left, each.right, each.baseline, each.size, number))
        _add(lines[-1], each)
    for line in lines:
        line.put_into_unicode()
        line.size = max(line.sizes, key=lambda size: line.sizes[size])
    return [line for line in lines if line.plain]


def _continues(line: TextLine, stretch: Stretch) -> bool:
    size = max(line.size, stretch.size)
    same_line = abs(stretch.baseline - line.baseline) < _SAME_LINE * size
    return same_line and _is_near(line.right, stretch.left, size)


def _are_divided(line: TextLine, stretch: Stretch, upright: Iterable[Rule]) -> bool:
    return any(
        line.right - _OVERHANG < rule.at < stretch.left + _OVERHANG and rule.start < line.baseline < rule.end
        for rule in upright
    )


def _is_near(right: float, left: float, size: float) -> bool:
    return -size < left - right < _GAP * size


def _add(line: TextLine, stretch: Stretch) -> None:
    line.pieces.append((_raised(line, stretch), without_forbidden(_paired(stretch.text))))
    line.fonts.append(stretch.font)
    line.sizes[stretch.size] += len(stretch.text)
    line.right = max(line.right, stretch.right)
    if stretch.size > line.size:  # the line began with a raised letter
        line.size, line.baseline = stretch.size, stretch.baseline


def _paired(text: str) -> str:
    """Put the halves together that UTF-16 makes of letters such as emoji."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _raised(line: TextLine, stretch: Stretch) -> Run:
    """Return the look of letters, which may be raised or lowered against the line."""
    height = (stretch.baseline - line.baseline) / line.size
    if stretch.size > _SMALL * line.size or -0.05 < height < 0.1:
        return stretch.look
    return replace(stretch.look, script=Script.SUPERSCRIPT if height > 0 else Script.SUBSCRIPT)


# ---- Word by word ----------------------------------------------------------------------------------


class _Words:
    """Walks over a page. Asking PDFium takes the time, so a word in one text object is asked about once."""

    def __init__(self, text_page: Any) -> None:
        self._page = text_page
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
            if stretch and between:
                stretch.words[-1] = stretch.words[-1]._replace(text=stretch.words[-1].text + between)
            if not stretch or address != of or not _is_near(stretch.right, left, stretch.size):
                if stretch:
                    yield stretch
                stretch, of = self._begun(handle, start, left, right), address
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
            if end - start == 1 or _address(first) == _address(self._object_at(end - 1)):
                yield between, start, end, first
                continue
            for place in range(start, end):
                yield between if place == start else "", place, place + 1, self._object_at(place)

    def _object_at(self, place: int) -> Any:
        return pdfium.FPDFText_GetTextObject(self._page, place)

    def _left_of(self, place: int) -> float:
        pdfium.FPDFText_GetLooseCharBox(self._page, place, self._box)
        return _finite(self._box.left)

    def _right_of(self, place: int) -> float:
        pdfium.FPDFText_GetLooseCharBox(self._page, place, self._box)
        return _finite(self._box.right)

    def _begun(self, handle: Any, place: int, left: float, right: float) -> Stretch:
        pdfium.FPDFText_GetCharOrigin(self._page, place, self._x, self._y)
        font = self._font(pdfium.FPDFTextObj_GetFont(handle))
        return Stretch(
            look=font.look,
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
