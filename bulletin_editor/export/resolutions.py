"""How sharp the pictures of an issue are printed: worked out from their sizes alone, nothing is decoded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bulletin_editor.export.compose import cover_frame
from bulletin_editor.export.picture_fit import Fit, Framer, Shape, fitted
from bulletin_editor.export.template_settings import TemplateSettings
from bulletin_editor.model.adjustments import developed_size
from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.place import COVER_PICTURE, PicturePlace
from bulletin_editor.model.placed_pictures import picture_rows
from bulletin_editor.model.resolution import Resolution, Resolutions, printed_resolution

PictureSizes = Mapping[str, tuple[int, int]]
"""Width and height in px of stored pictures, by their SHA-256."""


def resolutions(issue: Issue, settings: TemplateSettings, sizes: PictureSizes) -> Resolutions:
    """Return the resolutions of the pictures of `issue`, printed by a template with `settings`.

    They are those at the usual height of a row: in an article that is fitted to its page, pictures are lower.
    """
    found: dict[PicturePlace, Resolution] = {}
    cover = cover_resolution(issue, settings, sizes)
    if cover:
        found[COVER_PICTURE] = cover
    for article in issue.articles:
        for block, row in picture_rows(article):
            for number, resolution in enumerate(row_resolutions(row, settings, sizes)):
                if resolution:
                    place = PicturePlace(article_id=article.id, block=block, number=number)
                    found[place] = resolution
    return found


def row_resolutions(
    row: PictureRow, settings: TemplateSettings, sizes: PictureSizes
) -> tuple[Resolution | None, ...]:
    """Return the resolution of each picture of `row`; of none, where one of them is not among `sizes`."""
    shapes = _shapes(row.pictures, sizes)
    if shapes is None:
        return (None,) * len(row.pictures)
    fits = Framer(settings.pictures, settings.page.text_width).row(shapes, row.layout)
    return tuple(resolution_of(shape, fit) for shape, fit in zip(shapes, fits, strict=True))


def cover_resolution(issue: Issue, settings: TemplateSettings, sizes: PictureSizes) -> Resolution | None:
    """Return the resolution of the cover picture of `issue`, if there is one and it is among `sizes`."""
    shapes = _shapes((issue.cover_picture,), sizes) if issue.cover_picture else None
    return resolution_of(shapes[0], fitted(shapes[0], *cover_frame(issue, settings))) if shapes else None


def resolution_of(shape: Shape, fit: Fit) -> Resolution:
    """Return the resolution of a picture of `shape` that is printed as `fit` says."""
    left, _, right, _ = fit.crop
    return printed_resolution(shape.width * (1 - left - right), fit.width, fit.height)


def _shapes(pictures: Sequence[Picture], sizes: PictureSizes) -> list[Shape] | None:
    if any(picture.sha256 not in sizes for picture in pictures):
        return None
    return list(_developed_shapes(pictures, sizes))


def _developed_shapes(pictures: Sequence[Picture], sizes: PictureSizes) -> Iterator[Shape]:
    for picture in pictures:
        width, height = developed_size(*sizes[picture.sha256], picture.adjustments)
        yield Shape(width, height, picture.focus)
