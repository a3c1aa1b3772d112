"""The lists of a tagged PDF. Its points may stand in any depth, with their marks beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bulletin_editor.importers.flow.lines import MAX_LEVELS, OpenList, Point
from bulletin_editor.importers.flow.marks import are_counted, number_in
from bulletin_editor.importers.pdf.tagged_blocks import ToldBlock

_Path = tuple[int, ...]


class TaggedLists:
    """Tells of blocks which point of which list they are.

    Only lists of dashes, or of numbers that follow each other, are lists of ours; marks that are none of
    these stay with their words.
    """

    def __init__(self, blocks: Iterable[ToldBlock]) -> None:
        self._marks: dict[_Path, str] = {}
        marks: dict[_Path, list[str]] = defaultdict(list)
        self._worded: set[_Path] = set()
        for block in blocks:
            if block.type == "Lbl" and block.types[-2:-1] == ("LI",):
                mark = " ".join(each.text.plain for each in block.paragraphs)
                self._marks[block.path[:-1]] = mark
                marks[block.path[:-2]].append(mark)
            else:
                self._worded.update(block.path[:depth] for depth in range(len(block.path) + 1))
        self._lists = {path: _list_of(each) for path, each in marks.items()}
        self._points: dict[_Path, Point] = {}

    def is_mark(self, block: ToldBlock) -> bool:
        """Tell whether `block` is but the mark of a point."""
        return block.type == "Lbl" and block.path[:-1] in self._marks and block.path[:-1] in self._worded

    def take_mark(self, block: ToldBlock) -> str:
        """Return the mark that stays with the words of `block`; only the first of its point has it."""
        for depth in range(len(block.types), 0, -1):
            path = block.path[:depth]
            if block.types[depth - 1] == "LI":
                kept = self._lists.get(path[:-1]) is None
                mark = self._marks.pop(path, "") if kept else ""
                return f"{mark} " if mark else ""
        return ""

    def path_to(self, block: ToldBlock) -> tuple[Point, ...]:
        """Return the way to the point that `block` belongs to; blank where it belongs to none of ours."""
        points: list[Point] = []
        for depth, kind in enumerate(block.types, 1):
            path = block.path[:depth]
            if kind != "L":
                continue
            of = self._lists.setdefault(path, OpenList(numbered=False))
            if of is not None:
                points.append(self._point(of, path, block.path[: depth + 1], block.types[depth : depth + 1]))
        return tuple(points[:MAX_LEVELS])

    def _point(self, of: OpenList, in_list: _Path, path: _Path, types: Sequence[str]) -> Point:
        if types != ("LI",):  # a list within a list: it belongs to the point before it
            path = next((each for each in reversed(self._points) if each[:-1] == in_list), path)
        if path not in self._points:
            of.points += 1
            self._points[path] = Point(of, of.points)
        return self._points[path]


def _list_of(marks: Sequence[str]) -> OpenList | None:
    """Return the list that has these `marks`; None where it is none of ours."""
    if not any(character.isalnum() for mark in marks for character in mark):
        return OpenList(numbered=False)
    numbers = [number_in(mark.strip()) for mark in marks]
    return OpenList(numbered=True, start=numbers[0] or 0) if are_counted(numbers) else None
