"""An issue as a Markdown file: front matter, sections, articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bulletin_editor.export.markdown.blocks import write_body
from bulletin_editor.export.markdown.inline import heading_text, plain_line
from bulletin_editor.export.markdown.picture_attributes import picture_attributes
from bulletin_editor.export.pictures import require_pictures
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.issue import Article, CoverMode, Issue, Status
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.rich_text import rich

_FOLDER = "pictures"
_NAME_LENGTH = 16  # hexadecimal digits of the hash: enough to keep any number of pictures apart


@dataclass(frozen=True)
class MarkdownFiles:
    """The text of a Markdown file, and the files that lie beside it.

    `pictures` maps a path relative to the Markdown file, with slashes, to the bytes of that file.
    """

    text: str
    pictures: Mapping[str, bytes]


def to_markdown(issue: Issue, pictures: Mapping[str, PictureFile]) -> MarkdownFiles:
    """Write `issue` as Bulletin Markdown; `pictures` holds its pictures by their SHA-256.

    Raises:
        ExportError: a picture of the issue is not among `pictures`.
    """
    require_pictures(issue, pictures)
    paths = {picture.sha256: _path(picture, pictures) for picture in issue.pictures}
    blocks = [_front_matter(issue, paths)]
    for section in issue.sections:
        blocks.append(f"# {heading_text(rich(section.label))}".rstrip())
        for article in section.articles:
            blocks += _article(article, paths)
    beside = {path: pictures[name].data for name, path in paths.items()}
    return MarkdownFiles("\n\n".join(blocks) + "\n", beside)


def _path(picture: Picture, pictures: Mapping[str, PictureFile]) -> str:
    file = pictures[picture.sha256]
    return f"{_FOLDER}/{file.sha256[:_NAME_LENGTH]}{file.suffix}"


def _front_matter(issue: Issue, paths: Mapping[str, str]) -> str:
    lines = [
        f"number: {issue.key.number}",
        f"year: {issue.key.year}",
        f"from: {issue.period.start.isoformat()}",
        f"to: {issue.period.end.isoformat()}",
    ]
    if issue.status is not Status.DRAFT:
        lines.append(f"status: {issue.status.value}")
    if issue.slogan:
        lines += ("slogan:", *(f"  - {_yaml(line)}" for line in issue.slogan))
    if issue.cover_picture:
        lines.append(f"cover_picture: {paths[issue.cover_picture.sha256]}")
        if issue.cover_picture.alt:
            lines.append(f"cover_alt: {_yaml(issue.cover_picture.alt)}")
        attributes = picture_attributes(issue.cover_picture)
        if attributes:
            lines.append(f"cover_adjustments: {attributes}")
    return "\n".join(["---", *lines, "---"])


def _yaml(text: str) -> str:
    """Quote text for YAML, whose double-quoted strings include those of JSON."""
    return json.dumps(text, ensure_ascii=False)


def _article(article: Article, paths: Mapping[str, str]) -> Iterator[str]:
    yield f"## {heading_text(rich(article.headline))}".rstrip()
    fields = list(_fields(article))
    if fields:
        yield "\n".join(fields)
    yield from write_body(article.body, lambda picture: paths[picture.sha256])


def _fields(article: Article) -> Iterator[str]:
    if article.cover_line.mode is CoverMode.OFF:
        yield ":cover:"
    elif article.cover_line.mode is CoverMode.OTHER:
        yield f":cover: {plain_line(article.cover_line.text)}"
    if article.author:
        yield f":author: {plain_line(article.author)}"
    if article.source.name:
        yield f":source: {plain_line(article.source.name)}"
    if article.source.url:
        yield f":source-url: {article.source.url}"
    if article.event_date:
        yield f":event-date: {article.event_date.isoformat()}"
