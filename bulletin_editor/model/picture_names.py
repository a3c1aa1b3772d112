"""Pictures of a body under other names, or left out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from bulletin_editor.model.blocks import Block, Paragraph, PictureRow
from bulletin_editor.model.derived import caption_line
from bulletin_editor.model.rich_text import RichText, Run


def with_picture_names(body: tuple[Block, ...], names: Mapping[str, str]) -> tuple[Block, ...]:
    """Call the pictures in `body` by the names that `names` gives for theirs.

    A picture without one is left out. Of a row that loses all its pictures the caption stays, as a
    paragraph in italics: words are never lost.
    """
    return tuple(each for block in body for each in _renamed(block, names))


def without_pictures(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Leave out all pictures; their captions stay as paragraphs in italics."""
    return with_picture_names(body, {})


def _renamed(block: Block, names: Mapping[str, str]) -> Iterator[Block]:
    if not isinstance(block, PictureRow):
        yield block
        return
    kept = tuple(
        replace(picture, sha256=names[picture.sha256])
        for picture in block.pictures
        if picture.sha256 in names
    )
    if kept:
        yield replace(block, pictures=kept)
    elif words := caption_line(block):
        yield Paragraph(text=RichText(runs=(Run(text=words, italic=True),)))
