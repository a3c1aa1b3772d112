"""The fonts inside the Word file: all that the layout uses, and each byte for byte the one we ship."""

from __future__ import annotations

import uuid

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from bulletin_editor.export.fonts import family_folder
from printed_issue import Prints

FACES = {
    ("Be Vietnam Pro", "Regular"): "Regular",
    ("Be Vietnam Pro", "Bold"): "Bold",
    ("Be Vietnam Pro", "Italic"): "Italic",
    ("Be Vietnam Pro", "BoldItalic"): "BoldItalic",
    ("Be Vietnam Pro Medium", "Regular"): "Medium",
    ("Be Vietnam Pro SemiBold", "Regular"): "SemiBold",
    ("Be Vietnam Pro SemiBold", "Italic"): "SemiBoldItalic",
    ("Be Vietnam Pro ExtraBold", "Regular"): "ExtraBold",
    ("Be Vietnam Pro Black", "Regular"): "Black",
}
HEAD = 32


@pytest.fixture(scope="module")
def word(full: Prints) -> Document:
    return docx.Document(str(full.docx))


def embedded(word: Document) -> dict[tuple[str, str], bytes]:
    """Family and face of each font in the file, with its bytes made readable again.

    As ECMA-376 says (part 1, 17.8.1): the first 32 bytes are XORed, twice 16 of them, with the digits
    of the GUID read from its end.
    """
    table = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = {}
    for font in parse_xml(table.blob).iter(qn("w:font")):
        for mark in font.xpath("./*[starts-with(local-name(), 'embed')]"):
            data = table.related_parts[mark.get(qn("r:id"))].blob
            digits = mark.get(qn("w:fontKey")).strip("{}").replace("-", "")
            key = [int(digits[at : at + 2], 16) for at in range(30, -1, -2)]
            head = bytes(byte ^ key[at % 16] for at, byte in enumerate(data[:HEAD]))
            face = mark.tag.rpartition("embed")[2]
            fonts[font.get(qn("w:name")), face] = head + data[HEAD:]
    return fonts


def test_each_font_is_the_shipped_file(word: Document) -> None:
    fonts = embedded(word)
    assert fonts.keys() == FACES.keys()
    for key, name in FACES.items():
        assert fonts[key] == (family_folder() / f"BeVietnamPro-{name}.ttf").read_bytes(), key


def test_the_files_in_it_are_obfuscated(word: Document) -> None:
    table = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    for part in table.related_parts.values():
        assert part.content_type == "application/vnd.openxmlformats-officedocument.obfuscatedFont"
        assert not part.blob.startswith((b"\0\1\0\0", b"OTTO", b"true"))


def test_every_key_is_a_guid_of_its_own(word: Document) -> None:
    table = parse_xml(word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE).blob)
    keys = [mark.get(qn("w:fontKey")) for mark in table.iter() if mark.get(qn("w:fontKey"))]
    assert len({uuid.UUID(key) for key in keys}) == len(keys) == len(FACES)


def test_every_family_in_use_is_inside(word: Document) -> None:
    families = {family for family, _ in FACES}
    asked = set(word.styles.element.xpath(".//w:rFonts/@w:ascii")) | set(
        word.element.body.xpath(".//w:rFonts/@w:ascii")
    )
    assert asked <= families
    assert word.settings.element.xpath("./w:embedTrueTypeFonts")
