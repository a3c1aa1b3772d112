"""SVG read defensively and written anew, with nothing in it that acts or reaches outside.

What a drawing shows must be in its own file. One that refers to a picture, a style sheet or a font elsewhere
is refused and not drawn without it: nobody would see that something is missing before it is printed.
Written anew, it means to whoever draws it what it meant here. Source: SVG 1.1 (Second Edition), W3C.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import NoReturn
from urllib.parse import unquote_to_bytes
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from bulletin_editor.errors import PictureError
from bulletin_editor.media.opening import opened
from bulletin_editor.media.svg_work import Work
from bulletin_editor.model.value import Value

_URL = re.compile(r"""url\(\s*["']?\s*([^"')]*)""", re.IGNORECASE)
_IMPORT = re.compile(r"""@import\s+["']\s*([^"']*)""", re.IGNORECASE)
_SVG_DATA = "data:image/svg+xml"
_NESTED = 3  # drawings within a drawing within a drawing


class Drawing(Value, frozen=True):
    """A clean drawing: its source, and how many effects in it take a canvas of their own."""

    source: str
    effects: int


def cleaned(data: bytes, name: str, *, depth: int = 0) -> Drawing:
    """Return the drawing in `data`, the content of a file called `name`, without scripts and declarations.

    Links are left, for they show nothing. A declared document type is passed over; entities in it are
    replaced, as far as expat thinks that safe.

    Raises:
        PictureError: no SVG, damaged, with references outside, with pieces of web pages that would not be
            drawn, or too complicated.
    """
    cleaner = _Cleaner(name, depth)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = cleaner.start
    parser.EndElementHandler = cleaner.end
    parser.CharacterDataHandler = cleaner.text
    parser.ProcessingInstructionHandler = cleaner.instruction
    parser.ExternalEntityRefHandler = cleaner.entity
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError) as error:
        raise PictureError("picture.truncated", place=name, name=name) from error
    return cleaner.drawing()


class _Cleaner:
    """Takes what the parser finds and writes down what may stay."""

    def __init__(self, name: str, depth: int) -> None:
        self._name = name
        self._depth = depth
        self._written: list[str] = []
        self._open: list[str] = []
        self._left_out = 0  # how many open elements are left out
        self._style: list[str] = []
        self._work = Work(name)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = _local(tag)
        if not self._open and kind != "svg":
            self._refuse("picture.not-a-picture")
        if kind == "foreignObject" and "switch" not in self._open and not self._left_out:
            self._refuse("picture.svg-web-page")  # within "switch" something is drawn in its stead
        if self._left_out or kind in ("script", "foreignObject"):
            self._left_out += 1
            return
        allowed = {key: self._attribute(kind, key, value) for key, value in attributes.items()}
        self._open.append(kind)
        self._work.begin(kind, allowed)
        self._written.append(f"<{tag}{''.join(f' {key}={quoteattr(allowed[key])}' for key in allowed)}>")

    def end(self, tag: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        if self._open.pop() == "style":
            self._check_style("".join(self._style))
            self._style.clear()
        self._work.end()
        self._written.append(f"</{tag}>")

    def text(self, text: str) -> None:
        if self._left_out:
            return
        if self._open[-1] == "style":
            self._style.append(text)
        self._written.append(escape(text))

    def instruction(self, target: str, content: str) -> None:
        if target == "xml-stylesheet":
            self._external(content)

    def entity(self, _context: str, _base: str | None, place: str | None, _public: str | None) -> NoReturn:
        self._external(place or "")

    def drawing(self) -> Drawing:
        self._work.check()
        return Drawing(source="".join(self._written), effects=self._work.effects)

    def _attribute(self, kind: str, key: str, value: str) -> str:
        """Return what stays of an attribute.

        Raises:
            PictureError: it refers to something outside.
        """
        if kind == "a" and _local(key) == "href":
            return ""
        if _local(key) == "href":
            return self._reference(value.strip())
        if "(" in value or "@" in value:
            self._check_style(value)
        return value

    def _check_style(self, style: str) -> None:
        for place in [*_IMPORT.findall(style), *_URL.findall(style)]:
            self._reference(place.strip())

    def _reference(self, place: str) -> str:
        """Return the reference to `place`, which must be in this file; a drawing in it is cleaned as well."""
        if not place or place.startswith("#"):
            return place
        if not place.startswith("data:image/"):
            self._external(place)
        content = _content(place)
        if place.startswith(_SVG_DATA):
            if self._depth == _NESTED:
                self._refuse("picture.too-complex")
            inner = cleaned(content, self._name, depth=self._depth + 1)
            self._work.add(inner.effects)
            return f"{_SVG_DATA};base64,{base64.b64encode(inner.source.encode()).decode()}"
        self._work.add_picture(self._pixels(content))
        return place

    def _pixels(self, content: bytes) -> int:
        """Return how many pixels a picture in the drawing has."""
        try:
            image = opened(content, self._name)
        except PictureError as error:
            if error.code == "picture.too-large":
                raise
            raise PictureError("picture.truncated", place=self._name, name=self._name) from error
        return image.width * image.height

    def _external(self, place: str) -> NoReturn:
        raise PictureError("picture.svg-external", place=self._name, name=self._name, target=place[:100])

    def _refuse(self, code: str) -> NoReturn:
        raise PictureError(code, place=self._name, name=self._name)


def _local(name: str) -> str:
    """Return a name of XML without its prefix."""
    return name.rpartition(":")[2]


def _content(place: str) -> bytes:
    """Return what a "data:" reference holds (RFC 2397)."""
    head, _, body = place.partition(",")
    content = unquote_to_bytes(body)
    if not head.endswith(";base64"):
        return content
    try:
        return base64.b64decode(content)
    except binascii.Error:
        return b""
