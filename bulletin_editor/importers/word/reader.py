"""A Word file, put together: its main text, then its footnotes and endnotes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.flow.captions import with_captions
from bulletin_editor.importers.flow.lines import Line, Piece, blocks_and_headings
from bulletin_editor.importers.word.document import Document
from bulletin_editor.importers.word.inserted import read_inserted
from bulletin_editor.importers.word.markup import tag
from bulletin_editor.importers.word.package import open_package, open_stream
from bulletin_editor.importers.word.paragraphs import with_mark
from bulletin_editor.importers.word.references import References
from bulletin_editor.importers.word.story import Story
from bulletin_editor.importers.word.typed import with_typed_headings, with_typed_lists
from bulletin_editor.model.blocks import pictures_in


def read_word(path: Path) -> ReadDocument:
    """Read a Word file, of Word 2007 or later, with or without macros.

    Tracked changes are accepted, files that are inserted stand in their place and footnotes at the end;
    headers, footers, comments and hidden text are left out. Nothing outside of the file is opened.

    Raises:
        InputError: it cannot be read, is damaged or encrypted, is no such file, or holds more than 200 pages
            could.
    """
    with open_package(path) as package:
        document = Document(package, _inserted)
        pieces = _pieces(document)
        document.notes["macros"] += package.has_macros
        document.notes["headers-footers"] += _has_words_around(document)
    blocks, headings = blocks_and_headings(with_captions(pieces))
    shown = {picture.sha256 for picture in pictures_in(blocks)}
    return ReadDocument(
        blocks=blocks,
        headings=headings,
        pictures={name: raw for name, raw in document.shelf.pictures.items() if name in shown},
        notes=document.all_notes(),
    )


def _pieces(document: Document) -> list[Piece]:
    story = Story(document, document.main.relations, document.main.root).pieces()
    return [
        *with_typed_lists(with_typed_headings(story)),
        *_notes(document, document.footnotes),
        *_notes(document, document.endnotes),
    ]


def _inserted(name: str, data: bytes) -> ReadDocument:
    """Read a file that is inserted into another; what is inserted into it in turn is left out.

    Raises:
        InputError: it is a file of another kind, or damaged.
    """
    if not data.startswith(b"PK"):
        return read_inserted(name, data)
    with open_stream(BytesIO(data)) as package:
        inserted = Document(package)
        blocks, headings = blocks_and_headings(with_captions(_pieces(inserted)))
    return ReadDocument(
        blocks=blocks, headings=headings, pictures=inserted.shelf.pictures, notes=inserted.all_notes()
    )


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
