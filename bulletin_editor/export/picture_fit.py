"""How a picture fills the frame that the layout gives it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from bulletin_editor.export.pictures import picture_path
from bulletin_editor.export.printout import PrintedPicture
from bulletin_editor.export.template_settings import Pictures
from bulletin_editor.model.adjustments import Focus
from bulletin_editor.model.blocks import RowLayout
from bulletin_editor.model.picture_file import PictureFile


class Shape(msgspec.Struct, frozen=True):
    """What counts of a picture for its place on the page: its size in px, and what must stay in sight."""

    width: int
    height: int
    focus: Focus = Focus()


class Fit(msgspec.Struct, frozen=True):
    """How a picture is printed: its size in mm, and the shares cut off at left, top, right and bottom."""

    width: float
    height: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)

    def of(self, picture: PictureFile, alt: str) -> PrintedPicture:
        """Return `picture` as it is printed so, with `alt` read aloud for it."""
        return PrintedPicture(
            sha256=picture.sha256,
            file=picture_path(picture),
            alt=alt,
            width=self.width,
            height=self.height,
            crop=self.crop,
        )


class Framer(msgspec.Struct, frozen=True):
    """Frames the picture rows of an article, `scale` times as high as usual. `text_width` is in mm."""

    look: Pictures
    text_width: float
    scale: float = 1

    def frames(self, count: int, layout: RowLayout) -> tuple[tuple[float, float], ...]:
        """Return width and height in mm of what a row of `count` pictures has for each of them."""
        if layout is RowLayout.TALL_BESIDE_TWO:
            width = self._column(2)
            height = self.look.tall_row * self.scale
            low = (height - self.look.gap) / 2
            return (width, height), (width, low), (width, low)
        return ((self._column(count), self.look.heights[count - 1] * self.scale),) * count

    def row(self, shapes: Sequence[Shape], layout: RowLayout) -> tuple[Fit, ...]:
        """Return how the pictures of a row are printed."""
        frames = self.frames(len(shapes), layout)
        if len(shapes) == 1:
            return (fitted_single(shapes[0], *frames[0], self.look.most_crop),)
        return tuple(fitted(shape, *frame) for shape, frame in zip(shapes, frames, strict=True))

    def _column(self, count: int) -> float:
        return (self.text_width - self.look.gap * (count - 1)) / count


def fitted(shape: Shape, width: float, height: float) -> Fit:
    """Return a picture filling a frame of `width` × `height` mm, cropped on two sides around its focus."""
    ratio = shape.width / shape.height
    frame = width / height
    left, right = _cut(1 - frame / ratio, shape.focus.x)
    top, bottom = _cut(1 - ratio / frame, shape.focus.y)
    return Fit(width=width, height=height, crop=(left, top, right, bottom))


def fitted_single(shape: Shape, width: float, height: float, most_crop: float) -> Fit:
    """Return a picture that stands alone: as wide as the text where little is lost by it.

    One that would lose more than the share `most_crop` keeps its shape, at the same height but narrower.
    """
    ratio = shape.width / shape.height
    if ratio >= width / height * (1 - most_crop):
        return fitted(shape, width, height if ratio <= width / height else width / ratio)
    return fitted(shape, height * ratio, height)


def _cut(surplus: float, focus: float) -> tuple[float, float]:
    """Return what is cut off at either end of a side that is longer than its frame by the share `surplus`.

    `focus`, a share of the side, comes as near to the middle of what is left as the ends allow.
    """
    if surplus <= 0:
        return 0.0, 0.0
    first = min(max(focus - (1 - surplus) / 2, 0.0), surplus)
    return first, surplus - first
