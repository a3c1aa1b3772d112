"""What the elements around a text say of it: its look, and whether it is text at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_editor.errors import InvalidValue
from bulletin_editor.importers.flow.lines import Group, Kind
from bulletin_editor.model.rich_text import Run, Script, checked_link

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WORD_HEADING = re.compile(r"Mso(?:Title|Subtitle|Heading\d)")
_HIDDEN_TAGS = frozenset({
    "applet", "audio", "button", "canvas", "datalist", "embed", "iframe", "img", "math", "meter",
    "noscript", "object", "option", "progress", "script", "select", "style", "svg", "template",
    "textarea", "title", "video", "xml",
})  # fmt: skip
_HIDING_STYLES = (
    ("display", "none"),
    ("visibility", "hidden"),
    ("mso-hide", "all"),
    ("mso-element", "comment-list"),
)
_BOLD, _ITALIC = {"b": True, "strong": True}, {"i": True, "em": True}
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
_OWN_SPEAKER = "bulletin-speaker"

Attributes = Mapping[str, str]


class Context(NamedTuple):
    """All that holds for a text. `look` is a run of which only the format counts.

    `verbatim` says that white space counts, `padding` that it stands for a tab or the like; `marker`
    that the text is the bullet or number which Word writes before a point.
    """

    look: Run = Run(text="")
    hidden: bool = False
    verbatim: bool = False
    padding: bool = False
    marker: bool = False
    kind: Kind = Kind.PARAGRAPH
    group: Group | None = None


def inside(around: Context, tag: str, attributes: Attributes) -> Context:
    """Return what holds inside an element with `tag` and `attributes` that stands in `around`."""
    style = _style(attributes.get("style", ""))
    class_name = attributes.get("class", "")
    context = around._replace(
        look=_look(around.look, tag, attributes, style),
        hidden=around.hidden or _hides(tag, attributes, style),
        verbatim=_verbatim(around.verbatim, tag, style),
        padding=around.padding or _pads(class_name, style),
        marker=around.marker or style.get("mso-list") == "ignore",
    )
    return _with_kind(context, tag, class_name)


def _with_kind(context: Context, tag: str, class_name: str) -> Context:
    if tag in _HEADINGS or _WORD_HEADING.match(class_name):
        return context._replace(kind=Kind.SUBHEADING, group=None)
    if class_name in _OWN_KINDS:
        return context._replace(kind=_OWN_KINDS[class_name], group=Group())
    if class_name == _OWN_SPEAKER and context.kind is Kind.QUOTE:
        return context._replace(kind=Kind.SPEAKER)
    return context


def _style(text: str) -> dict[str, str]:
    declarations = (part.partition(":") for part in text.lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in declarations}


def _hides(tag: str, attributes: Attributes, style: Mapping[str, str]) -> bool:
    if tag in _HIDDEN_TAGS or "hidden" in attributes or attributes.get("class") == "MsoCommentReference":
        return True
    if tag == "tr" and attributes.get("height") == "0":  # holds the columns of Word's tables apart
        return True
    return any(style.get(name) == value for name, value in _HIDING_STYLES)


def _verbatim(around: bool, tag: str, style: Mapping[str, str]) -> bool:
    white_space = style.get("white-space")
    return white_space.startswith(("pre", "break-spaces")) if white_space else around or tag == "pre"


def _pads(class_name: str, style: Mapping[str, str]) -> bool:
    return class_name == "Apple-converted-space" or "mso-tab-count" in style or "mso-spacerun" in style


def _look(around: Run, tag: str, attributes: Attributes, style: Mapping[str, str]) -> Run:
    link = _link(attributes.get("href", "")) if tag == "a" else around.link
    look = replace(
        around,
        bold=_weight(style.get("font-weight", ""), _BOLD.get(tag, around.bold)),
        italic=_SLANTS.get(style.get("font-style", ""), _ITALIC.get(tag, around.italic)),
        underline=around.underline or _underlines(tag, style, link),
        script=_SCRIPTS.get(style.get("vertical-align", ""), _SCRIPTS.get(tag, around.script)),
    )
    return look if look.link == link else replace(look, link=link)


def _weight(weight: str, otherwise: bool) -> bool:
    return int(weight) >= 600 if weight.isdecimal() else _WEIGHTS.get(weight, otherwise)


def _underlines(tag: str, style: Mapping[str, str], link: str) -> bool:
    """Tell whether an element underlines; a link's own underline is how links look, and no format."""
    line = style.get("text-decoration-line", style.get("text-decoration", ""))
    return (tag == "u" and "none" not in line) or ("underline" in line and not link)


def _link(address: str) -> str:
    try:
        return checked_link(address)
    except InvalidValue:
        return ""  # an address that no reader of a bulletin can be sent to: the text stays
