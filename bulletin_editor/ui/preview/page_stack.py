"""Where the pages lie: one below the other, in the middle of the view."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect

from bulletin_editor.export.lengths import POINTS_PER_MM
from bulletin_editor.export.pages import PageSize
from bulletin_editor.services.page_places import Spot

GAP = 14
"""Px between two pages, and around them."""


class PageStack:
    """Pages of `sizes`, numbered from 1, shown with `scale` px for a pt in a view that is `room` px wide."""

    def __init__(self, sizes: Sequence[PageSize], scale: float, room: int) -> None:
        self.scale = scale
        self.width = 2 * GAP + max((ceil(size.width * scale) for size in sizes), default=0)
        self._rects: list[QRect] = []
        top = GAP
        for size in sizes:
            width, height = ceil(size.width * scale), ceil(size.height * scale)
            self._rects.append(QRect((max(room, self.width) - width) // 2, top, width, height))
            top += height + GAP
        self.height = top
        self._tops = [rect.top() for rect in self._rects]

    def __len__(self) -> int:
        return len(self._rects)

    def rect(self, number: int) -> QRect:
        """Return where page `number` lies, in px from the upper left corner of the stack."""
        return self._rects[number - 1]

    def shown(self, top: int, bottom: int) -> dict[int, int]:
        """Return which pages are to be seen between `top` and `bottom`, and how many px of each."""
        heights = {
            number: min(bottom, rect.bottom() + 1) - max(top, rect.top())
            for number, rect in enumerate(self._rects, 1)
        }
        return {number: height for number, height in heights.items() if height > 0}

    def spot(self, y: int) -> Spot:
        """Return what is at the height `y`; in a gap, it is below the page above."""
        number = max(1, bisect_right(self._tops, y))
        return Spot(number, (y - self.rect(number).top()) / self.scale / POINTS_PER_MM)

    def y(self, spot: Spot) -> int:
        """Return the height of `spot`; one on a page that is not there is at the end."""
        if spot.page > len(self):
            return self.height
        return self.rect(spot.page).top() + round(spot.y * POINTS_PER_MM * self.scale)


def scale_to_fit(sizes: Sequence[PageSize], room: int) -> float:
    """Return the scale, in px for a pt, at which the widest page is as wide as a view of `room` px allows."""
    widest = max((size.width for size in sizes), default=1)
    return max(room - 2 * GAP, 1) / widest
