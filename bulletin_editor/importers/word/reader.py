"""A Word file, put together: its main text, then its footnotes and endnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from msgspec.structs import replace

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.flow.captions import with_captions
from bulletin_editor.importers.flow.lines import Line, Piece, blocks_and_headings, pieces_of
from bulletin_editor.importers.word.document import Document
from bulletin_editor.importers.word.inserted import read_inserted
from bulletin_editor.importers.word.markup import tag
from bulletin_editor.importers.word.package import open_package, open_stream
from bulletin_editor.importers.word.paragraphs import with_mark
from bulletin_editor.importers.word.references import References
from bulletin_editor.importers.word.story import Story
from bulletin_editor.model.blocks import PictureRow, pictures_in

_CREDIT = re.compile(r"^(?P<caption>.*?)[\s(–-]*\b(?:Ảnh|Photo)\s*:\s*(?P<credit>[^:]+?)[.)\s]*$", re.DOTALL)
_LONGEST_CREDIT = 60
_LONGEST_LONE_CREDIT = 30  # beyond which "Ảnh: …" tells what is to be seen


def read_word(path: Path) -> ReadDocument:
    """Read a Word file, of Word 2007 or later, with or without macros.

    Tracked changes are accepted, files that are inserted stand in their place and footnotes at the end;
    headers, footers, comments and hidden text are left out. Nothing outside of the file is opened.

    Raises:
        InputError: it cannot be read, is damaged or encrypted, is no such file, or holds more than 200 pages
            could.
    """
    with open_package(path) as package:
        document = Document(package, lambda name, data: _inserted(document, name, data))
        pieces = _pieces(document)
        document.notes["macros"] += package.has_macros
        document.notes["headers-footers"] += _has_words_around(document)
    blocks, headings = blocks_and_headings(_with_credits(with_captions(pieces)))
    shown = {picture.sha256 for picture in pictures_in(blocks)}
    return ReadDocument(
        blocks=blocks,
        headings=headings,
        pictures={name: raw for name, raw in document.shelf.pictures.items() if name in shown},
        notes=document.all_notes(),
    )


def _pieces(document: Document) -> list[Piece]:
    return [
        *Story(document, document.main.relations, document.main.root).pieces(),
        *_notes(document, document.footnotes),
        *_notes(document, document.endnotes),
    ]


def _inserted(document: Document, name: str, data: bytes) -> list[Piece]:
    """Read a file that is inserted into `document`; what is inserted into it in turn is left out.

    Raises:
        InputError: it is a file of another kind, or damaged.
    """
    if not data.startswith(b"PK"):
        read = read_inserted(name, data)
        document.notes.update({note.code: note.count for note in read.notes if not note.facts})
        document.shelf.pictures.update(read.pictures)
        return pieces_of(read.blocks, read.headings)
    with open_stream(BytesIO(data)) as package:
        inserted = Document(package)
        pieces = _pieces(inserted)
    document.count(inserted.characters)
    document.notes.update(inserted.notes)
    document.shelf.pictures |= inserted.shelf.pictures
    return pieces


def _notes(document: Document, references: References) -> list[Piece]:
    """Read the footnotes or endnotes that were referred to, each with its number before it."""
    part = next(iter(document.parts(references.kind)), None) if references.signs else None
    result: list[Piece] = []
    for element in part.root if part else ():
        sign = references.signs.get(element.get(tag("w:id"), ""))
        if part is None or sign is None:
            continue
        pieces = Story(document, part.relations, element).pieces()
        first = next((piece for piece in pieces if isinstance(piece, Line)), None)
        result += [_signed(piece, sign) if piece is first else piece for piece in pieces]
    return result


def _signed(piece: Piece, sign: str) -> Piece:
    return Line(text=with_mark(sign, piece.text)) if isinstance(piece, Line) else piece


def _has_words_around(document: Document) -> bool:
    """Tell whether a header or footer has words."""
    parts = document.parts("header", "footer")
    texts = (text.text or "" for part in parts for text in part.root.iter(tag("w:t")))
    return any(any(char.isalpha() for char in text) for text in texts)


def _with_credits(pieces: Iterable[Piece]) -> list[Piece]:
    """Take ``Ảnh: …`` at the end of a caption as who took the picture."""
    return [_with_credit(piece) if isinstance(piece, PictureRow) else piece for piece in pieces]


def _with_credit(row: PictureRow) -> PictureRow:
    found = _CREDIT.match(row.caption)
    longest = _LONGEST_CREDIT if found and found["caption"] else _LONGEST_LONE_CREDIT
    if not found or len(found["credit"]) > longest:
        return row
    return replace(row, caption=found["caption"], credit=found["credit"])
