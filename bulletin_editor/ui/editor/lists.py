"""Lists in the document: each list of the model is one of Qt's, nested as deep as its format says."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextList

from bulletin_editor.ui.editor.formats import Formats, is_ordered, kind_of
from bulletin_editor.ui.editor.kinds import chosen_blocks
from bulletin_editor.ui.editor.lines import Kind
from bulletin_editor.ui.editor.tidy import dress


def level_of(block: QTextBlock) -> int:
    """Return how deep the item `block` is nested, from 1; 0 if it is no item."""
    bullets = block.textList()
    return bullets.format().indent() if bullets and kind_of(block) is Kind.ITEM else 0


def is_list(cursor: QTextCursor, *, ordered: bool) -> bool:
    """Tell whether the cursor stands in a numbered (or else a bullet) list."""
    bullets = cursor.block().textList()
    return bool(bullets) and is_ordered(bullets.format()) is ordered


def toggle(cursor: QTextCursor, formats: Formats, *, ordered: bool) -> None:
    """Make the chosen blocks items of a list, or paragraphs if they all are already."""
    blocks = chosen_blocks(cursor)
    if blocks and all(is_list(QTextCursor(block), ordered=ordered) for block in blocks):
        for block in blocks:
            dress(block, Kind.PARAGRAPH, formats)
        return
    for block in blocks:
        level = level_of(block) or 1
        if level_of(block) == 0:
            dress(block, Kind.ITEM, formats)
        _join(block, level, formats, ordered=ordered)


def nest(cursor: QTextCursor, formats: Formats) -> None:
    """Put the chosen items, with what is under them, a level deeper: under the item above."""
    blocks = _with_nested(cursor)
    if not blocks or level_of(blocks[0].previous()) < level_of(blocks[0]):
        return  # there is nothing above to stand under
    _shift(blocks, 1, formats)


def lift(cursor: QTextCursor, formats: Formats) -> None:
    """Put the chosen items, with what is under them, a level up; from the first they become paragraphs."""
    blocks = _with_nested(cursor)
    if blocks and level_of(blocks[0]) > 1:
        _shift(blocks, -1, formats)
        return
    for block in chosen_blocks(cursor):
        if level_of(block):
            dress(block, Kind.PARAGRAPH, formats)


def _with_nested(cursor: QTextCursor) -> list[QTextBlock]:
    blocks = [block for block in chosen_blocks(cursor) if level_of(block)]
    if not blocks:
        return []
    top = min(level_of(block) for block in blocks)
    block = blocks[-1].next()
    while block.isValid() and level_of(block) > top:
        blocks.append(block)
        block = block.next()
    return blocks


def _shift(blocks: list[QTextBlock], by: int, formats: Formats) -> None:
    wanted = [(block, level_of(block) + by, is_list(QTextCursor(block), ordered=True)) for block in blocks]
    for block, level, ordered in wanted:
        _join(block, max(1, level), formats, ordered=ordered)


def _join(block: QTextBlock, level: int, formats: Formats, *, ordered: bool) -> None:
    """Make `block` an item of the list above it at `level`, or of a new one."""
    above = _list_above(block, level)
    if above is not None and (is_ordered(above.format()) is ordered or level_of(block) != level):
        above.add(block)
    else:
        QTextCursor(block).createList(formats.list(level, ordered))


def _list_above(block: QTextBlock, level: int) -> QTextList | None:
    above = block.previous()
    while above.isValid() and level_of(above) > level:
        above = above.previous()
    return above.textList() if above.isValid() and level_of(above) == level else None
