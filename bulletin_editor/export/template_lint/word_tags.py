"""The tags of one part of bulletin.docx: read paragraph by paragraph, so that each problem has a place.

docxtpl itself stops at the first error and names no paragraph. What is refused here on purpose is all
that a layout does not need: a template chooses and orders, it does not compute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from docx.oxml.ns import qn
from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from bulletin_editor.errors import TemplateError
from bulletin_editor.export.printout import Printout
from bulletin_editor.export.template_lint.expressions import (
    ExpressionReader,
    Loop,
    Made,
    element_type,
    parsed,
)
from bulletin_editor.export.word.filters import FILTERS

_TAG = re.compile(
    r"\{(?P<kind>[{%])-?(?:(?P<holder>p|r|tr|tc)(?=\s))?(?P<content>.*?)-?(?:\}\}|%\})|\{#.*?#\}", re.DOTALL
)
_FILTER_TAGS = {name: each.tag for name, each in FILTERS.items()}
_TAG_EDGE = re.compile(r"\{[{%#]|[}%#]\}")
_STRAIGHT_QUOTES = str.maketrans("“”‘’", "\"\"''")  # docxtpl straightens them too
_LONGEST_PLACE = 80


class Tag(NamedTuple):
    """A tag in its paragraph. `holder` is what it replaces: '', ``p``, ``r``, ``tr`` or ``tc``."""

    text: str
    kind: str
    holder: str
    content: str
    paragraph: etree._Element

    @property
    def room(self) -> etree._Element:
        """Return the element that both ends of a loop or condition must share."""
        held = [self.paragraph, *self.paragraph.iterancestors()]
        kind = qn(f"w:{self.holder}") if self.holder in ("p", "tr", "tc") else ""
        return next((above for element, above in pairwise(held) if element.tag == kind), self.paragraph)


def tag_problems(root: etree._Element, part: str) -> list[TemplateError]:
    """Return what is wrong with the tags below `root`; `part` begins the place of each problem."""
    checker = _TagChecker(part)
    for paragraph in root.iter(qn("w:p")):
        checker.read(paragraph)
    checker.close()
    return checker.problems


class _Opened(NamedTuple):
    word: str
    tag: Tag
    names: dict[str, Any]


class _TagChecker:
    """Goes through the tags in their order and remembers which loops and conditions are open."""

    def __init__(self, part: str) -> None:
        self.problems: list[TemplateError] = []
        self._part = part
        self._open: list[_Opened] = []

    def read(self, paragraph: etree._Element) -> None:
        """Check all tags of one paragraph."""
        text = _own_text(paragraph)
        if _TAG_EDGE.search(_TAG.sub("", text)):
            self._report("template.tag-edge", paragraph)
        for tag in _tags(paragraph, text):
            if tag.holder == "p" and text.strip() != tag.text:
                self._report("template.tag-alone", paragraph, tag=tag.text)
            if tag.kind == "{":
                self._check_output(tag)
            else:
                self._check_statement(tag)

    def close(self) -> None:
        """Report what is still open at the end of the part."""
        for opened in self._open:
            self._report("template.tag-open", opened.tag.paragraph, tag=opened.tag.text)

    def _check_output(self, tag: Tag) -> None:
        made = self._type_of(tag, tag.content)
        if made in (None, Any):
            return
        right = made.tag if isinstance(made, Made) else "" if made in (str, int, float) else None
        if right is None:
            self._report("template.tag-filterless", tag.paragraph, tag=tag.text)
        elif right != tag.holder:
            self._report("template.tag-kind", tag.paragraph, tag=tag.text, opening=f"{{{{{right}")

    def _check_statement(self, tag: Tag) -> None:
        word, _, rest = tag.content.strip().partition(" ")
        match word:
            case "for":
                self._open.append(_Opened("for", tag, self._loop_names(tag)))
            case "if":
                self._type_of(tag, rest)
                self._open.append(_Opened("if", tag, {}))
            case "elif" | "else":
                self._check_inside(tag, "if")
                if word == "elif":
                    self._type_of(tag, rest)
            case "endif" | "endfor":
                if self._check_inside(tag, word.removeprefix("end")):
                    self._open.pop()
            case _:
                self._report("template.tag-unknown", tag.paragraph, tag=tag.text)

    def _check_inside(self, tag: Tag, word: str) -> bool:
        """Report a tag that belongs to no opening tag, or to one elsewhere in the structure."""
        if not self._open or self._open[-1].word != word:
            self._report("template.tag-unopened", tag.paragraph, tag=tag.text)
            return False
        opening = self._open[-1].tag
        if opening.holder != tag.holder or opening.room is not tag.room:
            self._report("template.tag-apart", tag.paragraph, tag=tag.text, opening=opening.text)
        return True

    def _loop_names(self, tag: Tag) -> dict[str, Any]:
        """Return the names that a loop brings in, with their types."""
        loop = self._parsed(tag, f"{{% {tag.content} %}}{{% endfor %}}", nodes.For)
        if loop is None:
            return {}
        if not isinstance(loop.target, nodes.Name) or loop.test or loop.recursive:
            self._report("template.tag-unknown", tag.paragraph, tag=tag.text)
            return {}
        return {loop.target.name: element_type(self._read_expression(tag, loop.iter)), "loop": Loop}

    def _type_of(self, tag: Tag, source: str) -> Any:
        """Return the type of the expression `source`, or None if it is no expression."""
        output = self._parsed(tag, f"{{{{ {source} }}}}", nodes.Output)
        return None if output is None else self._read_expression(tag, output.nodes[0])

    def _parsed(self, tag: Tag, source: str, kind: type[nodes.Node]) -> Any:
        try:
            statements = parsed(source)
        except TemplateSyntaxError as error:
            self._report("template.tag-syntax", tag.paragraph, tag=tag.text, detail=error.message or "")
            return None
        if len(statements) != 1 or not isinstance(statements[0], kind):
            self._report("template.tag-unknown", tag.paragraph, tag=tag.text)
            return None
        return statements[0]

    def _read_expression(self, tag: Tag, expression: nodes.Node) -> Any:
        names: dict[str, Any] = {"bulletin": Printout}
        for opened in self._open:
            names |= opened.names
        reader = ExpressionReader(names, _FILTER_TAGS)
        made = reader.type_of(expression)
        for code, facts in reader.problems:
            self._report(code, tag.paragraph, tag=tag.text, **facts)
        return made

    def _report(self, code: str, paragraph: etree._Element, **facts: object) -> None:
        text = " ".join(_own_text(paragraph).split())
        shown = text if len(text) <= _LONGEST_PLACE else f"{text[:_LONGEST_PLACE]}…"
        self.problems.append(TemplateError(code, place=f"{self._part}: {shown}", **facts))


def _own_text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph without that of text boxes anchored in it."""
    return "".join(
        text.text or ""
        for text in paragraph.iter(qn("w:t"))
        if next(text.iterancestors(qn("w:p"))) is paragraph
    )


def _tags(paragraph: etree._Element, text: str) -> Iterator[Tag]:
    for match in _TAG.finditer(text):
        if match["kind"]:
            content = match["content"].translate(_STRAIGHT_QUOTES)
            yield Tag(match[0], match["kind"], match["holder"] or "", content, paragraph)
