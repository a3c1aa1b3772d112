"""Fonts inside the Word file, obfuscated as ECMA-376 part 4 (font embedding, 17.8.1 of part 1) asks."""

from __future__ import annotations

import uuid
from typing import NamedTuple

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from bulletin_editor.export.fonts import face_file
from bulletin_editor.export.word.escaping import xml_attribute
from bulletin_editor.export.word.styles import font_family

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_OBFUSCATED_BYTES = 32
_SPACE = uuid.UUID("6f0f1f7a-53d4-4d19-9d0e-0b8f6f6a2a11")  # of this program: makes keys the same every time


class EmbeddedFace(NamedTuple):
    """One face of the layout's family: the weight and the style by which Word knows it, and its own name."""

    weight: str
    style: str
    name: str


EMBEDDED_FACES = (
    EmbeddedFace("regular", "Regular", "Regular"),
    EmbeddedFace("regular", "Bold", "Bold"),
    EmbeddedFace("regular", "Italic", "Italic"),
    EmbeddedFace("regular", "BoldItalic", "BoldItalic"),
    EmbeddedFace("medium", "Regular", "Medium"),
    EmbeddedFace("semibold", "Regular", "SemiBold"),
    EmbeddedFace("semibold", "Italic", "SemiBoldItalic"),
    EmbeddedFace("extrabold", "Regular", "ExtraBold"),
    EmbeddedFace("black", "Regular", "Black"),
)


def embed_fonts(document: Document, family: str) -> None:
    """Put `family`, one that we ship, into `document`, so that it looks the same where it is missing."""
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    entries: dict[str, list[str]] = {}
    for number, face in enumerate(EMBEDDED_FACES, 1):
        file = face_file(family, face.name)
        key = uuid.uuid5(_SPACE, file.name)
        data = obfuscated(file.read_bytes(), key)
        part = Part(PackURI(f"/word/fonts/font{number}.odttf"), _CONTENT_TYPE, data, document.part.package)
        relation = table.relate_to(part, RELATIONSHIP_TYPE.FONT)
        entries.setdefault(font_family(family, face.weight), []).append(
            f'<w:embed{face.style} r:id="{relation}" w:fontKey="{{{str(key).upper()}}}"/>'
        )
    table._blob = _font_table(entries)  # python-docx keeps this part as plain bytes


def obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    """Return `font` with its first 32 bytes XORed with `key`, read from its last byte to its first."""
    mask = key.bytes[::-1] * 2
    head = bytes(byte ^ mask[index] for index, byte in enumerate(font[:_OBFUSCATED_BYTES]))
    return head + font[_OBFUSCATED_BYTES:]


def _font_table(entries: dict[str, list[str]]) -> bytes:
    fonts = "".join(
        f'<w:font w:name={xml_attribute(family)}><w:charset w:val="00"/><w:family w:val="swiss"/>'
        f'<w:pitch w:val="variable"/>{"".join(faces)}</w:font>'
        for family, faces in entries.items()
    )
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{declaration}<w:fonts {nsdecls('w', 'r')}>{fonts}</w:fonts>".encode()
