"""What stands on a page beside its text, put in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from bulletin_editor.importers.pdf.paragraphs import CutParagraph


class Placed(Protocol):
    """Something with a place, in pt from the page's lower left corner."""

    @property
    def left(self) -> float:
        """Where it begins."""

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, across and upright."""


_Placed = TypeVar("_Placed", bound=Placed)


def placed_behind(
    paragraphs: Sequence[CutParagraph], pages: Sequence[Sequence[_Placed]]
) -> dict[int, list[_Placed]]:
    """Return what stands behind each paragraph, by its place: the one above it; -1 is before the first."""
    lines: dict[int, list[tuple[int, float]]] = {}  # of each page: their paragraph, and how high they stand
    for index, paragraph in enumerate(paragraphs):
        for line in paragraph.lines:
            lines.setdefault(line.page, []).append((index, line.baseline))
    placed: dict[int, list[_Placed]] = {}
    before = -1
    for page, on_page in enumerate(pages):
        for each in sorted(on_page, key=_from_the_top):
            above = [index for index, height in lines.get(page, ()) if height > each.middle[1]]
            placed.setdefault(max(above, default=before), []).append(each)
        # A paragraph that goes on behind the page ends there.
        ended = (index for index, _ in lines.get(page, ()) if paragraphs[index].lines[-1].page == page)
        before = max(ended, default=before)
    return placed


def _from_the_top(placed: Placed) -> tuple[float, float]:
    return -round(placed.middle[1], -1), placed.left
