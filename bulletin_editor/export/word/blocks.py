"""Blocks of the printout as paragraphs and tables in the template's styles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bulletin_editor.export.printout import (
    ArticleExtent,
    Line,
    PrintedArticle,
    PrintedBlock,
    PrintedList,
    PrintedPicture,
    PrintedPictures,
    PrintedTable,
    PrintedWords,
)
from bulletin_editor.export.template_settings import TemplateSettings
from bulletin_editor.export.word.cells import cell_margins
from bulletin_editor.export.word.drawings import anchored_picture
from bulletin_editor.export.word.escaping import xml_attribute
from bulletin_editor.export.word.numbering import LEVELS, ListNumbers
from bulletin_editor.export.word.paragraph import ParagraphWriter, space_before
from bulletin_editor.export.word.parts import PictureParts
from bulletin_editor.export.word.picture_rows import SPACER, PictureRowWriter, spacer_line
from bulletin_editor.export.word.runs import LinkId, runs
from bulletin_editor.export.word.styles import font_family
from bulletin_editor.export.word.units import twips, twips_of_points

_TAG_SLACK = 1.5  # mm by which a section tag is wider than its words: not every program sets type alike
_LONGEST_KEPT_QUOTE = 600  # characters; a longer quote may leave its speaker, lest it move as a whole


class BlockWriter:
    """Writes the articles of one document. It knows the document's styles, links, lists and pictures."""

    def __init__(
        self,
        settings: TemplateSettings,
        paragraph: ParagraphWriter,
        numbers: ListNumbers,
        pictures: PictureParts,
        link_id: LinkId,
        extents: Mapping[str, ArticleExtent],
    ) -> None:
        self._settings = settings
        self._measures = settings.measures
        self._paragraph = paragraph
        self._numbers = numbers
        self._pictures = pictures
        self._link_id = link_id
        self._extents = extents
        self._rows = PictureRowWriter(settings, paragraph, pictures, self.runs)
        self._articles = 0

    def opening(self, article: PrintedArticle) -> str:
        """Return section tag, headline and rule of an article, on a new page or off the one before it."""
        self._articles += 1
        place = ""  # the section break after the cover has begun the first article's page
        if self._articles > 1:
            place = "<w:pageBreakBefore/>" if article.new_page else space_before(self._measures.article_gap)
        tag = self._section_tag(article, place) if article.tag else ""
        headline = self._paragraph("headline", self._bookmarked(article), "" if tag else place)
        return tag + headline + self._paragraph("rule", self._pictures.inline(self._rule()))

    def body(self, article: PrintedArticle) -> str:
        """Return all blocks of an article."""
        written: list[str] = []
        room = 0.0
        for block in article.blocks:
            written.append(self._after_table(block, room) if room else self._block(block))
            room = self._room_after(block)
        if room:
            written.append(self._spacer(room))
        return "".join(written)

    def runs(self, line: Line, style: str = "body") -> str:
        """Return `line` as runs for a paragraph in `style`."""
        entry = self._settings.styles[style]
        strong = entry.weight not in ("regular", "medium")
        bold_family = font_family(self._settings.fonts.family, "extrabold") if strong else ""
        return runs(line, self._link_id, self._settings.colours["blue"], bold_family)

    def _block(self, block: PrintedBlock, before: str = "") -> str:
        match block:
            case PrintedWords():
                return self._words(block, before)
            case PrintedList():
                return self._list(block, before=before)
            case PrintedPictures():
                return self._rows.written(block)
            case PrintedTable():
                return self._table(block, before)

    def _room_after(self, block: PrintedBlock) -> float:
        """Return the space in pt below a block that ends with a table of Word's: nothing else needs any."""
        if isinstance(block, PrintedTable):
            return self._measures.table_after
        return self._rows.room_below(block) if isinstance(block, PrintedPictures) else 0

    def _after_table(self, block: PrintedBlock, room: float) -> str:
        """Return a block `room` pt below the table above it; two tables in a row would become one."""
        if isinstance(block, PrintedTable) and not block.caption:
            return self._spacer(room) + self._block(block)
        before = max(room, self._settings.styles[_first_style(block)].before)
        if isinstance(block, PrintedPictures):
            return self._rows.written(block, before)
        return self._block(block, space_before(before))

    def _spacer(self, room: float) -> str:
        """Return the paragraph that Word needs between a table and what cannot keep away from it itself."""
        return self._paragraph("rule", "", spacer_line(after=room - SPACER))

    def _rule(self) -> PrintedPicture:
        size = (self._measures.rule_width, self._measures.rule_height_mm)
        return PrintedPicture(sha256="", file="assets/gold.png", alt="", width=size[0], height=size[1])

    def _section_tag(self, article: PrintedArticle, place: str) -> str:
        """Return the label on its red ground, which reaches as far as the words do."""
        style = "section_tag" if article.opens_section else "section_tag_again"
        extent = self._extents.get(article.anchor)
        room = self._settings.page.text_width - extent.tag_width - _TAG_SLACK if extent else 0
        inset = twips_of_points(self._measures.tag_x)
        indent = f'<w:ind w:left="{inset}" w:right="{max(0, twips(room)) + inset}"/>'
        return self._paragraph(style, self.runs(article.tag, "section_tag"), place + indent)

    def _bookmarked(self, article: PrintedArticle) -> str:
        number = self._articles
        start = f'<w:bookmarkStart w:id="{number}" w:name={xml_attribute(article.anchor)}/>'
        return f'{start}{self.runs(article.headline, "headline")}<w:bookmarkEnd w:id="{number}"/>'

    def _words(self, block: PrintedWords, before: str) -> str:
        style = "body" if block.style == "paragraph" else block.style
        contents = [self.runs(line, style) for line in block.paragraphs]
        if style == "pull_quote":
            contents[0] = self._quote_mark() + contents[0]
        length = sum(len(span.text) for line in block.paragraphs for span in line)
        keep = "<w:keepNext/>" if block.speaker and length <= _LONGEST_KEPT_QUOTE else ""
        written = [self._paragraph(style, contents[0], keep + before)]
        written += [self._paragraph(style, content, keep) for content in contents[1:]]
        if block.speaker:
            written.append(self._paragraph("speaker", self.runs(block.speaker, "speaker")))
        return "".join(written)

    def _quote_mark(self) -> str:
        measures = self._measures
        size = (measures.quote_width, measures.quote_height)
        mark = PrintedPicture(sha256="", file="assets/quote.png", alt="", width=size[0], height=size[1])
        left = self._settings.styles["pull_quote"].indent - measures.quote_left
        relation, number = self._pictures.use(mark)
        return anchored_picture(
            mark, relation, number, x=left, y=-measures.quote_up, across="column", down="paragraph"
        )

    def _list(
        self, block: PrintedList, level: int = 0, before: str = "", *, around: float = 0, wide: bool = False
    ) -> str:
        """Return a list on `level`, inside text that stands `around` mm in.

        The levels of the template's lists say how far in an item stands; only where a list above or this
        one needs more room for its marks (`wide`) do its paragraphs say it themselves.
        """
        depth = min(level, LEVELS - 1)
        number = self._numbers.numbered(depth, block.start) if block.ordered else self._numbers.bullets
        left, wide = around + block.indent, wide or block.mark_room > self._measures.mark_room
        indent = f'<w:ind w:left="{twips(left)}" w:hanging="{twips(block.mark_room)}"/>' if wide else ""
        tab = f'<w:tabs><w:tab w:val="num" w:pos="{twips(left)}"/></w:tabs>' if wide else ""
        place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>{tab}'
        style = "numbered" if block.ordered else "bullet"
        return "".join(
            self._paragraph(style, self.runs(item.text, "bullet"), place + ("" if index else before) + indent)
            + "".join(self._list(sublist, level + 1, around=left, wide=wide) for sublist in item.sublists)
            for index, item in enumerate(block.items)
        )

    def _table(self, table: PrintedTable, before: str) -> str:
        caption = self._paragraph("table_caption", self.runs(table.caption, "table_caption"), before)
        colours = self._settings.colours
        header = self._row(table, table.header, "table_header", "<w:tblHeader/>")
        rows = "".join(self._row(table, row, "table_cell") for row in table.rows)
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in table.widths)
        return (
            f"{caption if table.caption else ''}<w:tbl><w:tblPr>"
            f'<w:tblW w:w="{sum(map(twips, table.widths))}" w:type="dxa"/>{_borders(colours)}'
            f'<w:tblLayout w:type="fixed"/>{cell_margins(self._measures.cell_x, self._measures.cell_y)}'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>"
        )

    def _row(self, table: PrintedTable, cells: Iterable[Line], style: str, mark: str = "") -> str:
        ground = self._settings.styles[style].ground
        fill = self._settings.colours[ground][1:] if ground else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if ground else ""
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{shade}<w:vAlign w:val="center"/>'
            "</w:tcPr>"
            + self._paragraph(style, self.runs(cell, style), f'<w:jc w:val="{align}"/>')
            + "</w:tc>"
            for cell, width, align in zip(cells, table.widths, table.align, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{written}</w:tr>"


def _first_style(block: PrintedBlock) -> str:
    """Return the style of the paragraph that a block starts with."""
    match block:
        case PrintedWords():
            return "body" if block.style == "paragraph" else block.style
        case PrintedList():
            return "bullet"
        case PrintedPictures():
            return "pictures"
        case PrintedTable():
            return "table_caption"


def _borders(colours: Mapping[str, str]) -> str:
    line, top = colours["line"][1:], colours["blue"][1:]
    return (
        f'<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{top}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{line}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{line}"/></w:tblBorders>'
    )
