"""What the elements around a text say of it: its look, and whether it is text at all."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_editor.importers.flow.lines import Group, Kind
from bulletin_editor.importers.flow.links import followed
from bulletin_editor.importers.html.styles import Attributes, Style, font_of
from bulletin_editor.model.rich_text import Run, Script

_HEADING = re.compile(r"h(?P<level>[1-6])")
_WORD_HEADING = re.compile(r"Mso(?:(?P<title>Title)|Subtitle|Heading(?P<level>\d))")
_CAPTION = re.compile(r"(?:\A|[\s_-]|Mso|CMS_)(?:caption|chu-?thich)(?:\Z|[\s_-])", re.IGNORECASE)
_LEAD = re.compile(r"(?:\A|[\s_-])sapo(?:\Z|[\s_-])", re.IGNORECASE)  # newspapers set it as a heading
_SHARING = frozenset({
    "a2a_kit", "addthis_toolbox", "btn-share", "fb-like", "fb-share-button", "share-button", "share-buttons",
    "sharethis", "social-share", "social-sharing", "zalo-share-button",
})  # fmt: skip
_HIDDEN_TAGS = frozenset({
    "annotation", "annotation-xml", "applet", "audio", "canvas", "datalist", "embed", "iframe", "img",
    "input", "meter", "noscript", "object", "option", "progress", "script", "select", "style", "svg",
    "template", "textarea", "title", "video", "xml",
})  # fmt: skip
_NOTED_TAGS = frozenset({"noscript", "textarea"})
_HIDING_STYLES = (
    ("display", "none"),
    ("visibility", "hidden"),
    ("mso-hide", "all"),
    ("mso-element", "comment-list"),
)
_BOLD, _ITALIC = {"b": True, "strong": True}, {"i": True, "em": True}
_LOOKS = frozenset({"a", "b", "em", "i", "strong", "sub", "sup", "u"})
_WEIGHTS = {"bold": True, "bolder": True, "normal": False, "lighter": False}
_SLANTS = {"italic": True, "oblique": True, "normal": False}
_SCRIPTS = {
    "sup": Script.SUPERSCRIPT,
    "sub": Script.SUBSCRIPT,
    "super": Script.SUPERSCRIPT,
    "baseline": Script.NORMAL,
}
_OWN_KINDS = {
    "bulletin-lead": Kind.LEAD,
    "bulletin-callout": Kind.CALLOUT,
    "bulletin-quote": Kind.QUOTE,
}
_OWN_PARTS = {
    "bulletin-speaker": (Kind.QUOTE, Kind.SPEAKER),
    "bulletin-credit": (Kind.PARAGRAPH, Kind.CREDIT),
}


class Context(NamedTuple):
    """All that holds for a text. `look` is a run of which only the format counts.

    `verbatim` says that white space counts, `padding` that it stands for a tab or the like; `marker`
    that the text is the bullet or number which Word writes before a point. `font` is the name of its font in
    small letters, where one is named; `level` that of a heading; `is_sheet` says that the text is a style
    sheet, `is_noted` that words are told of though they are hidden, `is_deleted` that they are a tracked
    deletion, `is_centred` that they stand in the middle.
    """

    look: Run = Run(text="")
    hidden: bool = False
    verbatim: bool = False
    padding: bool = False
    marker: bool = False
    kind: Kind = Kind.PARAGRAPH
    group: Group | None = None
    level: int | None = None
    font: str = ""
    is_sheet: bool = False
    is_noted: bool = False
    is_deleted: bool = False
    is_centred: bool = False


def inside(around: Context, tag: str, attributes: Attributes, style: Style) -> Context:
    """Return what holds inside an element with `tag`, `attributes` and `style` that stands in `around`."""
    class_name = attributes.get("class", "")
    context = around._replace(
        look=_look(around.look, tag, attributes, style),
        hidden=around.hidden or is_deletion(tag, attributes) or hides(tag, attributes, style),
        verbatim=_verbatim(around.verbatim, tag, style),
        padding=around.padding or _pads(class_name, style),
        marker=around.marker or style.get("mso-list") == "ignore",
        font=font_of(style) or _face(tag, attributes) or around.font,
        is_sheet=tag == "style",
        is_noted=_is_noted(around, tag),
        is_deleted=around.is_deleted or is_deletion(tag, attributes),
        is_centred=_is_centred(around, tag, attributes, style),
    )
    return _with_kind(context, tag, class_name)


def _with_kind(context: Context, tag: str, class_name: str) -> Context:
    heading = _HEADING.fullmatch(tag) or _WORD_HEADING.match(class_name)
    if heading and (tag == "h1" or not _LEAD.search(class_name)):
        return context._replace(kind=Kind.SUBHEADING, group=None, level=_level(heading))
    if class_name in _OWN_KINDS:
        return context._replace(kind=_OWN_KINDS[class_name], group=Group())
    if class_name in _OWN_PARTS and context.kind is _OWN_PARTS[class_name][0]:
        return context._replace(kind=_OWN_PARTS[class_name][1])
    if context.kind is Kind.PARAGRAPH and (tag == "figcaption" or _CAPTION.search(class_name)):
        return context._replace(kind=Kind.CAPTION)
    return context


def _level(heading: re.Match[str]) -> int:
    named = heading.groupdict()
    return 0 if named.get("title") else int(named["level"] or 1)


def _face(tag: str, attributes: Attributes) -> str:
    return attributes.get("face", "").partition(",")[0].strip().lower() if tag == "font" else ""


def is_deletion(tag: str, attributes: Attributes) -> bool:
    """Tell whether an element holds what Word or a web page marks as deleted."""
    return tag == "del" or attributes.get("class") == "msoDel"


def hides(tag: str, attributes: Attributes, style: Style) -> bool:
    """Tell whether what stands in an element is not shown, or is no text."""
    if tag in _HIDDEN_TAGS or "hidden" in attributes or attributes.get("class") == "MsoCommentReference":
        return True
    if "class" in attributes and not _SHARING.isdisjoint(attributes["class"].split()):
        return True
    if tag == "tr" and attributes.get("height") == "0":  # holds the columns of Word's tables apart
        return True
    return any(style.get(name) == value for name, value in _HIDING_STYLES)


def _is_noted(around: Context, tag: str) -> bool:
    if around.is_noted:
        return tag not in _HIDDEN_TAGS
    return tag in _NOTED_TAGS and not around.hidden


def _is_centred(around: Context, tag: str, attributes: Attributes, style: Style) -> bool:
    place = style.get("text-align") or attributes.get("align", "").lower()
    return place == "center" if place else around.is_centred or tag == "center"


def _verbatim(around: bool, tag: str, style: Style) -> bool:
    white_space = style.get("white-space")
    return white_space.startswith(("pre", "break-spaces")) if white_space else around or tag == "pre"


def _pads(class_name: str, style: Style) -> bool:
    return class_name == "Apple-converted-space" or "mso-tab-count" in style or "mso-spacerun" in style


def _look(around: Run, tag: str, attributes: Attributes, style: Style) -> Run:
    if not style and tag not in _LOOKS:
        return around
    link = followed(attributes.get("href", "")) if tag == "a" else around.link
    is_insertion = attributes.get("class") == "msoIns"  # Word underlines what is new
    formats = {
        "bold": _weight(style.get("font-weight", ""), _BOLD.get(tag, around.bold)),
        "italic": _SLANTS.get(style.get("font-style", ""), _ITALIC.get(tag, around.italic)),
        "underline": around.underline or (not is_insertion and _underlines(tag, style, link)),
        "script": _SCRIPTS.get(style.get("vertical-align", ""), _SCRIPTS.get(tag, around.script)),
        "link": link,
    }
    # Most styles change nothing of a look, and a new one is dear.
    is_new = any(getattr(around, name) != value for name, value in formats.items())
    return replace(around, **formats) if is_new else around


def _weight(weight: str, otherwise: bool) -> bool:
    return int(weight) >= 600 if weight.isdecimal() else _WEIGHTS.get(weight, otherwise)


def _underlines(tag: str, style: Style, link: str) -> bool:
    """Tell whether an element underlines; a link's own underline is how links look, and no format."""
    line = style.get("text-decoration-line", style.get("text-decoration", ""))
    return (tag == "u" and "none" not in line) or ("underline" in line and not link)
