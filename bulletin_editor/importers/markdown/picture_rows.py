"""The ``:::{pictures}`` fence: one picture a line, a caption, a credit, a layout."""

from __future__ import annotations

import re

from markdown_it.token import Token

from bulletin_editor.importers.markdown.fields import read_fields
from bulletin_editor.importers.markdown.inline import plain_text
from bulletin_editor.importers.markdown.parsing import block_nodes, inline_tokens, misplaced, text_of
from bulletin_editor.importers.markdown.passage import Passage
from bulletin_editor.importers.markdown.picture_attributes import with_attributes
from bulletin_editor.importers.markdown.pictures import PictureShelf
from bulletin_editor.model.blocks import MAX_PICTURES_IN_ROW, Picture, PictureRow, RowLayout

_CREDIT, _LAYOUT = "credit", "layout"
_TALL = "tall"
_ATTRIBUTES = re.compile(r"\{([^{}]*)\}")


def read_picture_row(passage: Passage, shelf: PictureShelf) -> PictureRow:
    """Read the content of a pictures fence.

    Raises:
        InputError: no picture or too many, one that cannot be used, or anything but pictures, caption,
            credit and layout.
    """
    nodes = block_nodes(passage)
    fields = read_fields(passage, [node for node in nodes if node.type == "field_list"], (_CREDIT, _LAYOUT))
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
        layout=_layout(fields[_LAYOUT], len(pictures)) if _LAYOUT in fields else RowLayout.SIDE_BY_SIDE,
    )


def _layout(field: Passage, pictures: int) -> RowLayout:
    if field.text.strip() != _TALL:
        raise field.error("markdown.unknown-layout", value=field.text.strip(), known=_TALL)
    if pictures != 3:
        raise field.error("markdown.layout-of-three", count=pictures)
    return RowLayout.TALL_BESIDE_TWO


def _read_lines(text: Passage, shelf: PictureShelf, pictures: list[Picture], caption: list[str]) -> None:
    """Sort the lines of a paragraph into pictures, with what stands behind them, and words of the caption."""
    for index, line in enumerate(text.lines):
        tokens = [token for token in inline_tokens(line.strip()) if token.content.strip() or token.tag]
        if not _are_pictures(tokens):
            caption.append(line.strip())
            continue
        place = text.part(line, index)
        for token in tokens:
            if token.type != "image":
                pictures[-1] = with_attributes(pictures[-1], token.content.strip()[1:-1], place)
                continue
            if len(pictures) == MAX_PICTURES_IN_ROW:
                raise place.error("markdown.too-many-pictures", limit=MAX_PICTURES_IN_ROW)
            pictures.append(_picture(token, place, shelf))


def _are_pictures(tokens: list[Token]) -> bool:
    """Tell whether a line is pictures alone, each perhaps with attributes behind it."""
    kinds = ["", *(token.type for token in tokens)]
    return bool(tokens) and all(
        token.type == "image" or (before == "image" and _ATTRIBUTES.fullmatch(token.content.strip()))
        for before, token in zip(kinds, tokens, strict=False)
    )


def _picture(token: Token, line: Passage, shelf: PictureShelf) -> Picture:
    return shelf.picture(str(token.attrGet("src")), plain_text(line.part(token.content, 0)), line)
