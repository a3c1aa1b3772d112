"""Formats of letters: bold, italic, underlined, raised, lowered, linked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace
from PySide6.QtGui import QTextCharFormat, QTextCursor

from bulletin_editor.model.rich_text import Run, Script
from bulletin_editor.ui.editor.formats import Formats, kind_of, row_of, run_format
from bulletin_editor.ui.editor.lines import Kind

PLAIN_KINDS = (Kind.SPEAKER, Kind.TABLE_CAPTION, Kind.PICTURES)
"""Kinds of text that carry no formats."""

Change = Callable[[Run], Run]


def reformat(cursor: QTextCursor, change: Change, formats: Formats) -> None:
    """Change the formats of the selected letters, where they may have any."""
    for piece in pieces(cursor):
        kind = kind_of(piece.block())
        if kind not in PLAIN_KINDS:
            piece.setCharFormat(formats.characters(kind, change(run_format(piece.charFormat()))))


def pieces(cursor: QTextCursor) -> Iterator[QTextCursor]:
    """Return a cursor on each selected piece of text that is formatted alike."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    spans = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            first = max(start, fragment.position())
            last = min(end, fragment.position() + fragment.length())
            if first < last and row_of(fragment.charFormat()) is None:
                spans.append((first, last))
            place += 1
        block = block.next()
    for first, last in spans:
        piece = QTextCursor(document)
        piece.setPosition(first)
        piece.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        yield piece


def format_beside(cursor: QTextCursor, formats: Formats) -> QTextCharFormat | None:
    """Return the format of letters typed right beside a link, which are not part of it, or beside pictures.

    None where they are to look like what is there.
    """
    if cursor.hasSelection():
        return None
    kind = kind_of(cursor.block())
    if kind is Kind.PICTURES:
        return formats.characters(kind)
    look = run_format(cursor.charFormat())
    following = QTextCursor(cursor)
    following.movePosition(QTextCursor.MoveOperation.NextCharacter)
    is_inside = not cursor.atBlockEnd() and run_format(following.charFormat()).link == look.link
    if not look.link or (is_inside and not cursor.atBlockStart()):
        return None
    return formats.characters(
        kind, Run(text="", bold=look.bold, italic=look.italic, underline=look.underline)
    )


def link_around(cursor: QTextCursor) -> QTextCursor:
    """Return a cursor on the selected letters, or on all letters of the link in which `cursor` stands."""
    found = QTextCursor(cursor)
    link = run_format(cursor.charFormat()).link
    if cursor.hasSelection() or not link:
        return found
    block = cursor.block()
    start = end = cursor.position()
    while start > block.position() and _link_before(cursor, start) == link:
        start -= 1
    while end < block.position() + block.length() - 1 and _link_before(cursor, end + 1) == link:
        end += 1
    found.setPosition(start)
    found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return found


def link_of(cursor: QTextCursor) -> str:
    """Return the link of the letters that `cursor` selects, or in which it stands; empty for none."""
    return next((run_format(piece.charFormat()).link for piece in pieces(cursor)), "")


def set_link(cursor: QTextCursor, text: str, link: str, formats: Formats) -> None:
    """Let the selected letters say `text` and lead to `link`; an empty one takes the link away."""
    old = cursor.selectedText()
    if text and text != old:
        start = cursor.selectionStart()
        cursor.insertText(text)
        cursor.setPosition(start)
        cursor.setPosition(start + len(text.encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
    reformat(cursor, lambda run: replace(run, link=link), formats)


def toggled(name: str, *, on: bool) -> Change:
    """Return the change that switches ``bold``, ``italic`` or ``underline``."""
    return lambda run: replace(run, **{name: on})


def with_script(script: Script) -> Change:
    """Return the change that raises or lowers letters."""
    return lambda run: replace(run, script=script)


def without_formats(run: Run) -> Run:
    """Return the format that is left when all formats but the link are cleared."""
    return Run(text="", link=run.link)


def _link_before(cursor: QTextCursor, position: int) -> str:
    probe = QTextCursor(cursor)
    probe.setPosition(position)
    return run_format(probe.charFormat()).link
