"""The ``:::{pictures}`` fence: one picture a line, a caption, a credit."""

from __future__ import annotations

from markdown_it.token import Token

from bulletin_editor.importers.markdown.fields import read_fields
from bulletin_editor.importers.markdown.inline import plain_text
from bulletin_editor.importers.markdown.parsing import block_nodes, inline_tokens, misplaced, text_of
from bulletin_editor.importers.markdown.passage import Passage
from bulletin_editor.importers.markdown.pictures import PictureShelf
from bulletin_editor.model.blocks import MAX_PICTURES_IN_ROW, Picture, PictureRow

_CREDIT = "credit"


def read_picture_row(passage: Passage, shelf: PictureShelf) -> PictureRow:
    """Read the content of a pictures fence.

    Raises:
        InputError: no picture or too many, one that cannot be used, or anything but pictures,
            caption and credit.
    """
    nodes = block_nodes(passage)
    fields = read_fields(passage, [node for node in nodes if node.type == "field_list"], (_CREDIT,))
    pictures: list[Picture] = []
    caption: list[str] = []
    for node in nodes:
        if node.type == "paragraph":
            _read_lines(text_of(passage, node), shelf, pictures, caption)
        elif node.type != "field_list":
            raise misplaced(passage, node)
    if not pictures:
        raise passage.error("markdown.no-picture")
    return PictureRow(
        pictures=tuple(pictures),
        caption=plain_text(passage.part(" ".join(caption), len(pictures))),
        credit=plain_text(fields[_CREDIT]) if _CREDIT in fields else "",
    )


def _read_lines(text: Passage, shelf: PictureShelf, pictures: list[Picture], caption: list[str]) -> None:
    """Sort the lines of a paragraph into pictures and words of the caption."""
    for index, line in enumerate(text.lines):
        tokens = [token for token in inline_tokens(line.strip()) if token.content.strip() or token.tag]
        if not tokens or any(token.type != "image" for token in tokens):
            caption.append(line.strip())
            continue
        for token in tokens:
            if len(pictures) == MAX_PICTURES_IN_ROW:
                raise text.error("markdown.too-many-pictures", index, limit=MAX_PICTURES_IN_ROW)
            pictures.append(_picture(token, text.part(line, index), shelf))


def _picture(token: Token, line: Passage, shelf: PictureShelf) -> Picture:
    return shelf.picture(str(token.attrGet("src")), plain_text(line.part(token.content, 0)), line)
