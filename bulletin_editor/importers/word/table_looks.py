"""Which cells of a table look otherwise, by the style of the table (ECMA-376, part 1, 17.7.6)."""

from __future__ import annotations

from lxml import etree

from bulletin_editor.importers.word.markup import child, number_in_hex, tag
from bulletin_editor.importers.word.styles import Marks, Style

# The parts, each lying over those before it, and how a table says that it shows them (17.4.56). The first row
# is not among them: how a header looks is not for the file to say.
_PARTS = {"lastCol": ("lastColumn", 0x100), "firstCol": ("firstColumn", 0x80), "lastRow": ("lastRow", 0x40)}


class TableLook:
    """The marks of the cells of one table, as its `properties` (``w:tblPr``) and its style have them."""

    def __init__(self, properties: etree._Element | None, style: Style) -> None:
        look = child(properties, "w:tblLook")
        self._whole = style.marks
        self._parts = {
            part: style.parts[part].over(style.marks)
            for part, (name, bit) in _PARTS.items()
            if part in style.parts and look is not None and _shows(look, name, bit)
        }

    def marks(self, cell: etree._Element) -> Marks:
        """Return the marks of a cell (``w:tc``), under those of its paragraphs and runs."""
        row = cell.getparent()
        if not self._parts or row is None or _is_end(row, preceding=True):
            return self._whole
        found = self._whole
        for part, marks in self._parts.items():
            if _is_end(row if part == "lastRow" else cell, preceding=part == "firstCol"):
                found = marks
        return found


def _shows(look: etree._Element, name: str, bit: int) -> bool:
    said = look.get(tag(f"w:{name}"))
    if said is not None:
        return said.lower() in ("1", "true", "on")
    return bool(number_in_hex(look.get(tag("w:val"), "")) & bit)


def _is_end(element: etree._Element, *, preceding: bool) -> bool:
    """Tell whether there is no row or cell like `element` before it, or behind it."""
    return next(element.itersiblings(element.tag, preceding=preceding), None) is None
