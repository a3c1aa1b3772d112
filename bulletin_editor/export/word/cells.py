"""The room around the words of table cells (ECMA-376 part 1, 17.4.42)."""

from __future__ import annotations

from bulletin_editor.export.word.units import twips_of_points


def cell_margins(x: float, y: float) -> str:
    """Return the margins of a table's cells, `x` pt at the sides, `y` pt above and below.

    Programs differ in the margins they assume, so they are always written, those of nothing too.
    """
    sides = (("top", y), ("left", x), ("bottom", y), ("right", x))
    margins = "".join(f'<w:{side} w:w="{twips_of_points(room)}" w:type="dxa"/>' for side, room in sides)
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"
