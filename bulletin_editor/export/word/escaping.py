"""Text as XML that docxtpl hands on unchanged."""

from __future__ import annotations

# After filling the tags, docxtpl turns ``{_{`` into ``{{`` (and so on) all over the document: its way
# of writing braces in a template. Text that was typed so must keep its low line.
_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "_": "&#95;"})
_VALUE = _CONTENT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def xml_text(text: str) -> str:
    """Return `text` as the content of an element."""
    return text.translate(_CONTENT)


def xml_attribute(text: str) -> str:
    """Return `text` as the value of an attribute, with its quotes."""
    return f'"{text.translate(_VALUE)}"'
