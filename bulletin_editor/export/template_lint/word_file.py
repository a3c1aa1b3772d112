"""What bulletin.docx must hold besides its tags: our styles, numbers for the lists, a table of fonts."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from lxml import etree

from bulletin_editor.errors import TemplateError
from bulletin_editor.export.template import WORD
from bulletin_editor.export.template_lint.word_tags import tag_problems
from bulletin_editor.export.template_settings import Page
from bulletin_editor.export.word.styles import STYLE_NAMES

_PARTS_WITH_TAGS = (
    CONTENT_TYPE.WML_DOCUMENT_MAIN,
    CONTENT_TYPE.WML_HEADER,
    CONTENT_TYPE.WML_FOOTER,
    CONTENT_TYPE.WML_FOOTNOTES,
)
_PROPERTIES_WITH_TAGS = ("author", "comments", "identifier", "language", "subject", "title")
_NEEDED_PARTS = (("numbering", RELATIONSHIP_TYPE.NUMBERING), ("fontTable", RELATIONSHIP_TYPE.FONT_TABLE))


def word_problems(path: Path) -> list[TemplateError]:
    """Return what is wrong with the Word file at `path`, without printing it."""
    try:
        document = docx.Document(str(path))
        parts = list(_parts_with_tags(document))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        return [TemplateError("template.not-docx", place=WORD, detail=str(error))]
    problems = [*_missing_parts(document), *_missing_styles(document), *_filled_properties(document)]
    for name, root in parts:
        problems += tag_problems(root, WORD if name == "document.xml" else f"{WORD}/{name}")
    return problems


def page_problems(path: Path, page: Page) -> list[TemplateError]:
    """Return where the sections of the Word file at `path` are not as large as `page` says."""
    wanted = f"{page.width:g} × {page.height:g} mm"
    found = [
        f"{section.page_width.mm:.0f} × {section.page_height.mm:.0f} mm"
        for section in docx.Document(str(path)).sections
        if section.page_width
        and section.page_height
        and max(abs(section.page_width.mm - page.width), abs(section.page_height.mm - page.height)) > 0.5
    ]
    return [TemplateError("template.page", place=WORD, found=each, wanted=wanted) for each in found[:1]]


def _parts_with_tags(document: Document) -> Iterator[tuple[str, etree._Element]]:
    """Yield file name and content of each part in which tags are filled."""
    for part in document.part.package.iter_parts():
        if part.content_type in _PARTS_WITH_TAGS:
            yield part.partname.filename, parse_xml(part.blob)


def _missing_parts(document: Document) -> Iterator[TemplateError]:
    kinds = {relation.reltype for relation in document.part.rels.values()}
    for name, kind in _NEEDED_PARTS:
        if kind not in kinds:
            yield TemplateError("template.missing-part", place=WORD, part=f"word/{name}.xml")


def _filled_properties(document: Document) -> Iterator[TemplateError]:
    """Yield the properties of the file that hold tags: docxtpl fills them, the print then replaces them."""
    for name in _PROPERTIES_WITH_TAGS:
        value = getattr(document.core_properties, name)
        if "{{" in value or "{%" in value:
            yield TemplateError("template.tag-property", place=f"{WORD}: {value}", property=name)


def _missing_styles(document: Document) -> Iterator[TemplateError]:
    styles = {style.name: style for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    numbers = _list_numbers(document)
    for key, name in STYLE_NAMES.items():
        if name not in styles:
            yield TemplateError("template.missing-style", place=WORD, style=name)
        elif key in ("bullet", "numbered"):
            carried = styles[name].element.xpath("./w:pPr/w:numPr/w:numId/@w:val")
            if len(carried) != 1 or carried[0] not in numbers:
                yield TemplateError("template.list-style", place=WORD, style=name)


def _list_numbers(document: Document) -> set[str]:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return set(parse_xml(relation.target_part.blob).xpath("./w:num[w:abstractNumId]/@w:numId"))
    return set()
