"""The numbers and bullets that Word puts before paragraphs (ECMA-376, part 1, chapter 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from bulletin_editor.importers.word.markup import child, is_on, number, tag, value
from bulletin_editor.importers.word.number_formats import written
from bulletin_editor.importers.word.styles import Indent, Styles, indent_of
from bulletin_editor.model.blocks import MAX_LIST_START

LEVELS = 9

BULLET = "•"
"""What stands for a bullet where it must be text."""

_WORD = re.compile(r"[^\W\d_]{2}")
_PLACE = re.compile(r"%([1-9])")
_LONGEST_BULLET = 2


@dataclass(frozen=True)
class Mark:
    """What stands before a paragraph. `text` is how Word writes it; it `has_words` where it says "Điều 1."

    `number` counts a point of our lists, and is None where those could not write it so: for letters,
    ``1.1.`` or ``Điều 1.``; `is_bullet` says that it is none. `numbering` names what `level` is one of, and
    `series` the points that are counted in one go. `indent` is what the numbering says of the paragraph, and
    the mark `begins` so many twips from the margin.
    """

    text: str
    level: int
    numbering: str
    series: str
    number: int | None = None
    is_bullet: bool = False
    has_words: bool = False
    indent: Indent = Indent()
    begins: int = 0


@dataclass(frozen=True)
class _Level:
    format: str
    text: str
    start: int
    restarts: bool  # behind each point of the level above
    legal: bool  # all its numbers in digits, with the zeros of those that have them
    style: str | None
    indent: Indent


@dataclass
class _Definition:
    """An abstract numbering: its levels, and how far each has counted."""

    id: str
    levels: dict[int, _Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    series: list[int] = field(default_factory=lambda: [0] * LEVELS)


@dataclass
class _Instance:
    definition: _Definition
    levels: dict[int, _Level]  # those it replaces
    starts: dict[int, int]  # counts to begin with, at its first point of a level


class Numbering:
    """The numberings of a file. They count as they are asked, so each paragraph may ask once."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        for each in root if root is not None else ():
            if each.tag == tag("w:abstractNum"):
                self._abstract[each.get(tag("w:abstractNumId"), "")] = each
            elif each.tag == tag("w:num"):
                self._nums[each.get(tag("w:numId"), "")] = each
        self._definitions: dict[str, _Definition] = {}
        self._instances: dict[str, _Instance | None] = {}

    def next_mark(self, num_id: str, level: int | None, style_id: str) -> Mark | None:
        """Count one point on, and return what stands before it; None where there is no such numbering.

        Where `level` (from 0) is not given, the paragraph's style tells it.
        """
        if num_id not in self._instances:
            self._instances[num_id] = self._instance(num_id)
        instance = self._instances[num_id]
        if instance is None:
            return None
        if level is None:
            linked = (at for at, each in instance.definition.levels.items() if each.style == style_id)
            level = next(linked, 0)
        level = min(max(level, 0), LEVELS - 1)
        levels = {**instance.definition.levels, **instance.levels}
        if level not in levels:
            return None
        _count(instance, levels, level)
        return _mark(instance.definition, levels, level)

    def _instance(self, num_id: str) -> _Instance | None:
        num = self._nums.get(num_id)
        abstract_id = self._real_abstract(value(num, "w:abstractNumId"))
        if num is None or abstract_id is None:
            return None
        if abstract_id not in self._definitions:
            levels = _levels(self._abstract[abstract_id])
            self._definitions[abstract_id] = _Definition(abstract_id, levels)
        instance = _Instance(self._definitions[abstract_id], {}, {})
        for override in num.iter(tag("w:lvlOverride")):
            level = number(override.get(tag("w:ilvl")))
            start = number(value(override, "w:startOverride"))
            if level is not None and start is not None:
                instance.starts[level] = start
            instance.levels |= _levels(override)
        return instance

    def _real_abstract(self, abstract_id: str | None) -> str | None:
        """Follow a numbering that only names a style of lists; None where that leads nowhere."""
        for _ in self._abstract:
            element = self._abstract.get(abstract_id or "")
            if element is None:
                return None
            linked = value(element, "w:numStyleLink")
            if not linked:
                return abstract_id
            num = self._nums.get(self._styles.named(linked).numbering or "")
            abstract_id = value(num, "w:abstractNumId")
        return None


def _levels(parent: etree._Element) -> dict[int, _Level]:
    found = {number(each.get(tag("w:ilvl"))): _level(each) for each in parent.findall(tag("w:lvl"))}
    return {at: level for at, level in found.items() if at is not None and 0 <= at < LEVELS}


def _level(element: etree._Element) -> _Level:
    start = number(value(element, "w:start"))
    return _Level(
        format=value(element, "w:numFmt") or "decimal",
        text=value(element, "w:lvlText") or "",
        start=1 if start is None else start,
        restarts=value(element, "w:lvlRestart") != "0",
        legal=bool(is_on(element, "w:isLgl")),
        style=value(element, "w:pStyle"),
        indent=indent_of(child(element, "w:pPr")),
    )


def _count(instance: _Instance, levels: dict[int, _Level], level: int) -> None:
    counts, series = instance.definition.counts, instance.definition.series
    before = counts[level]
    if level in instance.starts:
        counts[level] = instance.starts.pop(level)
    elif before is None:
        counts[level] = levels[level].start
    else:
        counts[level] = before + 1
    if before is None or counts[level] != before + 1:
        series[level] += 1
    for above in range(level):
        if counts[above] is None:
            start = levels[above].start if above in levels else 1
            counts[above] = instance.starts.pop(above, start)
    for below in range(level + 1, LEVELS):
        if below not in levels or levels[below].restarts:
            counts[below] = None


def _mark(definition: _Definition, levels: dict[int, _Level], at: int) -> Mark | None:
    level, count = levels[at], definition.counts[at] or 0
    series = f"{definition.id}.{at}.{definition.series[at]}"
    if level.format == "bullet" and len(level.text.strip()) <= _LONGEST_BULLET:
        return Mark(BULLET, at, definition.id, f"{definition.id}.{at}", is_bullet=True, indent=level.indent)
    counts = {index: definition.counts[index] or 0 for index in range(LEVELS)}
    formats = {index: each.format for index, each in levels.items()}
    if level.legal:
        formats = {index: form if form == "decimalZero" else "decimal" for index, form in formats.items()}
    text = _PLACE.sub(
        lambda match: written(counts[int(match[1]) - 1], formats.get(int(match[1]) - 1, "decimal")),
        level.text,
    ).strip()
    if not text:
        return None
    simple = re.fullmatch(rf"\(?%{at + 1}[.):/]?\)?", level.text.strip())
    counted = simple and formats[at] == "decimal" and 0 <= count <= MAX_LIST_START
    return Mark(
        text,
        at,
        definition.id,
        series,
        number=count if counted else None,
        has_words=bool(_WORD.search(level.text)),
        indent=level.indent,
    )
