"""Text inside a block: formats, links, line breaks."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.token import Token

from bulletin_editor.importers.markdown.parsing import inline_tokens
from bulletin_editor.importers.markdown.passage import Passage
from bulletin_editor.model.rich_text import RichText, Run, Script

_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_FORMAT_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z]+)\s*>", re.IGNORECASE)
_FORMATS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "sup": "superscript",
    "sub": "subscript",
}


def rich_text(passage: Passage) -> RichText:
    """Read the Markdown of one paragraph. A soft line end is a space, a hard one or ``<br>`` a line feed.

    Raises:
        InputError: a picture, a link to a bad or without any words, a format tag without its partner.
    """
    reader = _InlineReader(passage)
    with passage.refusing():
        reader.read(inline_tokens(passage.text))
        return RichText(runs=tuple(reader.runs))


def plain_text(passage: Passage) -> str:
    """Read the Markdown of a field that holds no formats: bold and italic are dropped.

    Raises:
        InputError: as for `rich_text`, and for a link, whose address would be lost.
    """
    text = rich_text(passage)
    if any(run.link for run in text.runs):
        raise passage.error("markdown.link-in-plain-text", text=text.plain)
    return text.plain


class _InlineReader:
    """Collects runs while formats open and close around them."""

    def __init__(self, passage: Passage) -> None:
        self.runs: list[Run] = []
        self._passage = passage
        self._formats: list[str] = []
        self._tags: list[str] = []
        self._link = ""
        self._link_start = 0
        self._readers: dict[str, Callable[[Token], None]] = {
            "text": lambda token: self._add(token.content),
            "softbreak": lambda _: self._add_soft_break(),
            "hardbreak": lambda _: self._add("\n"),
            "strong_open": lambda _: self._formats.append("bold"),
            "strong_close": lambda _: self._close("bold"),
            "em_open": lambda _: self._formats.append("italic"),
            "em_close": lambda _: self._close("italic"),
            "link_open": self._open_link,
            "link_close": lambda _: self._close_link(),
            "html_inline": self._read_tag,
            "image": self._refuse_picture,
        }

    def read(self, tokens: list[Token]) -> None:
        for token in tokens:
            self._readers[token.type](token)
        if self._tags:
            raise self._passage.error("markdown.tag-not-closed", tag=f"<{self._tags[-1]}>")

    def _add(self, text: str) -> None:
        formats = self._formats
        heights = [Script(name) for name in formats if name in ("superscript", "subscript")]
        self.runs.append(
            Run(
                text=text,
                bold="bold" in formats,
                italic="italic" in formats,
                underline="underline" in formats,
                script=heights[-1] if heights else Script.NORMAL,
                link=self._link,
            )
        )

    def _add_soft_break(self) -> None:
        after_line_break = bool(self.runs) and self.runs[-1].text.endswith("\n")
        if not after_line_break:
            self._add(" ")

    def _close(self, name: str) -> None:
        last = len(self._formats) - 1 - self._formats[::-1].index(name)
        del self._formats[last]

    def _open_link(self, token: Token) -> None:
        self._link = str(token.attrGet("href") or "")
        self._link_start = len(self.runs)
        if not self._link:
            raise self._passage.error("markdown.link-empty")

    def _close_link(self) -> None:
        if not any(run.text for run in self.runs[self._link_start :]):
            raise self._passage.error("markdown.link-empty")
        self._link = ""

    def _read_tag(self, token: Token) -> None:
        """Follow the few tags of the format; any other is text that looks like one (``<AI>``)."""
        if _LINE_BREAK.fullmatch(token.content):
            return self._add("\n")
        tag = _FORMAT_TAG.fullmatch(token.content)
        name = tag["name"].lower() if tag else ""
        if not tag or name not in _FORMATS:
            return self._add(token.content)
        if not tag["close"]:
            self._tags.append(name)
            return self._formats.append(_FORMATS[name])
        if name not in self._tags:
            raise self._passage.error("markdown.tag-not-opened", tag=f"</{name}>")
        self._tags.remove(name)
        return self._close(_FORMATS[name])

    def _refuse_picture(self, token: Token) -> None:
        raise self._passage.error("markdown.picture-in-text", name=str(token.attrGet("src")))
