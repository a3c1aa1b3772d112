"""Footnotes and endnotes: how they are counted, and which were referred to (ECMA-376, part 1, 17.11)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from bulletin_editor.importers.word.markup import child, number, tag, value
from bulletin_editor.importers.word.number_formats import written


class NoteNumbers(NamedTuple):
    """How the notes of one section are counted; `restarts` says that each section begins anew."""

    format: str
    start: int = 1
    restarts: bool = False

    def changed(self, properties: etree._Element | None) -> NoteNumbers:
        """Return them as ``w:footnotePr`` or ``w:endnotePr`` has them."""
        start, restart = number(value(properties, "w:numStart")), value(properties, "w:numRestart")
        return NoteNumbers(
            format=value(properties, "w:numFmt") or self.format,
            start=self.start if start is None else start,
            restarts=self.restarts if restart is None else restart == "eachSect",
        )


@dataclass
class References:
    """Footnotes or endnotes: what stands before those that were referred to, by their ids."""

    kind: str  # of the relation to their part
    sections: list[NoteNumbers]  # the last one goes on
    signs: dict[str, str] = field(default_factory=dict)
    _section: int = 0
    _count: int = 0

    def add(self, note_id: str, *, own_sign: bool) -> str:
        """Count a reference and return its number; one with a sign of its own in the text has none."""
        numbers = self.sections[self._section]
        sign = "" if own_sign else written(numbers.start + self._count, numbers.format)
        self._count += not own_sign
        return self.signs.setdefault(note_id, sign)

    def end_section(self) -> None:
        """Go to the next section."""
        self._section = min(self._section + 1, len(self.sections) - 1)
        if self.sections[self._section].restarts:
            self._count = 0


def references(kind: str, usual: str, settings: etree._Element | None, text: etree._Element) -> References:
    """Return the references of a kind (``footnotes``) in a text, counted in the `usual` format or another."""
    name = f"w:{kind.removesuffix('s')}Pr"
    everywhere = NoteNumbers(usual).changed(child(settings, name))
    sections = (each for each in text.iter(tag("w:sectPr")) if not _is_former(each))
    return References(kind, [everywhere.changed(child(each, name)) for each in sections] or [everywhere])


def _is_former(section: etree._Element) -> bool:
    """Tell whether a section is what it was before a tracked change."""
    around = section.getparent()
    return around is not None and around.tag == tag("w:sectPrChange")
