"""A Markdown file as an issue: front matter, sections, articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path

from markdown_it.tree import SyntaxTreeNode

from bulletin_editor.importers.markdown.blocks import read_body
from bulletin_editor.importers.markdown.fields import Fields, read_fields
from bulletin_editor.importers.markdown.front_matter import FrontMatter, iso_day, split_front_matter
from bulletin_editor.importers.markdown.inline import plain_text
from bulletin_editor.importers.markdown.parsing import document_nodes, start_of, text_of
from bulletin_editor.importers.markdown.passage import Passage, read_passage
from bulletin_editor.importers.markdown.picture_attributes import with_attributes
from bulletin_editor.importers.markdown.pictures import PictureShelf, Prepare
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.issue import Article, CoverLine, CoverMode, Issue, Section, Source
from bulletin_editor.model.picture_file import PictureFile

_FIELDS = ("cover", "author", "source", "source-url", "event-date")


@dataclass(frozen=True)
class MarkdownIssue:
    """An issue as it was read, and the prepared pictures that it names, each once."""

    issue: Issue
    pictures: tuple[PictureFile, ...]


def read_markdown(path: Path, *, new_id: Callable[[], str], prepare: Prepare) -> MarkdownIssue:
    """Read the issue in the Bulletin Markdown file `path`, with the pictures beside it.

    `new_id` is asked for the ids of the issue, its sections and its articles, in reading order.
    `prepare` makes of a picture file's bytes what is stored.

    Raises:
        InputError: anything in the file or its pictures that cannot be read, with its line.
    """
    passage = read_passage(path)
    front_matter, nodes = split_front_matter(passage, document_nodes(passage))
    reader = _IssueReader(passage, PictureShelf(path.parent, prepare), new_id)
    issue = reader.issue(front_matter, nodes)
    return MarkdownIssue(issue, reader.shelf.files)


@dataclass(frozen=True)
class _Part:
    """A heading and all that stands under it, up to the next one of its level."""

    heading: SyntaxTreeNode
    content: list[SyntaxTreeNode]


@dataclass(frozen=True)
class _IssueReader:
    passage: Passage
    shelf: PictureShelf
    new_id: Callable[[], str]

    def issue(self, front_matter: FrontMatter, nodes: list[SyntaxTreeNode]) -> Issue:
        issue_id = self.new_id()
        cover = self._cover_picture(front_matter)
        before, parts = _split(nodes, "h1")
        if before:
            raise self.passage.error("markdown.text-before-section", start_of(before[0]))
        sections = tuple(self._section(part) for part in parts)
        with front_matter.place.refusing():
            return Issue(
                id=issue_id,
                key=front_matter.key,
                period=front_matter.period,
                status=front_matter.status,
                slogan=front_matter.slogan,
                cover_picture=cover,
                sections=sections,
            )

    def _cover_picture(self, front_matter: FrontMatter) -> Picture | None:
        name, adjusted = front_matter.cover_picture, front_matter.cover_adjustments
        if not name:
            return None
        picture = self.shelf.picture(name, front_matter.cover_alt, front_matter.place)
        return with_attributes(picture, adjusted.text, adjusted)

    def _section(self, part: _Part) -> Section:
        section_id = self.new_id()
        label = self._heading(part, "markdown.section-label-missing")
        before, parts = _split(part.content, "h2")
        if before:
            raise self.passage.error("markdown.headline-missing", start_of(before[0]))
        articles = tuple(self._article(each) for each in parts)
        return Section(id=section_id, label=label, articles=articles)

    def _article(self, part: _Part) -> Article:
        article_id = self.new_id()
        headline = self._heading(part, "markdown.headline-missing")
        field_lists = list(takewhile(lambda node: node.type == "field_list", part.content))
        fields = read_fields(self.passage, field_lists, _FIELDS)
        with self.passage.refusing(start_of(part.heading)):
            return Article(
                id=article_id,
                headline=headline,
                cover_line=_cover_line(fields),
                author=_plain(fields, "author"),
                source=_source(fields),
                event_date=_event_date(fields),
                body=read_body(self.passage, part.content[len(field_lists) :], self.shelf),
            )

    def _heading(self, part: _Part, missing: str) -> str:
        text = plain_text(text_of(self.passage, part.heading))
        if not text.strip():
            raise self.passage.error(missing, start_of(part.heading))
        return text


def _split(nodes: list[SyntaxTreeNode], tag: str) -> tuple[list[SyntaxTreeNode], list[_Part]]:
    """Split at each heading `tag`; the nodes before the first one come apart."""
    before: list[SyntaxTreeNode] = []
    parts: list[_Part] = []
    for node in nodes:
        if node.type == "heading" and node.tag == tag:
            parts.append(_Part(node, []))
        elif parts:
            parts[-1].content.append(node)
        else:
            before.append(node)
    return before, parts


def _plain(fields: Fields, name: str) -> str:
    return plain_text(fields[name]) if name in fields else ""


def _cover_line(fields: Fields) -> CoverLine:
    if "cover" not in fields:
        return CoverLine()
    text = _plain(fields, "cover").strip()
    return CoverLine(mode=CoverMode.OTHER, text=text) if text else CoverLine(mode=CoverMode.OFF)


def _source(fields: Fields) -> Source:
    name = _plain(fields, "source")
    if "source-url" not in fields:
        return Source(name=name)
    url = fields["source-url"]  # taken as it is: an address is full of characters that mark formats
    with url.refusing():
        return Source(name=name, url=url.text)


def _event_date(fields: Fields) -> date | None:
    day = fields.get("event-date")
    text = day.text.strip() if day else ""
    if not day or not text:
        return None
    try:
        return iso_day(text)
    except ValueError as error:
        raise day.error("markdown.not-a-day", field="event-date", value=text) from error
