"""What all the texts of a Word file share: styles, numbers, pictures, notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note
from bulletin_editor.importers.word.looks import Looks
from bulletin_editor.importers.word.numbering import Numbering, roman
from bulletin_editor.importers.word.package import Package, Part
from bulletin_editor.importers.word.pictures import Shelf
from bulletin_editor.importers.word.styles import Styles

MAX_CHARACTERS = 5_000_000
"""Of text, and as many elements: several times what 200 pages have."""


@dataclass
class References:
    """Footnotes or endnotes: what stands before those that were referred to, by their ids."""

    kind: str  # of the relation to their part
    in_roman: bool = False
    signs: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def add(self, note_id: str, *, own_sign: bool) -> str:
        """Count a reference and return its number; one with a sign of its own in the text has none."""
        self._count += not own_sign
        written = roman(self._count) if self.in_roman else str(self._count)
        return self.signs.setdefault(note_id, "" if own_sign else written)


class Document:
    """What is told once for the whole file, and what is counted while its texts are read."""

    def __init__(self, package: Package, main: Part) -> None:
        self.main = main
        self.notes: Counter[str] = Counter()
        self.styles = Styles(_root(package, main, "styles"))
        self.looks = Looks(self.styles.defaults)
        self.numbering = Numbering(_root(package, main, "numbering"), self.styles)
        self.shelf = Shelf(package, self.notes)
        self.footnotes = References("footnotes")
        self.endnotes = References("endnotes", in_roman=True)  # as Word counts them
        self._characters = 0

    def count(self, characters: int) -> None:
        """Count what is read.

        Raises:
            InputError: it is more than any document has.
        """
        self._characters += characters
        if self._characters > MAX_CHARACTERS:
            raise InputError("word.too-large")

    def all_notes(self) -> tuple[Note, ...]:
        """Return what was noted, by code."""
        return tuple(Note(code=code, count=count) for code, count in sorted(self.notes.items()) if count)


def part_of(package: Package, main: Part, kind: str) -> Part | None:
    """Return the part of a kind that the main part refers to, if there is one."""
    relation = main.first(kind)
    return package.part(relation.target) if relation else None


def _root(package: Package, main: Part, kind: str) -> etree._Element | None:
    part = part_of(package, main, kind)
    return part.root if part else None
