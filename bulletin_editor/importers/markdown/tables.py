"""Pipe tables."""

from __future__ import annotations

import re

from markdown_it.tree import SyntaxTreeNode

from bulletin_editor.importers.markdown.inline import plain_text, rich_text
from bulletin_editor.importers.markdown.parsing import start_of, text_of
from bulletin_editor.importers.markdown.passage import Passage
from bulletin_editor.model.blocks import Align, Table
from bulletin_editor.model.rich_text import RichText

CAPTION = "Table:"

_PIPE = re.compile(r"(?<!\\)\|")


def read_table(passage: Passage, node: SyntaxTreeNode) -> Table:
    """Read a table. A line ``Table: …`` right under it was parsed as its last row, and is its caption.

    Raises:
        InputError: a row with more cells than the header, or text in a cell that cannot be read.
    """
    head, *body = node.children
    (header,) = head.children
    rows = body[0].children if body else []
    caption = ""
    if rows and is_caption(passage.lines[start_of(rows[-1])]):
        row = rows.pop()
        caption = read_caption(passage.part(passage.lines[start_of(row)], start_of(row)))
    with passage.refusing(start_of(node)):
        return Table(
            header=_cells(passage, header),
            rows=tuple(_cells(passage, row) for row in rows),
            align=tuple(_align(cell) for cell in header.children),
            caption=caption,
        )


def is_caption(text: str) -> bool:
    """Tell whether a line, or the text of a paragraph after a table, is its caption."""
    return text.lstrip().startswith(CAPTION)


def read_caption(passage: Passage) -> str:
    """Read the words of a caption."""
    return plain_text(passage.part(passage.text.lstrip().removeprefix(CAPTION), 0))


def _cells(passage: Passage, row: SyntaxTreeNode) -> tuple[RichText, ...]:
    index = start_of(row)
    written = len(_PIPE.findall(passage.lines[index].strip().removeprefix("|").removesuffix("|"))) + 1
    if written > len(row.children):  # the parser drops the cells that have no header
        raise passage.error("markdown.table-row", index, cells=written, columns=len(row.children))
    return tuple(rich_text(text_of(passage, cell)) for cell in row.children)


def _align(cell: SyntaxTreeNode) -> Align:
    style = str(cell.attrs.get("style", ""))
    return Align(style.removeprefix("text-align:")) if style else Align.DEFAULT
