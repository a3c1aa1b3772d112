"""Blocks into a document that has some already: in place of others, or where the cursor is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextDocument

from bulletin_editor.model.blocks import Block, Paragraph
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.model.texts import texts_of
from bulletin_editor.ui.editor.document_writer import write_lines, write_runs
from bulletin_editor.ui.editor.formats import Formats, kind_of
from bulletin_editor.ui.editor.lines import Kind, lines_of

if TYPE_CHECKING:
    from bulletin_editor.ui.editor.article_edit import ArticleEdit

_NEEDING_END = (Kind.PICTURES, Kind.SPEAKER, Kind.CELL, Kind.HEADER_CELL)
_ONE_TEXT = (Kind.CELL, Kind.HEADER_CELL, Kind.TABLE_CAPTION, Kind.SPEAKER)


def make_blank(cursor: QTextCursor, formats: Formats) -> None:
    """Make the empty block of `cursor` a blank paragraph."""
    cursor.setBlockFormat(formats.block(Kind.PARAGRAPH))
    cursor.setBlockCharFormat(formats.characters(Kind.PARAGRAPH))


def cut_out(cursor: QTextCursor, start: int | None, follower: int | None, formats: Formats) -> str:
    """Take lines out: from `start` to the line that begins at `follower`, or to the end of the document.

    Leaves `cursor` at the start of the block before which others can be written, and returns what was there.
    Without a `start` nothing is taken, and the place is the end of the document.
    """
    if follower is not None:
        cursor.setPosition(follower if start is None else start)
        cursor.setPosition(follower, QTextCursor.MoveMode.KeepAnchor)
        old = cursor.selectedText()
        cursor.removeSelectedText()
        return old
    if start is None:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock()
    else:
        cursor.setPosition(start)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    old = cursor.selectedText()
    cursor.removeSelectedText()
    make_blank(cursor, formats)
    return old


def drop_blank_end(cursor: QTextCursor) -> None:
    """Remove the empty block of `cursor` if one can write in the one before it, too."""
    if kind_of(cursor.block().previous()) not in _NEEDING_END:
        cursor.deletePreviousChar()


def text_between(document: QTextDocument, start: int, end: int) -> str:
    """Return the characters from `start` to `end` as they stand in the document."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def end_of_difference(old: str, new: str) -> int:
    """Return how far into `new` it differs from `old`: behind that, both are alike."""
    shorter = min(len(old), len(new))
    same = 0
    while same < shorter and old[-1 - same] == new[-1 - same]:
        same += 1
    return len(new) - same


def insert_blocks(edit: ArticleEdit, cursor: QTextCursor, blocks: tuple[Block, ...]) -> None:
    """Put `blocks` at `cursor` and leave it behind them.

    A paragraph joins the text there; other blocks, or several, part it. Cells and captions take the words.
    """
    kind = kind_of(cursor.block())
    if kind in _ONE_TEXT:
        write_runs(cursor, _one_text(blocks), kind, edit.formats)
        return
    if kind is Kind.PICTURES:
        _leave_pictures(cursor, edit.formats)
        kind = Kind.PARAGRAPH
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        write_runs(cursor, blocks[0].text, kind, edit.formats)
        return
    _part(cursor, blocks, edit)


def _one_text(blocks: tuple[Block, ...]) -> RichText:
    runs: list[Run] = []
    for text in (text for block in blocks for text in texts_of(block)):
        if runs:
            runs.append(Run(text="\n"))
        runs.extend((Run(text=text),) if isinstance(text, str) else text.runs)
    return RichText(runs=tuple(runs))


def _leave_pictures(cursor: QTextCursor, formats: Formats) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock()
    make_blank(cursor, formats)


def _part(cursor: QTextCursor, blocks: tuple[Block, ...], edit: ArticleEdit) -> None:
    if not cursor.atBlockStart():
        cursor.insertBlock()
    write_lines(cursor, lines_of(blocks, edit.numbers), edit.formats)
    is_blank = cursor.block().length() == 1
    if not is_blank:
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    elif kind_of(cursor.block().previous()) in _NEEDING_END:
        make_blank(cursor, edit.formats)
    else:
        cursor.deletePreviousChar()
