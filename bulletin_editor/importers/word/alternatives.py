"""Content that is there several times over, for programs that know more or less (``mc:AlternateContent``)."""

from __future__ import annotations

from lxml import etree

from bulletin_editor.importers.word.markup import tag

_KNOWN = (
    "http://schemas.microsoft.com/office/word/",
    "http://schemas.microsoft.com/office/drawing/2010/",
    "http://schemas.openxmlformats.org/",
    "urn:schemas-microsoft-com:",
)
_UNKNOWN = ("wordprocessingInk",)
_CONTENT = tuple(tag(name) for name in ("w:t", "a:blip", "v:imagedata", "v:textpath"))


def left_out_branches(alternatives: etree._Element) -> list[etree._Element]:
    """Return all branches but the one to read: the first that we know and that has content."""
    branches = [each for each in alternatives if each.tag in (tag("mc:Choice"), tag("mc:Fallback"))]
    known = [each for each in branches if each.tag == tag("mc:Fallback") or _is_known(each)] or branches
    chosen = next((each for each in known if _has_content(each)), known[0] if known else None)
    return [each for each in branches if each is not chosen]


def _is_known(choice: etree._Element) -> bool:
    names = [choice.nsmap.get(prefix) or "" for prefix in choice.get("Requires", "").split()]
    return all(name.startswith(_KNOWN) and not name.endswith(_UNKNOWN) for name in names)


def _has_content(branch: etree._Element) -> bool:
    return next(branch.iter(*_CONTENT), None) is not None
