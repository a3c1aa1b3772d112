"""The style sheets inside a document: Word, LibreOffice and Google say there what is bold and what is hidden.

Only simple rules count, for an element, a class, or both; that is how these programs write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

MAX_CHARACTERS = 2_000_000
"""Of style sheets; what comes after that is not minded."""

Attributes = Mapping[str, str]
Style = Mapping[str, str]

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:\.(?P<name>[\w-]+))?", re.ASCII)
_FONT = re.compile(r"\d\S*\s+(?P<family>[^/].*)")

_LONGEST_FONT = 200  # characters of what a font is asked for with

# What a text can be changed by; nothing else of a sheet is kept.
_MINDED = frozenset({
    "display", "font", "font-family", "font-style", "font-weight", "mso-element", "mso-hide", "mso-list",
    "text-align", "text-decoration", "text-decoration-line", "vertical-align", "visibility",
})  # fmt: skip


class Styles:
    """The rules of all sheets that were added, by element and class."""

    def __init__(self) -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        self._room = MAX_CHARACTERS

    def add(self, sheet: str) -> None:
        """Mind the rules of `sheet`; they outdo those before. What is meant for certain media is left."""
        sheet = _COMMENT.sub(" ", sheet[: self._room]).lower()
        self._room -= len(sheet)
        for selectors, body in _rules(sheet):
            declarations = {name: value for name, value in declared(body).items() if name in _MINDED}
            for selector in selectors.split(",") if declarations else ():
                match = _SELECTOR.fullmatch(selector.strip())
                if match and match[0]:
                    self._rules.setdefault((match["tag"] or "", match["name"] or ""), {}).update(declarations)

    def of(self, tag: str, attributes: Attributes) -> Style:
        """Return what holds for an element: its own style, else the closest rule."""
        own = declared(attributes["style"].lower()) if "style" in attributes else {}
        if not self._rules:
            return own
        names = attributes.get("class", "").lower().split()
        keys = [(tag, ""), *(("", name) for name in names), *((tag, name) for name in names)]
        found = [self._rules[key] for key in keys if key in self._rules]
        return {name: value for each in (*found, own) for name, value in each.items()} if found else own


def declared(text: str) -> dict[str, str]:
    """Return the declarations of `text`, which is in small letters."""
    parts = (part.partition(":") for part in text.split(";"))
    return {name.strip(): value.strip() for name, _, value in parts}


def font_of(style: Style) -> str:
    """Return the first of the fonts that `style` asks for, in small letters; empty where it asks for none."""
    short = _FONT.search(style.get("font", "")[:_LONGEST_FONT])
    families = style.get("font-family") or (short["family"] if short else "")
    return families.partition(",")[0].strip(" \"'")


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations, but of no block that begins with @ or stands in another."""
    depth, begin, head = 0, 0, ""
    for brace in re.finditer("[{}]", sheet):
        if brace[0] == "{":
            head = sheet[begin : brace.start()].rpartition(";")[2].strip() if depth == 0 else head
            depth += 1
            begin = brace.end() if depth == 1 else begin
        elif depth:
            depth -= 1
            if depth == 0:
                if not head.startswith("@"):
                    yield head, sheet[begin : brace.start()]
                begin = brace.end()
