"""How long a text is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bulletin_editor.model.blocks import Block, PictureRow
from bulletin_editor.model.texts import plain, texts_of


class Count(NamedTuple):
    """Words, as parted by white space, and characters, spaces included but not line breaks."""

    words: int
    characters: int


def count_text(text: str) -> Count:
    """Count `text`."""
    return Count(len(text.split()), len(text) - text.count("\n"))


def count_blocks(blocks: Iterable[Block]) -> Count:
    """Count what is printed of `blocks`: alternative texts are not."""
    counts = [count_text(text) for block in blocks for text in _printed(block)]
    return Count(sum(each.words for each in counts), sum(each.characters for each in counts))


def _printed(block: Block) -> list[str]:
    if isinstance(block, PictureRow):
        return [block.caption, block.credit]
    return [plain(text) for text in texts_of(block)]
