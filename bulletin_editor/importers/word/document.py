"""What all the texts of a Word file share: styles, numbers, pictures, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TypeAlias

from lxml import etree

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note
from bulletin_editor.importers.flow.lines import Piece
from bulletin_editor.importers.word.looks import Looks
from bulletin_editor.importers.word.markup import tag
from bulletin_editor.importers.word.numbering import Numbering
from bulletin_editor.importers.word.package import MAX_XML, Package, Part, Relation
from bulletin_editor.importers.word.pictures import Shelf
from bulletin_editor.importers.word.references import references
from bulletin_editor.importers.word.styles import Styles

MAX_CHARACTERS = 5_000_000
"""Of text: several times what 200 pages have."""

MAX_CELLS = 20_000
"""Of all tables: a hundred pages of nothing else. Twice as many would take too long to read."""


ReadInserted: TypeAlias = Callable[[str, bytes], list[Piece]]
"""Reads a file that is inserted into the text, by its name and its bytes."""


class Document:
    """What is told once for the whole file, and what is counted while its texts are read.

    Without `read_inserted` nothing that is inserted is read.

    Raises:
        InputError: the file is damaged, or made of larger tables than any bulletin could be.
    """

    def __init__(self, package: Package, read_inserted: ReadInserted | None = None) -> None:
        self.main = package.main()
        _require_few_cells(self.main)
        self.notes: Counter[str] = Counter()
        self._package = package
        self._read_inserted = read_inserted
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
        """Return what stands in a document that is shown as a part of the text, if it can be read."""
        try:
            if self._read_inserted and relation and not relation.external:
                data = self._package.data(relation.target, MAX_XML) or b""
                return self._read_inserted(relation.target, data)
        except InputError as error:
            if error.code == "word.too-large":
                raise
        self.notes["embedded-documents"] += 1
        return []

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

    def all_notes(self) -> tuple[Note, ...]:
        """Return what was noted, by code."""
        return tuple(Note(code=code, count=count) for code, count in sorted(self.notes.items()) if count)


def _require_few_cells(main: Part) -> None:
    cells = sum(1 for _ in main.root.iter(tag("w:tc")))
    if cells > MAX_CELLS:
        raise InputError("word.too-many-cells", cells=cells)
