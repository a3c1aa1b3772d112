"""What of a text is not read at all, and what is to be said of that."""

from __future__ import annotations

from lxml import etree

from bulletin_editor.importers.word.alternatives import left_out_branches
from bulletin_editor.importers.word.markup import child, is_on, tag

# Properties; what stands above the letters of a ruby; what a tracked change took away.
_PASSED_OVER = (
    "w:pPr", "w:rPr", "w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:sdtPr",
    "w:sdtEndPr", "w:customXmlPr", "w:smartTagPr", "w:rt", "w:rubyPr", "w:delText", "w:delInstrText",
)  # fmt: skip
_NOTED = {
    "w:del": "tracked-deletions",
    "w:moveFrom": "tracked-deletions",
    "w:commentReference": "comments",
    "w:subDoc": "linked-documents",
    "c:chart": "charts",
    "cx:chart": "charts",
    "dgm:relIds": "diagrams",
}
_CODES = {tag(name): "" for name in _PASSED_OVER} | {tag(name): code for name, code in _NOTED.items()}
_ROW, _DRAWING, _ALTERNATIVES = tag("w:tr"), tag("w:drawing"), tag("mc:AlternateContent")
_BRANCHES = frozenset({tag("mc:Choice"), tag("mc:Fallback")})
_LOOKED_AT = _BRANCHES.union(_CODES, {_ROW, _DRAWING, _ALTERNATIVES})


class LeftOut:
    """Tells what is left out with all that is inside of it, to a walk that meets each element once."""

    def __init__(self) -> None:
        self._branches: set[etree._Element] = set()

    def code(self, element: etree._Element) -> str | None:
        """Return the code of the note about `element`, empty for none; None where it is read."""
        if element.tag not in _LOOKED_AT:
            return None
        if element.tag == _ROW:
            return _of_row(element)
        if element.tag == _DRAWING:
            return _of_drawing(element)
        if element.tag == _ALTERNATIVES:
            self._branches.update(left_out_branches(element))
        return "" if element in self._branches else _CODES.get(element.tag)


def _of_row(row: etree._Element) -> str | None:
    properties = child(row, "w:trPr")
    if properties is None:
        return None
    if child(properties, "w:del") is not None:
        return "tracked-deletions"
    return "hidden-text" if is_on(properties, "w:hidden") else None


def _of_drawing(drawing: etree._Element) -> str | None:
    properties = next(drawing.iter(tag("wp:docPr")), None)
    is_hidden = properties is not None and properties.get("hidden") in ("1", "true")
    return "hidden-text" if is_hidden else None
