"""The formats of the document: what a text is, kept in properties of our own, and how that looks.

Only the properties are ever read back. Weight, colour and size are made from them, so that a bold word in a
heading and a word in a bold heading stay two things.
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from bulletin_editor.model.blocks import Align, PictureRow
from bulletin_editor.model.rich_text import Run, Script
from bulletin_editor.ui.editor.lines import Kind, PicturesLine
from bulletin_editor.ui.editor.look import CENTER, LEFT, RIGHT, EditorLook

PICTURES_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT_CHARACTER = "\ufffc"

_OWN = QTextFormat.Property.UserProperty.value
KIND, GROUP, ALIGN = _OWN + 1, _OWN + 2, _OWN + 3  # of a block
LOOK, FORMAT, ROW, KEY = _OWN + 11, _OWN + 12, _OWN + 13, _OWN + 14  # of characters

_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_ALIGNMENTS = {Align.DEFAULT: LEFT, Align.LEFT: LEFT, Align.CENTER: CENTER, Align.RIGHT: RIGHT}
_SCRIPTS = {
    Script.NORMAL: QTextCharFormat.VerticalAlignment.AlignNormal,
    Script.SUPERSCRIPT: QTextCharFormat.VerticalAlignment.AlignSuperScript,
    Script.SUBSCRIPT: QTextCharFormat.VerticalAlignment.AlignSubScript,
}


def kind_of(block: QTextBlock) -> Kind:
    """Return what `block` is; a block without a kind is a paragraph."""
    name = block.blockFormat().property(KIND)
    return Kind(name) if name else Kind.PARAGRAPH


def group_of(block: QTextBlock) -> int:
    """Return the id that the lines of one callout, lead or quotation share."""
    return int(block.blockFormat().property(GROUP) or 0)


def align_of(block: QTextBlock) -> Align:
    """Return how the column of the cell `block` is set."""
    name = block.blockFormat().property(ALIGN)
    return Align(name) if name else Align.DEFAULT


def run_format(characters: QTextCharFormat) -> Run:
    """Return the format of `characters` as a run without text."""
    written = characters.property(FORMAT)
    return msgspec.json.decode(written, type=Run) if written else Run(text="")


def look_of(characters: QTextCharFormat) -> str:
    """Return the name of the kind that `characters` look like; empty where nobody has styled them."""
    return str(characters.property(LOOK) or "")


def row_of(characters: QTextCharFormat) -> PicturesLine | None:
    """Return the row of pictures that an object character stands for; None for other characters."""
    written = characters.property(ROW)
    if not written:
        return None
    return PicturesLine(msgspec.json.decode(written, type=PictureRow), int(characters.property(KEY)))


def is_ordered(style: QTextListFormat) -> bool:
    """Tell whether a list counts its items."""
    return style.style() == QTextListFormat.Style.ListDecimal


class Formats:
    """Makes the formats of a document in one look."""

    def __init__(self, look: EditorLook) -> None:
        self.look = look
        self._characters: dict[tuple[Kind, Run], QTextCharFormat] = {}

    def block(self, kind: Kind, group: int = 0) -> QTextBlockFormat:
        """Return the format of a block of `kind`."""
        text, look = self.look.texts[kind], self.look
        style = QTextBlockFormat()
        style.setProperty(KIND, kind.value)
        style.setProperty(GROUP, group)
        style.setAlignment(text.align)
        style.setTopMargin(look.points(text.before))
        style.setBottomMargin(look.points(text.after))
        style.setLeftMargin(look.points(text.left))
        style.setRightMargin(look.points(text.right))
        if kind is Kind.TABLE_CAPTION:
            style.setBackground(Qt.GlobalColor.transparent)  # else Qt hides a blank line above a table
        return style

    def cell(self, kind: Kind, align: Align) -> QTextBlockFormat:
        """Return the format of the text in a table cell."""
        style = self.block(kind)
        style.setProperty(ALIGN, align.value)
        style.setAlignment(_ALIGNMENTS[align])
        return style

    def characters(self, kind: Kind, run: Run | None = None) -> QTextCharFormat:
        """Return the format of characters formatted like `run` in a block of `kind`."""
        run = replace(run, text="") if run else Run(text="")
        known = self._characters.get((kind, run))
        if known is None:
            known = self._characters[kind, run] = self._made(kind, run)
        return known

    def pictures(self, line: PicturesLine) -> QTextCharFormat:
        """Return the format of the object character that stands for a row of pictures."""
        style = self.characters(Kind.PICTURES)
        style = QTextCharFormat(style)
        style.setObjectType(PICTURES_OBJECT)
        style.setProperty(ROW, msgspec.json.encode(line.row).decode())
        style.setProperty(KEY, line.key)
        return style

    def list(self, level: int, ordered: bool, start: int = 1) -> QTextListFormat:
        """Return the format of a list nested `level` deep (from 1)."""
        style = QTextListFormat()
        bullet = _BULLETS[(level - 1) % len(_BULLETS)]
        style.setStyle(QTextListFormat.Style.ListDecimal if ordered else bullet)
        style.setIndent(level)
        style.setStart(start)
        return style

    def table(self) -> QTextTableFormat:
        """Return the format of a table."""
        style = QTextTableFormat()
        style.setHeaderRowCount(1)
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        style.setBorderCollapse(True)
        style.setBorder(1)
        style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        style.setBorderBrush(QBrush(QColor(self.look.line)))
        style.setCellPadding(4)
        style.setBottomMargin(8)
        return style

    def cell_ground(self, kind: Kind) -> QTextCharFormat:
        """Return the format of a cell itself, without its text."""
        style = QTextCharFormat()
        if kind is Kind.HEADER_CELL:
            style.setBackground(QColor(self.look.mist))
        return style

    def _made(self, kind: Kind, run: Run) -> QTextCharFormat:
        text, look = self.look.texts[kind], self.look
        style = QTextCharFormat()
        style.setProperty(LOOK, kind.value)
        style.setProperty(FORMAT, msgspec.json.encode(run).decode())
        style.setFontFamilies([look.family])
        style.setFontPointSize(look.points(text.size))
        style.setFontWeight(_bolder(text.weight) if run.bold else text.weight)
        style.setFontItalic(text.italic or run.italic)
        style.setFontUnderline(run.underline or bool(run.link))
        style.setForeground(QColor(look.blue if run.link else look.colour(kind)))
        style.setVerticalAlignment(_SCRIPTS[run.script])
        if run.link:
            style.setToolTip(run.link)
        return style


def _bolder(weight: QFont.Weight) -> QFont.Weight:
    """Return a weight that stands out from `weight`."""
    return QFont.Weight.Bold if weight < QFont.Weight.DemiBold else QFont.Weight.Black
