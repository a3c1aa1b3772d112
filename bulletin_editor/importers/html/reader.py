"""HTML as blocks.

The parser tells of each element as it opens and closes, and no tree is built: nesting without end costs
nothing, and there is nothing to walk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.flow.captions import LONGEST_CAPTION, with_captions
from bulletin_editor.importers.flow.gathered import GatheredText
from bulletin_editor.importers.flow.lines import Kind, Line, Piece, blocks_and_headings
from bulletin_editor.importers.html.context import Context, inside
from bulletin_editor.importers.html.fonts import Fonts
from bulletin_editor.importers.html.images import data_of
from bulletin_editor.importers.html.lists import OpenLists
from bulletin_editor.importers.html.parsing import MAX_CHARACTERS, MAX_ELEMENTS, parse, too_much
from bulletin_editor.importers.html.pictures import Pictures
from bulletin_editor.importers.html.styles import Attributes, Style, Styles
from bulletin_editor.importers.html.tables import OpenTable
from bulletin_editor.model.blocks import MAX_PICTURES_IN_ROW, Picture, PictureRow, Table
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.text.normal import without_forbidden

_MAX_TABLES = 20  # of which one stands in the other; what is deeper is no table to anybody

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
"""Elements that stand in lines of their own."""

_TOGETHER = frozenset({"figure", "tr"})
_INDENT = re.compile("[ \t\r\n\f\u00a0]{2,}")  # where space must not break, it is a single one


def read_html(html: str, *, folder: Path | None = None, converting: bool = True) -> ReadDocument:
    """Read the HTML that a program put on the clipboard; only its fragment, where one is marked.

    Pictures in files are read from `folder` and below alone. Text in fonts of the time before Unicode
    becomes Unicode, unless `converting` is off.

    Raises:
        InputError: more text or elements than any bulletin has.
    """
    reader = HtmlReader(Pictures(partial(data_of, folder=folder)), Fonts(converting=converting))
    parse(html, reader)
    return reader.document()


class _Group(NamedTuple):
    """Pictures that belong beside each other: those among `pieces` from number `start`."""

    pieces: list[Piece]
    start: int


class HtmlReader:
    """Follows the elements, and gathers their text as lines, tables and rows of pictures.

    Raises:
        InputError: more text or elements than any bulletin has.
    """

    def __init__(self, pictures: Pictures, fonts: Fonts) -> None:
        self.pieces: list[Piece] = []
        self._pictures = pictures
        self._fonts = fonts
        self._styles = Styles()
        self._sheet: list[str] = []
        self._around = [Context()]
        self._letters: list[str] = []
        self._text = GatheredText()
        self._lists = OpenLists()
        self._tables: list[OpenTable] = []
        self._tables_open = 0
        self._groups: list[_Group] = []
        self._elements = self._characters = 0
        self._ended = False
        self._has_noted = False
        self._deletions = 0

    def document(self) -> ReadDocument:
        """Return what was read."""
        blocks, headings = blocks_and_headings(with_captions(self.pieces))
        unseen = (Note("page-unseen-text"),) if self._has_noted else ()
        deleted = (Note("tracked-deletions", count=self._deletions),) if self._deletions else ()
        notes = (*self._fonts.notes(), *self._pictures.notes(), *deleted, *unseen)
        return ReadDocument(blocks=blocks, headings=headings, pictures=self._pictures.files, notes=notes)

    # ---- What the parser calls

    def start(self, tag: str, attributes: Attributes) -> None:
        self._take_letters()
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise too_much()
        style, around = self._styles.of(tag, attributes), self._around[-1]
        context = inside(around, tag, attributes, style)
        is_block = tag in BLOCKS and not context.hidden
        if is_block:
            self._end_line()
        self._deletions += context.is_deleted and not around.is_deleted
        self._around.append(context)
        if is_block:
            self._open(tag, attributes, style)
        elif tag == "br":
            self._break_line()
        elif tag == "img" and not (around.hidden or self._ended):
            self._show(attributes, style)

    def end(self, tag: str) -> None:
        self._take_letters()
        if tag in BLOCKS and not self._around[-1].hidden:
            self._end_line()
            self._close(tag)
        elif tag == "style":
            self._styles.add("".join(self._sheet))
            self._sheet.clear()
        self._around.pop()

    def data(self, text: str) -> None:
        context = self._around[-1]
        if context.is_sheet:
            self._sheet.append(text)
        if context.hidden or self._ended:
            self._has_noted = self._has_noted or (context.is_noted and not text.isspace())
            return
        self._characters += len(text)
        if self._characters > MAX_CHARACTERS:
            raise too_much()
        self._letters.append(text)

    def comment(self, text: str) -> None:
        """Mind the marks of the fragment, which say where it was, and those of Word's points."""
        self._take_letters()
        mark = text.strip()
        if mark == "StartFragment":
            self._begin_anew()
        elif mark == "EndFragment":
            self._end_line()
            self._ended = True
        elif mark == "[if !supportLists]" and self._text.is_blank:
            self._lists.begin_marker()
        elif mark == "[endif]" and self._lists.end_marker(self._around[-1]):
            self._lists.add_marker(self._text.take().plain)

    def close(self) -> None:
        self._take_letters()
        self._end_line()

    # ---- Elements

    def _begin_anew(self) -> None:
        self._text.take()
        self._pictures.begin_anew()
        self.pieces.clear()
        for table in self._tables:
            table.begin_anew()

    def _open(self, tag: str, attributes: Attributes, style: Style) -> None:
        self._lists.open(tag, attributes, style)
        if tag in _TOGETHER:
            pieces = self._tables[-1].pieces if tag == "tr" and self._tables else self._target
            self._groups.append(_Group(pieces, len(pieces)))
        if tag == "table":
            self._tables_open += 1
            if self._tables_open <= _MAX_TABLES:
                self._tables.append(OpenTable(attributes))
        elif self._tables_open == len(self._tables) > 0:
            self._tables[-1].open(tag, attributes)

    def _close(self, tag: str) -> None:
        self._lists.close(tag)
        if tag in _TOGETHER:
            self._groups.pop()
        if tag == "table":
            self._close_table()
        elif self._tables_open == len(self._tables) > 0:
            self._tables[-1].close(tag)

    def _close_table(self) -> None:
        self._tables_open -= 1
        if self._tables_open >= _MAX_TABLES:
            return
        pieces = self._tables.pop().pieces_read()
        if pieces:
            self._lists.interrupt()
        for piece in pieces:
            self._add(piece)

    # ---- Lines

    @property
    def _cell(self) -> OpenTable | None:
        """The innermost table of which a cell is open."""
        return next((table for table in reversed(self._tables) if table.grid.takes_text), None)

    @property
    def _target(self) -> list[Piece]:
        return self._cell.pieces if self._cell else self.pieces

    def _take_letters(self) -> None:
        """Add to the line what came since the last element; the parser gives each reference alone."""
        if not self._letters:
            return
        context = self._around[-1]
        text = without_forbidden("".join(self._letters))  # references may bring forbidden ones back
        self._letters.clear()
        if context.padding or context.marker:
            text = text.replace("\u00a0", " ")
        if self._lists.takes(text, context):
            return
        if not context.verbatim:
            text = _INDENT.sub(" ", text)
            text = text.lstrip("\u00a0") if self._text.is_blank else text
        self._text.add(self._fonts.unicode(text, context.font), context.look, verbatim=context.verbatim)

    def _break_line(self) -> None:
        context = self._around[-1]
        if context.hidden or self._ended:
            return
        if self._text.ends_with_break and not context.verbatim:
            self._end_line()  # an empty line divides paragraphs
        else:
            self._text.break_line(context.look, verbatim=context.verbatim)

    def _show(self, attributes: Attributes, style: Style) -> None:
        words = self._pictures.show(attributes, style, is_behind=not self._text.is_blank)
        self._text.add(words, self._around[-1].look, verbatim=False)

    def _end_line(self) -> None:
        text = self._text.take()
        if text.is_blank:
            text = rich(self._lists.take_words())
        self._add_pictures(self._pictures.take_before())
        if not text.is_blank:
            self._add_line(text, self._around[-1])
            self._lists.end_line()
        self._add_pictures(self._pictures.take_behind())

    def _add_line(self, text: RichText, context: Context) -> None:
        marker, path = self._lists.marker, self._lists.path(context)
        level = context.level if context.kind is Kind.SUBHEADING else None
        if level is not None:
            text = _without_overall_bold(text)
        marked = RichText(runs=(Run(text=f"{marker} "), *text.runs)) if marker else text
        if self._lists.has_words:
            text = marked
        kind = Kind.CAPTION if not path and self._may_be_caption(text, context) else context.kind
        self._target.append(Line(text=text, kind=kind, group=context.group, path=path, level=level))
        if self._cell:  # where the cell stays one, it has no points of its own
            self._cell.grid.add(marked)

    def _may_be_caption(self, text: RichText, context: Context) -> bool:
        """Tell whether a line is set as portals set captions: right below a picture, centred, in italics."""
        if context.kind is not Kind.PARAGRAPH or not context.is_centred or len(text.plain) > LONGEST_CAPTION:
            return False
        is_below = isinstance(self._target[-1] if self._target else None, PictureRow)
        return is_below and all(run.italic or not run.text.strip() for run in text.runs)

    def _add(self, piece: Piece) -> None:
        self._target.append(piece)
        if cell := self._cell:
            for text in texts_of(piece):
                cell.grid.add(text)

    def _add_pictures(self, pictures: Sequence[Picture]) -> None:
        """Add a row of pictures, or fill up the one before with what belongs beside it."""
        if not pictures:
            return
        target = self._target
        last = target[-1] if target else None
        group = self._groups[-1] if self._groups else None
        is_beside = group and group.pieces is target and group.start < len(target)
        if is_beside and isinstance(last, PictureRow):
            pictures = (*last.pictures, *pictures)
            target.pop()
        for start in range(0, len(pictures), MAX_PICTURES_IN_ROW):
            target.append(PictureRow(pictures=tuple(pictures[start : start + MAX_PICTURES_IN_ROW])))


def texts_of(piece: Piece) -> Iterator[RichText]:
    """Yield the texts of `piece` as a cell around it takes them."""
    if isinstance(piece, Line):
        yield piece.text
    elif isinstance(piece, Table):
        texts = (rich(piece.caption), *piece.header, *(cell for row in piece.rows for cell in row))
        yield from (text for text in texts if not text.is_blank)


def _without_overall_bold(text: RichText) -> RichText:
    """Return a heading's `text`: where all of it is bold that is how headings look, and no format."""
    if all(run.bold or not run.text.strip() for run in text.runs):
        return RichText(runs=tuple(replace(run, bold=False) for run in text.runs))
    return text
