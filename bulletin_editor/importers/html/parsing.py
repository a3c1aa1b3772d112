"""The parser of HTML. It tells of each element as it opens and closes, however deep they nest."""

from __future__ import annotations

from typing import Any, Protocol

from lxml import etree

from bulletin_editor.errors import InputError
from bulletin_editor.importers.html.styles import Attributes
from bulletin_editor.text.normal import without_forbidden

MAX_BYTES = 150_000_000
"""Of HTML; most of it will be pictures."""

MAX_ELEMENTS = 60_000
MAX_CHARACTERS = 500_000
"""Of text: more than any issue has."""

_AT_ONCE = 1 << 20  # bytes for the parser: only between two feedings does it mind a refusal


class Follower(Protocol):
    """Is told of elements as they open and close, and of the text in them."""

    def start(self, tag: str, attributes: Attributes) -> None: ...

    def end(self, tag: str) -> None: ...

    def data(self, text: str) -> None: ...

    def comment(self, text: str) -> None: ...

    def close(self) -> None: ...


def parse(html: str, follower: Follower) -> None:
    """Tell `follower` of the elements of `html`.

    Raises:
        InputError: more text than any bulletin has, or whatever `follower` refuses.
    """
    if len(html) > MAX_BYTES:
        raise too_much()
    target: Any = follower  # the parser gives strings, though its types speak of bytes, too
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    data = without_forbidden(html).encode()
    if not data:
        return
    for start in range(0, len(data), _AT_ONCE):
        parser.feed(data[start : start + _AT_ONCE])
    parser.close()


def too_much() -> InputError:
    """Return the refusal of what is more than any bulletin has."""
    return InputError("reading.too-much-text", characters=MAX_CHARACTERS)
