"""Numbered lists that each start anew: Word continues a list unless it gets a number instance of its own."""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.numbering import CT_Numbering

LEVELS = 9
"""Levels of a Word list; deeper ones are set like the last."""


class ListNumbers:
    """Hands out list numbers of one document: one for all bullets, a new one for each numbered list.

    `bullet_number` and `numbered_number` are the ``w:num`` ids that the template's list styles carry.
    """

    def __init__(self, numbering: CT_Numbering, bullet_number: int, numbered_number: int) -> None:
        self._numbering = numbering
        self._bullet = bullet_number
        (abstract,) = numbering.xpath(f"./w:num[@w:numId='{numbered_number}']/w:abstractNumId/@w:val")
        self._abstract = int(abstract)
        self._next = max(map(int, numbering.xpath("./w:num/@w:numId"))) + 1

    @property
    def bullets(self) -> int:
        """The number shared by all bullet lists."""
        return self._bullet

    def numbered(self, level: int, start: int) -> int:
        """Return a number for a list that counts from `start` on `level` (0 to 8)."""
        number = self._next
        self._next += 1
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{self._abstract}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
        )
        return number


def style_number(style_element: object) -> int:
    """Return the ``w:num`` id that a paragraph style carries."""
    (value,) = style_element.xpath("./w:pPr/w:numPr/w:numId/@w:val")  # type: ignore[attr-defined]
    return int(value)
