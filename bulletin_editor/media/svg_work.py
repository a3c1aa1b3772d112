"""How much work a drawing is, found out before it is drawn: a few lines of SVG can stand for millions."""

from __future__ import annotations

import re

from bulletin_editor.errors import PictureError

_MOST_ELEMENTS = 100_000  # as they are drawn, with all repetitions
_MOST_LEVELS = 24  # of elements in elements: at 30, resvg runs out of a stack of 1 MB and crashes
_MOST_PIXELS = 25_000_000  # of the pictures in it

_REFERENCE = re.compile(r"""(?:url\(\s*["']?\s*|^\s*)#([^"')\s]+)""")
_EFFECTS = ("opacity", "mask", "clip-path", "filter", "mix-blend-mode")
_FILTER_STEP = 9  # a step of a filter is as much work as so many other effects


class _Element:
    def __init__(self) -> None:
        self.inside: list[_Element] = []
        self.references: list[str] = []
        self.drawn: int | None = None  # how many elements it amounts to, once that is known


class Work:
    """Counts what a drawing called `name` holds, element by element, as it is read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._top = _Element()
        self._open = [self._top]
        self._by_id: dict[str, _Element] = {}
        self._read = 0
        self._pixels = 0
        self.effects = 0

    def begin(self, kind: str, attributes: dict[str, str]) -> None:
        """Count an element of `kind` and go into it."""
        element = _Element()
        if "Gradient" not in kind:  # these are looked up, not drawn
            self._open[-1].inside.append(element)
        self._open.append(element)
        self._read += 1
        if self._read > _MOST_ELEMENTS or len(self._open) > _MOST_LEVELS:
            self._refuse()
        if "id" in attributes:
            self._by_id.setdefault(attributes["id"], element)
        for key, value in attributes.items():
            if "#" in value:
                element.references += _REFERENCE.findall(value)
            self.effects += (key in _EFFECTS) + (key == "style" and _effects_in(value))
        self.effects += _FILTER_STEP * kind.startswith("fe")

    def end(self) -> None:
        """Go out of the element again."""
        self._open.pop()

    def add(self, effects: int) -> None:
        """Count the effects in a drawing within the drawing."""
        self.effects += effects

    def add_picture(self, pixels: int) -> None:
        """Count a picture of so many `pixels` in the drawing."""
        self._pixels += pixels
        if self._pixels > _MOST_PIXELS:
            limit = _MOST_PIXELS // 1_000_000
            raise PictureError("picture.too-large", place=self._name, name=self._name, limit=limit)

    def check(self) -> None:
        """Raise a `PictureError` if drawing it would take too long, or go too deep."""
        self._count(self._top, 0)

    def _count(self, element: _Element, level: int) -> int:
        if level > _MOST_LEVELS:
            self._refuse()
        if element.drawn is not None:
            return element.drawn
        element.drawn = 0  # while it is being counted: whoever draws it will not go round in circles
        drawn = 1 + sum(self._count(each, level + 1) for each in element.inside)
        for name in element.references:
            if name in self._by_id:
                drawn += self._count(self._by_id[name], level + 1)
        if drawn > _MOST_ELEMENTS:
            self._refuse()
        element.drawn = drawn
        return drawn

    def _refuse(self) -> None:
        raise PictureError("picture.too-complex", place=self._name, name=self._name)


def _effects_in(style: str) -> int:
    return sum(style.count(f"{effect}:") for effect in _EFFECTS)
