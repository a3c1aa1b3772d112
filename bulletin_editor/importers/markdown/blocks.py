"""The body of an article: block after block."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.tree import SyntaxTreeNode
from msgspec import structs

from bulletin_editor.importers.markdown.inline import plain_text, rich_text
from bulletin_editor.importers.markdown.parsing import block_nodes, misplaced, start_of, text_of
from bulletin_editor.importers.markdown.passage import Passage
from bulletin_editor.importers.markdown.picture_rows import read_picture_row
from bulletin_editor.importers.markdown.pictures import PictureShelf
from bulletin_editor.importers.markdown.tables import is_caption, read_caption, read_table
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    Callout,
    Lead,
    ListBlock,
    ListItem,
    NumberedList,
    Paragraph,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import RichText, Run

_SPEAKER = "—"
_LISTS = ("bullet_list", "ordered_list")
_LINE_BREAK = Run(text="\n")


def read_body(passage: Passage, nodes: Iterable[SyntaxTreeNode], shelf: PictureShelf) -> tuple[Block, ...]:
    """Read the blocks of an article.

    Raises:
        InputError: a block that does not belong there, or that cannot be read.
    """
    body: list[Block] = []
    for node in nodes:
        if body and _is_caption_of(body[-1], passage, node):
            body[-1] = structs.replace(body[-1], caption=read_caption(text_of(passage, node)))
        else:
            with passage.refusing(start_of(node)):
                body.append(_read_block(passage, node, shelf))
    return tuple(body)


def _is_caption_of(block: Block, passage: Passage, node: SyntaxTreeNode) -> bool:
    if not isinstance(block, Table) or block.caption or node.type != "paragraph":
        return False
    return is_caption(text_of(passage, node).text)


def _read_block(passage: Passage, node: SyntaxTreeNode, shelf: PictureShelf) -> Block:
    match node.type:
        case "paragraph":
            return Paragraph(text=rich_text(text_of(passage, node)))
        case "heading" if node.tag == "h3":
            return Subheading(text=rich_text(text_of(passage, node)))
        case "bullet_list" | "ordered_list":
            return _read_list(passage, node)
        case "blockquote":
            return _read_quote(passage, node)
        case "table":
            return read_table(passage, node)
        case "colon_fence":
            return _read_fence(passage, node, shelf)
        case "heading":
            raise passage.error("markdown.heading-too-deep", start_of(node))
        case _:
            raise misplaced(passage, node)


def _read_fence(passage: Passage, node: SyntaxTreeNode, shelf: PictureShelf) -> Block:
    start, end = node.map or (0, 0)
    closing = passage.lines[end - 1].strip()
    if end - start < 2 or closing.strip(":") or len(closing) < len(node.markup):
        raise passage.error("markdown.fence-not-closed", start, fence=node.info.strip())
    content = passage.part(node.content, start + 1)
    match node.info.strip():
        case "{lead}":
            return Lead(paragraphs=_paragraphs(content, block_nodes(content)))
        case "{callout}":
            return Callout(paragraphs=_paragraphs(content, block_nodes(content)))
        case "{pictures}":
            return read_picture_row(content, shelf)
        case unknown:
            raise passage.error("markdown.unknown-fence", start, fence=unknown)


def _read_list(passage: Passage, node: SyntaxTreeNode) -> ListBlock:
    items = tuple(_read_item(passage, item) for item in node.children)
    if node.type == "bullet_list":
        return BulletList(items=items)
    return NumberedList(items=items, start=int(node.attrs.get("start", 1)))


def _read_item(passage: Passage, node: SyntaxTreeNode) -> ListItem:
    """Read one point: its paragraphs become lines of its text, then come the lists under it."""
    lists = [child for child in node.children if child.type in _LISTS]
    paragraphs = _paragraphs(passage, [child for child in node.children if child.type not in _LISTS])
    if any(child.type in _LISTS for child in node.children[: len(paragraphs)]):
        raise passage.error("markdown.text-after-sublist", start_of(node))
    with passage.refusing(start_of(node)):
        return ListItem(
            text=_joined_lines(paragraphs),
            sublists=tuple(_read_list(passage, child) for child in lists),
        )


def _joined_lines(paragraphs: Iterable[RichText]) -> RichText:
    runs: list[Run] = []
    for text in paragraphs:
        runs += (_LINE_BREAK, *text.runs) if runs else text.runs
    return RichText(runs=tuple(runs))


def _read_quote(passage: Passage, node: SyntaxTreeNode) -> PullQuote:
    """Read a pull quote; a last line that begins with an em dash names the speaker."""
    texts = [text_of(passage, child) for child in _only_paragraphs(passage, node.children)]
    speaker = ""
    last_line = texts[-1].lines[-1].lstrip() if texts else ""
    if last_line.startswith(_SPEAKER):
        last = texts.pop()
        speaker = plain_text(last.part(last_line.removeprefix(_SPEAKER), len(last.lines) - 1))
        if len(last.lines) > 1:
            texts.append(last.part("\n".join(last.lines[:-1]), 0))
    return PullQuote(paragraphs=tuple(rich_text(text) for text in texts), speaker=speaker)


def _paragraphs(passage: Passage, nodes: list[SyntaxTreeNode]) -> tuple[RichText, ...]:
    only = _only_paragraphs(passage, nodes)
    return tuple(rich_text(text_of(passage, node)) for node in only)


def _only_paragraphs(passage: Passage, nodes: list[SyntaxTreeNode]) -> list[SyntaxTreeNode]:
    for node in nodes:
        if node.type != "paragraph":
            raise misplaced(passage, node)
    return nodes
