"""The lists that are open while HTML is read: its own ones, and those of Word, which are only paragraphs."""

from __future__ import annotations

import re

from bulletin_editor.importers.flow.lines import MAX_LEVELS, Kind, OpenList, Point
from bulletin_editor.importers.flow.outline import Outline
from bulletin_editor.importers.html.context import Context
from bulletin_editor.importers.html.styles import Attributes, Style
from bulletin_editor.model.blocks import MAX_LIST_START

_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_WORD_POINT = re.compile(r"\s*(l\d+) level(\d+) (lfo\d+)", re.IGNORECASE)
_WORD_NUMBER = re.compile(r"\(?(?:\w{1,3}\.)*(?P<last>\d{1,9}|[a-zđ]{1,4})(?:[.)/]|(?<=\d)$)", re.IGNORECASE)
_WORD_BULLET = re.compile(r"[\W_]*(?:[^\W\d_][\W_]*)?")  # in a font with signs one may be a letter


class OpenLists:
    """Tells in which points of which lists a line stands.

    Before a point of Word its bullet or number is text like any other, between marks or with a style of its
    own; that is gathered here, line by line.
    """

    def __init__(self) -> None:
        self._lists: list[OpenList] = []
        self._stray = OpenList(numbered=False)
        self._outline = Outline()
        self._word_point: re.Match[str] | None = None
        self._marker = ""
        self._is_marked = False

    def open(self, tag: str, attributes: Attributes, style: Style) -> None:
        """Follow an element that opens and stands in lines of its own."""
        self.end_line()
        self._word_point = _WORD_POINT.match(style.get("mso-list", ""))
        if tag in _LISTS:
            self._lists.append(OpenList(numbered=tag == "ol", start=_number(attributes.get("start", ""))))
        elif tag == "li":
            if not self._lists:  # a browser may copy points without their list
                self._lists.append(self._stray)
            self._lists[-1].points += 1

    def close(self, tag: str) -> None:
        """Follow an element that closes."""
        if tag in _LISTS or (tag == "li" and self._lists[-1:] == [self._stray]):
            self._lists.pop()

    def interrupt(self) -> None:
        """Let the points of Word that come begin a list of their own."""
        self._outline.close()

    def begin_marker(self) -> None:
        """Mind the mark that Word sets before what programs without lists are to show of a point."""
        self._is_marked = self._word_point is not None

    def end_marker(self, context: Context) -> bool:
        """Mind the mark behind that. Tell whether what the line says until there is a bullet or number."""
        was_marked, self._is_marked = self._is_marked, False
        return was_marked and not _is_heading(context)

    def takes(self, text: str, context: Context) -> bool:
        """Gather `text` if it is styled as a bullet or number of Word."""
        is_marker = context.marker and not _is_heading(context)
        if is_marker:
            self.add_marker(text)
        return is_marker

    def add_marker(self, text: str) -> None:
        """Add to the bullet or number of the line that comes."""
        self._marker += text

    @property
    def marker(self) -> str:
        """The bullet or number before the line as text: a bullet may be a letter of a font with signs."""
        marker = self._marker.strip()
        return marker if not marker or self.has_words or _WORD_NUMBER.match(marker) else "-"

    @property
    def has_words(self) -> bool:
        """Whether the marker is part of what the line says, as in "Điều 1.": no list of ours can count so."""
        marker = self._marker.strip()
        number = _WORD_NUMBER.match(marker)
        return any(map(str.isalnum, marker[number.end() :])) if number else not _WORD_BULLET.fullmatch(marker)

    def take_words(self) -> str:
        """Return the marker as words, where there are no others, and forget it; empty for one of a list."""
        words = self.marker if self.has_words else ""
        self.end_line()
        return words

    def path(self, context: Context) -> tuple[Point, ...]:
        """Count the line that ends, and return the way to its point; empty where it stands in none."""
        if self._word_point and not _is_heading(context) and not self.has_words:
            number = _WORD_NUMBER.match(self._marker.strip())
            name, depth, override = self._word_point.groups()
            start = _number(number["last"]) if number else 1
            return self._outline.place(int(depth), name + override, numbered=bool(number), start=start)
        self._outline.close()
        lists = self._lists
        if len(lists) > MAX_LEVELS:
            lists = [*lists[: MAX_LEVELS - 1], lists[-1]]
        return tuple(Point(each, each.points) for each in lists if each.points)

    def end_line(self) -> None:
        """Forget what was told of one line: another in the same paragraph of Word is no point."""
        self._word_point, self._marker, self._is_marked = None, "", False


def _is_heading(context: Context) -> bool:
    """Tell whether a line is a heading: its number is one of its words, and it stands in no list of Word."""
    return context.kind is Kind.SUBHEADING


def _number(text: str) -> int:
    """Return the number that `text` is; 1 for letters and whatever no list can begin with."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 1
    return min(number, MAX_LIST_START)
