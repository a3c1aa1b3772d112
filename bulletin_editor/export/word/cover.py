"""What the cover of the Word print cannot say by plain tags: its picture, slogan and contents."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from bulletin_editor.export.compose import cover_line_style
from bulletin_editor.export.printout import (
    ArticleExtent,
    Line,
    PrintedCover,
    PrintedCoverLine,
    PrintedPicture,
)
from bulletin_editor.export.template_settings import TemplateSettings
from bulletin_editor.export.word.cells import cell_margins
from bulletin_editor.export.word.paragraph import ParagraphWriter
from bulletin_editor.export.word.parts import PictureParts
from bulletin_editor.export.word.runs import anchor_link, page_field, text_runs
from bulletin_editor.export.word.units import half_points, twips, twips_of_points

_DIAMOND = PrintedPicture(sha256="", file="assets/diamond.png", alt="", width=1.76, height=1.76)
_SPACE = '<w:r><w:t xml:space="preserve">  </w:t></w:r>'
_LINE_OF_NUMBER = 1.2  # times its size, as in the PDF


class CoverWriter:
    """Writes the cover of one document in the template's styles."""

    def __init__(
        self,
        settings: TemplateSettings,
        paragraph: ParagraphWriter,
        pictures: PictureParts,
        extents: Mapping[str, ArticleExtent],
    ) -> None:
        self._settings = settings
        self._paragraph = paragraph
        self._pictures = pictures
        self._extents = extents

    def picture(self, cover: PrintedCover) -> str:
        """Return the cover picture as a run. Where a slogan follows, its foot makes room for the band.

        Word has no text over a picture that would stay in the reading order, so the slogan's band
        stands below the picture instead of on it; both together are as high as in the PDF.
        """
        picture = cover.picture
        if picture is None:
            return ""
        if cover.slogan:
            picture = _without_foot(picture, self._settings.cover.slogan_band)
        return self._pictures.inline(picture)

    def slogan(self, lines: tuple[Line, ...]) -> str:
        """Return the lines of the slogan as runs, with a diamond between two."""
        gap = f"{_SPACE}{self._pictures.inline(_DIAMOND)}{_SPACE}"
        return gap.join(text_runs(line) for line in lines)

    def contents(self, cover: PrintedCover) -> str:
        """Return the list of contents with its title; nothing for a cover without lines."""
        if not cover.lines:
            return ""
        page, measures = self._settings.page, self._settings.measures
        text_width = page.text_width - measures.number_column - measures.page_column
        widths = (measures.number_column, text_width, measures.page_column)
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
        rows = "".join(self._row(cover, line, widths) for line in cover.lines)
        return (
            self._paragraph("contents_title", text_runs(cover.contents_title))
            + f'<w:tbl><w:tblPr><w:tblW w:w="{twips(page.text_width)}" w:type="dxa"/>{self._borders()}'
            f'<w:tblLayout w:type="fixed"/>{cell_margins(0, 0)}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, cover: PrintedCover, line: PrintedCoverLine, widths: tuple[float, ...]) -> str:
        density = cover.density
        step = next(step for step in self._settings.cover.density.steps if step.name == density)
        number = self._paragraph("cover_number", _sized(line.number, step.number), _line_of(step.number))
        text = self._paragraph(cover_line_style(density), anchor_link(line.anchor, line.text))
        first_page = self._extents[line.anchor].page
        label = f'<w:r><w:t xml:space="preserve">{cover.page_label} </w:t></w:r>'
        page = self._paragraph("cover_page", label + page_field(line.anchor, first_page))
        margin = twips_of_points(step.gap / 2)
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/><w:tcMar>'
            f'<w:top w:w="{margin}" w:type="dxa"/><w:bottom w:w="{margin}" w:type="dxa"/></w:tcMar>'
            f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
            for width, content in zip(widths, (number, text, page), strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _borders(self) -> str:
        line = f'w:val="single" w:sz="4" w:space="0" w:color="{self._settings.colours["line"][1:]}"'
        return f"<w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"


def _without_foot(picture: PrintedPicture, foot: float) -> PrintedPicture:
    """Return `picture` cut off `foot` mm above its lower edge."""
    left, top, right, bottom = picture.crop
    shown = 1 - top - bottom
    return replace(
        picture,
        height=picture.height - foot,
        crop=(left, top, right, bottom + shown * foot / picture.height),
    )


def _sized(text: str, size: float) -> str:
    return f'<w:r><w:rPr><w:sz w:val="{half_points(size)}"/></w:rPr><w:t>{text}</w:t></w:r>'


def _line_of(size: float) -> str:
    """Return the line spacing of a number of `size` pt."""
    return f'<w:spacing w:line="{twips_of_points(size * _LINE_OF_NUMBER)}" w:lineRule="exact"/>'
