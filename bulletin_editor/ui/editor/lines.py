"""A body as rows of text: the form between the blocks of the model and those of a text document.

A line is what stands as one piece in the document: a paragraph of a box, an item of a list, a table, a row
of pictures. Blank lines may stand there while somebody writes; blocks are made without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias, assert_never

from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    Callout,
    Lead,
    ListBlock,
    ListItem,
    NumberedList,
    Paragraph,
    PictureRow,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import RichText, rich


class Kind(Enum):
    """What a block of the document is."""

    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    LEAD = "lead"
    CALLOUT = "callout"
    QUOTE = "quote"
    SPEAKER = "speaker"
    ITEM = "item"
    PICTURES = "pictures"
    TABLE_CAPTION = "table_caption"
    HEADER_CELL = "header_cell"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class TextLine:
    """A text of its own. Lines of one `kind` and `group` that follow each other belong to one block."""

    kind: Kind
    text: RichText
    group: int = 0


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item of the list `list_id`, nested `level` deep (from 1). A numbered one counts from `start`."""

    text: RichText
    level: int
    list_id: int
    ordered: bool
    start: int = 1


@dataclass(frozen=True, slots=True)
class PicturesLine:
    """A row of pictures; `key` tells the rows of one document apart."""

    row: PictureRow
    key: int = 0


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table with its caption."""

    table: Table


Line: TypeAlias = TextLine | ItemLine | PicturesLine | TableLine


@dataclass(frozen=True, slots=True)
class Spot:
    """Which text of which block of the body a line begins with; both count from 0, as in a `Place`."""

    block: int
    text: int = 0


# ---- Blocks to lines -------------------------------------------------------------------------------


def lines_of(blocks: Sequence[Block], numbers: Iterator[int]) -> list[Line]:
    """Return the lines of `blocks`. `numbers` gives ids for groups, lists and rows, each only once."""
    return [line for block in blocks for line in _lines_of_block(block, numbers)]


def _lines_of_block(block: Block, numbers: Iterator[int]) -> Iterator[Line]:
    match block:
        case Paragraph():
            yield TextLine(Kind.PARAGRAPH, block.text)
        case Subheading():
            yield TextLine(Kind.SUBHEADING, block.text)
        case Lead():
            yield from _grouped(Kind.LEAD, block.paragraphs, next(numbers))
        case Callout():
            yield from _grouped(Kind.CALLOUT, block.paragraphs, next(numbers))
        case PullQuote():
            group = next(numbers)
            yield from _grouped(Kind.QUOTE, block.paragraphs, group)
            yield TextLine(Kind.SPEAKER, rich(block.speaker), group)
        case BulletList() | NumberedList():
            yield from _item_lines(block, 1, numbers)
        case PictureRow():
            yield PicturesLine(block, next(numbers))
        case Table():
            yield TableLine(block)
        case _:
            assert_never(block)


def _grouped(kind: Kind, paragraphs: tuple[RichText, ...], group: int) -> Iterator[TextLine]:
    for text in paragraphs:
        yield TextLine(kind, text, group)


def _item_lines(block: ListBlock, level: int, numbers: Iterator[int]) -> Iterator[ItemLine]:
    list_id, ordered = next(numbers), isinstance(block, NumberedList)
    start = block.start if isinstance(block, NumberedList) else 1
    for item in block.items:
        yield ItemLine(item.text, level, list_id, ordered, start)
        for sublist in item.sublists:
            yield from _item_lines(sublist, level + 1, numbers)


# ---- Lines to blocks -------------------------------------------------------------------------------


def blocks_of(lines: Sequence[Line]) -> tuple[tuple[Block, ...], list[Spot | None]]:
    """Return the blocks that `lines` make, and of each line where its text went: None if it is left out."""
    blocks: list[Block] = []
    spots: list[Spot | None] = []
    while len(spots) < len(lines):
        match lines[len(spots)]:
            case TableLine(table):
                spots.append(Spot(len(blocks)))
                blocks.append(table)
            case PicturesLine(row):
                spots.append(Spot(len(blocks)))
                blocks.append(row)
            case ItemLine():
                _add_lists(_items_from(lines, len(spots)), blocks, spots)
            case TextLine():
                _add_text(_texts_from(lines, len(spots)), blocks, spots)
    return tuple(blocks), spots


def _texts_from(lines: Sequence[Line], first: int) -> list[TextLine]:
    """Return the line at `first` with those after it that make one block with it."""
    line = lines[first]
    assert isinstance(line, TextLine)
    run = [line]
    if line.kind not in (Kind.LEAD, Kind.CALLOUT, Kind.QUOTE):
        return run
    for following in lines[first + 1 :]:
        if not (isinstance(following, TextLine) and following.group == line.group):
            break
        if following.kind is line.kind:
            run.append(following)
            continue
        if following.kind is Kind.SPEAKER and line.kind is Kind.QUOTE:
            run.append(following)
        break
    return run


def _add_text(run: list[TextLine], blocks: list[Block], spots: list[Spot | None]) -> None:
    kept = tuple(line.text for line in run if line.kind is not Kind.SPEAKER and not line.text.is_blank)
    speaker = run[-1].text if run[-1].kind is Kind.SPEAKER else RichText()
    if not kept:
        # Whose words are still missing stands as a paragraph rather than not at all.
        spots.extend(None for _ in run[1:])
        spots.append(None if speaker.is_blank else Spot(len(blocks)))
        if not speaker.is_blank:
            blocks.append(Paragraph(text=speaker))
        return
    number = 0
    for line in run:
        is_kept = line.kind is Kind.SPEAKER or not line.text.is_blank
        spots.append(Spot(len(blocks), number) if is_kept else None)
        number += is_kept
    blocks.append(_text_block(run[0].kind, kept, speaker.plain))


def _text_block(kind: Kind, texts: tuple[RichText, ...], speaker: str) -> Block:
    match kind:
        case Kind.SUBHEADING:
            return Subheading(text=texts[0])
        case Kind.LEAD:
            return Lead(paragraphs=texts)
        case Kind.CALLOUT:
            return Callout(paragraphs=texts)
        case Kind.QUOTE:
            return PullQuote(paragraphs=texts, speaker=speaker)
        case _:
            return Paragraph(text=texts[0])


def _items_from(lines: Sequence[Line], first: int) -> list[ItemLine]:
    items: list[ItemLine] = []
    for line in lines[first:]:
        if not isinstance(line, ItemLine):
            break
        items.append(line)
    return items


def _add_lists(items: list[ItemLine], blocks: list[Block], spots: list[Spot | None]) -> None:
    kept = _with_words(items)
    levels = _levels([item for item, is_kept in zip(items, kept, strict=True) if is_kept])
    nodes = iter(levels)
    number, last_list = 0, None
    block = len(blocks) - 1
    for is_kept in kept:
        if not is_kept:
            spots.append(None)
            continue
        level, item = next(nodes)
        if level == 1 and item.list_id != last_list:
            block, number, last_list = block + 1, 0, item.list_id
        spots.append(Spot(block, number))
        number += 1
    blocks.extend(_lists(levels, 1))


def _with_words(items: list[ItemLine]) -> list[bool]:
    """Tell of each item whether it stays: a blank one only does above an item nested in it."""
    kept: list[bool] = []
    below = 0
    for item in reversed(items):
        stays = not item.text.is_blank or below > item.level
        kept.append(stays)
        below = item.level if stays else below
    return kept[::-1]


def _levels(items: list[ItemLine]) -> list[tuple[int, ItemLine]]:
    """Return the items with their true level: nothing is nested two deep under nothing."""
    levels: list[tuple[int, ItemLine]] = []
    above = 0
    for item in items:
        above = min(item.level, above + 1)
        levels.append((above, item))
    return levels


def _lists(items: list[tuple[int, ItemLine]], level: int) -> tuple[ListBlock, ...]:
    lists: list[ListBlock] = []
    points: list[ListItem] = []
    place = 0
    while place < len(items):
        head = items[place][1]
        end = place + 1
        while end < len(items) and items[end][0] > level:
            end += 1
        points.append(ListItem(text=head.text, sublists=_lists(items[place + 1 : end], level + 1)))
        if end == len(items) or items[end][1].list_id != head.list_id:
            lists.append(_list(head, tuple(points)))
            points.clear()
        place = end
    return tuple(lists)


def _list(last: ItemLine, items: tuple[ListItem, ...]) -> ListBlock:
    return NumberedList(items=items, start=last.start) if last.ordered else BulletList(items=items)
