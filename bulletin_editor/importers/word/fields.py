"""Fields: what is shown of them, and where they lead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from bulletin_editor.importers.word.left_out import LeftOut
from bulletin_editor.importers.word.markup import VAL, number, tag, value

_LINK = re.compile(r"""\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))""", re.IGNORECASE)
_SILENT = re.compile(r"\s*(?:SET|ASK)\s", re.IGNORECASE)  # they keep their result for other fields
_CHARACTER, _KIND = tag("w:fldChar"), tag("w:fldCharType")
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)


@dataclass
class Field:
    """A field that is open: its instruction, and whether what comes now is what it shows."""

    instruction: list[str] = field(default_factory=list)
    shows: bool = False
    link: str = ""
    entry: str = ""  # what is chosen, where it is a list of a form

    def show(self) -> None:
        """End the instruction."""
        instruction = "".join(self.instruction)
        self.shows = not _SILENT.match(instruction)
        self.link = link_in(instruction)

    @property
    def text_without_result(self) -> str:
        """What a field shows that has no result: the entry of a list, or the words of a button."""
        if self.shows:
            return ""
        button = _BUTTON.match("".join(self.instruction))
        return button[1].strip() if button else self.entry


def link_in(instruction: str) -> str:
    """Return the address that a field with this instruction leads to; empty for all but links."""
    found = _LINK.match(instruction)
    return (found[1] or found[2] or "") if found else ""


def chosen_entry(beginning: etree._Element) -> str:
    """Return the entry that is chosen in the list of a form; empty where the field is none."""
    choices = next(beginning.iter(tag("w:ddList")), None)
    if choices is None:
        return ""
    entries = [each.get(VAL, "") for each in choices.iter(tag("w:listEntry"))]
    chosen = number(value(choices, "w:result")) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def unended(root: etree._Element) -> set[etree._Element]:
    """Return the beginnings of fields that never end: they begin nothing.

    An end that is left out ends nothing. So a field that begins is always closed again, and what it hides
    ends with it.
    """
    if next(root.iter(_CHARACTER), None) is None:
        return set()
    left_out = LeftOut()
    beginnings: list[etree._Element] = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if left_out.code(element) is not None:
            walk.skip_subtree()
        elif element.tag == _CHARACTER:
            kind = element.get(_KIND)
            if kind == "begin":
                beginnings.append(element)
            elif kind == "end" and beginnings:
                beginnings.pop()
    return set(beginnings)
