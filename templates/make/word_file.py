"""bulletin.docx: the pages of the layout with the tags that docxtpl fills."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from docx.document import Document as DocumentType
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from assets import filled
from bulletin_editor.export.lengths import POINTS_PER_MM
from bulletin_editor.export.printout import PrintedPicture
from bulletin_editor.export.template_settings import TemplateSettings
from bulletin_editor.export.word.cells import cell_margins
from bulletin_editor.export.word.drawings import anchored_picture
from bulletin_editor.export.word.paragraph import ParagraphWriter
from bulletin_editor.export.word.styles import STYLE_NAMES
from bulletin_editor.export.word.units import eighths, half_points, twips, twips_of_points
from word_styles import numbering_xml, style_id, styles_xml

_ZIP_TIME = (2026, 1, 1, 0, 0, 0)  # so that the same settings give the same file
_LINE_OF_FOOTER = 4.2  # mm: height of the one line in the cover's foot
_BADGE = 40  # mm: room for the issue badge
_BEFORE_IMPRINT = 12  # pt
_PAGE_NUMBER = 9  # pt


def make_word_file(settings: TemplateSettings) -> bytes:
    """Return bulletin.docx for `settings`."""
    document = Document()
    package_part = document.part
    package_part.part_related_by(RELATIONSHIP_TYPE.STYLES)._element = parse_xml(styles_xml(settings))
    package_part.numbering_part._element = parse_xml(numbering_xml(settings))
    _set_up(document, settings.language)
    _drop_leftovers(document)
    body = document.element.body
    for child in list(body):
        body.remove(child)
    _append(body, cover_xml(settings))
    _append(body, section_xml(settings, cover=True, inside_paragraph=True))
    _append(body, articles_xml())
    _append(body, section_xml(settings, cover=False, inside_paragraph=False))
    _running_parts(document, settings)
    return _packed(document)


paragraph = ParagraphWriter({key: style_id(key) for key in STYLE_NAMES})


def tag(text: str) -> str:
    """Return a run that holds one tag."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def cover_xml(settings: TemplateSettings) -> str:
    """Return the cover: the band, then everything in the flow of the text."""
    above_title = (settings.page.top - settings.cover.band - settings.cover.band_rule) * POINTS_PER_MM
    before = twips_of_points(above_title + settings.styles["title"].before)
    parts = [
        _band(settings),
        paragraph("title", tag("{{r bulletin.cover.title|text }}"), f'<w:spacing w:before="{before}"/>'),
        _loop("line in bulletin.cover.subtitle", paragraph("subtitle", tag("{{r line|text }}"))),
        paragraph("period", tag("{{r bulletin.cover.period|text }}")),
        _when(
            "bulletin.cover.picture", paragraph("cover_picture", tag("{{r bulletin.cover|cover_picture }}"))
        ),
        _when("bulletin.cover.slogan", paragraph("slogan", tag("{{r bulletin.cover.slogan|slogan }}"))),
        paragraph("body", tag("{{p bulletin.cover|contents }}")),
    ]
    return "".join(parts)


def articles_xml() -> str:
    """Return the loop over the articles, and the imprint."""
    article = (
        paragraph("body", tag("{{p article|opening }}"))
        + paragraph("body", tag("{{p article|body }}"))
        + _when("article.byline", paragraph("byline", tag("{{r article.byline|words('byline') }}")))
        + _when("article.source", paragraph("source", tag("{{r article.source|words('source') }}")))
    )
    first = paragraph(
        "imprint",
        "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ bulletin.imprint[0]|plain }}</w:t></w:r>",
        f'<w:spacing w:before="{twips_of_points(_BEFORE_IMPRINT)}"/>',
    )
    rest = _loop("line in bulletin.imprint[1:]", paragraph("imprint", tag("{{r line|text }}")))
    return _loop("article in bulletin.articles", article) + _when("bulletin.imprint", first + rest)


def section_xml(settings: TemplateSettings, *, cover: bool, inside_paragraph: bool) -> str:
    """Return the page setup of the cover or of the articles; python-docx adds the references later."""
    page = settings.page
    top = 0 if cover else page.top
    footer = _foot_distance(settings)
    section = (
        '<w:sectPr><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar w:top="{twips(top)}" w:right="{twips(page.side)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.side)}" w:header="0" w:footer="{twips(footer)}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if cover else ''}</w:sectPr>"
    )
    if not inside_paragraph:
        return section
    return paragraph("rule", "", section)


def _foot_distance(settings: TemplateSettings) -> float:
    """Return the footers' distance in mm from the page's edge: it centres the line in the cover's foot."""
    return (settings.cover.foot_band - _LINE_OF_FOOTER) / 2


def _loop(what: str, content: str) -> str:
    return (
        f"{paragraph('body', tag(f'{{%p for {what} %}}'))}{content}{paragraph('body', tag('{%p endfor %}'))}"
    )


def _when(what: str, content: str) -> str:
    return f"{paragraph('body', tag(f'{{%p if {what} %}}'))}{content}{paragraph('body', tag('{%p endif %}'))}"


def _band(settings: TemplateSettings) -> str:
    """Return the navy band as a table of one row: emblem, names, issue badge."""
    page, cover = settings.page, settings.cover
    emblem, badge = page.side + cover.emblem + 5, page.side + _BADGE
    names = page.width - emblem - badge
    flush = '<w:spacing w:before="0" w:after="0"/>'
    cells = (
        (emblem, f'<w:tcMar><w:left w:w="{twips(page.side)}" w:type="dxa"/></w:tcMar>',
         paragraph("rule", tag("{{r bulletin.cover.emblem|picture }}"), flush)),
        (names, "", paragraph("parent_agency", tag("{{r bulletin.cover.parent_agency|text }}"))
         + paragraph("agency", tag("{{r bulletin.cover.agency|text }}"))),
        (badge, f'<w:tcMar><w:right w:w="{twips(page.side)}" w:type="dxa"/></w:tcMar>',
         paragraph("badge", tag("{{r bulletin.cover.badge|text }}"))),
    )  # fmt: skip
    navy, gold = settings.colours["navy"][1:], settings.colours["gold"][1:]
    rule = eighths(cover.band_rule * POINTS_PER_MM)
    # Borders in the colour of the ground: without them a light line may show where two cells meet.
    seam = f'w:val="single" w:sz="4" w:space="0" w:color="{navy}"'
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/><w:tcBorders>'
        f'<w:left {seam}/><w:bottom w:val="single" w:sz="{rule}" w:space="0" w:color="{gold}"/>'
        f"<w:right {seam}/></w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{navy}"/>'
        f'{margin}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        for width, margin, content in cells
    )
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width, _, _ in cells)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(page.width)}" w:type="dxa"/>'
        f'<w:tblInd w:w="-{twips(page.side)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{cell_margins(0, 0)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/>"
        f'<w:trHeight w:val="{twips(cover.band)}" w:hRule="atLeast"/></w:trPr>{row}</w:tr></w:tbl>'
    )


def _running_parts(document: DocumentType, settings: TemplateSettings) -> None:
    """Write the running header and footer, and the foot of the cover."""
    first, numbers = document.sections[0], itertools.count(1)
    _fill(first.header, settings, _running_header, numbers)
    _fill(first.footer, settings, _running_footer, numbers)
    _fill(first.first_page_footer, settings, _cover_foot, numbers)


def _fill(part_owner, settings: TemplateSettings, content, numbers: Iterator[int]) -> None:  # type: ignore[no-untyped-def]
    part_owner.is_linked_to_previous = False
    element = part_owner._element
    for child in list(element):
        element.remove(child)
    _append(element, content(settings, _BandPainter(part_owner.part, settings, numbers)))


class _BandPainter:
    """Puts bands of one colour behind the text of a header or footer.

    `numbers` are those of the drawings: each is used once in the document.
    """

    def __init__(self, part: Part, settings: TemplateSettings, numbers: Iterator[int]) -> None:
        self._part = part
        self._settings = settings
        self._numbers = numbers
        self._folder = TemporaryDirectory()

    def band(self, colour: str, height: float, top: float) -> str:
        """Return a run with a band as wide as the page, `height` mm high, `top` mm from the page's edge."""
        data = filled(self._settings.colours[colour], Path(self._folder.name))
        relation, _ = self._part.get_or_add_image(io.BytesIO(data))
        width = self._settings.page.width
        picture = PrintedPicture(sha256="", file="", alt="", width=width, height=height)
        return anchored_picture(picture, relation, next(self._numbers), x=0, y=top)


def _running_header(settings: TemplateSettings, painter: _BandPainter) -> str:
    """Return the header's one line on its band; the space after it holds the text down to the top margin."""
    page, style = settings.page, settings.styles["running_header"]
    height = style.line / POINTS_PER_MM
    before = (page.header_band - height) / 2
    after = page.top - before - height
    gold = settings.colours["gold"][1:]
    bands = painter.band("navy", page.header_band, 0) + painter.band(
        "gold", page.header_rule, page.header_band
    )
    family = settings.fonts.family
    issue = (
        f'<w:r><w:rPr><w:rFonts w:ascii="{family}" w:hAnsi="{family}"/><w:b/><w:color w:val="{gold}"/>'
        '</w:rPr><w:tab/><w:t xml:space="preserve">{{ bulletin.running_line|plain }}</w:t></w:r>'
    )
    return paragraph(
        "running_header",
        bands + tag("{{r bulletin.running_title|text }}") + issue,
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"/>',
    )


def _running_footer(settings: TemplateSettings, _painter: _BandPainter) -> str:
    colour, size = settings.colours["navy"][1:], half_points(_PAGE_NUMBER)
    number = f'<w:r><w:rPr><w:b/><w:color w:val="{colour}"/><w:sz w:val="{size}"/></w:rPr>'
    field = "".join(
        f"{number}{part}</w:r>"
        for part in (
            "<w:tab/>",
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    after = settings.page.footer_from_edge - _foot_distance(settings)
    content = tag("{{r bulletin.links|footer_links }}") + field
    return paragraph("footer", content, f'<w:spacing w:after="{twips(after)}"/>')


def _cover_foot(settings: TemplateSettings, painter: _BandPainter) -> str:
    """Return the links on the cover's navy foot."""
    cover, page = settings.cover, settings.page
    band = painter.band("navy", cover.foot_band, page.height - cover.foot_band)
    return paragraph("cover_foot", band + tag("{{r bulletin.links|cover_links }}"))


def _set_up(document: DocumentType, language: str) -> None:
    """Put into settings.xml what the layout relies on: today's Word rules, no hyphenation, fonts inside."""
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    _append(
        settings,
        '<w:zoom w:percent="100"/><w:embedTrueTypeFonts/><w:defaultTabStop w:val="397"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/>',
    )


def _drop_leftovers(document: DocumentType) -> None:
    """Drop what python-docx's own template brings and no bulletin needs: a thumbnail, themes of Word 2010."""
    for relations in (document.part.rels, document.part.package.rels):
        unwanted = ("stylesWithEffects.xml", "thumbnail.jpeg", "item1.xml")
        for key in [key for key, relation in relations.items() if relation.target_ref.endswith(unwanted)]:
            del relations[key]


def _append(parent, content: str) -> None:  # type: ignore[no-untyped-def]
    """Append the elements written in `content` to `parent`."""
    wrapped = parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{content}</w:body>")
    for child in list(wrapped):
        parent.append(child)


def _packed(document: DocumentType) -> bytes:
    """Return the file with fixed times and order inside."""
    stream = io.BytesIO()
    document.save(stream)
    packed = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            target.writestr(zipfile.ZipInfo(name, _ZIP_TIME), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
