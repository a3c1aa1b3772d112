"""The Word print of an issue: docxtpl fills the template, our filters write what goes into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

import jinja2
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from bulletin_editor.errors import ExportError
from bulletin_editor.export.printout import ArticleExtent, Printout
from bulletin_editor.export.template import WORD, Template
from bulletin_editor.export.word import runs
from bulletin_editor.export.word.blocks import BlockWriter
from bulletin_editor.export.word.cover import CoverWriter
from bulletin_editor.export.word.escaping import xml_text
from bulletin_editor.export.word.fonts import embed_fonts
from bulletin_editor.export.word.numbering import ListNumbers, style_number
from bulletin_editor.export.word.package import package_bytes
from bulletin_editor.export.word.parts import PictureParts
from bulletin_editor.export.word.styles import STYLE_NAMES, style_ids
from bulletin_editor.model.picture_file import PictureFile

_GAP = '<w:r><w:t xml:space="preserve">      </w:t></w:r>'  # between two links of a foot

TEXT_FILTERS = ("upper", "lower", "capitalize", "trim", "length")
"""What a template may use of Jinja's own filters."""

FILTER_TAGS: Mapping[str, str] = {
    "plain": "", "text": "r", "words": "r", "picture": "r", "cover_picture": "r", "slogan": "r",
    "footer_links": "r", "cover_links": "r", "opening": "p", "body": "p", "contents": "p",
}  # fmt: skip
"""Our filters, and the tag for what they make: ``{{ }}`` for text, ``{{r }}`` runs, ``{{p }}`` paragraphs."""

Filters = Mapping[str, Callable[..., str]]


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
    document = DocxTemplate(template.folder / WORD)
    document.init_docx()
    try:
        document.render({"bulletin": printout}, environment(_filters(document, template, pictures, extents)))
    except (jinja2.TemplateError, TypeError, AttributeError, LookupError, etree.XMLSyntaxError) as error:
        raise ExportError("export.word-tag", place=WORD, detail=str(error)) from error
    embed_fonts(document.docx)
    _set_properties(document.docx, printout, day)
    return package_bytes(document.docx.part.package)


def environment(filters: Filters) -> SandboxedEnvironment:
    """Return the one Jinja environment for Word templates.

    Sandboxed, because a template comes from anywhere; autoescaping and strict, because docxtpl's own
    settings lose text with ``&`` and print nothing for a misspelt name.
    """
    made = SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    made.filters = {name: made.filters[name] for name in TEXT_FILTERS} | dict(filters)
    made.globals.clear()  # a template has no use for Jinja's own functions
    return made


def _filters(
    document: DocxTemplate,
    template: Template,
    pictures: Mapping[str, PictureFile],
    extents: Mapping[str, ArticleExtent],
) -> Filters:
    """Return what the tags of bulletin.docx may call: each makes Word XML of a part of the printout."""
    docx: Document = document.docx
    styles = style_ids(docx.styles)
    numbers = ListNumbers(
        docx.part.numbering_part.element,
        style_number(docx.styles[STYLE_NAMES["bullet"]].element),
        style_number(docx.styles[STYLE_NAMES["numbered"]].element),
    )
    parts = PictureParts(docx.part, pictures, template.folder)
    writer = BlockWriter(template.settings, styles, numbers, parts, _link_ids(docx), extents)
    cover = CoverWriter(template.settings, styles, parts, extents)
    return {
        "plain": _marked(lambda line: xml_text("".join(span.text for span in line))),
        "text": _marked(runs.text_runs),
        "words": _marked(writer.runs),
        "opening": _marked(writer.opening),
        "body": _marked(writer.body),
        "picture": _marked(parts.inline),
        "cover_picture": _marked(cover.picture),
        "slogan": _marked(cover.slogan),
        "contents": _marked(cover.contents),
        "footer_links": _marked(lambda lines: _GAP.join(map(runs.text_runs, lines))),
        "cover_links": _marked(lambda lines: _GAP.join(map(runs.field_links, lines))),
    }


def _marked(write: Callable[..., str]) -> Callable[..., Markup]:
    """Return `write` with its result marked as XML, which autoescaping leaves alone."""
    return lambda *parts: Markup(write(*parts))


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
