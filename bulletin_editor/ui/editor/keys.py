"""The keys that have a meaning of their own: Enter, F2 and Tab. Backspace and letters are Qt's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextTable

from bulletin_editor.ui.editor import lists, tables
from bulletin_editor.ui.editor.document_writer import LINE_BREAK
from bulletin_editor.ui.editor.formats import kind_of
from bulletin_editor.ui.editor.lines import Kind
from bulletin_editor.ui.editor.tidy import dress

if TYPE_CHECKING:
    from bulletin_editor.ui.editor.article_edit import ArticleEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_MODIFIER = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_BOXES = (Kind.LEAD, Kind.CALLOUT, Kind.QUOTE)


def press(edit: ArticleEdit, event: QKeyEvent) -> bool:
    """Do what a key does here, and tell whether it was one of ours."""
    if event.modifiers() not in _NO_MODIFIER:
        return False
    on_pictures = kind_of(edit.textCursor().block()) is Kind.PICTURES
    if event.key() == Qt.Key.Key_F2 and on_pictures:
        return edit.rows.write_caption(edit.textCursor().block())
    if event.key() not in _ENTER:
        return False
    if on_pictures and edit.rows.write_caption(edit.textCursor().block()):
        return True
    edit.commit_composition()
    with edit.step("") as cursor:
        _enter(edit, cursor)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    return True


def tab(edit: ArticleEdit, forward: bool) -> bool:  # noqa: FBT001
    """Do what Tab does here, and tell whether it does something."""
    cursor = edit.textCursor()
    if isinstance(cursor.currentTable(), QTextTable):
        return tables.go_to_next_cell(edit, forward)
    if forward and kind_of(cursor.block()) is Kind.PICTURES:
        return edit.rows.enter(cursor.block())
    if kind_of(cursor.block()) is not Kind.ITEM:
        return False
    nest, lift = (
        QCoreApplication.translate("Editor", "Indent"),
        QCoreApplication.translate("Editor", "Outdent"),
    )
    with edit.step(nest if forward else lift) as cursor:
        if forward:
            lists.nest(cursor, edit.formats)
        else:
            lists.lift(cursor, edit.formats)
    return True


def _enter(edit: ArticleEdit, cursor: QTextCursor) -> None:
    cursor.removeSelectedText()
    block, kind = cursor.block(), kind_of(cursor.block())
    is_blank = not block.text().strip()
    if kind in (Kind.CELL, Kind.HEADER_CELL):
        cursor.insertText(LINE_BREAK)
    elif kind is Kind.TABLE_CAPTION:
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    elif kind is Kind.ITEM and is_blank:
        lists.lift(cursor, edit.formats)
    elif kind in _BOXES and is_blank:
        _leave_box(edit, cursor)
    else:
        _split(edit, cursor, kind)


def _split(edit: ArticleEdit, cursor: QTextCursor, kind: Kind) -> None:
    ends_kind = kind in (Kind.SPEAKER, Kind.PICTURES) or (kind is Kind.SUBHEADING and cursor.atBlockEnd())
    cursor.insertBlock()
    if ends_kind:
        dress(cursor.block(), Kind.PARAGRAPH, edit.formats)
    elif not cursor.block().text():
        cursor.setBlockCharFormat(edit.formats.characters(kind))


def _leave_box(edit: ArticleEdit, cursor: QTextCursor) -> None:
    """Make the blank line a paragraph; behind a quotation it stands below the speaker."""
    speaker = cursor.block().next()
    in_quote = kind_of(cursor.block()) is Kind.QUOTE and kind_of(cursor.block().previous()) is Kind.QUOTE
    if not (in_quote and speaker.isValid() and kind_of(speaker) is Kind.SPEAKER):
        dress(cursor.block(), Kind.PARAGRAPH, edit.formats)
        return
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.removeSelectedText()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock()
    dress(cursor.block(), Kind.PARAGRAPH, edit.formats)
