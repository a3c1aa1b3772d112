"""How the editor looks: the colours and sizes of the print, on white paper and on a dark screen."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette

from bulletin_editor.export.fonts import FAMILY
from bulletin_editor.ui.editor.lines import Kind

SCALE = 1.1
"""Type on the screen is read from further away than paper."""


@dataclass(frozen=True)
class TextLook:
    """Type of one kind of text. Sizes are in pt of the print; `colour` names one of `EditorLook`."""

    size: float = 10.5
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False
    colour: str = "ink"
    before: float = 0
    after: float = 6
    left: float = 0
    right: float = 0
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignJustify


LEFT, CENTER, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
_SEMIBOLD, _BOLD = QFont.Weight.DemiBold, QFont.Weight.Bold


def _text_looks() -> dict[Kind, TextLook]:
    return {
        Kind.PARAGRAPH: TextLook(),
        Kind.SUBHEADING: TextLook(12.5, _BOLD, colour="blue", before=8, after=4, align=LEFT),
        Kind.LEAD: TextLook(11, _SEMIBOLD, colour="deep"),
        Kind.CALLOUT: TextLook(10.5, _SEMIBOLD, colour="navy", before=11, after=11, left=14, right=12),
        Kind.QUOTE: TextLook(12, italic=True, colour="navy", before=5, after=2, left=32, right=8, align=LEFT),
        Kind.SPEAKER: TextLook(9, colour="grey", after=9, left=32, right=8, align=RIGHT),
        Kind.ITEM: TextLook(after=5),
        Kind.PICTURES: TextLook(before=5, after=8, align=LEFT),
        Kind.TABLE_CAPTION: TextLook(9.5, _SEMIBOLD, colour="navy", before=8, after=3, align=CENTER),
        Kind.HEADER_CELL: TextLook(9.5, _BOLD, colour="navy", after=0, align=LEFT),
        Kind.CELL: TextLook(9.5, after=0, align=LEFT),
    }


@dataclass(frozen=True)
class EditorLook:
    """Colours as ``#rrggbb``, the font family, and the type of every kind of text."""

    ink: str = "#1B2430"
    deep: str = "#093064"
    navy: str = "#0B3C7D"
    blue: str = "#1565C0"
    red: str = "#C8102E"
    gold: str = "#F4B223"
    mist: str = "#EEF4FB"
    grey: str = "#5B6776"
    line: str = "#BBC7D8"
    paper: str = "#FFFFFF"
    family: str = FAMILY
    scale: float = SCALE
    texts: dict[Kind, TextLook] = field(default_factory=_text_looks)

    def colour(self, kind: Kind) -> str:
        """Return the colour of texts of `kind`."""
        return str(getattr(self, self.texts[kind].colour))

    def points(self, size: float) -> float:
        """Return a size of the print, in pt, as it is on the screen."""
        return size * self.scale


def dark_look() -> EditorLook:
    """Return the look on a dark screen: the same hues, light enough to read."""
    return EditorLook(
        ink="#E4E9F0",
        deep="#A9CBFA",
        navy="#A9CBFA",
        blue="#7DB4F5",
        red="#FF8A98",
        mist="#22304A",
        grey="#A3AFBF",
        line="#47556B",
        paper="#171C24",
    )


def look_for(palette: QPalette) -> EditorLook:
    """Return the look that goes with `palette`."""
    is_dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    return dark_look() if is_dark else EditorLook()
