"""Fonts inside the Word file, obfuscated as ECMA-376 part 4 (font embedding, 17.8.1 of part 1) asks."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from bulletin_editor.export.fonts import family_folder
from bulletin_editor.export.word.escaping import xml_attribute

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_OBFUSCATED_BYTES = 32
_SPACE = uuid.UUID("6f0f1f7a-53d4-4d19-9d0e-0b8f6f6a2a11")  # of this program: makes keys the same every time


class EmbeddedFont(NamedTuple):
    """One face of a font family, as Word tells them apart."""

    family: str
    face: str
    file: str


EMBEDDED_FONTS = (
    EmbeddedFont("Be Vietnam Pro", "Regular", "BeVietnamPro-Regular.ttf"),
    EmbeddedFont("Be Vietnam Pro", "Bold", "BeVietnamPro-Bold.ttf"),
    EmbeddedFont("Be Vietnam Pro", "Italic", "BeVietnamPro-Italic.ttf"),
    EmbeddedFont("Be Vietnam Pro", "BoldItalic", "BeVietnamPro-BoldItalic.ttf"),
    EmbeddedFont("Be Vietnam Pro Medium", "Regular", "BeVietnamPro-Medium.ttf"),
    EmbeddedFont("Be Vietnam Pro SemiBold", "Regular", "BeVietnamPro-SemiBold.ttf"),
    EmbeddedFont("Be Vietnam Pro SemiBold", "Italic", "BeVietnamPro-SemiBoldItalic.ttf"),
    EmbeddedFont("Be Vietnam Pro ExtraBold", "Regular", "BeVietnamPro-ExtraBold.ttf"),
    EmbeddedFont("Be Vietnam Pro Black", "Regular", "BeVietnamPro-Black.ttf"),
)


def embed_fonts(document: Document) -> None:
    """Put the fonts of the layout into `document`, so that it looks the same where they are missing."""
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    entries: dict[str, list[str]] = {}
    for number, font in enumerate(EMBEDDED_FONTS, 1):
        key = uuid.uuid5(_SPACE, font.file)
        data = obfuscated((family_folder() / font.file).read_bytes(), key)
        part = Part(PackURI(f"/word/fonts/font{number}.odttf"), _CONTENT_TYPE, data, document.part.package)
        relation = table.relate_to(part, RELATIONSHIP_TYPE.FONT)
        entries.setdefault(font.family, []).append(
            f'<w:embed{font.face} r:id="{relation}" w:fontKey="{{{str(key).upper()}}}"/>'
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


def embedded_files() -> Iterable[Path]:
    """Return the font files that go into a Word file."""
    return (family_folder() / font.file for font in EMBEDDED_FONTS)
