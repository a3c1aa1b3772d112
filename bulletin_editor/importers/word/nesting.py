"""The points of Word's lists, put under each other as Word shows them."""

from __future__ import annotations

from bulletin_editor.importers.flow.lines import Point
from bulletin_editor.importers.flow.outline import Outline
from bulletin_editor.importers.word.numbering import Mark

_STEP = 200  # twips: what begins so much further in stands below; Word's own lists go in by 283


class Nesting:
    """Finds the list of each point, one after the other.

    Points of one numbering tell their levels. A list below another may as well have a numbering of its own,
    as those of the styles List Bullet 2 and List Number 2 do: then it begins further in.
    """

    def __init__(self) -> None:
        self._outline = Outline()
        self._above: list[Mark] = []

    def place(self, mark: Mark) -> tuple[Point, ...]:
        """Return the path to the point with this mark."""
        while self._above and _deeper(mark, self._above[-1]) <= 0:
            self._above.pop()
        self._above.append(mark)
        return self._outline.place(
            len(self._above), mark.series, numbered=not mark.is_bullet, start=mark.number or 0
        )

    def close(self) -> None:
        """Let the next point begin a list of its own."""
        self._above.clear()
        self._outline.close()


def _deeper(mark: Mark, than: Mark) -> int:
    """Return more than 0 where `mark` stands deeper `than` another, and less where it does not so deep."""
    levels, further_in = mark.level - than.level, mark.begins - than.begins
    if mark.numbering == than.numbering and (levels or not mark.is_bullet):
        return levels
    return further_in if abs(further_in) >= _STEP else levels
