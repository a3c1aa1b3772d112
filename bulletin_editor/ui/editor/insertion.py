"""Blocks into a document that has some already: in place of others, or where the cursor is."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextDocument

from bulletin_editor.model.blocks import Block, Paragraph, PictureRow
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.model.texts import plain, texts_of
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


def difference(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[int, int, tuple[Block, ...]]:
    """Return which blocks of `old` gave way (first, and the one after the last) and to what."""
    same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    first = sum(1 for _ in same)
    rest = min(len(old), len(new)) - first
    tails = zip(reversed(old), reversed(new), strict=False)
    tail = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], itertools.islice(tails, rest)))
    return first, len(old) - tail, new[first : len(new) - tail]


def end_of_difference(old: str, new: str) -> int:
    """Return how far into `new` it differs from `old`: behind that, both are alike."""
    shorter = min(len(old), len(new))
    same = 0
    while same < shorter and old[-1 - same] == new[-1 - same]:
        same += 1
    return len(new) - same


def takes_words_only(cursor: QTextCursor) -> bool:
    """Tell whether `cursor` stands where there can be nothing but words: in a cell, caption or speaker."""
    return kind_of(cursor.block()) in _ONE_TEXT


def insert_blocks(edit: ArticleEdit, cursor: QTextCursor, blocks: tuple[Block, ...]) -> list[QTextCursor]:
    """Put `blocks` at `cursor` and leave it behind them; return what was written, selected.

    A paragraph joins the text there; other blocks, or several, part it. Cells, captions and speakers take the
    words, and pictures go behind their table or quotation.
    """
    if takes_words_only(cursor):
        return _insert_words(edit, cursor, blocks)
    kind = kind_of(cursor.block())
    if kind is Kind.PICTURES:
        _leave_pictures(cursor, edit.formats)
        kind = Kind.PARAGRAPH
    start = cursor.position()
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        write_runs(cursor, blocks[0].text, kind, edit.formats)
    else:
        _part(cursor, blocks, edit)
    return [_selection(cursor, start)]


def _insert_words(edit: ArticleEdit, cursor: QTextCursor, blocks: tuple[Block, ...]) -> list[QTextCursor]:
    rows = tuple(block for block in blocks if isinstance(block, PictureRow))
    start = cursor.position()
    words = _one_text(block for block in blocks if not isinstance(block, PictureRow))
    write_runs(cursor, words, kind_of(cursor.block()), edit.formats)
    written = [_selection(cursor, start)]
    if rows:
        behind = _behind(cursor, edit.formats)
        start = behind.position()
        _part(behind, rows, edit)
        written.append(_selection(behind, start))
    return written


def _one_text(blocks: Iterable[Block]) -> RichText:
    runs: list[Run] = []
    for text in (text for block in blocks for text in texts_of(block) if plain(text).strip()):
        if runs:
            runs.append(Run(text="\n"))
        runs.extend((Run(text=text),) if isinstance(text, str) else text.runs)
    return RichText(runs=tuple(runs))


def _behind(cursor: QTextCursor, formats: Formats) -> QTextCursor:
    """Return a cursor at the start of the block behind the table, or the quotation, of `cursor`."""
    behind = QTextCursor(cursor)
    table = cursor.currentTable() or QTextCursor(cursor.block().next()).currentTable()  # from its caption
    if table:
        behind.setPosition(table.lastPosition() + 1)
    else:
        behind.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        behind.insertBlock()
        make_blank(behind, formats)
    return behind


def _selection(cursor: QTextCursor, start: int) -> QTextCursor:
    selection = QTextCursor(cursor)
    selection.setPosition(start)
    selection.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
    return selection


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
