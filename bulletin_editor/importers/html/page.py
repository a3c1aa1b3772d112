"""A web page in a file: its article, without what stands around it."""

from __future__ import annotations

import codecs
import dataclasses
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.flow.lines import Kind, Line, Piece
from bulletin_editor.importers.html.fonts import Fonts
from bulletin_editor.importers.html.pictures import Pictures
from bulletin_editor.importers.html.reader import MAX_BYTES, HtmlReader, texts_of
from bulletin_editor.importers.html.styles import Attributes
from bulletin_editor.model.blocks import pictures_in
from bulletin_editor.model.rich_text import rich
from bulletin_editor.text.decoding import decoded_text
from bulletin_editor.text.normal import one_line, without_forbidden

_AROUND = frozenset({"nav", "footer", "aside"})
_CONTENT = frozenset({"article", "main"})
_ENOUGH = 200
"""Characters from which an ``article`` is taken for the one that the page is about, and not for a teaser."""

_MUCH = 3
"""How many times as much text beside an ``article`` shows that it is not what the page is about."""

_CHARSET = re.compile(rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 4096  # bytes in which a page says its encoding


def read_html_file(path: Path) -> ReadDocument:
    """Read a web page; pictures come from the folder in which it lies, and below.

    Its title is the heading of level 0: the only ``h1``, else what stands in the window's title.

    Raises:
        InputError: the file cannot be read, or holds more text than any bulletin has.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError("document.unreadable", detail=error.strerror or str(error)) from error
    reader = _PageReader(path.parent)
    reader.read(_text(data))
    return reader.document()


def _text(data: bytes) -> str:
    """Decode a page as it says itself, unless it bears a mark; else as what it reads best in."""
    said = _CHARSET.search(data[:_HEAD])
    if said and not data.startswith(_MARKS):
        try:
            return data.decode(said[1].decode("ascii"), "replace")
        except (LookupError, UnicodeError):  # no encoding, or none of letters
            pass
    return decoded_text(data).text


class _PageReader(HtmlReader):
    """Follows a whole page, and remembers where its content stands."""

    def __init__(self, folder: Path) -> None:
        super().__init__(Pictures(folder), Fonts(converting=True), left_out=_AROUND)
        self._title: list[str] = []
        self._is_in_title = False
        self._depth = 0
        self._content: list[Piece] = []
        self._begin = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        super().start(tag, attributes)
        self._is_in_title = tag == "title" or self._is_in_title
        if tag in _CONTENT:
            self._begin = self._begin if self._depth else len(self.pieces)
            self._depth += 1

    def end(self, tag: str) -> None:
        super().end(tag)
        self._is_in_title = self._is_in_title and tag != "title"
        if tag in _CONTENT:
            self._depth -= 1
            if self._depth == 0:
                self._content += self.pieces[self._begin :]

    def data(self, text: str) -> None:
        super().data(text)
        if self._is_in_title:
            self._title.append(text)

    def comment(self, text: str) -> None:  # noqa: ARG002 - the parser's call
        """Mind no fragment: its marks mean something on the clipboard alone."""
        self._take_letters()

    def document(self) -> ReadDocument:
        """Return the content of the page, under its title."""
        notes: tuple[Note, ...] = ()
        beside = self._beside()
        if _is_the_matter(self._content, beside):
            self.pieces = self._content
            notes = (Note("page-surroundings"),) if _characters(beside) else ()
        self.pieces = _titled(self.pieces, one_line(without_forbidden("".join(self._title))))
        document = super().document()
        used = {picture.sha256 for picture in pictures_in(document.blocks)}
        pictures = {name: file for name, file in document.pictures.items() if name in used}
        return replace(document, pictures=pictures, notes=(*document.notes, *notes))

    def _beside(self) -> list[Piece]:
        content = set(map(id, self._content))
        return [piece for piece in self.pieces if id(piece) not in content]


def _is_the_matter(content: Sequence[Piece], beside: Sequence[Piece]) -> bool:
    """Tell whether `content` is what a page is about: there is enough of it, and no title stands `beside`."""
    has_title = bool(_titles(content)) or not _titles(beside)
    return has_title and _characters(content) >= max(_ENOUGH, _characters(beside) / _MUCH)


def _titles(pieces: Iterable[Piece]) -> list[Line]:
    return [piece for piece in pieces if isinstance(piece, Line) and piece.level in (0, 1)]


def _characters(pieces: Iterable[Piece]) -> int:
    """Return how much text there is in lines and tables."""
    return sum(len(text.plain) for piece in pieces for text in texts_of(piece))


def _titled(pieces: list[Piece], title: str) -> list[Piece]:
    """Let the only heading of the first level be the title of the whole; without one, put `title` before."""
    first = _titles(pieces)
    if len(first) == 1:
        return [dataclasses.replace(piece, level=0) if piece is first[0] else piece for piece in pieces]
    if first or not title or not pieces:
        return pieces
    return [Line(text=rich(title), kind=Kind.SUBHEADING, level=0), *pieces]
