"""How markdown-it is set up for Bulletin Markdown.

What the format does not have (code, raw HTML blocks, rulers, underlined headings, link definitions)
is switched off, so that such text comes through as it was typed instead of being lost or changed.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from bulletin_editor.errors import InputError
from bulletin_editor.importers.markdown.passage import Passage

_NOT_OURS = ["code", "fence", "html_block", "reference", "lheading", "hr", "backticks"]

# markdown-it skips the text of deeper levels without a word; a list takes two levels.
_MAX_LEVELS = 100
_MAX_SIGNS = 50_000  # of links, pictures and tables, which are dear to parse: many times what an issue has


class ExactParser(MarkdownIt):
    """CommonMark with link addresses exactly as typed: the model decides which it allows."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it's name
        return True


def document_nodes(passage: Passage) -> list[SyntaxTreeNode]:
    """Parse a whole file into its top-level blocks, the front matter first.

    Raises:
        InputError: it has more signs than any issue, or is nested too deep.
    """
    if passage.text.count("[") + passage.text.count("|") > _MAX_SIGNS:
        raise passage.error("markdown.too-many-signs")
    return _nodes(passage, _block_parser(front_matter=True))


def block_nodes(passage: Passage) -> list[SyntaxTreeNode]:
    """Parse a part of a file into its top-level blocks."""
    return _nodes(passage, _block_parser(front_matter=False))


def inline_tokens(text: str) -> list[Token]:
    """Parse the text of one paragraph into the flat row of its inline tokens."""
    return _inline_parser().parseInline(text)[0].children or []


def start_of(node: SyntaxTreeNode) -> int:
    """Return the index of the node's first line in the passage it was parsed from."""
    place = node.map or next((child.map for child in node.walk() if child.map), None)
    return place[0] if place else 0


def text_of(passage: Passage, node: SyntaxTreeNode) -> Passage:
    """Return the Markdown text of a paragraph, heading or cell that was parsed from `passage`."""
    return passage.part(node.children[0].content, start_of(node))


def misplaced(passage: Passage, node: SyntaxTreeNode) -> InputError:
    """Make the error about a block that cannot stand where it does."""
    if node.type == "field_list":
        name = node.children[0].children[0].content
        return passage.error("markdown.misplaced-field", start_of(node), field=name)
    return passage.error("markdown.misplaced-block", start_of(node))


def _nodes(passage: Passage, parser: MarkdownIt) -> list[SyntaxTreeNode]:
    tokens = parser.parse(passage.text)
    for token in tokens:
        if token.level >= _MAX_LEVELS - 2:
            raise passage.error("markdown.too-deep", token.map[0] if token.map else 0)
    return SyntaxTreeNode(tokens).children


@cache
def _block_parser(*, front_matter: bool) -> MarkdownIt:
    parser = ExactParser("commonmark", {"maxNesting": _MAX_LEVELS}).enable("table").disable(_NOT_OURS)
    parser.use(fieldlist_plugin).use(colon_fence_plugin)
    if front_matter:
        parser.use(front_matter_plugin)
    return parser.disable(["inline", "text_join"])  # each kind of block says how its text is read


@cache
def _inline_parser() -> MarkdownIt:
    return ExactParser("commonmark").disable(_NOT_OURS)
