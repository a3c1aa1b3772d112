"""Headings, told by how large their letters are."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin_editor.importers.pdf.paragraphs import CutParagraph, is_heading_size

_LONGEST = 250  # characters


class Headings:
    """The headings among `paragraphs`; those in the largest letters have level 1.

    `body_size` is the size of most letters, in pt.
    """

    def __init__(self, paragraphs: Iterable[CutParagraph], body_size: float) -> None:
        self._body_size = body_size
        sizes = {round(each.size) for each in paragraphs if self._may_be(each)}
        self._levels = {size: min(level, 9) for level, size in enumerate(sorted(sizes, reverse=True), 1)}

    def level(self, paragraph: CutParagraph) -> int | None:
        """Return the level of `paragraph`; None where it is no heading."""
        return self._levels.get(round(paragraph.size)) if self._may_be(paragraph) else None

    def _may_be(self, paragraph: CutParagraph) -> bool:
        if not is_heading_size(paragraph.size, self._body_size):
            return False
        text = paragraph.text.plain
        return len(text) <= _LONGEST and sum(character.isalpha() for character in text) > 3
