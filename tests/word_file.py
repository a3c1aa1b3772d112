"""Reads the body of a .docx in document order: its words, pictures and headings (ECMA-376, part 1)."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

_BLIP_EMBED = qn("r:embed")
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BODY_LEVEL = 9
_CHARACTERS = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}


@dataclass
class WordContent:
    """What is to be read in a Word file. Headings are pairs of level (from 1) and text."""

    text: str = ""
    pictures: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)


def read_docx(path: Path) -> WordContent:
    """Read the body of the Word file at `path`; headers, footers and decorative pictures are left out."""
    document = docx.Document(str(path))
    reader = _BodyReader(document)
    reader.visit(document.element.body)
    reader.content.text = "".join(reader.pieces)
    return reader.content


class _BodyReader:
    """Walks the body and gathers text, pictures and headings in its order."""

    def __init__(self, document: Document) -> None:
        self.content = WordContent()
        self.pieces: list[str] = []
        self._parts = document.part.related_parts
        self._styles = {style.get(qn("w:styleId")): style for style in document.styles.element.style_lst}
        default = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
        self._default_style = default.style_id if default else None

    def visit(self, element: etree._Element) -> None:
        """Read `element` and all below it."""
        if element.tag in (_FALLBACK, qn("w:del"), qn("w:pPr"), qn("w:rPr"), qn("w:sectPr")):
            return
        if element.tag == qn("w:drawing"):
            self._read_drawing(element)
        elif element.tag == qn("w:t"):
            self.pieces.append(self._as_printed(element))
        elif element.tag in _CHARACTERS:
            self.pieces.append(_CHARACTERS[element.tag])
        elif element.tag == qn("w:p"):
            self._read_paragraph(element)
        else:
            for child in element:
                self.visit(child)

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        self.pieces.append("\n")
        start = len(self.pieces)
        for child in paragraph:
            self.visit(child)
        level = int(self._setting(paragraph, "w:pPr", "w:outlineLvl") or _BODY_LEVEL)
        if level < _BODY_LEVEL:
            self.content.headings.append((level + 1, "".join(self.pieces[start:])))
        self.pieces.append("\n")

    def _read_drawing(self, drawing: etree._Element) -> None:
        if any(mark.get("val") in ("1", "true") for mark in drawing.iter(_DECORATIVE)):
            return
        for blip in drawing.iter(qn("a:blip")):
            self.content.pictures.append(_picture_name(self._parts[blip.get(_BLIP_EMBED)].blob))
        for text in drawing.iter(qn("w:txbxContent")):
            self.visit(text)

    def _as_printed(self, text: etree._Element) -> str:
        """Return the characters of a run's text, in capitals where its format says so."""
        run = next(text.iterancestors(qn("w:r")))
        paragraph = next(text.iterancestors(qn("w:p")))
        caps = self._setting(run, "w:rPr", "w:caps") or self._setting(paragraph, "w:pPr", "w:caps")
        return (text.text or "").upper() if caps in ("1", "true", "on") else text.text or ""

    def _setting(self, element: etree._Element, properties: str, name: str) -> str | None:
        """Look a setting up: on the paragraph or run itself, then along its chain of styles."""
        own = element.find(qn(properties))
        found = _value(own, name)
        link = own.find(qn("w:pStyle" if properties == "w:pPr" else "w:rStyle")) if own is not None else None
        style_id = link.get(qn("w:val")) if link is not None else None
        if properties == "w:pPr":
            style_id = style_id or self._default_style
        while found is None and style_id in self._styles:
            style = self._styles[style_id]
            found = _value(style.find(qn("w:pPr")), name) or _value(style.find(qn("w:rPr")), name)
            base = style.find(qn("w:basedOn"))
            style_id = base.get(qn("w:val")) if base is not None else None
        return found


def _value(properties: etree._Element | None, name: str) -> str | None:
    """Return the value of a property; one that is only named is switched on."""
    found = properties.find(qn(name)) if properties is not None else None
    return None if found is None else found.get(qn("w:val"), "1")


def _picture_name(data: bytes) -> str:
    """Name a picture by its content: the JPEG file itself, or the decoded pixels."""
    if data.startswith(b"\xff\xd8"):
        return hashlib.sha256(data).hexdigest()
    with Image.open(io.BytesIO(data)) as image:
        pixels = image.convert("RGB")
    return hashlib.sha256(repr(pixels.size).encode() + pixels.tobytes()).hexdigest()
