"""Blocks as other programs understand them on the clipboard: clean HTML, and plain text.

What HTML has no element for (lead, callout, quotation) is marked with a class, by which our own reader
knows it again; to others it is paragraphs.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import assert_never

from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    Callout,
    Lead,
    ListBlock,
    NumberedList,
    Paragraph,
    Picture,
    PictureRow,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.derived import caption_line
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.rich_text import RichText, Run, Script, rich

# White space that HTML would swallow, unless told to keep it.
_SWALLOWED = re.compile("\\A[ \n\u00a0]|[ \n\u00a0]\\Z|[ \n\u00a0]{2}")
_KEPT = ' style="white-space: pre-wrap"'
_BULLET = "- "
_ROW_WIDTH = 640
"""Pixels that a row of pictures is wide in a letter."""

Pictures = Callable[[Picture], PictureFile | None]
"""Gives the file that shows a picture as it was adjusted; without one, its words stand in its place."""


def html_of(blocks: Iterable[Block], pictures: Pictures = lambda _picture: None) -> str:
    """Return `blocks` as an HTML document that brings its pictures along.

    LibreOffice, Thunderbird and browsers take pictures that are written into the HTML itself.
    """
    body = "\n".join(_block(block, pictures) for block in blocks)
    return f'<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>\n'


def text_of(blocks: Iterable[Block]) -> str:
    """Return `blocks` as plain text: a paragraph per line, cells of a row with tabs between them."""
    return "\n".join(line for block in blocks for line in _lines(block))


# ---- HTML ------------------------------------------------------------------------------------------


def _block(block: Block, pictures: Pictures) -> str:
    match block:
        case Paragraph():
            return _element("p", block.text)
        case Subheading():
            return _element("h3", block.text)
        case Lead():
            return _group("div", "bulletin-lead", _paragraphs(block.paragraphs))
        case Callout():
            return _group("div", "bulletin-callout", _paragraphs(block.paragraphs))
        case PullQuote():
            return _group("blockquote", "bulletin-quote", _paragraphs(block.paragraphs) + _speaker(block))
        case BulletList() | NumberedList():
            return _list(block)
        case PictureRow():
            return _row_of_pictures(block, pictures)
        case Table():
            return _table(block)
    assert_never(block)


def _group(tag: str, class_name: str, content: str) -> str:
    return f'<{tag} class="{class_name}">{content}</{tag}>'


def _paragraphs(texts: Iterable[RichText]) -> str:
    return "".join(_element("p", text) for text in texts)


def _speaker(quote: PullQuote) -> str:
    return _element("p", rich(quote.speaker), ' class="bulletin-speaker"') if quote.speaker else ""


def _row_of_pictures(row: PictureRow, pictures: Pictures) -> str:
    shown = [(picture, pictures(picture)) for picture in row.pictures]
    images = "".join(_image(picture, file, len(shown)) for picture, file in shown if file)
    instead = [rich(picture.alt) for picture, file in shown if not file and picture.alt]
    words = (("bulletin-caption", row.caption), ("bulletin-credit", row.credit))
    parts = [f"<p>{images}</p>"] if images else []
    parts += _paragraphs(instead)
    parts += [_element("p", rich(text), f' class="{name}"') for name, text in words if text]
    return "".join(parts)


def _image(picture: Picture, file: PictureFile, beside: int) -> str:
    room = _ROW_WIDTH // beside
    width = f' width="{room}"' if file.width > room else ""
    data = b64encode(file.data).decode("ascii")
    return f'<img src="data:{file.media_type};base64,{data}" alt="{escape(picture.alt)}"{width}>'


def _list(block: ListBlock) -> str:
    items = "".join(_item(item.text, "".join(map(_list, item.sublists))) for item in block.items)
    if isinstance(block, BulletList):
        return f"<ul>{items}</ul>"
    start = f' start="{block.start}"' if block.start != 1 else ""
    return f"<ol{start}>{items}</ol>"


def _item(text: RichText, below: str) -> str:
    # The space that is kept is the item's own: the lists under it say so for themselves.
    return f"<li>{_element('span', text) if _keep(text) else _inline(text)}{below}</li>"


def _table(table: Table) -> str:
    caption = _element("caption", rich(table.caption)) if table.caption else ""
    head = "".join(_element("th", text) for text in table.header)
    rows = "".join(f"<tr>{''.join(_element('td', text) for text in row)}</tr>" for row in table.rows)
    content = f"{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return f'<table class="bulletin-table" border="1">{content}</table>'


def _element(tag: str, text: RichText, attributes: str = "") -> str:
    return f"<{tag}{attributes}{_keep(text)}>{_inline(text)}</{tag}>"


def _keep(text: RichText) -> str:
    return _KEPT if _SWALLOWED.search(text.plain) else ""


def _inline(text: RichText) -> str:
    return "".join(_linked(link, "".join(map(_run, runs))) for link, runs in groupby(text.runs, _link))


def _link(run: Run) -> str:
    return run.link


def _linked(link: str, content: str) -> str:
    return f'<a href="{escape(link)}">{content}</a>' if link else content


def _run(run: Run) -> str:
    content = escape(run.text, quote=False).replace("\n", "<br>")
    for tag in _format_tags(run):
        content = f"<{tag}>{content}</{tag}>"
    return content


def _format_tags(run: Run) -> Iterator[str]:
    if run.script is not Script.NORMAL:
        yield "sup" if run.script is Script.SUPERSCRIPT else "sub"
    formats = {"u": run.underline, "i": run.italic, "b": run.bold}
    yield from (tag for tag, is_on in formats.items() if is_on)


# ---- Plain text ------------------------------------------------------------------------------------


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Subheading():
            yield block.text.plain
        case Lead() | Callout():
            yield from (text.plain for text in block.paragraphs)
        case PullQuote():
            yield from (text.plain for text in block.paragraphs)
            yield from filter(None, [block.speaker])
        case BulletList() | NumberedList():
            yield from _list_lines(block, "")
        case PictureRow():
            yield from filter(None, [caption_line(block)])
        case Table():
            yield from filter(None, [block.caption])
            yield from (_row(row) for row in (block.header, *block.rows))
        case _:
            assert_never(block)


def _list_lines(block: ListBlock, indent: str) -> Iterator[str]:
    for number, item in enumerate(block.items):
        mark = _BULLET if isinstance(block, BulletList) else f"{block.start + number}. "
        yield f"{indent}{mark}{item.text.plain}"
        for sublist in item.sublists:
            yield from _list_lines(sublist, indent + "  ")


def _row(cells: Sequence[RichText]) -> str:
    return "\t".join(cell.plain.replace("\n", " ") for cell in cells)
