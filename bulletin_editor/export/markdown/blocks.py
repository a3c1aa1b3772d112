"""The body of an article as Markdown: one paragraph is one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from textwrap import indent

from bulletin_editor.export.markdown.inline import cell, heading_text, line, plain_line, reference
from bulletin_editor.export.markdown.picture_attributes import picture_attributes
from bulletin_editor.model.blocks import (
    MAX_LIST_START,
    Align,
    Block,
    BulletList,
    Callout,
    Lead,
    ListBlock,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    PictureRow,
    PullQuote,
    RowLayout,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import RichText

PicturePath = Callable[[Picture], str]

_DASH = "—"
_BULLETS = ("-", "*")
_POINTS = (".", ")")
_RULES = {Align.DEFAULT: "---", Align.LEFT: ":--", Align.CENTER: ":-:", Align.RIGHT: "--:"}


def write_body(body: Sequence[Block], path: PicturePath) -> Iterator[str]:
    """Write the blocks of an article; `path` names the file of a picture."""
    for block, other in zip(body, _other_markers(body), strict=True):
        if isinstance(block, BulletList | NumberedList):
            yield _list(block, other)
        else:
            yield _block(block, path)


def _block(block: Block, path: PicturePath) -> str:
    match block:
        case Paragraph():
            return line(block.text)
        case Subheading():
            return f"### {heading_text(block.text)}"
        case Lead():
            return _fence("lead", "\n\n".join(map(line, block.paragraphs)))
        case Callout():
            return _fence("callout", "\n\n".join(map(line, block.paragraphs)))
        case PullQuote():
            return _quote(block)
        case PictureRow():
            return _fence("pictures", _pictures(block, path))
        case Table():
            return _table(block)
        case BulletList() | NumberedList():
            return _list(block, other_marker=False)


def _fence(name: str, content: str) -> str:
    return f":::{{{name}}}\n{content}\n:::"


def _quote(block: PullQuote) -> str:
    paragraphs = [_quoted(text) for text in block.paragraphs]
    if block.speaker:
        paragraphs.append(f"{_DASH} {plain_line(block.speaker)}")
    return indent("\n\n".join(paragraphs), "> ", lambda _: True).replace("> \n", ">\n")


def _quoted(text: RichText) -> str:
    """Write words that begin with a dash so that they are not taken for the speaker."""
    written = line(text)
    return reference(_DASH) + written[1:] if written.startswith(_DASH) else written


def _pictures(block: PictureRow, path: PicturePath) -> str:
    lines = [_picture(picture, path(picture)) for picture in block.pictures]
    if block.caption:
        lines.append(plain_line(block.caption))
    if block.credit:
        lines.append(f":credit: {plain_line(block.credit)}")
    if block.layout is RowLayout.TALL_BESIDE_TWO:
        lines.append(":layout: tall")
    return "\n".join(lines)


def _picture(picture: Picture, path: str) -> str:
    attributes = picture_attributes(picture)
    return f"![{plain_line(picture.alt)}]({path})" + (f"{{{attributes}}}" if attributes else "")


def _table(block: Table) -> str:
    rows = [_row(map(cell, block.header)), _row(_RULES[align] for align in block.align)]
    rows += (_row(map(cell, row)) for row in block.rows)
    table = "\n".join(rows)
    return f"{table}\n\nTable: {plain_line(block.caption)}" if block.caption else table


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _lists(lists: Sequence[ListBlock]) -> str:
    markers = _other_markers(lists)
    return "\n\n".join(_list(each, other) for each, other in zip(lists, markers, strict=True))


def _other_markers(blocks: Sequence[Block]) -> list[bool]:
    """Tell for each block whether it is a list that needs the other marker.

    Two lists of one kind in a row are one list to Markdown, unless their markers differ.
    """
    others = [False] if blocks else []
    for block, following in pairwise(blocks):
        same = isinstance(block, BulletList | NumberedList) and type(block) is type(following)
        others.append(same and not others[-1])
    return others


def _list(block: ListBlock, other_marker: bool) -> str:
    markers = _markers(block, other_marker)
    return "\n".join(_item(item, marker) for item, marker in zip(block.items, markers, strict=True))


def _markers(block: ListBlock, other_marker: bool) -> Iterator[str]:
    if isinstance(block, BulletList):
        return iter([_BULLETS[other_marker]] * len(block.items))
    numbers = range(block.start, block.start + len(block.items))
    return (f"{min(number, MAX_LIST_START)}{_POINTS[other_marker]}" for number in numbers)


def _item(item: ListItem, marker: str) -> str:
    first = f"{marker} {line(item.text)}".rstrip()
    if not item.sublists:
        return first
    below = indent(_lists(item.sublists), " " * (len(marker) + 1))
    # A list that does not begin with 1 needs an empty line before it; an item must not begin with one.
    return f"{first}\n\n{below}" if item.text.runs else f"{first}\n{below}"
