"""Markdown as others write it, read as blocks. What is not understood stays as it was typed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.flow.captions import with_captions
from bulletin_editor.importers.flow.lines import (
    MAX_LEVELS,
    Group,
    Kind,
    Line,
    OpenList,
    Piece,
    Point,
    blocks_and_headings,
)
from bulletin_editor.importers.markdown.general_inline import FoundPictures, InlineText, read_inline
from bulletin_editor.importers.markdown.parsing import ExactParser
from bulletin_editor.importers.plain import blocks_from_text
from bulletin_editor.importers.plain.reader import MAX_CHARACTERS
from bulletin_editor.importers.text_file import text_of_file
from bulletin_editor.model.blocks import MAX_LIST_START, MAX_PICTURES_IN_ROW, Picture, PictureRow, Table
from bulletin_editor.model.rich_text import RichText, rich
from bulletin_editor.text.normal import without_forbidden

_MAX_LEVELS = 100  # markdown-it skips what is nested deeper, without a word
_MAX_LINES = 50_000
_MAX_SIGNS = 15_000  # some cost a fifth of a millisecond each; no bulletin has so many
_SIGNS = re.compile(r"[\n!\[|*_~`<>&]|[-+.)] ")
_PIPE = re.compile(r"(?<!\\)\|")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<entries>.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
_NUMBER = re.compile(r"^number[ \t]*:", re.MULTILINE)


def begins_an_issue(path: Path) -> bool:
    """Tell whether the file `path` is a whole issue in Bulletin Markdown: its front matter has a number.

    Raises:
        InputError: the file cannot be read.
    """
    found = _FRONT_MATTER.match(text_of_file(path).text)
    return bool(found and _NUMBER.search(found["entries"]))


def read_general_markdown(path: Path) -> ReadDocument:
    """Read the Markdown file `path`, in any usual encoding; pictures come from its folder and below alone.

    HTML in it, front matter and whatever else blocks have no place for stay as text.

    Raises:
        InputError: the file cannot be read, or holds more text than any bulletin has.
    """
    read = text_of_file(path)
    text = without_forbidden(read.text)
    if len(text) > MAX_CHARACTERS or text.count("\n") > _MAX_LINES:
        raise InputError("reading.too-much-text", characters=MAX_CHARACTERS)
    if len(_SIGNS.findall(text)) > _MAX_SIGNS:
        notes = (*read.notes, Note("markdown-as-text"))
        return ReadDocument(blocks=blocks_from_text(text), notes=notes)
    tokens = _parser().parse(text)
    if any(token.level >= _MAX_LEVELS - 2 for token in tokens):
        return ReadDocument(blocks=blocks_from_text(text), notes=read.notes)
    reader = _Reader(text.split("\n"), FoundPictures(path.parent))
    reader.read(tokens)
    blocks, headings = blocks_and_headings(with_captions(reader.pieces))
    notes = (*read.notes, *reader.pictures.notes())
    return ReadDocument(blocks=blocks, headings=headings, pictures=reader.pictures.files, notes=notes)


@cache
def _parser() -> MarkdownIt:
    parser = ExactParser("commonmark", {"maxNesting": _MAX_LEVELS}).enable(["table", "strikethrough"])
    return parser.disable(["html_block", "reference"]).use(front_matter_plugin)


class _Reader:
    """Follows the tokens, and gathers their text as lines, tables and rows of pictures."""

    def __init__(self, lines: list[str], pictures: FoundPictures) -> None:
        self.pieces: list[Piece] = []
        self.pictures = pictures
        self._lines = lines
        self._lists: list[OpenList] = []
        self._quote: Group | None = None
        self._quotes_open = 0
        self._level: int | None = None

    def read(self, tokens: list[Token]) -> None:
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "table_open":
                end = next(at for at in range(index, len(tokens)) if tokens[at].type == "table_close")
                self._add_table(token, tokens[index:end])
                index = end
            else:
                self._follow(token)
            index += 1

    def _follow(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._add_text(read_inline(token, self.pictures))
            case "heading_open":
                self._level = int(token.tag.removeprefix("h"))
            case "heading_close":
                self._level = None
            case "bullet_list_open" | "ordered_list_open":
                start = min(int(token.attrs.get("start", 1)), MAX_LIST_START)
                self._lists.append(OpenList(numbered=token.type.startswith("ordered"), start=start))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._lists[-1].points += 1
            case "blockquote_open":
                self._quote = self._quote or Group()
                self._quotes_open += 1
            case "blockquote_close":
                self._quotes_open -= 1
                self._quote = self._quote if self._quotes_open else None
            case "fence":
                self._add_typed(f"{_words_of_fence(token)}\n{token.content}".removeprefix("\n"))
            case "code_block" | "front_matter":
                self._add_typed(token.content)

    # ---- Lines

    def _add_text(self, inline: InlineText) -> None:
        only_pictures = inline.text.is_blank and bool(inline.pictures)
        if not only_pictures:
            self._add_line(inline.text)
        self._add_pictures(inline.pictures, inline.caption)

    def _add_typed(self, text: str) -> None:
        """Add text as it was typed, a line each."""
        self._add_line(rich(text.rstrip("\n")))

    def _add_line(self, text: RichText) -> None:
        if text.is_blank:
            return
        lists = self._lists
        if len(lists) > MAX_LEVELS:
            lists = [*lists[: MAX_LEVELS - 1], lists[-1]]
        path = tuple(Point(each, each.points) for each in lists)
        kind, level = Kind.PARAGRAPH, None
        if self._level is not None and not path:
            kind, level = Kind.SUBHEADING, self._level
        elif self._quote:
            kind = Kind.QUOTE
        elif self._is_caption(text):
            kind = Kind.CAPTION
        group = self._quote if kind is Kind.QUOTE else None
        self.pieces.append(Line(text=text, kind=kind, group=group, path=path, level=level))

    def _is_caption(self, text: RichText) -> bool:
        after_pictures = bool(self.pieces) and isinstance(self.pieces[-1], PictureRow)
        return after_pictures and all(run.italic for run in text.runs if run.text.strip())

    def _add_pictures(self, pictures: tuple[Picture, ...], caption: str) -> None:
        starts = range(0, len(pictures), MAX_PICTURES_IN_ROW)
        rows = [PictureRow(pictures=pictures[start : start + MAX_PICTURES_IN_ROW]) for start in starts]
        if rows and caption:
            rows[-1] = PictureRow(pictures=rows[-1].pictures, caption=caption)
        self.pieces += rows

    # ---- Tables

    def _add_table(self, start: Token, tokens: list[Token]) -> None:
        first, end = start.map or [0, 0]
        columns = sum(token.type == "th_open" for token in tokens)
        if any(_cells_in(line) > columns for line in self._lines[first:end]):
            # The parser would drop the cells that have no header.
            self._add_typed("\n".join(self._lines[first:end]))
            return
        cells = [read_inline(token, self.pictures) for token in tokens if token.type == "inline"]
        rows = [tuple(cell.text for cell in cells[at : at + columns]) for at in range(0, len(cells), columns)]
        self.pieces.append(Table(header=rows[0], rows=tuple(rows[1:])))
        self._add_pictures(tuple(picture for cell in cells for picture in cell.pictures), "")


def _words_of_fence(token: Token) -> str:
    """Return what stands behind the signs that begin a fence, unless it is the name of a language."""
    words = token.info.strip()
    return words if len(words.split()) > 1 else ""


def _cells_in(line: str) -> int:
    return len(_PIPE.findall(line.strip().removeprefix("|").removesuffix("|"))) + 1
