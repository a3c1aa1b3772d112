"""styles.xml and numbering.xml of bulletin.docx, from the settings of the template."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from docx.oxml.ns import nsdecls

from bulletin_editor.export.template_settings import Measures, ParagraphStyle, TemplateSettings
from bulletin_editor.export.word.styles import HEADING_LEVELS, STYLE_NAMES, STYLE_PARENTS, font_family
from bulletin_editor.export.word.units import eighths, half_points, twips, twips_of_points

_KEEP_WITH_NEXT = {
    "section_tag", "section_tag_again", "headline", "rule", "subheading", "table_caption", "contents_title",
}  # fmt: skip
_PICTURE_STYLES = {"pictures", "rule", "cover_picture"}
_JUSTIFY = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_HAIRLINE = 0.5  # pt: a border as narrow as one that only pads may be
_SLOGAN_BORDER = 12  # pt: the widest border that Word has
_SLOGAN_SPACE = 31  # pt: as far as a border can stand from the text
_BULLETS = ("◆", "–", "•")
_FONT_OF_DIAMOND = "Segoe UI Symbol"


def style_id(key: str) -> str:
    """Return the id of the style `key` in a template made here: ``section_tag`` is SectionTag."""
    return "".join(word.capitalize() for word in key.split("_"))


def styles_xml(settings: TemplateSettings) -> bytes:
    """Return the whole of styles.xml."""
    body = settings.styles["body"]
    family, size = settings.fonts.family, half_points(body.size)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(family)}"
        f'<w:kern w:val="2"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{settings.language}" w:eastAsia="{settings.language}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    ours = "".join(_style(key, settings) for key in STYLE_NAMES)
    return _document("styles", defaults + _built_in() + ours)


def numbering_xml(settings: TemplateSettings) -> bytes:
    """Return numbering.xml: number 1 for bullets, number 2 for numbered lists."""
    bullets = "".join(_bullet_level(level, settings) for level in range(9))
    numbers = "".join(_number_level(level, settings) for level in range(9))
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels}</w:abstractNum>"
        for number, levels in ((1, bullets), (2, numbers))
    )
    instances = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return _document("numbering", definitions + instances)


def _document(root: str, content: str) -> bytes:
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{declaration}<w:{root} {nsdecls('w')}>{content}</w:{root}>".encode()


def _built_in() -> str:
    """Return the built-in styles that Word needs and that our headings stand on."""
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/>'
        f'<w:pPr><w:keepNext/><w:keepLines/><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in (1, 2, 3)
    )
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' + headings
    )


def _style(key: str, settings: TemplateSettings) -> str:
    style = settings.styles[STYLE_PARENTS.get(key, key)]
    parent = f"Heading{HEADING_LEVELS[key]}" if key in HEADING_LEVELS else "Normal"
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(key)}">'
        f"<w:name w:val={quoteattr(STYLE_NAMES[key])}/>"
        f'<w:basedOn w:val="{parent}"/><w:next w:val="Body"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(key, style, settings)}</w:pPr>"
        f"<w:rPr>{_run_properties(style, settings)}</w:rPr></w:style>"
    )


def _paragraph_properties(key: str, style: ParagraphStyle, settings: TemplateSettings) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if key in _KEEP_WITH_NEXT else ""
    number = {"bullet": 1, "numbered": 2}.get(key)
    numbering = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number else ""
    align = "left" if key == "rule" else style.align
    outline = f'<w:outlineLvl w:val="{HEADING_LEVELS[key] - 1}"/>' if key in HEADING_LEVELS else ""
    spaces = _spacing(key, style, settings.measures) + _indent(key, style, settings)
    return (
        keep + numbering + _ground(key, style, settings) + _tabs(key, settings)
        + spaces + f'<w:jc w:val="{_JUSTIFY[align]}"/>' + outline
    )  # fmt: skip


def _ground(key: str, style: ParagraphStyle, settings: TemplateSettings) -> str:
    """Return borders and shading: the borders, in the colour of the ground, are its padding."""
    colours = {name: value[1:] for name, value in settings.colours.items()}
    if key == "imprint":
        return f"<w:pBdr>{_border('top', 1, 6, colours['navy'])}</w:pBdr>"
    if key == "footer":
        return f"<w:pBdr>{_border('top', 0.5, 4, colours['line'])}</w:pBdr>"
    if not style.ground or key in ("table_header", "running_header"):
        return ""
    ground = colours[style.ground]
    borders = "".join(
        _border(side, width, space, colours["blue"] if (key, side) == ("callout", "left") else ground)
        for side, width, space in _padding(key, settings.measures)
    )
    return f'<w:pBdr>{borders}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'


def _padding(key: str, measures: Measures) -> tuple[tuple[str, float, float], ...]:
    """Return side, width and distance from the text, in pt, of the borders that pad the style `key`."""
    if key == "callout":
        upright, bar = measures.callout_y - _HAIRLINE, measures.callout_bar
        return (
            ("top", _HAIRLINE, upright),
            ("left", bar, measures.callout_left - bar),
            ("bottom", _HAIRLINE, upright),
            ("right", _HAIRLINE, measures.callout_right - _HAIRLINE),
        )
    if key == "slogan":
        side = (_SLOGAN_BORDER, _SLOGAN_SPACE)
        return (("top", _HAIRLINE, 12), ("left", *side), ("bottom", _HAIRLINE, 12), ("right", *side))
    if key == "badge":
        return (("top", 5, 0), ("bottom", 5, 0))
    across, upright = measures.tag_x, measures.tag_y
    return (("top", upright, 0), ("left", across, 0), ("bottom", upright, 0), ("right", across, 0))


def _border(side: str, width: float, space: float, colour: str) -> str:
    """Return a border `width` pt wide, `space` pt away from the text; Word takes whole points for that."""
    shape = f'w:sz="{eighths(width)}" w:space="{round(space)}"'
    return f'<w:{side} w:val="single" {shape} w:color="{colour}"/>'


def _tabs(key: str, settings: TemplateSettings) -> str:
    """Return the stop at the right margin, where the header and footer have their second half."""
    if key not in ("running_header", "footer"):
        return ""
    return f'<w:tabs><w:tab w:val="right" w:pos="{twips(settings.page.text_width)}"/></w:tabs>'


def _spacing(key: str, style: ParagraphStyle, measures: Measures) -> str:
    own = {"rule": (measures.rule_before, measures.rule_after), "cover_picture": (0, 0)}
    before, after = own.get(key, (style.before, style.after))
    spaces = f'w:before="{twips_of_points(before)}" w:after="{twips_of_points(after)}"'
    if key in _PICTURE_STYLES:  # an exact line would cut the picture off
        return f'<w:spacing {spaces} w:line="240" w:lineRule="auto"/>'
    return f'<w:spacing {spaces} w:line="{twips_of_points(style.line)}" w:lineRule="exact"/>'


def _indent(key: str, style: ParagraphStyle, settings: TemplateSettings) -> str:
    if key == "callout":  # bar and padding stand inside the margins
        measures = settings.measures
        left, right = twips_of_points(measures.callout_left), twips_of_points(measures.callout_right)
        return f'<w:ind w:left="{left}" w:right="{right}"/>'
    if key in ("slogan", "cover_picture"):  # to the edges of the page; the slogan's borders reach there
        border = twips_of_points(_SLOGAN_BORDER + _SLOGAN_SPACE) if key == "slogan" else 0
        side = twips(settings.page.side) - border
        return f'<w:ind w:left="-{side}" w:right="-{side}"/>'
    if key in ("bullet", "numbered"):
        return ""  # the list levels say it
    first = f' w:firstLine="{twips(style.first_line)}"' if style.first_line else ""
    return f'<w:ind w:left="{twips(style.indent)}" w:right="{twips(style.right)}"{first}/>'


def _run_properties(style: ParagraphStyle, settings: TemplateSettings) -> str:
    bold = "<w:b/><w:bCs/>" if style.weight == "bold" else ""
    italic = "<w:i/><w:iCs/>" if style.italic else ""
    tracking = f'<w:spacing w:val="{twips_of_points(style.tracking)}"/>' if style.tracking else ""
    return (
        f"{_fonts(font_family(settings.fonts.family, style.weight))}{bold}{italic}"
        f'<w:color w:val="{settings.colours[style.colour][1:]}"/>{tracking}'
        f'<w:sz w:val="{half_points(style.size)}"/><w:szCs w:val="{half_points(style.size)}"/>'
    )


def _fonts(family: str) -> str:
    name = quoteattr(family)
    return f"<w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>"


def _bullet_level(level: int, settings: TemplateSettings) -> str:
    mark = min(level, len(_BULLETS) - 1)
    size = 11 if mark == 0 else 21
    look = (
        f"<w:rPr>{_fonts(settings.fonts.family if mark else _FONT_OF_DIAMOND)}"
        f'<w:color w:val="{settings.colours["red"][1:]}"/><w:sz w:val="{size}"/></w:rPr>'
    )
    return _level(level, "bullet", _BULLETS[mark], settings) + look + "</w:lvl>"


def _number_level(level: int, settings: TemplateSettings) -> str:
    look = f'<w:rPr><w:b/><w:color w:val="{settings.colours["blue"][1:]}"/></w:rPr>'
    return _level(level, "decimal", f"%{level + 1}.", settings) + look + "</w:lvl>"


def _level(level: int, kind: str, text: str, settings: TemplateSettings) -> str:
    style = settings.styles["bullet"]
    left = twips(style.indent + level * style.step)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
        f'<w:ind w:left="{left}" w:hanging="{twips(settings.measures.mark_room)}"/></w:pPr>'
    )
