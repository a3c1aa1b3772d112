"""Skies, mountains, fields and trees."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from drawing.canvas import Canvas, Point
from drawing.palette import BARK, FOREST, LEAF, WHITE, darker, lighter, mix

Ridge = Callable[[float], float]  # height of the land (y, downwards) at x


def sky(canvas: Canvas, *colours: str) -> None:
    """Fill the whole canvas, from the zenith down."""
    canvas.rect(0, 0, canvas.width, canvas.height, canvas.vertical(*colours))


def sun(canvas: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    """A sun with a wide soft glow."""
    canvas.circle(x, y, radius * 5, canvas.glow(colour, 0.75))
    canvas.circle(x, y, radius, lighter(colour, 0.55))


def cloud(canvas: Canvas, x: float, y: float, width: float, opacity: float = 0.8) -> None:
    """A flat-bottomed cloud whose left end is at `x` and whose foot is at `y`."""
    bulges = [(0.18, 0.10, 0.12), (0.40, 0.17, 0.19), (0.63, 0.13, 0.16), (0.83, 0.08, 0.10)]
    with canvas.group(opacity=opacity):
        canvas.rect(x, y - width * 0.11, width, width * 0.11, WHITE, rx=width * 0.055)
        for place, lift, radius in bulges:
            canvas.circle(x + width * place, y - width * lift, width * radius * 0.8, WHITE)


def rolling(random: Random, base: float, height: float, wave: float) -> Ridge:
    """A line of rounded hills: `height` is the span of its swing, `wave` its longest wavelength."""
    waves = [(height / 2 ** (k + 1), wave / 1.9**k, random.uniform(0, math.tau)) for k in range(4)]
    return lambda x: base + sum(size * math.sin(x / long * math.tau + phase) for size, long, phase in waves)


def land(canvas: Canvas, ridge: Ridge, fill: str, bottom: float | None = None) -> None:
    """Fill everything under a ridge."""
    foot = canvas.height if bottom is None else bottom
    canvas.polygon([*_along(canvas, ridge), (canvas.width, foot), (0, foot)], fill)


def haze(canvas: Canvas, y: float, height: float, colour: str, opacity: float = 0.55) -> None:
    """A bank of mist, thickest in its middle."""
    stops = [(0, colour, 0), (0.5, colour, opacity), (1, colour, 0)]
    canvas.rect(0, y - height / 2, canvas.width, height, canvas.gradient(stops, (0, 1)))


def ranges(canvas: Canvas, random: Random, far: str, near: str, bases: list[float], mist: str) -> None:
    """Mountain ranges behind each other, paler the farther, with mist in the valleys between them."""
    for number, base in enumerate(bases):
        share = number / max(len(bases) - 1, 1)
        span = canvas.height * (0.20 - 0.06 * share)
        ridge = rolling(random, base, span, canvas.width * random.uniform(0.45, 0.75))
        colour = mix(far, near, share)
        land(canvas, ridge, canvas.vertical(colour, mix(colour, mist, 0.55)))
        haze(canvas, base + span * 0.9, span * 1.6, mist, 0.35)


def terraces(canvas: Canvas, random: Random, ridge: Ridge, colours: list[str], step: float) -> None:
    """Rice terraces down a hill: bands along the ridge that widen towards the viewer."""
    drop, band = 0.0, 0
    sway = random.uniform(0, math.tau)
    while ridge(canvas.width / 2) + drop < canvas.height * 1.35:
        edge = _terrace_edge(ridge, drop, sway + band * 1.1, step * (1 + band * 0.05))
        colour = colours[band % len(colours)]
        land(canvas, edge, canvas.vertical(lighter(colour, 0.12), colour))
        canvas.line(_along(canvas, edge), lighter(colour, 0.5), 2.5 + drop / 160, opacity=0.75)
        lip = [(x, y - 3 - drop / 110) for x, y in _along(canvas, edge)]
        canvas.line(lip, darker(colour, 0.5), 3 + drop / 140, opacity=0.3)
        band += 1
        drop += step * (1 + band * 0.10)


def _terrace_edge(ridge: Ridge, drop: float, phase: float, step: float) -> Ridge:
    swing = step * 0.42
    return lambda x: (
        ridge(x) + drop + swing * (math.sin(x / 170 + phase) + 0.7 * math.sin(x / 67 - phase * 1.7))
    )


def bushes(
    canvas: Canvas, random: Random, ridge: Ridge, count: int, size: float, colour: str = FOREST
) -> None:
    """Round shrubs scattered along a ridge."""
    for _ in range(count):
        x = random.uniform(0, canvas.width)
        radius = size * random.uniform(0.5, 1.1)
        canvas.circle(x, ridge(x) - radius * 0.35, radius, mix(colour, LEAF, random.uniform(0, 0.5)))


def crop_rows(
    canvas: Canvas, ridge: Ridge, colour: str, first: float, count: int, growth: float = 1.22
) -> None:
    """Hedges of a plantation that follow the hill, growing towards the viewer."""
    drop, gap = first, first
    for row in range(count):
        shade = mix(darker(colour, 0.25), lighter(colour, 0.1), row / max(count - 1, 1))
        _hedge(canvas, ridge, drop, gap * 0.62, shade)
        gap *= growth
        drop += gap


def _hedge(canvas: Canvas, ridge: Ridge, drop: float, height: float, colour: str) -> None:
    width = height * 1.25
    canvas.line(
        [(x, ridge(x) + drop + height * 0.45) for x in _steps(canvas)], darker(colour, 0.45), height * 0.5
    )
    for number in range(int(canvas.width / width) + 2):
        x = number * width + (drop * 7 % width)
        y = ridge(x) + drop
        canvas.ellipse(x, y, width * 0.62, height * 0.55, colour)
        canvas.ellipse(x - width * 0.1, y - height * 0.2, width * 0.4, height * 0.26, lighter(colour, 0.22))


def tree(canvas: Canvas, x: float, foot: float, height: float, colour: str = LEAF) -> None:
    """A round-crowned tree standing at (x, foot)."""
    canvas.rect(x - height * 0.035, foot - height * 0.45, height * 0.07, height * 0.45, BARK)
    for dx, dy, radius in ((-0.17, 0.50, 0.19), (0.18, 0.52, 0.18), (0, 0.68, 0.25)):
        canvas.circle(x + height * dx, foot - height * dy, height * radius, darker(colour, 0.12))
    for dx, dy, radius in ((-0.2, 0.56, 0.13), (0.13, 0.6, 0.12), (-0.05, 0.76, 0.16)):
        canvas.circle(x + height * dx, foot - height * dy, height * radius, lighter(colour, 0.12))


def stilt_house(canvas: Canvas, x: float, foot: float, size: float, wall: str, roof: str) -> None:
    """A house on stilts of the Thái people, `size` wide, standing at (x, foot)."""
    for place in (-0.36, -0.12, 0.12, 0.36):
        canvas.rect(
            x + size * place - size * 0.02, foot - size * 0.24, size * 0.04, size * 0.24, darker(wall)
        )
    canvas.rect(x - size * 0.42, foot - size * 0.44, size * 0.84, size * 0.22, wall)
    for place in (-0.26, -0.02, 0.22):
        canvas.rect(x + size * place, foot - size * 0.39, size * 0.1, size * 0.1, "#FFE7A8")
    low, high = foot - size * 0.42, foot - size * 0.78
    corners = [(x - size * 0.56, low), (x - size * 0.3, high), (x + size * 0.3, high), (x + size * 0.56, low)]
    canvas.polygon(corners, canvas.vertical(lighter(roof, 0.15), roof))


def _steps(canvas: Canvas) -> list[float]:
    return [step * 8.0 for step in range(-2, canvas.width // 8 + 4)]


def _along(canvas: Canvas, ridge: Ridge) -> list[Point]:
    return [(x, ridge(x)) for x in _steps(canvas)]
