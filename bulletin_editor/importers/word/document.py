"""What all the texts of a Word file share: styles, numbers, pictures, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeAlias

from lxml import etree

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.flow.lines import Piece, pieces_of
from bulletin_editor.importers.word.looks import Looks
from bulletin_editor.importers.word.markup import tag
from bulletin_editor.importers.word.numbering import Numbering
from bulletin_editor.importers.word.package import MAX_XML, Package, Part, Relation
from bulletin_editor.importers.word.pictures import Shelf
from bulletin_editor.importers.word.references import references
from bulletin_editor.importers.word.styles import Styles
from bulletin_editor.model.blocks import Block, Table
from bulletin_editor.model.texts import plain, texts_of

MAX_CHARACTERS = 5_000_000
"""Of text: several times what 200 pages have."""

MAX_CELLS = 20_000
"""Of all tables: a hundred pages of nothing else. Twice as many would take too long to read."""


ReadInserted: TypeAlias = Callable[[str, bytes], ReadDocument]
"""Reads a file that is inserted into the text, by its name and its bytes."""


class Document:
    """What is told once for the whole file, and what is counted while its texts are read.

    Without `read_inserted` nothing that is inserted is read.

    Raises:
        InputError: the file is damaged, or made of larger tables than any bulletin could be.
    """

    def __init__(self, package: Package, read_inserted: ReadInserted | None = None) -> None:
        self.main = package.main()
        self._cells = 0
        self._count_cells(sum(1 for _ in self.main.root.iter(tag("w:tc"))))
        self.notes: Counter[str] = Counter()
        self._package = package
        self._read_inserted = read_inserted
        self._inserted: dict[str, ReadDocument | None] = {}
        self.styles = Styles(self._root("styles"))
        self.looks = Looks(self.styles.defaults)
        self.numbering = Numbering(self._root("numbering"), self.styles)
        self.shelf = Shelf(package, self.notes)
        settings = self._root("settings")
        self.footnotes = references("footnotes", "decimal", settings, self.main.root)
        self.endnotes = references("endnotes", "lowerRoman", settings, self.main.root)
        self.characters = 0

    def end_section(self) -> None:
        """Go to the next section, in which notes may be counted otherwise."""
        self.footnotes.end_section()
        self.endnotes.end_section()

    def parts(self, *kinds: str) -> list[Part]:
        """Return the parts of these kinds that the main part refers to; damaged ones are left out."""
        wanted = (each for each in self.main.relations.values() if each.kind in kinds and not each.external)
        parts = (self._part(each.target) for each in wanted)
        return [part for part in parts if part]

    def inserted(self, relation: Relation | None) -> list[Piece]:
        """Return what stands in a document that is shown as a part of the text, if it can be read.

        Raises:
            InputError: with it the file holds more than any document has.
        """
        name = relation.target if relation and not relation.external else ""
        if name not in self._inserted:  # it may be shown many times
            self._inserted[name] = self._read(name)
        read = self._inserted[name]
        if read is None:
            self.notes["embedded-documents"] += 1
            return []
        self.count(sum(len(plain(text)) for block in read.blocks for text in texts_of(block)))
        self._count_cells(_cells_in(read.blocks))
        return pieces_of(read.blocks, read.headings)

    def _read(self, name: str) -> ReadDocument | None:
        """Read the inserted part `name`, with what is to be known of it and its pictures."""
        if not (name and self._read_inserted):
            return None
        try:
            read = self._read_inserted(name, self._package.data(name, MAX_XML) or b"")
        except InputError as error:
            if error.code == "word.too-large":
                raise
            return None
        self.notes.update({note.code: note.count for note in read.notes if not note.facts})
        self.shelf.pictures.update(read.pictures)
        return read

    def _part(self, name: str) -> Part | None:
        try:
            return self._package.part(name)
        except InputError as error:
            if error.code != "word.damaged":
                raise
            self.notes["damaged-parts"] += 1
            return None

    def _root(self, kind: str) -> etree._Element | None:
        part = next(iter(self.parts(kind)), None)
        return part.root if part else None

    def count(self, characters: int) -> None:
        """Count what is read.

        Raises:
            InputError: it is more than any document has.
        """
        self.characters += characters
        if self.characters > MAX_CHARACTERS:
            raise InputError("word.too-large")

    def _count_cells(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MAX_CELLS:
            raise InputError("word.too-many-cells", cells=self._cells)

    def all_notes(self) -> tuple[Note, ...]:
        """Return what was noted, by code."""
        return tuple(Note(code=code, count=count) for code, count in sorted(self.notes.items()) if count)


def _cells_in(blocks: Iterable[Block]) -> int:
    tables = (block for block in blocks if isinstance(block, Table))
    return sum(len(row) for table in tables for row in (table.header, *table.rows))
