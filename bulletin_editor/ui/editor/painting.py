"""What the editor paints itself: the boxes under the text, and over it what is still to be written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextBlock, QTextCursor

from bulletin_editor.ui.editor.formats import group_of, kind_of
from bulletin_editor.ui.editor.lines import Kind

if TYPE_CHECKING:
    from bulletin_editor.ui.editor.article_edit import ArticleEdit

_BAR = 4
_PAD = 7
_LINE = 2


def paint_boxes(painter: QPainter, edit: ArticleEdit) -> None:
    """Paint the ground and the bar of callouts, and the marks of quotations."""
    look = edit.formats.look
    last_quote = 0
    for block, rect in _visible(edit):
        kind, group = kind_of(block), group_of(block)
        if kind is Kind.CALLOUT:
            box = _box(block, rect, group, edit)
            painter.fillRect(box, QColor(look.mist))
            painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), QColor(look.blue))
        elif kind is Kind.QUOTE and group != last_quote:
            last_quote = group
            if _same(block.previous(), kind, group):
                continue
            painter.setPen(QColor(look.gold))
            font = QFont([look.family])
            font.setPointSizeF(look.points(34))
            font.setWeight(QFont.Weight.Black)
            painter.setFont(font)
            left = edit.document().documentMargin() - edit.horizontalScrollBar().value()
            painter.drawText(QRectF(left, rect.top() - 4, 40, 60), Qt.AlignmentFlag.AlignTop, "“")


def paint_hints(painter: QPainter, edit: ArticleEdit) -> None:
    """Paint, where a text is still blank, what belongs there."""
    painter.setPen(QColor(edit.formats.look.grey))
    for block, rect in _visible(edit):
        if block.length() > 1 or block.layout().preeditAreaText():
            continue
        hint = _hint(block, edit)
        if hint:
            font = QFont(block.charFormat().font())
            font.setItalic(True)
            painter.setFont(font)
            align = block.blockFormat().alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            if align == Qt.AlignmentFlag.AlignJustify:
                align = Qt.AlignmentFlag.AlignLeft
            painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, hint)


def paint_cursor_at_pictures(painter: QPainter, edit: ArticleEdit) -> None:
    """Paint the cursor at a row of pictures as a line above or below it, where a word typed now would go."""
    cursor = edit.textCursor()
    if kind_of(cursor.block()) is not Kind.PICTURES or not edit.hasFocus():
        return
    right, down = edit.horizontalScrollBar().value(), edit.verticalScrollBar().value()
    row = edit.document().documentLayout().blockBoundingRect(cursor.block()).translated(-right, -down)
    top = row.top() - _LINE - 1 if cursor.atBlockStart() else row.bottom() + 1
    painter.fillRect(QRectF(row.left(), top, row.width(), _LINE), QColor(edit.formats.look.gold))


def _hint(block: QTextBlock, edit: ArticleEdit) -> str:
    kind = kind_of(block)
    if kind is Kind.PARAGRAPH:
        is_alone = block.document().characterCount() == 1
        return QCoreApplication.translate("Editor", "Write the article here…") if is_alone else ""
    hints = {
        Kind.SPEAKER: QCoreApplication.translate("Editor", "Who said it"),
        Kind.TABLE_CAPTION: QCoreApplication.translate("Editor", "Title of the table"),
        Kind.HEADER_CELL: QCoreApplication.translate("Editor", "Column"),
    }
    here = edit.textCursor().block() == block and edit.hasFocus() and kind is Kind.HEADER_CELL
    return "" if here else hints.get(kind, "")


def _visible(edit: ArticleEdit) -> Iterator[tuple[QTextBlock, QRectF]]:
    """Return the blocks in sight, and where their text stands in the viewport."""
    layout = edit.document().documentLayout()
    right, down = edit.horizontalScrollBar().value(), edit.verticalScrollBar().value()
    block = edit.cursorForPosition(edit.viewport().rect().topLeft()).block()
    if block.previous().isValid():
        block = block.previous()
    bottom = edit.viewport().height()
    while block.isValid():
        rect = layout.blockBoundingRect(block).translated(-right, -down)
        if rect.top() > bottom and not QTextCursor(block).currentTable():
            return
        yield block, rect
        block = block.next()


def _box(block: QTextBlock, rect: QRectF, group: int, edit: ArticleEdit) -> QRectF:
    """Return the box around a paragraph of a callout; it reaches to the next one of the same."""
    margin = edit.document().documentMargin()
    top, bottom = rect.top() - _PAD, rect.bottom() + _PAD
    if _same(block.next(), Kind.CALLOUT, group):
        bottom += block.blockFormat().bottomMargin()
    left = margin - edit.horizontalScrollBar().value()
    return QRectF(left, top, edit.document().textWidth() - 2 * margin, bottom - top)


def _same(block: QTextBlock, kind: Kind, group: int) -> bool:
    return block.isValid() and kind_of(block) is kind and group_of(block) == group
