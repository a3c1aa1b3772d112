"""What the styles of a Word file say, each with all that it is based on (ECMA-376, part 1, chapter 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from bulletin_editor.importers.word.markup import child, is_on, number, tag, value
from bulletin_editor.model.rich_text import Script

_HEADING = re.compile(r"(?:heading|tiêu đề|đầu đề|đề mục) ?([1-9])")
_TITLES = frozenset({"title", "tiêu đề"})
_CAPTIONS = frozenset({"caption", "chú thích", "chú thích ảnh"})
_BODY_TEXT = 9  # the outline level of what is no heading
_SCRIPTS = {
    "superscript": Script.SUPERSCRIPT,
    "subscript": Script.SUBSCRIPT,
    "baseline": Script.NORMAL,
}


class Marks(NamedTuple):
    """What run properties say of a text; None where they say nothing.

    `font` is empty for a font of the theme.
    """

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    underline: bool | None = None
    script: Script | None = None
    font: str | None = None

    def over(self, below: Marks) -> Marks:
        """Return what holds where these marks lie over those of `below`."""
        return below._replace(**{name: mark for name, mark in self._asdict().items() if mark is not None})


class Indent(NamedTuple):
    """How far from the margin a paragraph begins, in twips (1/20 pt); None where nothing is said.

    `first` is how much further in its first line is than the others.
    """

    left: int | None = None
    first: int | None = None

    def over(self, below: Indent) -> Indent:
        """Return what holds where this lies over what `below` says."""
        return Indent(
            below.left if self.left is None else self.left, below.first if self.first is None else self.first
        )

    @property
    def begins(self) -> int:
        """Where the first line begins."""
        return (self.left or 0) + (self.first or 0)


@dataclass(frozen=True)
class Style:
    """A style with all it is based on. `heading` is 0 for the title, else 1 to 9.

    `numbering` and `level` are those of the list whose point it makes of a paragraph; `parts` are the marks
    of the parts of a table (``firstCol``, ``lastRow``).
    """

    id: str = ""
    marks: Marks = Marks()
    heading: int | None = None
    numbering: str | None = None
    level: int | None = None
    align: str | None = None
    indent: Indent = Indent()
    is_caption: bool = False
    parts: Mapping[str, Marks] = field(default_factory=dict)


class Styles:
    """The styles of a file, by id; where there is no such style, its id still tells a heading."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._usual: dict[str, str] = {}
        self._known: dict[str, Style] = {}
        for style in root.iter(tag("w:style")) if root is not None else ():
            style_id = style.get(tag("w:styleId"), "")
            self._elements.setdefault(style_id, style)
            if style.get(tag("w:default"), "0").lower() in ("1", "true", "on"):
                self._usual[style.get(tag("w:type"), "")] = style_id
        defaults = (
            root.find(f"{tag('w:docDefaults')}/{tag('w:rPrDefault')}/{tag('w:rPr')}")
            if root is not None
            else None
        )
        self.defaults = marks_of(defaults)

    def paragraph(self, style_id: str | None) -> Style:
        """Return a paragraph's style: the usual one where it names none."""
        return self._style(style_id if style_id is not None else self._usual.get("paragraph", ""))

    def named(self, style_id: str | None) -> Style:
        """Return a style that must be named: a character's, a table's, that of a list."""
        return self._style(style_id or "")

    def _style(self, style_id: str) -> Style:
        if style_id not in self._known:
            self._known[style_id] = self._read(style_id)
        return self._known[style_id]

    def _read(self, style_id: str) -> Style:
        chain = list(self._chain(style_id))
        marks = Marks()
        for element in chain:
            marks = marks.over(marks_of(child(element, "w:rPr")))
        properties = [each for each in (child(element, "w:pPr") for element in chain) if each is not None]
        indent = Indent()
        for one in properties:
            indent = indent.over(indent_of(one))
        numbering = [each for each in (child(one, "w:numPr") for one in properties) if each is not None]
        names = [(value(element, "w:name") or "").lower() for element in chain] or [style_id.lower()]
        return Style(
            id=style_id,
            marks=marks,
            heading=_heading(chain, names),
            numbering=_first(value(each, "w:numId") for each in numbering),
            level=number(_first(value(each, "w:ilvl") for each in numbering)),
            align=_first(value(each, "w:jc") for each in properties),
            indent=indent,
            is_caption=bool(_CAPTIONS.intersection(names)),
            parts=_parts(chain),
        )

    def _chain(self, style_id: str) -> Iterator[etree._Element]:
        """Give the style and what it is based on, the nearest first; a circle ends."""
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen:
            seen.add(style_id)
            yield self._elements[style_id]
            style_id = value(self._elements[style_id], "w:basedOn") or ""


def marks_of(properties: etree._Element | None) -> Marks:
    """Return what the run properties (``w:rPr``) say."""
    if properties is None or not len(properties):
        return Marks()
    underline = value(properties, "w:u")
    return Marks(
        bold=is_on(properties, "w:b"),
        italic=is_on(properties, "w:i"),
        hidden=is_on(properties, "w:vanish"),
        underline=None if underline is None else underline != "none",
        script=_SCRIPTS.get(value(properties, "w:vertAlign") or ""),
        font=_font(child(properties, "w:rFonts")),
    )


def indent_of(properties: etree._Element | None) -> Indent:
    """Return what the paragraph properties (``w:pPr``) say of the indent."""
    indent = child(properties, "w:ind")
    if indent is None:
        return Indent()
    left = number(indent.get(tag("w:left")) or indent.get(tag("w:start")))
    hanging = number(indent.get(tag("w:hanging")))
    return Indent(left, number(indent.get(tag("w:firstLine"))) if hanging is None else -hanging)


def outline_level(properties: etree._Element | None) -> int | None:
    """Return the outline level that paragraph properties give: 0 to 8, 9 for body text."""
    level = number(value(properties, "w:outlineLvl"))
    return level if level is not None and 0 <= level <= _BODY_TEXT else None


def heading_of_level(level: int) -> int | None:
    """Return the level of a heading, from 1, with an outline level; None for body text."""
    return level + 1 if level < _BODY_TEXT else None


def _heading(chain: list[etree._Element], names: list[str]) -> int | None:
    if names[0] in _TITLES:
        return 0
    levels = [outline_level(child(element, "w:pPr")) for element in chain] or [None]
    for name, level in zip(names, levels, strict=True):
        if level is not None:
            return heading_of_level(level)
        named = _HEADING.fullmatch(name)
        if named:
            return int(named[1])
    return None


def _parts(chain: list[etree._Element]) -> dict[str, Marks]:
    """Return the marks of the parts of a table, by their names."""
    parts: dict[str, Marks] = {}
    for element in chain:
        for part in element.iterchildren(tag("w:tblStylePr")):
            name = part.get(tag("w:type"), "")
            parts[name] = parts.get(name, Marks()).over(marks_of(child(part, "w:rPr")))
    return parts


def _font(fonts: etree._Element | None) -> str | None:
    if fonts is None:
        return None
    if fonts.get(tag("w:asciiTheme")) or fonts.get(tag("w:hAnsiTheme")):
        return ""
    return fonts.get(tag("w:ascii")) or fonts.get(tag("w:hAnsi"))


def _first(values: Iterator[str | None]) -> str | None:
    return next((each for each in values if each is not None), None)
