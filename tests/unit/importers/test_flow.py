"""Blocks made of lines, and lines of blocks."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bulletin_editor.importers.flow.lines import blocks_and_headings, pieces_of
from bulletin_editor.model.blocks import Block, BulletList, ListItem, NumberedList, Subheading
from bulletin_editor.model.rich_text import RichText, rich
from bulletin_editor.model.texts import plain, texts_of, with_texts
from issue_strategies import blocks

BELOW = BulletList(items=(ListItem(text=rich("Tin")),))


@given(st.lists(blocks(), max_size=6))
@example([BulletList(items=(ListItem(text=rich(" "), sublists=(BELOW,)),))])
def test_blocks_that_go_on_in_another_document_are_the_same(read: list[Block]) -> None:
    headings = {place: place % 9 for place, block in enumerate(read) if isinstance(block, Subheading)}

    assert blocks_and_headings(pieces_of(read, headings)) == (tuple(map(expected, read)), headings)


def expected(block: Block) -> Block:
    """What comes of `block`: a point that has no words, but points below it, has no spaces either."""
    if not isinstance(block, BulletList | NumberedList):
        return block
    return with_texts(block, [text if plain(text).strip() else RichText() for text in texts_of(block)])
