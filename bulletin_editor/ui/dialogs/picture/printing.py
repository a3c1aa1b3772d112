"""What the dialog knows of the page: the shapes of its frames, and how a picture fits the one it is for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bulletin_editor.export.picture_fit import Fit, Shape
from bulletin_editor.export.resolutions import resolution_of
from bulletin_editor.model.adjustments import Adjustments, Crop, Focus, developed_size
from bulletin_editor.model.resolution import Resolution


@dataclass(frozen=True)
class FrameShape:
    """A frame of the layout: what it is called, and its width to its height."""

    name: str
    ratio: float


@dataclass(frozen=True)
class Printing:
    """How a picture of `width` × `height` px is printed at its place.

    `shapes` are those of the layout, that of its own place first; `fit` tells how an adjusted picture fills
    that place. `slogan` is the share of the place's height, at its foot, on which the slogan stands.
    """

    width: int
    height: int
    shapes: tuple[FrameShape, ...]
    fit: Callable[[Shape], Fit]
    slogan: float = 0.0

    def cut_off(self, adjustments: Adjustments, focus: Focus) -> Crop:
        """Return what the page cuts off the adjusted picture."""
        left, top, right, bottom = self.fit(self._shape(adjustments, focus)).crop
        return Crop(left=left, top=top, right=right, bottom=bottom)

    def resolution(self, adjustments: Adjustments) -> Resolution:
        """Return how sharp the adjusted picture is on paper."""
        shape = self._shape(adjustments, Focus())
        return resolution_of(shape, self.fit(shape))

    def _shape(self, adjustments: Adjustments, focus: Focus) -> Shape:
        return Shape(*developed_size(self.width, self.height, adjustments), focus)
