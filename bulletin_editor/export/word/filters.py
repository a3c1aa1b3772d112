"""The filters of bulletin.docx: each makes Word XML of a part of the printout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import jinja2
import msgspec
from markupsafe import Markup

from bulletin_editor.export.printout import Line, PrintedArticle, PrintedCover, PrintedPicture
from bulletin_editor.export.word.blocks import BlockWriter
from bulletin_editor.export.word.cover import CoverWriter
from bulletin_editor.export.word.escaping import xml_text
from bulletin_editor.export.word.parts import PictureParts
from bulletin_editor.export.word.runs import field_links, text_runs

_GAP = '<w:r><w:t xml:space="preserve">      </w:t></w:r>'  # between two links of a foot


class Writers(NamedTuple):
    """Who writes into one document. `styles` are the keys of the styles that a line may be set in."""

    parts: PictureParts
    blocks: BlockWriter
    cover: CoverWriter
    styles: tuple[str, ...]


class Filter(NamedTuple):
    """A filter: the tag for what it makes, the type of what it takes, and how it writes that.

    The tag is ``{{ }}`` for text, ``{{r }}`` for runs, ``{{p }}`` for paragraphs. A filter that is
    `styled` may be given the key of a paragraph style.
    """

    tag: str
    takes: Any
    write: Callable[..., str]
    styled: bool = False


Lines = tuple[Line, ...]

FILTERS: Mapping[str, Filter] = {
    "plain": Filter("", Line, lambda _, line: xml_text("".join(span.text for span in line))),
    "text": Filter("r", Line, lambda _, line: text_runs(line)),
    "words": Filter("r", Line, lambda out, line, *style: out.blocks.runs(line, *style), styled=True),
    "picture": Filter("r", PrintedPicture, lambda out, picture: out.parts.inline(picture)),
    "cover_picture": Filter("r", PrintedCover, lambda out, cover: out.cover.picture(cover)),
    "slogan": Filter("r", Lines, lambda out, lines: out.cover.slogan(lines)),
    "footer_links": Filter("r", Lines, lambda _, lines: _GAP.join(map(text_runs, lines))),
    "cover_links": Filter("r", Lines, lambda _, lines: _GAP.join(map(field_links, lines))),
    "opening": Filter("p", PrintedArticle, lambda out, article: out.blocks.opening(article)),
    "body": Filter("p", PrintedArticle, lambda out, article: out.blocks.body(article)),
    "contents": Filter("p", PrintedCover, lambda out, cover: out.cover.contents(cover)),
}
"""All filters of ours, by the names that tags call them."""


class BoundFilters:
    """The filters for one document. `at_work` tells whether one of them has begun and not ended."""

    def __init__(self, writers: Writers) -> None:
        self.at_work = False
        self._writers = writers

    def by_name(self) -> dict[str, Callable[..., Markup]]:
        """Return the filters as Jinja calls them; what they make is XML, which autoescaping leaves alone.

        They raise `jinja2.TemplateRuntimeError` if a tag gives them what they do not take.
        """
        return {name: partial(self._apply, name) for name in FILTERS}

    def _apply(self, name: str, value: object, *style: str) -> Markup:
        self._check(name, value, style)
        self.at_work = True
        written = FILTERS[name].write(self._writers, value, *style)
        self.at_work = False
        return Markup(written)

    def _check(self, name: str, value: object, style: tuple[str, ...]) -> None:
        if isinstance(value, jinja2.Undefined):
            str(value)  # a strict one raises an error that names what is missing
        made = FILTERS[name]
        try:
            msgspec.convert(value, made.takes)
        except msgspec.ValidationError as error:
            raise jinja2.TemplateRuntimeError(f"{name}: {error}") from error
        if len(style) > made.styled or not set(style) <= set(self._writers.styles):
            raise jinja2.TemplateRuntimeError(f"{name}{style}")
