"""A document as it was read, block by block: which of its lines are headings, and of what level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bulletin_editor.model.blocks import Block, PictureRow
from bulletin_editor.model.rich_text import RichText
from bulletin_editor.services.proposed_article import text_of


@dataclass(frozen=True)
class Outline:
    """`blocks`, and the levels of those that are headings. All places are counted from 0 in `blocks`."""

    blocks: Sequence[Block]
    headings: Mapping[int, int]

    def text(self, place: int) -> RichText:
        """Return the text of the paragraph or heading at `place`; of other blocks there is none."""
        return text_of(self.blocks[place])

    def words(self, places: Sequence[int]) -> str:
        """Return the words at `places`, as one line."""
        return " ".join(self.text(place).plain for place in places)

    def of_level(self, level: int | None, among: Sequence[int]) -> list[int]:
        """Return those places `among` others where headings of `level` are."""
        return [place for place in among if self.headings[place] == level]

    def is_below(self, place: int, other: int) -> bool:
        """Tell whether a heading is at `place`, and one of a higher level at the `other`."""
        are_headings = place in self.headings and other in self.headings
        return are_headings and self.headings[place] > self.headings[other]

    def first_words(self) -> int:
        """Return the first place where no picture stands; behind all where there are but pictures."""
        places = (place for place, block in enumerate(self.blocks) if not isinstance(block, PictureRow))
        return next(places, len(self.blocks))

    def of(self, places: Iterable[int]) -> Outline:
        """Return what stands at `places` as a document of its own."""
        kept = tuple(places)
        known = {at: self.headings[place] for at, place in enumerate(kept) if place in self.headings}
        return Outline(tuple(self.blocks[place] for place in kept), known)
