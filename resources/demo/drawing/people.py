"""People, drawn flat and without faces: nobody in the pictures is anybody."""

from __future__ import annotations

import math
from dataclasses import dataclass

from drawing.canvas import Canvas, Point
from drawing.palette import DEEP_NAVY, INK, RED, SKIN, STRAW, darker, lighter

HAND_DOWN: Point = (20, -44)


@dataclass(frozen=True)
class Outfit:
    """What a person wears; `coat` hangs open over the shirt, `hat` is the conical one, `scarf` a pupil's."""

    shirt: str
    trousers: str = DEEP_NAVY
    coat: str = ""
    hair: str = "#2B2320"
    long_hair: bool = False
    hat: bool = False
    scarf: bool = False


def person(
    canvas: Canvas,
    x: float,
    foot: float,
    height: float,
    outfit: Outfit,
    left: Point = (-HAND_DOWN[0], HAND_DOWN[1]),
    right: Point = HAND_DOWN,
) -> None:
    """Someone standing at (x, foot). The hands are placed in hundredths of `height` from the feet."""
    with canvas.group(f"translate({x:.1f},{foot:.1f}) scale({height / 100:.4f})"):
        if outfit.long_hair:
            canvas.rect(-9, -96, 18, 22, outfit.hair, rx=8)
        _legs(canvas, outfit.trousers)
        _torso(canvas, outfit)
        _arm(canvas, -12, left, outfit)
        _arm(canvas, 12, right, outfit)
        _head(canvas, outfit)


def listener(canvas: Canvas, x: float, foot: float, size: float, colour: str, rim: str) -> None:
    """Someone seated, seen from behind; `size` is the breadth of the shoulders, `rim` the light on them."""
    with canvas.group(f"translate({x:.1f},{foot:.1f}) scale({size / 100:.4f})"):
        shoulders = "M-50,0 C-50,-46 -34,-58 -12,-62 L12,-62 C34,-58 50,-46 50,0Z"
        canvas.path(shoulders, rim, transform="translate(0,-4)")
        canvas.path(shoulders, colour)
        canvas.ellipse(0, -88, 25, 30, rim)
        canvas.ellipse(0, -85, 25, 30, colour)


def _legs(canvas: Canvas, colour: str) -> None:
    for side in (-1, 1):
        canvas.rect(side * 6 - 5.5, -50, 11, 47, colour, rx=3)
        canvas.rect(side * 7 - 6.5, -4.5, 13, 5, INK, rx=2.5)


def _torso(canvas: Canvas, outfit: Outfit) -> None:
    body = "M-9,-83 Q-17,-82 -17,-72 L-14,-46 Q0,-43 14,-46 L17,-72 Q17,-82 9,-83Z"
    canvas.path(body, canvas.vertical(lighter(outfit.shirt, 0.1), outfit.shirt))
    canvas.rect(-3.6, -86, 7.2, 7, darker(SKIN, 0.12), rx=2)
    canvas.polygon([(-6, -83), (6, -83), (0, -76)], lighter(SKIN, 0.05))
    if outfit.coat:
        for side in (-1, 1):
            points = [(side * 7, -84), (side * 17.5, -80), (side * 17, -34), (side * 4, -34), (side * 3, -66)]
            canvas.polygon(points, outfit.coat)
    if outfit.scarf:
        canvas.polygon([(-9, -84), (9, -84), (3, -79), (6, -66), (0, -76), (-6, -66), (-3, -79)], RED)


def _arm(canvas: Canvas, shoulder: float, hand: Point, outfit: Outfit) -> None:
    sleeve = darker(outfit.coat or outfit.shirt, 0.1)
    side = math.copysign(1, shoulder)
    elbow = ((shoulder + hand[0]) / 2 + side * 4, (-77 + hand[1]) / 2 + 5)
    canvas.line([(shoulder, -77), elbow, _short_of(elbow, hand, 5)], sleeve, 7.6)
    canvas.circle(*hand, 3.9, SKIN)


def _short_of(start: Point, end: Point, gap: float) -> Point:
    length = max(math.dist(start, end), gap)
    return tuple(b - (b - a) * gap / length for a, b in zip(start, end, strict=True))  # type: ignore[return-value]


def _head(canvas: Canvas, outfit: Outfit) -> None:
    canvas.ellipse(0, -92, 8, 9.2, SKIN)
    canvas.path(
        "M-8.6,-91 C-10,-107 10,-107 8.6,-91 C7,-98 1,-99 -2,-98.5 C-6,-98 -8,-95 -8.6,-91Z", outfit.hair
    )
    if outfit.hat:
        canvas.path("M-20,-94 L-1.5,-110 Q0,-111.5 1.5,-110 L20,-94 Q0,-88.5 -20,-94Z", STRAW)
        canvas.path("M0,-111 Q0,-111.5 1.5,-110 L20,-94 Q10,-91 0,-91.2Z", darker(STRAW, 0.16))
