"""What the chosen blocks are: paragraphs, subheadings, the lead, callouts, quotations."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable

from bulletin_editor.ui.editor.formats import Formats, kind_of
from bulletin_editor.ui.editor.lines import Kind
from bulletin_editor.ui.editor.tidy import dress

CHOSEN_KINDS = (Kind.PARAGRAPH, Kind.SUBHEADING, Kind.LEAD, Kind.CALLOUT, Kind.QUOTE)
"""The kinds among which the officer chooses by name."""

_CHANGEABLE = (*CHOSEN_KINDS, Kind.ITEM)


def chosen_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the blocks that `cursor` touches and that can become another kind of text."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    found = []
    while block.isValid() and block.position() <= last.position():
        if kind_of(block) in _CHANGEABLE and not isinstance(QTextCursor(block).currentTable(), QTextTable):
            found.append(block)
        block = block.next()
    return found


def set_kind(cursor: QTextCursor, kind: Kind, formats: Formats, numbers: Iterator[int]) -> None:
    """Make the chosen blocks one block of `kind`."""
    group = next(numbers)
    for block in chosen_blocks(cursor):
        dress(block, kind, formats, group)
