"""Paragraphs in the template's styles."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin_editor.export.word.escaping import xml_attribute
from bulletin_editor.export.word.units import twips_of_points


class ParagraphWriter:
    """Writes paragraphs of one document. `style_ids` are the ids of its styles, by our keys."""

    def __init__(self, style_ids: Mapping[str, str]) -> None:
        self._style_ids = style_ids

    def __call__(self, style: str, content: str, properties: str = "") -> str:
        """Return a paragraph with `content` (runs); `properties` follow the style in the schema's order."""
        style_id = xml_attribute(self._style_ids[style])
        return f"<w:p><w:pPr><w:pStyle w:val={style_id}/>{properties}</w:pPr>{content}</w:p>"


def space_before(points: float) -> str:
    """Return the property by which a paragraph stands `points` below what is above it."""
    return f'<w:spacing w:before="{twips_of_points(points)}"/>'
