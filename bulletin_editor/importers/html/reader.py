"""HTML from the clipboard as blocks.

The parser tells of each element as it opens and closes, and no tree is built: nesting without end costs
nothing, and there is nothing to walk.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from bulletin_editor.errors import InputError
from bulletin_editor.importers.flow.gathered import GatheredText
from bulletin_editor.importers.flow.grid import Grid
from bulletin_editor.importers.flow.lines import MAX_LEVELS, Kind, Line, OpenList, Point, blocks_of
from bulletin_editor.importers.flow.outline import Outline
from bulletin_editor.importers.html.context import Attributes, Context, inside
from bulletin_editor.model.blocks import MAX_LIST_START, Block, Table
from bulletin_editor.text.normal import without_forbidden

MAX_BYTES = 50_000_000
"""Of HTML; most of it will be pictures, which are dropped."""

MAX_ELEMENTS = 100_000
MAX_CHARACTERS = 500_000
"""Of text: more than any issue has."""

_AT_ONCE = 1 << 20  # bytes for the parser: only between two feedings does it mind a refusal

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_CELLS = frozenset({"td", "th", "caption"})
_WORD_POINT = re.compile(r"mso-list:\s*(l\d+) level(\d+) (lfo\d+)", re.IGNORECASE)
_WORD_NUMBER = re.compile(r"\(?(?:\w{1,3}\.)*(?P<last>\d{1,9}|[a-zđ]{1,4})(?:[.)/]|(?<=\d)$)", re.IGNORECASE)


def blocks_from_html(html: str) -> tuple[Block, ...]:
    """Read the HTML that a program put on the clipboard; only its fragment, where one is marked.

    Raises:
        InputError: more text or elements than any bulletin has.
    """
    if len(html) > MAX_BYTES:
        raise InputError("reading.too-much-text", characters=MAX_CHARACTERS)
    reader = _Reader()
    target: Any = reader  # the parser gives strings, though its types speak of bytes, too
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    data = without_forbidden(html).encode()
    if not data:
        return ()
    for start in range(0, len(data), _AT_ONCE):
        parser.feed(data[start : start + _AT_ONCE])
    parser.close()
    return blocks_of(reader.lines)


class _Reader:
    """Follows the elements, and gathers their text as lines and tables."""

    def __init__(self) -> None:
        self.lines: list[Line | Table] = []
        self._around = [Context()]
        self._text = GatheredText()
        self._lists: list[OpenList] = []
        self._stray = OpenList(numbered=False)
        self._grid: Grid | None = None
        self._tables_open = 0
        self._word_point: re.Match[str] | None = None
        self._word_marker = ""
        self._outline = Outline()
        self._elements = self._characters = 0
        self._ended = False

    # ---- What the parser calls

    def start(self, tag: str, attributes: Attributes) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise InputError("reading.too-much-text", characters=MAX_CHARACTERS)
        context = inside(self._around[-1], tag, attributes)
        is_block = tag in _BLOCKS and not context.hidden
        if is_block:
            self._end_line()
        self._around.append(context)
        if is_block:
            self._open(tag, attributes)
        elif tag == "br":
            self._break_line()

    def end(self, tag: str) -> None:
        if tag in _BLOCKS and not self._around[-1].hidden:
            self._end_line()
            self._close(tag)
        self._around.pop()

    def data(self, text: str) -> None:
        context = self._around[-1]
        if context.hidden or self._ended:
            return
        self._characters += len(text)
        if self._characters > MAX_CHARACTERS:
            raise InputError("reading.too-much-text", characters=MAX_CHARACTERS)
        text = without_forbidden(text)  # character references may bring them back
        if context.padding or context.marker:
            text = text.replace("\u00a0", " ")
        if context.marker and not self._keeps_marker:
            self._word_marker += text
        else:
            self._text.add(text, context.look, verbatim=context.verbatim)

    def comment(self, text: str) -> None:
        """Mind the marks of the fragment: what stands before and behind it only says where it was."""
        if text.strip() == "StartFragment":
            self._text.take()
            self.lines.clear()
        elif text.strip() == "EndFragment":
            self._end_line()
            self._ended = True

    def close(self) -> None:
        self._end_line()

    # ---- Elements

    def _open(self, tag: str, attributes: Attributes) -> None:
        self._word_point, self._word_marker = _WORD_POINT.search(attributes.get("style", "")), ""
        if tag in _LISTS:
            self._lists.append(OpenList(numbered=tag == "ol", start=_list_start(attributes)))
        elif tag == "li":
            if not self._lists:  # a browser may copy points without their list
                self._lists.append(self._stray)
            self._lists[-1].points += 1
        elif tag == "table":
            self._grid = self._grid or Grid()
            self._tables_open += 1
        elif self._grid and self._tables_open == 1:
            self._open_in_table(self._grid, tag, attributes)

    def _open_in_table(self, grid: Grid, tag: str, attributes: Attributes) -> None:
        if tag == "tr":
            grid.start_row()
        elif tag == "caption":
            grid.start_caption()
        elif tag in _CELLS:
            grid.start_cell(attributes)

    def _close(self, tag: str) -> None:
        if tag in _LISTS or (tag == "li" and self._lists[-1:] == [self._stray]):
            self._lists.pop()
        elif tag == "table":
            self._tables_open -= 1
            if self._tables_open == 0:
                self._end_table()
        elif tag in _CELLS and self._grid and self._tables_open == 1:
            self._grid.end_cell()

    def _end_table(self) -> None:
        table = self._grid.table() if self._grid else None
        self._grid = None
        if table:
            self.lines.append(table)
            self._outline.close()

    # ---- Lines

    @property
    def _in_cell(self) -> bool:
        return self._grid is not None and self._grid.takes_text

    @property
    def _keeps_marker(self) -> bool:
        """Whether Word's number is text: a heading and a cell can be no points of a list."""
        return self._in_cell or self._around[-1].kind is Kind.SUBHEADING

    def _break_line(self) -> None:
        context = self._around[-1]
        if context.hidden or self._ended:
            return
        if self._text.ends_with_break and not context.verbatim:
            self._end_line()  # an empty line divides paragraphs
        else:
            self._text.break_line(context.look, verbatim=context.verbatim)

    def _end_line(self) -> None:
        text = self._text.take()
        if text.is_blank:
            return
        context = self._around[-1]
        if self._grid and self._in_cell:
            self._grid.add(text)
        else:
            path = self._path()
            self.lines.append(Line(text=text, kind=context.kind, group=context.group, path=path))
        self._word_point, self._word_marker = None, ""

    def _path(self) -> tuple[Point, ...]:
        if self._word_point and self._around[-1].kind is not Kind.SUBHEADING:
            number = _WORD_NUMBER.match(self._word_marker.strip())
            name, depth, override = self._word_point.groups()
            start = _number(number["last"]) if number else 1
            return self._outline.place(int(depth), name + override, numbered=bool(number), start=start)
        self._outline.close()
        lists = self._lists
        if len(lists) > MAX_LEVELS:
            lists = [*lists[: MAX_LEVELS - 1], lists[-1]]
        return tuple(Point(each, each.points) for each in lists if each.points)


def _list_start(attributes: Attributes) -> int:
    return _number(attributes.get("start", ""))


def _number(text: str) -> int:
    """Return the number that `text` is; 1 for letters and whatever no list can begin with."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 1
    return min(number, MAX_LIST_START)
