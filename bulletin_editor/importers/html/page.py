"""A web page in a file: its article, without what stands around it."""

from __future__ import annotations

import codecs
import dataclasses
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.flow.lines import Kind, Line, Piece
from bulletin_editor.importers.html.article import surroundings, words_in
from bulletin_editor.importers.html.fonts import Fonts
from bulletin_editor.importers.html.images import data_of
from bulletin_editor.importers.html.parsing import MAX_BYTES, parse
from bulletin_editor.importers.html.pictures import Pictures
from bulletin_editor.importers.html.reader import HtmlReader
from bulletin_editor.importers.html.tree import Element, Tree
from bulletin_editor.model.rich_text import rich
from bulletin_editor.text.decoding import decoded_text
from bulletin_editor.text.normal import one_line, without_forbidden

_CHARSET = re.compile(rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_WORD_PROCESSORS = re.compile(r"(?:Microsoft (?:Word|Excel|Outlook)|LibreOffice|OpenOffice)")
_LONG_TITLE = 15  # characters that do not stand at the begin of another title by chance
_LONGEST_TITLE = 500
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 4096  # bytes in which a page says its encoding


def read_html_file(path: Path, *, whole: bool = False, titled: bool = True) -> ReadDocument:
    """Read the article of a web page; the `whole` of it, with its menus and all, where that is asked for.

    Pictures come from the folder in which the page lies, and below. Its title is the heading of level 0; a
    page that is a part of something else is not `titled`.

    Raises:
        InputError: the file cannot be read, or holds more text than any bulletin has.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError("document.unreadable", detail=error.strerror or str(error)) from error
    return read_page(
        page_text(data), Pictures(partial(data_of, folder=path.parent)), whole=whole, titled=titled
    )


def read_page(html: str, pictures: Pictures, *, whole: bool, titled: bool) -> ReadDocument:
    """Read the article of the page `html`, or the `whole` of it; with its title, where it is `titled`.

    Raises:
        InputError: more text or elements than any bulletin has.
    """
    tree = Tree()
    parse(html, tree)
    whole = whole or _is_document(tree.elements)
    left_out = set() if whole else surroundings(tree.elements)
    reader = HtmlReader(pictures, Fonts(converting=True))
    tree.tell(reader, without=left_out)
    if titled:
        reader.pieces = _titled(reader.pieces, _titles(tree.elements))
    document = reader.document()
    words = words_in(left_out)
    notes = (Note("page-surroundings", count=words),) if words else ()
    return replace(document, notes=(*document.notes, *notes))


def page_text(data: bytes, charset: str = "") -> str:
    """Decode a page: as UTF-8 where it is that, else as `charset` or it itself says, else as it reads."""
    found = _CHARSET.search(data[:_HEAD])
    said = charset or (found[1].decode("ascii") if found else "")
    if said and not data.startswith(_MARKS):
        with suppress(UnicodeDecodeError):
            return data.decode()  # programs that save pages may convert them, and leave what they say
        with suppress(LookupError, UnicodeError):  # no encoding, or none of letters
            return data.decode(said, "replace")
    return decoded_text(data).text


def _is_document(elements: Iterable[Element]) -> bool:
    """Tell whether a page is what a word processor wrote: that is an article from end to end."""
    metas = (each.attributes for each in elements if each.tag == "meta")
    return any(
        meta.get("name", "").lower() == "generator" and _WORD_PROCESSORS.match(meta.get("content", ""))
        for meta in metas
    )


def _titles(elements: Iterable[Element]) -> list[str]:
    """Return the titles of a page: as it says it to others, and that of its window."""
    told = window = ""
    for each in elements:
        if each.tag == "meta" and each.attributes.get("property") == "og:title":
            told = told or each.attributes.get("content", "")
        elif each.tag == "title" and not window:
            window = "".join(part for part in each.parts if isinstance(part, str))
    titles = (one_line(without_forbidden(title[:_LONGEST_TITLE])) for title in (told, window))
    return [title for title in titles if title.strip()]


def _titled(pieces: list[Piece], titles: Sequence[str]) -> list[Piece]:
    """Let one line be the title of the whole, or put the first of `titles` before.

    It is the line that says a title, else the only heading of the first level.
    """
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    first = [line for line in lines if line.level in (0, 1)]
    saying = _saying(lines, titles)
    heading = saying or (first[0] if len(first) == 1 else None)
    if heading:
        place = next(at for at, piece in enumerate(pieces) if piece is heading)
        title = dataclasses.replace(heading, kind=Kind.SUBHEADING, group=None, path=(), level=0)
        before = map(_no_heading, pieces[:place]) if saying else pieces[:place]
        return [*before, title, *map(_below_title, pieces[place + 1 :])]
    if first or not titles or not pieces:
        return pieces
    return [Line(text=rich(titles[0]), kind=Kind.SUBHEADING, level=0), *pieces]


def _saying(lines: Sequence[Line], titles: Sequence[str]) -> Line | None:
    """Return the line that says the first of `titles` that any says: a heading rather than the way to it."""
    by_title = ([line for line in lines if _says(line, title)] for title in titles)
    found = next((same for same in by_title if same), [])
    return min(found, key=lambda line: line.level is None, default=None)


def _no_heading(piece: Piece) -> Piece:
    """Return what stands before the title as text: what looks like a heading there is the site's name."""
    if isinstance(piece, Line) and piece.level is not None:
        return dataclasses.replace(piece, kind=Kind.PARAGRAPH, level=None)
    return piece


def _below_title(piece: Piece) -> Piece:
    if isinstance(piece, Line) and piece.level in (0, 1):
        return dataclasses.replace(piece, level=2)
    return piece


def _says(line: Line, title: str) -> bool:
    """Tell whether `line` is what `title` says, or begins with before the name of the site."""
    words = " ".join(line.text.plain.split())
    return len(words) >= _LONG_TITLE and " ".join(title.split()).casefold().startswith(words.casefold())
