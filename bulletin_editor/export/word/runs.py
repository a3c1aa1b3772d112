"""Spans of the printout as Word runs (ECMA-376 part 1, 17.3.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby

from bulletin_editor.export.printout import Line, Span
from bulletin_editor.export.word.escaping import xml_attribute, xml_text
from bulletin_editor.text.linebreaks import ZERO_WIDTH_SPACE

_NO_BREAK_SPACE = "\u00a0"
_PIECES = re.compile("(\n|-)")

LinkId = Callable[[str], str]
"""Gives the id of the relationship that leads to an address."""


def runs(line: Line, link_id: LinkId, link_colour: str, bold_family: str = "") -> str:
    """Return `line` as runs; neighbouring spans of one link become one hyperlink.

    `link_colour` is like ``#1565C0``; `bold_family` is the font family for bold words in a style that is
    bold already.
    """
    return "".join(
        _hyperlink(link, spans, link_id, link_colour, bold_family) if link else _plain(spans, bold_family)
        for link, spans in groupby(line, key=lambda span: span.link)
    )


def field_links(line: Line) -> str:
    """Return `line` with its links as fields, which need no relationship: for headers and footers."""
    return "".join(
        f"<w:fldSimple w:instr={xml_attribute(_hyperlink_code(link))}>{_plain(spans)}</w:fldSimple>"
        if link
        else _plain(spans)
        for link, spans in groupby(line, key=lambda span: span.link)
    )


def text_runs(line: Line) -> str:
    """Return `line` without links."""
    return _plain(line)


def anchor_link(anchor: str, line: Line) -> str:
    """Return `line` as a link to the bookmark `anchor` of the same document."""
    return f'<w:hyperlink w:anchor={xml_attribute(anchor)} w:history="1">{_plain(line)}</w:hyperlink>'


def page_field(anchor: str, page: int) -> str:
    """Return the number of the page with the bookmark `anchor`: a field that shows `page` until updated."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {xml_text(anchor)} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{page}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _hyperlink_code(link: str) -> str:
    return ' HYPERLINK "{}" '.format(link.replace("\\", "%5C").replace('"', "%22"))


def _hyperlink(link: str, spans: Iterable[Span], link_id: LinkId, link_colour: str, bold_family: str) -> str:
    content = _plain(spans, bold_family, f'<w:color w:val="{link_colour[1:]}"/>')
    return f'<w:hyperlink r:id="{link_id(link)}" w:history="1">{content}</w:hyperlink>'


def _plain(spans: Iterable[Span], bold_family: str = "", extra: str = "") -> str:
    return "".join(_run(span, bold_family, extra) for span in spans)


def _run(span: Span, bold_family: str, extra: str) -> str:
    properties = _properties(span, bold_family, extra)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{_text(span)}</w:r>"


def _properties(span: Span, bold_family: str, extra: str) -> str:
    """Return the run's properties in the order that the schema asks for."""
    parts = []
    if span.bold and bold_family:
        family = xml_attribute(bold_family)
        parts.append(f"<w:rFonts w:ascii={family} w:hAnsi={family} w:cs={family}/>")
    elif span.bold:
        parts.append("<w:b/>")
    if span.italic:
        parts.append("<w:i/>")
    parts.append(extra)
    if span.underline:
        parts.append('<w:u w:val="single"/>')
    if span.script != "normal":
        parts.append(f'<w:vertAlign w:val="{span.script}"/>')
    return "".join(parts)


def _text(span: Span) -> str:
    """Return the text with Word's own marks for line breaks and for what must stay on one line."""
    text = span.text.replace(ZERO_WIDTH_SPACE, "")  # Word breaks long words by itself
    if span.keep:
        text = text.replace(" ", _NO_BREAK_SPACE)
    return "".join(_piece(piece, span.keep) for piece in _PIECES.split(text) if piece)


def _piece(piece: str, keep: bool) -> str:
    if piece == "\n":
        return "<w:br/>"
    if piece == "-" and keep:
        return "<w:noBreakHyphen/>"
    return f'<w:t xml:space="preserve">{xml_text(piece)}</w:t>'
