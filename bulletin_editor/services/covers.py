"""Covers of stored issues as small pictures, for lists."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from msgspec.structs import replace

from bulletin_editor.export.layout import lay_out_once
from bulletin_editor.export.pages import DrawnPage, Pages
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Issue, Section
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.value import Value
from bulletin_editor.services.developing import ScreenDeveloper
from bulletin_editor.services.exporting import needed_pictures
from bulletin_editor.store import Store

LONG_SIDE = 640
"""Most px of a picture on a small cover."""


class CoverParts(Value, frozen=True):
    """All that a cover is made of: the issue without the bodies of its articles, and the pictures on it."""

    issue: Issue
    agency: Agency
    pictures: dict[str, PictureFile]


def cover_parts(store: Store, issue_id: str) -> CoverParts:
    """Take out of `store`, or its trash, what the cover of an issue is made of.

    Raises:
        StoreError: it is not there, or cannot be read.
    """
    issue, agency = _without_bodies(store.load_by_id(issue_id)), store.agency()
    pictures = store.pictures(needed_pictures(issue, agency))
    return CoverParts(issue=issue, agency=agency, pictures=pictures)


class CoverDrawer:
    """Draws covers with one template, in one thread. `close` gives its work folder back."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._developer = ScreenDeveloper(LONG_SIDE)
        self._printer = PdfPrinter(template, shown=self._developer.shown)

    def draw(self, parts: CoverParts, width: int) -> DrawnPage:
        """Return the cover, `width` px wide. Its page numbers are those of empty articles.

        Raises:
            ExportError: the template cannot print it.
            PictureError: its picture cannot be read.
        """
        issue, pictures = self._developer.developed_issue(parts.issue, parts.pictures)
        layout = lay_out_once(self._printer, issue, parts.agency, self._template, pictures, picture_scales={})
        with Pages(layout.pdf) as pages:
            return pages.draw(1, width / pages.sizes[0].width)

    def close(self) -> None:
        """Remove the work folder."""
        self._printer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _without_bodies(issue: Issue) -> Issue:
    return replace(issue, sections=tuple(_emptied(section) for section in issue.sections))


def _emptied(section: Section) -> Section:
    return replace(section, articles=tuple(replace(article, body=()) for article in section.articles))
