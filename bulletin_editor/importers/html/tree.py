"""The elements of a whole page, as a tree that nobody walks by recursion, however deep it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from bulletin_editor.importers.html.parsing import MAX_ELEMENTS, Follower, too_much
from bulletin_editor.importers.html.styles import Attributes


@dataclass(eq=False, slots=True)
class Comment:
    """A remark in a page that is not shown."""

    text: str


@dataclass(eq=False, slots=True)
class Element:
    """An element with what stands in it. `around` is the one in which it stands."""

    tag: str
    attributes: Attributes
    around: Element | None = None
    parts: list[Element | Comment | str] = field(default_factory=list)


class Tree:
    """Gathers the elements that a parser tells of: `elements` in the order in which they opened.

    Raises:
        InputError: more of them than any bulletin has.
    """

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self._root = self._open = Element("", {})

    def start(self, tag: str, attributes: Attributes) -> None:
        if len(self.elements) == MAX_ELEMENTS:
            raise too_much()
        element = Element(tag, dict(attributes), self._open)
        self._open.parts.append(element)
        self.elements.append(element)
        self._open = element

    def end(self, tag: str) -> None:  # noqa: ARG002 - the parser's call
        self._open = self._open.around or self._root

    def data(self, text: str) -> None:
        self._open.parts.append(text)

    def comment(self, text: str) -> None:
        """Keep the conditions of Word; the marks of a fragment mean something on the clipboard alone."""
        if text.lstrip().startswith("["):
            self._open.parts.append(Comment(text))

    def close(self) -> None: ...

    def tell(self, follower: Follower, without: Collection[Element] = ()) -> None:
        """Tell `follower` of everything, as the parser did, but for the elements `without`."""
        waiting: list[Iterator[Element | Comment | str]] = [iter(self._root.parts)]
        opened: list[Element] = []
        while waiting:
            part = next(waiting[-1], None)
            if part is None:
                waiting.pop()
                if opened:
                    follower.end(opened.pop().tag)
            elif isinstance(part, str):
                follower.data(part)
            elif isinstance(part, Comment):
                follower.comment(part.text)
            elif part not in without:
                follower.start(part.tag, part.attributes)
                waiting.append(iter(part.parts))
                opened.append(part)
        follower.close()
