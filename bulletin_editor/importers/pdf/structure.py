"""The structure of a tagged PDF: what its letters and pictures belong to (ISO 32000-1, chapter 14.7)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw as pdfium

_DEEPEST = 60  # elements within elements
_MAX_STEPS = 1_000_000
"""Through a file: PDFium shows the whole tree for each page, with blanks for what stands on others."""


class Place(NamedTuple):
    """Where marked content stands in the structure.

    `path` counts the way from the root: the places among their siblings of its elements, then of the content
    itself. It is the same on all pages, so it orders and names the elements. `types` are those of the
    elements, from the outermost inwards, and `alternative` is the text that stands for the innermost.
    """

    path: tuple[int, ...]
    types: tuple[str, ...]
    alternative: str


class Structure:
    """Walks over the structure of one file, page by page."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._is_tagged = bool(pdfium.FPDFCatalog_IsTagged(document))
        self._steps = 0

    def places_on(self, page: pypdfium2.PdfPage) -> dict[int, Place]:
        """Return where the marked contents of `page` stand; nothing where it is not told, or at length."""
        tree = pdfium.FPDF_StructTree_GetForPage(page) if self._is_tagged else None
        if not tree:
            return {}
        try:
            places: dict[int, Place] = {}
            for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
                places.update(self._contents(element, Place((index,), (), "")) if element else ())
            return places if self._steps <= _MAX_STEPS else {}
        finally:
            pdfium.FPDF_StructTree_Close(tree)

    def _contents(self, element: Any, around: Place) -> Iterator[tuple[int, Place]]:
        """Give what `element` holds on this page; `around` is the way to it."""
        types = (*around.types, _text(pdfium.FPDF_StructElement_GetType, element))
        alternative = _text(pdfium.FPDF_StructElement_GetAltText, element)
        for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
            self._steps += 1
            if self._steps > _MAX_STEPS or len(types) > _DEEPEST:
                return
            place = Place((*around.path, index), types, alternative)
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                yield from self._contents(child, place)
                continue
            content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if content >= 0:
                yield content, place


def _text(read: Any, element: Any) -> str:
    length = read(element, None, 0)
    if not length:
        return ""
    buffer = ctypes.create_string_buffer(length)
    read(element, buffer, length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
