"""Picture rows: side by side in a line, or one tall picture beside two in a table that nobody sees."""

from __future__ import annotations

from typing import Protocol

from bulletin_editor.export.printout import Line, PrintedPicture, PrintedPictures
from bulletin_editor.export.template_settings import TemplateSettings
from bulletin_editor.export.word.cells import cell_margins
from bulletin_editor.export.word.paragraph import ParagraphWriter, space_before
from bulletin_editor.export.word.parts import PictureParts
from bulletin_editor.export.word.units import twips, twips_of_points

SPACER = 1
"""In pt: the height of an empty paragraph that only keeps something off a table."""


class Runs(Protocol):
    """Writes a line as runs for a paragraph in `style`."""

    def __call__(self, line: Line, style: str) -> str: ...


class PictureRowWriter:
    """Writes the picture rows of one document."""

    def __init__(
        self, settings: TemplateSettings, paragraph: ParagraphWriter, pictures: PictureParts, runs: Runs
    ) -> None:
        self._styles = settings.styles
        self._paragraph = paragraph
        self._pictures = pictures
        self._runs = runs

    def written(self, block: PrintedPictures, before: float | None = None) -> str:
        """Return the pictures of a row and their caption, `before` pt below what stands above them.

        Without `before` it is what the style says.
        """
        if block.layout == "tall_beside_two":
            return self._tall_beside_two(block, self._styles["pictures"].before if before is None else before)
        keep = "<w:keepNext/>" if block.caption else ""
        space = "" if before is None else space_before(before)
        row = self._paragraph("pictures", self._in_a_row(block), keep + _stops(block) + space)
        caption = self._runs(block.caption, "caption")
        return row + self._paragraph("caption", caption) if block.caption else row

    def room_below(self, block: PrintedPictures) -> float:
        """Return the space in pt that what follows must keep itself: off a table, and none else."""
        if block.layout != "tall_beside_two":
            return 0
        return max(self._styles["caption" if block.caption else "pictures"].after, SPACER)

    def _in_a_row(self, block: PrintedPictures) -> str:
        return "<w:r><w:tab/></w:r>".join(self._pictures.inline(picture) for picture in block.pictures)

    def _tall_beside_two(self, block: PrintedPictures, before: float) -> str:
        """Return a table with the tall picture, the two others and, in a row of its own, the caption.

        Word has no other way to stack pictures beside one that stays in the reading order, and LibreOffice
        keeps a row with the next one, but not a table with the paragraph below it. Above it is a paragraph
        as low as can be: tables have no space of their own.
        """
        tall, *low = block.pictures
        widths = (twips(tall.width + block.gap), twips(low[0].width))
        keep = "<w:keepNext/>" if block.caption else ""

        def shown(picture: PrintedPicture, after: float = 0) -> str:
            space = f'{keep}<w:spacing w:before="0" w:after="{twips(after)}"/><w:jc w:val="left"/>'
            return self._paragraph("pictures", self._pictures.inline(picture), space)

        cells = _cell(widths[0], shown(tall)) + _cell(widths[1], shown(low[0], block.gap) + shown(low[1]))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            self._paragraph("rule", "", spacer_line(before=before - SPACER))
            + f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"{cell_margins(0, 0)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"{_row(cells)}{self._caption_row(block, sum(widths))}</w:tbl>"
        )

    def _caption_row(self, block: PrintedPictures, width: int) -> str:
        if not block.caption:
            return ""
        before = max(self._styles["pictures"].after, self._styles["caption"].before)
        space = f'<w:spacing w:before="{twips_of_points(before)}" w:after="0"/>'
        caption = self._paragraph("caption", self._runs(block.caption, "caption"), space)
        return _row(_cell(width, caption, '<w:gridSpan w:val="2"/>'))


def spacer_line(*, before: float = 0, after: float = 0) -> str:
    """Return the spacing, in pt, of an empty paragraph as low as can be."""
    around = f'w:before="{twips_of_points(max(before, 0))}" w:after="{twips_of_points(max(after, 0))}"'
    return f'<w:spacing {around} w:line="{twips_of_points(SPACER)}" w:lineRule="exact"/>'


def _stops(block: PrintedPictures) -> str:
    """Return the tab stops at which the pictures after the first one begin."""
    if len(block.pictures) == 1:
        return ""
    stops, left = [], 0.0
    for picture in block.pictures[:-1]:
        left += picture.width + block.gap
        stops.append(f'<w:tab w:val="left" w:pos="{twips(left)}"/>')
    return f"<w:tabs>{''.join(stops)}</w:tabs>"


def _row(cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(width: int, content: str, span: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{content}</w:tc>'
