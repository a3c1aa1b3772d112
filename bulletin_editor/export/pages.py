"""The finished pages as pictures: PDFium draws them. The only room that knows it."""

from __future__ import annotations

from threading import Lock
from types import TracebackType
from typing import Self

import msgspec
import pypdfium2

_PDFIUM = Lock()
"""Held by whoever is in PDFium: it may be entered from any thread, but by one at a time."""


class PageSize(msgspec.Struct, frozen=True):
    """Width and height of a page in pt."""

    width: float
    height: float


class DrawnPage(msgspec.Struct, frozen=True):
    """A page as pixels: rows from the top, `stride` bytes each.

    A pixel is four bytes: blue, green, red and one unused.
    """

    width: int
    height: int
    stride: int
    pixels: bytes


class Pages:
    """The pages of a PDF, numbered from 1. `close` gives them back."""

    def __init__(self, pdf: bytes) -> None:
        with _PDFIUM:
            self._document = pypdfium2.PdfDocument(pdf)
            pages = range(len(self._document))
            self.sizes = tuple(PageSize(*self._document.get_page_size(page)) for page in pages)

    def draw(self, number: int, scale: float) -> DrawnPage:
        """Return page `number`, drawn with `scale` px for a pt."""
        with _PDFIUM:
            page = self._document[number - 1]
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            drawn = DrawnPage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            page.close()
        return drawn

    def close(self) -> None:
        """Let go of the document."""
        with _PDFIUM:
            self._document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
