"""The links on a PDF page: areas of it that lead to an address."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw as pdfium

from bulletin_editor.importers.flow.links import followed

_MOST = 200  # areas of one page; what has more is an index
_LONGEST = 2000  # bytes of an address
_WITHIN = 1.0  # pt: by which an area may be smaller than its letters, or larger


class _Area(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float
    address: str

    def has_height(self, height: float) -> bool:
        return self.bottom < height < self.top


class Links:
    """Tells where letters of one page lead. Lengths in pt, from its lower left corner."""

    def __init__(self, areas: Sequence[_Area]) -> None:
        self._areas = areas

    def at(self, across: float, height: float) -> str:
        """Return the address to which this place leads; blank where it leads nowhere."""
        for area in self._areas:
            if area.left < across < area.right and area.has_height(height):
                return area.address
        return ""

    def divide(self, left: float, right: float, height: float) -> bool:
        """Tell whether a link begins or ends between `left` and `right`."""
        return any(
            area.has_height(height)
            and any(left + _WITHIN < edge < right - _WITHIN for edge in (area.left, area.right))
            for area in self._areas
        )


def links_on(page: pypdfium2.PdfPage) -> Links | None:
    """Return the links on `page` that a reader of a bulletin can follow; None where it has none."""
    areas = list(islice(_areas_on(page), _MOST))
    return Links(areas) if areas else None


def _areas_on(page: pypdfium2.PdfPage) -> Iterator[_Area]:
    position, link = ctypes.c_int(), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, position, link):
        address = followed(_address(page, link))
        if address:
            yield from (_Area(*box, address) for box in _boxes(link))


def _address(page: pypdfium2.PdfPage, link: Any) -> str:
    """Return the address of `link`, which should be ASCII and often is UTF-8; blank where there is none."""
    action = pdfium.FPDFLink_GetAction(link)
    if pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    buffer = ctypes.create_string_buffer(_LONGEST)
    pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, _LONGEST)  # what is longer leaves it blank
    return buffer.value.decode("utf-8", "replace")


def _boxes(link: Any) -> Iterator[tuple[float, float, float, float]]:
    """Give the areas of `link`: one for each of its lines, where it says so."""
    quad = pdfium.FS_QUADPOINTSF()
    count = max(0, pdfium.FPDFLink_CountQuadPoints(link))
    for index in range(min(count, _MOST)):
        if pdfium.FPDFLink_GetQuadPoints(link, index, quad):
            across, upright = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(across), min(upright), max(across), max(upright)
    box = pdfium.FS_RECTF()
    if not count and pdfium.FPDFLink_GetAnnotRect(link, box):
        yield box.left, box.bottom, box.right, box.top
