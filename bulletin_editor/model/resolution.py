"""How sharp a picture is on paper."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypeAlias

from bulletin_editor.model.place import PicturePlace
from bulletin_editor.model.value import Value

LEAST_DPI = 150
"""Pixels per inch below which a printed picture looks blurred."""

_MM_PER_INCH = 25.4


class Resolution(Value, frozen=True):
    """Pixels per inch of a picture that is printed `width` × `height` mm."""

    dpi: int
    width: float
    height: float

    def needed(self, dpi: int = LEAST_DPI) -> tuple[int, int]:
        """Return how many px wide and high what is shown of the picture must be, to have `dpi`."""
        return math.ceil(self.width / _MM_PER_INCH * dpi), math.ceil(self.height / _MM_PER_INCH * dpi)


Resolutions: TypeAlias = Mapping[PicturePlace, Resolution]
"""The resolutions of an issue's pictures; one that is not at hand has none."""


def printed_resolution(shown_width: float, width: float, height: float) -> Resolution:
    """Return the resolution of a picture of which `shown_width` px fill `width` × `height` mm."""
    return Resolution(dpi=round(shown_width * _MM_PER_INCH / width), width=width, height=height)
