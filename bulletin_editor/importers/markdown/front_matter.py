"""The YAML lines at the top of the file: what the issue is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import yaml
from markdown_it.tree import SyntaxTreeNode

from bulletin_editor.errors import InputError
from bulletin_editor.importers.markdown.passage import Passage
from bulletin_editor.model.issue import IssueKey, Period, Status

_REQUIRED = ("number", "year", "from", "to")
_OPTIONAL = ("slogan", "cover_picture", "cover_alt", "cover_adjustments", "status")
_NUMBER = re.compile(r"[0-9]{1,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class FrontMatter:
    """What the front matter says, and where it names the cover picture."""

    key: IssueKey
    period: Period
    status: Status
    slogan: tuple[str, ...]
    cover_picture: str
    cover_alt: str
    cover_adjustments: Passage
    place: Passage


def split_front_matter(
    passage: Passage, nodes: list[SyntaxTreeNode]
) -> tuple[FrontMatter, list[SyntaxTreeNode]]:
    """Read the first of a document's `nodes`, and return the others with it.

    Raises:
        InputError: there is no front matter, it is no YAML, or a value in it is missing, unknown or wrong.
    """
    if nodes and nodes[0].type == "front_matter":
        return read_front_matter(passage.part(nodes[0].content, 1)), nodes[1:]
    opened = passage.text.startswith("---")
    raise passage.error("front-matter.not-closed" if opened else "front-matter.missing")


def read_front_matter(passage: Passage) -> FrontMatter:
    """Read the YAML between the lines of dashes.

    Raises:
        InputError: it is no YAML, or a value in it is missing, unknown or wrong.
    """
    entries = _Entries(passage)
    number, year = entries.number("number"), entries.number("year")
    with passage.refusing(entries.line("year" if number else "number")):
        key = IssueKey(year=year, number=number)
    for of_cover in ("cover_alt", "cover_adjustments"):
        if entries.text(of_cover) and not entries.text("cover_picture"):
            raise entries.error("front-matter.alt-alone", of_cover)
    return FrontMatter(
        key=key,
        period=_period(entries),
        status=_status(entries),
        slogan=entries.texts("slogan"),
        cover_picture=entries.text("cover_picture"),
        cover_alt=entries.text("cover_alt"),
        cover_adjustments=passage.part(entries.text("cover_adjustments"), entries.line("cover_adjustments")),
        place=passage.part("", entries.line("cover_picture")),
    )


def iso_day(text: str) -> date:
    """Read ``2026-05-31``, and none of the other forms of ISO 8601.

    Raises:
        ValueError: another form, or a day that is in no calendar.
    """
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _period(entries: _Entries) -> Period:
    start, end = entries.day("from"), entries.day("to")
    if end < start:
        raise entries.error("front-matter.period-reversed", "to", start=start, end=end)
    return Period(start=start, end=end)


def _status(entries: _Entries) -> Status:
    value = entries.text("status") or Status.DRAFT.value
    known = [status.value for status in Status]
    if value not in known:
        raise entries.error("front-matter.unknown-status", "status", value=value, known=", ".join(known))
    return Status(value)


class _Entries:
    """The entries of the front matter, each with its line.

    The YAML is taken as a tree of strings: nothing becomes a truth value, an octal number or an
    object on its own, and a name that comes twice is seen.
    """

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._lines: dict[str, int] = {}
        self._values: dict[str, yaml.Node] = {}
        for name, value in _compose(passage):
            self._add(name, value)
        for required in _REQUIRED:
            if required not in self._values:
                raise passage.error("front-matter.missing-key", key=required)

    def _add(self, name: yaml.Node, value: yaml.Node) -> None:
        key = str(name.value) if isinstance(name, yaml.ScalarNode) else "?"
        line = name.start_mark.line
        if key not in _REQUIRED + _OPTIONAL:
            known = ", ".join(_REQUIRED + _OPTIONAL)
            raise self._passage.error("front-matter.unknown-key", line, key=key, known=known)
        if key in self._values:
            raise self._passage.error("front-matter.repeated-key", line, key=key)
        self._lines[key] = line
        self._values[key] = value

    def line(self, key: str) -> int:
        """Return the index of the entry's line; 0 where there is no such entry."""
        return self._lines.get(key, 0)

    def error(self, code: str, key: str, **facts: object) -> InputError:
        return self._passage.error(code, self.line(key), key=key, **facts)

    def text(self, key: str) -> str:
        value = self._values.get(key)
        if value is None:
            return ""
        if not isinstance(value, yaml.ScalarNode):
            raise self.error("front-matter.not-a-text", key)
        return str(value.value)

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._values.get(key)
        if not isinstance(value, yaml.SequenceNode):
            return (self.text(key),)
        if not all(isinstance(line, yaml.ScalarNode) for line in value.value):
            raise self.error("front-matter.not-a-text", key)
        return tuple(str(line.value) for line in value.value)

    def number(self, key: str) -> int:
        text = self.text(key)
        if not _NUMBER.fullmatch(text):
            raise self.error("front-matter.not-a-number", key, value=text)
        return int(text)

    def day(self, key: str) -> date:
        text = self.text(key)
        try:
            return iso_day(text)
        except ValueError as error:
            raise self.error("front-matter.not-a-day", key, value=text) from error


def _compose(passage: Passage) -> list[tuple[yaml.Node, yaml.Node]]:
    try:
        root = yaml.compose(passage.text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise passage.error("front-matter.broken", line, detail=error.problem or "") from error
    except (yaml.YAMLError, RecursionError) as error:  # the second: thousands of nested brackets
        raise passage.error("front-matter.broken", detail=type(error).__name__) from error
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise passage.error("front-matter.broken", detail="key: value")
    return list(root.value)
