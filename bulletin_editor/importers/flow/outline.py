"""Lists of which each point only says how deep it stands: Word's, and those typed with dashes."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin_editor.importers.flow.lines import MAX_LEVELS, OpenList, Point


@dataclass
class _Level:
    depth: int
    name: str
    of: OpenList


class Outline:
    """Puts points under each other by their depth, one after the other."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []

    def place(self, depth: int, name: str, *, numbered: bool, start: int) -> tuple[Point, ...]:
        """Return the path to the next point.

        It goes on with the list `name` if that is open at `depth` and of the same kind; else it begins
        one that counts from `start`, right below the point that is less deep, however much.
        """
        depth = min(depth, MAX_LEVELS)
        while self._levels and self._levels[-1].depth > depth:
            self._levels.pop()
        top = self._levels[-1] if self._levels else None
        if top and top.depth == depth and (top.name, top.of.numbered) != (name, numbered):
            self._levels.pop()
            top = None
        if not top or top.depth < depth:
            top = _Level(depth, name, OpenList(numbered=numbered, start=start))
            self._levels.append(top)
        top.of.points += 1
        return tuple(Point(level.of, level.of.points) for level in self._levels)

    def close(self) -> None:
        """Let the next point begin a list of its own."""
        self._levels.clear()
