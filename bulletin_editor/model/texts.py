"""The texts of a block in reading order: one walk for search, replacing, counting and checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, assert_never

from msgspec.structs import replace

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
from bulletin_editor.model.rich_text import RichText

BlockText: TypeAlias = RichText | str
"""A text with formats, or a field without (a caption, a credit, an alternative text, a speaker)."""


def texts_of(block: Block) -> tuple[BlockText, ...]:
    """Return all texts of `block`, empty ones too, in reading order.

    A picture row has its caption, its credit and then the alternative text of each picture; a table its
    caption and then its cells row by row; a quotation its paragraphs and then its speaker.
    """
    match block:
        case Paragraph() | Subheading():
            return (block.text,)
        case Lead() | Callout():
            return block.paragraphs
        case PullQuote():
            return (*block.paragraphs, block.speaker)
        case BulletList() | NumberedList():
            return tuple(_item_texts(block))
        case PictureRow():
            return (block.caption, block.credit, *(picture.alt for picture in block.pictures))
        case Table():
            return (block.caption, *block.header, *(cell for row in block.rows for cell in row))
    assert_never(block)


def with_texts(block: Block, texts: Sequence[BlockText]) -> Block:
    """Return `block` with `texts` in place of its own; they come in the order of `texts_of`.

    Raises:
        InvalidValue: a text that must not be blank is.
    """
    left = iter(texts)
    match block:
        case Paragraph() | Subheading():
            return replace(block, text=_rich(left))
        case Lead() | Callout():
            return replace(block, paragraphs=tuple(_rich(left) for _ in block.paragraphs))
        case PullQuote():
            paragraphs = tuple(_rich(left) for _ in block.paragraphs)
            return replace(block, paragraphs=paragraphs, speaker=_plain(left))
        case BulletList() | NumberedList():
            return _list_with(block, left)
        case PictureRow():
            caption, credit = _plain(left), _plain(left)
            pictures = tuple(replace(picture, alt=_plain(left)) for picture in block.pictures)
            return replace(block, caption=caption, credit=credit, pictures=pictures)
        case Table():
            caption = _plain(left)
            header = tuple(_rich(left) for _ in block.header)
            rows = tuple(tuple(_rich(left) for _ in row) for row in block.rows)
            return replace(block, caption=caption, header=header, rows=rows)
    assert_never(block)


def plain(text: BlockText) -> str:
    """Return the characters of `text` alone."""
    return text if isinstance(text, str) else text.plain


def _item_texts(block: ListBlock) -> Iterator[RichText]:
    for item in block.items:
        yield item.text
        for sublist in item.sublists:
            yield from _item_texts(sublist)


def _list_with(block: ListBlock, left: Iterator[BlockText]) -> ListBlock:
    return replace(block, items=tuple(_item_with(item, left) for item in block.items))


def _item_with(item: ListItem, left: Iterator[BlockText]) -> ListItem:
    text = _rich(left)  # before those of the lists under it
    return replace(item, text=text, sublists=tuple(_list_with(sublist, left) for sublist in item.sublists))


def _rich(left: Iterator[BlockText]) -> RichText:
    text = next(left)
    assert isinstance(text, RichText), "texts come in the order of texts_of"
    return text


def _plain(left: Iterator[BlockText]) -> str:
    text = next(left)
    assert isinstance(text, str), "texts come in the order of texts_of"
    return text
