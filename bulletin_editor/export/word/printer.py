"""The Word print of an issue: docxtpl fills the template, our filters write what goes into it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

import jinja2
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from bulletin_editor.errors import ExportError
from bulletin_editor.export.printout import ArticleExtent, Printout
from bulletin_editor.export.template import WORD, Template
from bulletin_editor.export.word.blocks import BlockWriter
from bulletin_editor.export.word.cover import CoverWriter
from bulletin_editor.export.word.filters import BoundFilters, Writers
from bulletin_editor.export.word.fonts import embed_fonts
from bulletin_editor.export.word.numbering import ListNumbers, style_number
from bulletin_editor.export.word.package import package_bytes
from bulletin_editor.export.word.paragraph import ParagraphWriter
from bulletin_editor.export.word.parts import PictureParts
from bulletin_editor.export.word.styles import STYLE_NAMES, style_ids
from bulletin_editor.model.picture_file import PictureFile

TEXT_FILTERS = ("upper", "lower", "capitalize", "trim", "length")
"""What a template may use of Jinja's own filters."""


def print_word(
    printout: Printout,
    template: Template,
    pictures: Mapping[str, PictureFile],
    extents: Mapping[str, ArticleExtent],
    day: date,
) -> bytes:
    """Return `printout` as a .docx file, dated `day`.

    `extents` are the pages of the PDF print of the same printout: the cover shows them until Word
    counts for itself.

    Raises:
        ExportError: a tag of the template fails.
    """
    document = DocxTemplate(io.BytesIO(template.file(WORD)))
    document.init_docx()
    filters = BoundFilters(_writers(document.docx, template, pictures, extents))
    try:
        document.render({"bulletin": printout}, environment(filters.by_name()))
    except (jinja2.TemplateError, etree.XMLSyntaxError) as error:
        raise _tag_error(error) from error
    except (TypeError, AttributeError, LookupError) as error:
        if filters.at_work:  # our own fault, and no tag's
            raise
        raise _tag_error(error) from error
    embed_fonts(document.docx, template.settings.fonts.family)
    _set_properties(document.docx, printout, day)
    return package_bytes(document.docx.part.package)


def _tag_error(error: Exception) -> ExportError:
    return ExportError("export.word-tag", place=WORD, detail=str(error))


def environment(filters: Mapping[str, Callable[..., str]]) -> SandboxedEnvironment:
    """Return the one Jinja environment for Word templates.

    Sandboxed, because a template comes from anywhere; autoescaping and strict, because docxtpl's own
    settings lose text with ``&`` and print nothing for a misspelt name.
    """
    made = SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    made.filters = {name: made.filters[name] for name in TEXT_FILTERS} | dict(filters)
    made.globals.clear()  # a template has no use for Jinja's own functions
    return made


def _writers(
    document: Document,
    template: Template,
    pictures: Mapping[str, PictureFile],
    extents: Mapping[str, ArticleExtent],
) -> Writers:
    """Return what the filters write a printout into `document` with."""
    paragraph = ParagraphWriter(style_ids(document.styles))
    numbers = ListNumbers(
        document.part.numbering_part.element,
        style_number(document.styles[STYLE_NAMES["bullet"]].element),
        style_number(document.styles[STYLE_NAMES["numbered"]].element),
    )
    parts = PictureParts(document.part, pictures, template)
    settings = template.settings
    return Writers(
        parts=parts,
        blocks=BlockWriter(settings, paragraph, numbers, parts, _link_ids(document), extents),
        cover=CoverWriter(settings, paragraph, parts, extents),
        styles=tuple(settings.styles),
    )


def _link_ids(document: Document) -> Callable[[str], str]:
    """Return a function that gives the relationship id of an address, the same one each time."""
    known: dict[str, str] = {}

    def link_id(link: str) -> str:
        if link not in known:
            known[link] = document.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return known[link]

    return link_id


def _set_properties(document: Document, printout: Printout, day: date) -> None:
    properties = document.core_properties
    properties.title = printout.title[:255]
    properties.author = printout.author[:255]
    properties.last_modified_by = printout.author[:255]
    properties.subject = printout.subject[:255]
    properties.keywords = ", ".join(printout.keywords)[:255]
    properties.language = printout.language
    properties.comments = ""  # those of the template are not of this issue
    properties.created = properties.modified = datetime.combine(day, time())
