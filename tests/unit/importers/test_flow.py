"""Blocks made of lines, and lines of blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_editor.importers.flow.lines import blocks_and_headings, pieces_of
from bulletin_editor.model.blocks import Block, Subheading
from issue_strategies import blocks


@given(st.lists(blocks(), max_size=6))
def test_blocks_that_go_on_in_another_document_are_the_same(read: list[Block]) -> None:
    headings = {place: place % 9 for place, block in enumerate(read) if isinstance(block, Subheading)}

    assert blocks_and_headings(pieces_of(read, headings)) == (tuple(read), headings)
