"""Laying out an issue: composed, printed, and fitted so that no article runs over by a few lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import msgspec

from bulletin_editor.export.compose import compose
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.printout import ArticleExtent, PrintedArticle, PrintedPictures, Printout
from bulletin_editor.export.template import Template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile

MOST_OVERRUN = 55
"""In mm: an article with more than this on its last page is meant to have that page."""

LEAST_SCALE = 0.6
"""Pictures are made smaller down to this share of their usual height, no further."""

_SLACK = 3  # mm: lines move by a whole line, and Word is to follow without running over again


class Layout(msgspec.Struct, frozen=True):
    """An issue laid out: the printout, its PDF, and where its articles came to stand.

    `picture_scales` is what `compose` was given, so that the next layout can begin with it.
    """

    printout: Printout
    pdf: bytes
    extents: Mapping[str, ArticleExtent]
    picture_scales: Mapping[str, float]


def lay_out(
    printer: PdfPrinter,
    issue: Issue,
    agency: Agency,
    template: Template,
    pictures: Mapping[str, PictureFile],
) -> Layout:
    """Return `issue` laid out by `printer`.

    An article whose last page would hold only a few lines gets lower pictures, if that brings the lines
    back; otherwise its pictures stay as they are.

    Raises:
        ExportError: as for `compose` and `PdfPrinter.print`.
    """
    laid = partial(lay_out_once, printer, issue, agency, template, pictures)
    plain = laid({})
    if not template.settings.options.article_per_page:
        return plain
    scales = _scales(plain)
    if not scales:
        return plain
    fitted = laid(scales)
    helped = {name: scale for name, scale in scales.items() if _pages(fitted, name) < _pages(plain, name)}
    if helped == scales:
        return fitted
    return laid(helped) if helped else plain


def lay_out_once(
    printer: PdfPrinter,
    issue: Issue,
    agency: Agency,
    template: Template,
    pictures: Mapping[str, PictureFile],
    picture_scales: Mapping[str, float],
) -> Layout:
    """Return `issue` laid out with the `picture_scales` of its articles, by anchor, whatever runs over.

    Raises:
        ExportError: as for `compose` and `PdfPrinter.print`.
    """
    printout = compose(issue, agency, template, pictures, picture_scales)
    pdf = printer.print(printout, pictures, issue.period.end)
    return Layout(
        printout=printout, pdf=pdf, extents=printer.article_extents(), picture_scales=picture_scales
    )


def _scales(layout: Layout) -> dict[str, float]:
    """Return how much lower the pictures of each overrunning article must be to bring it back."""
    scales = {}
    for article in layout.printout.articles:
        extent = layout.extents[article.anchor]
        height = _height_of_pictures(article)
        if extent.last_page == extent.page or extent.filled > MOST_OVERRUN or not height:
            continue
        # At the least scale it may still come back: the page before is seldom filled to its end.
        scales[article.anchor] = max(LEAST_SCALE, 1 - (extent.filled + _SLACK) / height)
    return scales


def _height_of_pictures(article: PrintedArticle) -> float:
    rows = (block for block in article.blocks if isinstance(block, PrintedPictures))
    return sum(max(picture.height for picture in row.pictures) for row in rows)


def _pages(layout: Layout, anchor: str) -> int:
    extent = layout.extents[anchor]
    return extent.last_page - extent.page
