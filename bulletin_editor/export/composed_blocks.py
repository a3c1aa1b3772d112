"""Blocks of the model as blocks of the printout."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin_editor.export.composed_text import composed, words
from bulletin_editor.export.lengths import POINTS_PER_MM
from bulletin_editor.export.picture_fit import Framer, Shape
from bulletin_editor.export.printout import (
    Line,
    PrintedBlock,
    PrintedItem,
    PrintedList,
    PrintedPictures,
    PrintedTable,
    PrintedWords,
)
from bulletin_editor.export.template_settings import TemplateSettings
from bulletin_editor.model import derived
from bulletin_editor.model.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    Lead,
    ListBlock,
    NumberedList,
    Paragraph,
    PictureRow,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.issue import Article
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.rich_text import RichText

NARROWEST_COLUMN = 6  # characters
WIDEST_COLUMN = 60
WIDTH_OF_CHARACTER = 2.1  # mm, of a wide one in a cell

_WIDTH_OF_DIGIT = 2.6  # mm, bold
_ROOM_OF_POINT = 1.4  # mm, of the full stop after a number and the space behind it


def composed_block(
    block: Block,
    article: Article,
    framer: Framer,
    settings: TemplateSettings,
    files: Mapping[str, PictureFile],
) -> PrintedBlock:
    """Return `block` of `article` as it will be printed by a template with `settings`.

    `files` hold its pictures, by their SHA-256.
    """
    match block:
        case Paragraph():
            return PrintedWords(style="paragraph", paragraphs=(composed(block.text),))
        case Subheading():
            return PrintedWords(style="subheading", paragraphs=(composed(block.text),))
        case Lead():
            return PrintedWords(style="lead", paragraphs=_lines(block.paragraphs))
        case Callout():
            return PrintedWords(style="callout", paragraphs=_lines(block.paragraphs))
        case PullQuote():
            speaker = words(f"— {block.speaker}") if block.speaker else ()
            return PrintedWords(style="pull_quote", paragraphs=_lines(block.paragraphs), speaker=speaker)
        case BulletList() | NumberedList():
            bullet = settings.styles["bullet"]
            return _list(block, bullet.indent, bullet.step, settings.measures.mark_room)
        case PictureRow():
            return _picture_row(block, article, framer, files)
        case Table():
            return _table(block, framer.text_width, settings.measures.cell_x)


def _lines(paragraphs: tuple[RichText, ...]) -> tuple[Line, ...]:
    return tuple(composed(paragraph) for paragraph in paragraphs)


def _list(block: ListBlock, indent: float, step: float, mark_room: float) -> PrintedList:
    """Return a list whose text stands `indent` mm further in; lists under it stand `step` mm further each.

    `mark_room` is enough for a bullet and for numbers of two digits.
    """
    ordered = isinstance(block, NumberedList)
    start = block.start if isinstance(block, NumberedList) else 1
    digits = len(str(start + len(block.items) - 1)) if ordered else 1
    room = mark_room if digits <= 2 else _WIDTH_OF_DIGIT * digits + _ROOM_OF_POINT
    return PrintedList(
        ordered=ordered,
        start=start,
        indent=indent + room - mark_room,
        mark_room=room,
        items=tuple(
            PrintedItem(
                text=composed(item.text),
                sublists=tuple(_list(sublist, step, step, mark_room) for sublist in item.sublists),
            )
            for item in block.items
        ),
    )


def _picture_row(
    row: PictureRow, article: Article, framer: Framer, files: Mapping[str, PictureFile]
) -> PrintedPictures:
    shown = [files[picture.sha256] for picture in row.pictures]
    shapes = [
        Shape(file.width, file.height, picture.focus)
        for file, picture in zip(shown, row.pictures, strict=True)
    ]
    fits = framer.row(shapes, row.layout)
    return PrintedPictures(
        pictures=tuple(
            fit.of(file, derived.alt_text(row, index, article))
            for index, (file, fit) in enumerate(zip(shown, fits, strict=True))
        ),
        gap=framer.look.gap,
        caption=words(derived.caption_line(row)),
        layout=row.layout.value,
    )


def _table(table: Table, text_width: float, cell_x: float) -> PrintedTable:
    """Return a table as wide as the text; `cell_x` pt stay free on either side in each cell."""
    padding = 2 * cell_x / POINTS_PER_MM
    widths = _column_widths(table, text_width)
    rooms = [max(1, int((width - padding) / WIDTH_OF_CHARACTER)) for width in widths]
    header, *rows = (
        tuple(composed(cell, longest=room) for cell, room in zip(row, rooms, strict=True))
        for row in (table.header, *table.rows)
    )
    return PrintedTable(
        caption=words(table.caption),
        widths=widths,
        align=tuple("left" if align is Align.DEFAULT else align.value for align in table.align),
        header=header,
        rows=tuple(rows),
    )


def _column_widths(table: Table, text_width: float) -> tuple[float, ...]:
    """Share `text_width` mm among the columns by their longest cells, within reason.

    Worked out here and not by each format, so that lines break alike in both prints.
    """
    columns = zip(table.header, *table.rows, strict=True)
    longest = [max(len(cell.plain) for cell in column) for column in columns]
    shares = [min(max(length, NARROWEST_COLUMN), WIDEST_COLUMN) for length in longest]
    return tuple(text_width * share / sum(shares) for share in shares)
