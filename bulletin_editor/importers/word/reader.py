"""A Word file, put together: its main text, then its footnotes and endnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.flow.captions import with_captions
from bulletin_editor.importers.flow.lines import Line, Piece, blocks_and_headings
from bulletin_editor.importers.word.document import Document, References, part_of
from bulletin_editor.importers.word.markup import tag
from bulletin_editor.importers.word.package import Package, open_package
from bulletin_editor.importers.word.paragraphs import with_mark
from bulletin_editor.importers.word.story import Story
from bulletin_editor.model.blocks import PictureRow, pictures_in

_CREDIT = re.compile(r"^(?P<caption>.*?)[\s(–-]*\b(?:Ảnh|Photo)\s*:\s*(?P<credit>[^:]+?)[.)\s]*$", re.DOTALL)
_LONGEST_CREDIT = 60
_LONGEST_LONE_CREDIT = 30  # beyond which "Ảnh: …" tells what is to be seen


def read_word(path: Path) -> ReadDocument:
    """Read a Word file, of Word 2007 or later, with or without macros.

    Tracked changes are accepted and footnotes stand at the end; headers, footers, comments and hidden text
    are left out. Nothing outside of the file is opened.

    Raises:
        InputError: it cannot be read, is damaged or encrypted, is no such file, or holds more than 200 pages
            could.
    """
    with open_package(path) as package:
        main = package.main()
        document = Document(package, main)
        pieces = Story(document, main.relations, main.root).pieces()
        pieces += _notes(package, document, document.footnotes)
        pieces += _notes(package, document, document.endnotes)
        document.notes["macros"] += package.has_macros
        document.notes["headers-footers"] += _has_words_around(package, document)
    blocks, headings = blocks_and_headings(_with_credits(with_captions(pieces)))
    shown = {picture.sha256 for picture in pictures_in(blocks)}
    return ReadDocument(
        blocks=blocks,
        headings=headings,
        pictures={name: raw for name, raw in document.shelf.pictures.items() if name in shown},
        notes=document.all_notes(),
    )


def _notes(package: Package, document: Document, references: References) -> list[Piece]:
    """Read the footnotes or endnotes that were referred to, each with its number before it."""
    part = part_of(package, document.main, references.kind) if references.signs else None
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


def _has_words_around(package: Package, document: Document) -> bool:
    """Tell whether a header or footer has words."""
    around = [each for each in document.main.relations.values() if each.kind in ("header", "footer")]
    parts = (package.part(each.target) for each in around if not each.external)
    texts = (text.text or "" for part in parts if part for text in part.root.iter(tag("w:t")))
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
