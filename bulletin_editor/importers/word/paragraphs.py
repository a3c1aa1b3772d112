"""Paragraphs as they are read, and the lines that they end up as."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby

from msgspec.structs import replace

from bulletin_editor.importers.flow.captions import LONGEST_CAPTION
from bulletin_editor.importers.flow.gathered import GatheredText
from bulletin_editor.importers.flow.lines import Kind, Line, Piece, rich_text_of
from bulletin_editor.importers.word.looks import Look
from bulletin_editor.importers.word.nesting import Nesting
from bulletin_editor.importers.word.numbering import Mark
from bulletin_editor.importers.word.styles import Marks, Style
from bulletin_editor.model.blocks import MAX_PICTURES_IN_ROW, Picture, PictureRow
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.text.legacy import converted
from bulletin_editor.text.normal import without_forbidden

_SOFT_HYPHEN = "\u00ad"
_LONGEST_HEADING = 250
_LONGEST_SENTENCE = 150  # in a heading
_PICTURE_CAPTION = re.compile(
    r"(?:ảnh|hình|hình ảnh|sơ đồ|biểu đồ|figure|photo)\b[\s\d.,-]{0,8}[:.]", re.IGNORECASE
)
_TABLE_CAPTION = re.compile(r"(?:bảng|biểu|table)\b", re.IGNORECASE)


@dataclass(eq=False, frozen=True)
class MarkedLine(Line):
    """A line with what Word writes before it, for where there can be no list."""

    mark: str = ""

    @property
    def marked_text(self) -> RichText:
        """The text with its mark before it."""
        return with_mark(self.mark, self.text) if self.path else self.text


@dataclass
class OpenParagraph:
    """A paragraph that is being read. `pieces` of text know their look; a line feed breaks the line."""

    style: Style
    table_marks: Marks = Marks()  # of the style of the table around it
    heading: int | None = None
    mark: Mark | None = None
    centred: bool = False
    ends_section: bool = False
    goes_on: bool = False  # its end is deleted: the next one belongs to it
    pieces: list[tuple[Look, str]] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    pictures_first: bool = False
    boxes: list[Piece] = field(default_factory=list)  # what stands in the text boxes at it

    def add(self, look: Look, text: str) -> None:
        """Add a text."""
        self.pieces.append((look, text))

    def add_picture(self, picture: Picture) -> None:
        """Add a picture."""
        if not self.pictures:
            self.pictures_first = not any(text.strip() for _, text in self.pieces)
        self.pictures.append(picture)

    def go_on_from(self, before: OpenParagraph) -> None:
        """Begin with what `before` holds."""
        self.pieces[:0] = before.pieces
        self.pictures[:0] = before.pictures
        self.boxes[:0] = before.boxes
        self.pictures_first = before.pictures_first


class Flow:
    """What stands one below the other: in the text itself, in a cell, in a text box or in a footnote."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._nesting = Nesting()
        self._open: OpenParagraph | None = None

    def begin(self, paragraph: OpenParagraph) -> None:
        """Begin a paragraph; one whose end is deleted goes on in it."""
        if self._open:
            paragraph.go_on_from(self._open)
            self._open = None

    def end(self, paragraph: OpenParagraph) -> None:
        """Take in a paragraph that was read."""
        if paragraph.goes_on:
            self._open = paragraph
        else:
            self._take(paragraph)

    def add(self, pieces: list[Piece]) -> None:
        """Take in something else than a paragraph."""
        self.close()
        self._nesting.close()
        self.pieces += pieces

    def close(self) -> None:
        """End what is still open."""
        if self._open:
            self._take(self._open)
            self._open = None

    def _take(self, paragraph: OpenParagraph) -> None:
        rows = picture_rows(paragraph.pictures)
        if rows:
            self._nesting.close()
        if paragraph.pictures_first:
            self.pieces += rows
        text = _text_of(paragraph.pieces)
        if not text.is_blank or (paragraph.mark and paragraph.mark.has_words):
            self.pieces.append(self._line(paragraph, text))
        elif paragraph.mark and not paragraph.mark.is_bullet:
            self._nesting.close()  # a point without words has had its number
        if not paragraph.pictures_first:
            self.pieces += rows
        self.pieces += paragraph.boxes

    def _line(self, paragraph: OpenParagraph, text: RichText) -> Line:
        mark = paragraph.mark
        if paragraph.heading is not None and not _is_clause(text.plain.strip()):
            self._nesting.close()
            text = with_mark(_written(mark), _without_common_formats(text))
            return Line(text=text, kind=Kind.SUBHEADING, level=paragraph.heading)
        if mark and (mark.is_bullet or mark.number is not None):
            return MarkedLine(text=text, path=self._nesting.place(mark), mark=mark.text)
        self._nesting.close()
        text = with_mark(_written(mark), text)
        kind = Kind.CAPTION if self._is_caption(paragraph, text) else Kind.PARAGRAPH
        return Line(text=text, kind=kind)

    def _is_caption(self, paragraph: OpenParagraph, text: RichText) -> bool:
        """Tell whether the line may be a caption, where there is something by it that can have one."""
        words = text.plain.strip()
        if len(words) > LONGEST_CAPTION:
            return False
        says_so = paragraph.style.is_caption or (paragraph.centred and bool(_PICTURE_CAPTION.match(words)))
        if self.pieces and isinstance(self.pieces[-1], PictureRow):
            right_below = paragraph.centred and not any(run.bold for run in text.runs)
            return (says_so or right_below) and not _TABLE_CAPTION.match(words)
        return says_so


def with_mark(mark: str, text: RichText) -> RichText:
    """Return `text` with `mark` before it, if there is one."""
    return RichText(runs=(Run(text=f"{mark} " if text.runs else mark), *text.runs)) if mark else text


def picture_rows(pictures: list[Picture]) -> list[Piece]:
    """Put pictures that stand together into rows."""
    starts = range(0, len(pictures), MAX_PICTURES_IN_ROW)
    return [PictureRow(pictures=tuple(pictures[start : start + MAX_PICTURES_IN_ROW])) for start in starts]


def _text_of(pieces: list[tuple[Look, str]]) -> RichText:
    """Make the text of a paragraph: legacy letters become Unicode, in whole stretches of one look."""
    gathered = GatheredText()
    for look, each in groupby(pieces, key=lambda piece: piece[0]):
        text = "".join(text for _, text in each)
        if look.encoding:
            text = converted(text, look.encoding, capitals=look.capitals)
        first, *others = without_forbidden(text.replace(_SOFT_HYPHEN, "")).split("\n")
        gathered.add(first, look.run, verbatim=False)
        for line in others:
            gathered.break_line(look.run, verbatim=False)
            gathered.add(line, look.run, verbatim=False)
    return gathered.take()


def _is_clause(words: str) -> bool:
    """Tell whether a paragraph is more than a heading, whatever its style: laws number their clauses so."""
    return len(words) > (_LONGEST_SENTENCE if words.endswith((".", ";")) else _LONGEST_HEADING)


def _written(mark: Mark | None) -> str:
    """Return a mark that must be text; a bullet says nothing."""
    return mark.text if mark and not mark.is_bullet else ""


def _without_common_formats(text: RichText) -> RichText:
    """Take off what all of a heading is: a heading has its own look."""
    written = [run for run in text.runs if run.text.strip()]
    common = [name for name in ("bold", "italic", "underline") if all(getattr(run, name) for run in written)]
    runs = [replace(run, **dict.fromkeys(common, False)) for run in text.runs]
    return rich_text_of((replace(run, text=""), run.text) for run in runs)
