"""A paragraph in one of the template's styles."""

from __future__ import annotations

from bulletin_editor.export.word.escaping import xml_attribute


def paragraph(style_id: str, content: str, properties: str = "") -> str:
    """Return a paragraph with `content` (runs); `properties` follow the style in the schema's order."""
    return f"<w:p><w:pPr><w:pStyle w:val={xml_attribute(style_id)}/>{properties}</w:pPr>{content}</w:p>"
