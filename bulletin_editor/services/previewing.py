"""The preview: the pages that would be exported, laid out while somebody writes, drawn one by one."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from bulletin_editor.export.layout import Layout, lay_out, lay_out_once
from bulletin_editor.export.pages import DrawnPage, Pages, PageSize
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.services.developing import ScreenDeveloper
from bulletin_editor.services.page_places import PagePlaces

LONG_SIDE = 640
"""Most px of a picture on the preview's pages: as wide as the text, it is sharp at the size of the paper."""


class Manuscript(msgspec.Struct, frozen=True):
    """All that pages are made of. `pictures`, by their SHA-256, hold those of the issue and the emblem."""

    issue: Issue
    agency: Agency
    template: Template
    pictures: Mapping[str, PictureFile]


class PreviewPages(msgspec.Struct, frozen=True):
    """The pages of one layout. `revision` counts the layouts of a preview, from 1."""

    revision: int
    sizes: tuple[PageSize, ...]
    places: PagePlaces


class PageDrawing(msgspec.Struct, frozen=True):
    """Page `number`, from 1, of the layout `revision`, drawn with `scale` px for a pt."""

    revision: int
    number: int
    scale: float
    drawn: DrawnPage


class Previewer:
    """Lays out one manuscript after another and draws the pages of the last. It belongs to one thread.

    When a layout fails, the pages are those of the one before.
    """

    def __init__(self) -> None:
        self._developer = ScreenDeveloper(LONG_SIDE)
        self._printer: PdfPrinter | None = None
        self._template: Template | None = None
        self._manuscript: Manuscript | None = None
        self._layout: Layout | None = None
        self._pages: Pages | None = None
        self._revision = 0

    def lay_out(self, manuscript: Manuscript) -> PreviewPages:
        """Lay out `manuscript` quickly: pictures that were lowered to fit an article stay as low.

        Raises:
            ExportError: it cannot be printed.
        """
        last = self._manuscript
        goes_on = last and last.issue.id == manuscript.issue.id and last.template == manuscript.template
        printer = self._printer_for(manuscript.template)
        if goes_on and self._layout:
            layout = lay_out_once(printer, *self._parts(manuscript), self._layout.picture_scales)
        else:
            layout = lay_out(printer, *self._parts(manuscript))
        return self._take(manuscript, layout)

    def settle(self) -> PreviewPages | None:
        """Lay out the last manuscript as the export does; return nothing where no page changes by it.

        Raises:
            ExportError: it cannot be printed.
        """
        if self._manuscript is None or self._layout is None:
            return None
        layout = lay_out(self._printer_for(self._manuscript.template), *self._parts(self._manuscript))
        if layout.pdf == self._layout.pdf:
            return None
        return self._take(self._manuscript, layout)

    def draw(self, number: int, scale: float) -> PageDrawing | None:
        """Draw page `number`, from 1, with `scale` px for a pt; nothing where there is no such page."""
        if self._pages is None or not 1 <= number <= len(self._pages.sizes):
            return None
        return PageDrawing(self._revision, number, scale, self._pages.draw(number, scale))

    def close(self) -> None:
        """Let go of the pages and the printer."""
        if self._pages:
            self._pages.close()
        if self._printer:
            self._printer.close()
        self._pages = self._printer = self._template = None

    def _printer_for(self, template: Template) -> PdfPrinter:
        if self._printer and template == self._template:
            return self._printer
        printer = PdfPrinter(template, shown=self._developer.shown)
        if self._printer:
            self._printer.close()
        self._printer, self._template = printer, template
        return printer

    def _take(self, manuscript: Manuscript, layout: Layout) -> PreviewPages:
        """Make `layout` the one whose pages are drawn."""
        pages = Pages(layout.pdf)
        if self._pages:
            self._pages.close()
        self._manuscript, self._layout, self._pages = manuscript, layout, pages
        self._revision += 1
        page = manuscript.template.settings.page
        return PreviewPages(self._revision, pages.sizes, PagePlaces(manuscript.issue, layout.extents, page))

    def _parts(self, manuscript: Manuscript) -> tuple[Issue, Agency, Template, Mapping[str, PictureFile]]:
        """Return what is laid out, with its pictures developed."""
        issue, pictures = self._developer.developed_issue(manuscript.issue, manuscript.pictures)
        return issue, manuscript.agency, manuscript.template, pictures
