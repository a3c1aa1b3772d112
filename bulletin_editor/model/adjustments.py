"""What is done to a stored picture before it is shown. The original stays as it is.

Developing happens in this order: quarter turns, straightening, crop, brightness and contrast.
"""

from __future__ import annotations

import math

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.value import Value

MAX_ANGLE = 15.0
"""Degrees by which a picture can be straightened; more is a matter of quarter turns."""

LEAST_LEFT = 0.05
"""The share of a picture's width and of its height that a crop must leave."""

_DIGITS = 4  # of a share: a tenth of a pixel of the largest picture


class Crop(Value, frozen=True):
    """What is cut off at each side, as shares (0 to 1) of the width or the height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def __post_init__(self) -> None:
        for side in ("left", "top", "right", "bottom"):
            self.settle(side, round(float(getattr(self, side)), _DIGITS))
        left = min(1 - self.left - self.right, 1 - self.top - self.bottom)
        if min(self.left, self.top, self.right, self.bottom) < 0 or left < LEAST_LEFT - 10**-_DIGITS:
            raise InvalidValue("value.crop")


class Focus(Value, frozen=True):
    """The point of a picture that must stay in sight where a row cuts it: shares of its width and height.

    It is a point of the picture as it was adjusted, from its upper left corner.
    """

    x: float = 0.5
    y: float = 0.5

    def __post_init__(self) -> None:
        for side in ("x", "y"):
            self.settle(side, round(float(getattr(self, side)), _DIGITS))
        if not (0 <= self.x <= 1 and 0 <= self.y <= 1):
            raise InvalidValue("value.focus")


class Adjustments(Value, frozen=True):
    """How a picture differs from its stored original; as made, not at all.

    `turns` are quarter turns clockwise (0 to 3); `angle` straightens by degrees clockwise, and of the turned
    picture the largest upright part of the same shape is kept; `crop` speaks of that part. `brightness` and
    `contrast` go from -100 to 100.
    """

    turns: int = 0
    angle: float = 0.0
    crop: Crop = Crop()
    brightness: int = 0
    contrast: int = 0

    def __post_init__(self) -> None:
        self.settle("angle", round(float(self.angle), 2))
        if not 0 <= self.turns <= 3:
            raise InvalidValue("value.turns", turns=self.turns)
        if abs(self.angle) > MAX_ANGLE:
            raise InvalidValue("value.angle", angle=self.angle, limit=MAX_ANGLE)
        if max(abs(self.brightness), abs(self.contrast)) > 100:
            raise InvalidValue("value.tone")


def straightened_size(width: int, height: int, adjustments: Adjustments) -> tuple[float, float]:
    """Return width and height in px of what turning and straightening leave of a picture."""
    turned = (height, width) if adjustments.turns % 2 else (width, height)
    angle = math.radians(abs(adjustments.angle))
    cosine, sine = math.cos(angle), math.sin(angle)
    share = min(
        turned[0] / (turned[0] * cosine + turned[1] * sine),
        turned[1] / (turned[0] * sine + turned[1] * cosine),
    )
    return turned[0] * share, turned[1] * share


def developed_size(width: int, height: int, adjustments: Adjustments) -> tuple[int, int]:
    """Return how many whole px `adjustments` leave of a picture of `width` × `height` px."""
    whole, crop = straightened_size(width, height, adjustments), adjustments.crop
    left, top = round(crop.left * whole[0]), round(crop.top * whole[1])
    right, bottom = round((1 - crop.right) * whole[0]), round((1 - crop.bottom) * whole[1])
    return max(1, right - left), max(1, bottom - top)
