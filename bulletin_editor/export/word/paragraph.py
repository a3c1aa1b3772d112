"""A paragraph in one of the template's styles."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr


def paragraph(style_id: str, content: str, properties: str = "") -> str:
    """Return a paragraph with `content` (runs); `properties` follow the style in the schema's order."""
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style_id)}/>{properties}</w:pPr>{content}</w:p>"
