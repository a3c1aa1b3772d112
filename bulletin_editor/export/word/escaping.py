"""Text as XML that docxtpl hands on unchanged."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

# After filling the tags, docxtpl turns ``{_{`` into ``{{`` (and so on) all over the document: its way
# of writing braces in a template. Text that was typed so must keep its low line.
_KEPT = {"_": "&#95;"}


def xml_text(text: str) -> str:
    """Return `text` as the content of an element."""
    return escape(text, _KEPT)


def xml_attribute(text: str) -> str:
    """Return `text` as the value of an attribute, with its quotes."""
    return quoteattr(text, _KEPT)
