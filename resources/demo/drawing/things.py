"""Things of the work: screens, papers, codes, and what stands on a table."""

from __future__ import annotations

import math
from random import Random

from drawing.canvas import Canvas, Point, turned
from drawing.flowers import PETAL
from drawing.palette import BLUE, GOLD, GREY, INK, LEAF, MIST, NAVY, RED, WHITE, darker, lighter

QR_CELLS = 21


def emblem(canvas: Canvas, x: float, y: float, size: float, petal: str = WHITE) -> None:
    """The ban flower as a sign: five plain petals and a gold heart, `size` from heart to tip."""
    with canvas.group(f"translate({x:.1f},{y:.1f}) scale({size / 100:.4f})"):
        for number in range(5):
            canvas.path(PETAL, petal, transform=f"rotate({number * 72})")
        canvas.circle(0, 0, 15, GOLD)


def star(x: float, y: float, radius: float) -> list[Point]:
    """Return the corners of a five-pointed star."""
    corners = []
    for number in range(10):
        reach = radius if number % 2 == 0 else radius * 0.382
        angle = math.radians(number * 36 - 90)
        corners.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return corners


def flag(canvas: Canvas, x: float, y: float, width: float) -> None:
    """The national flag, its upper left corner at (x, y)."""
    canvas.rect(x, y, width, width * 2 / 3, "#DA251D")
    canvas.polygon(star(x + width / 2, y + width * 0.345, width * 0.2), "#FFDD00")


def shadow(canvas: Canvas, x: float, y: float, width: float, opacity: float = 0.3) -> None:
    """The soft shadow of something standing at (x, y)."""
    canvas.ellipse(x, y, width / 2, width * 0.07, INK, opacity=opacity, blur=width * 0.03)


def qr_code(canvas: Canvas, random: Random, x: float, y: float, size: float, colour: str = INK) -> None:
    """A square that looks like a QR code; it holds no message."""
    cell = size / QR_CELLS
    canvas.rect(x - cell * 1.5, y - cell * 1.5, size + cell * 3, size + cell * 3, WHITE, rx=cell * 1.2)
    for row in range(QR_CELLS):
        for column in range(QR_CELLS):
            if random.random() < 0.48 and not _in_corner(row, column):
                canvas.rect(x + column * cell, y + row * cell, cell * 1.03, cell * 1.03, colour)
    for row, column in ((0, 0), (0, QR_CELLS - 7), (QR_CELLS - 7, 0)):
        for inset, fill in ((0, colour), (1, WHITE), (2, colour)):
            side = cell * (7 - 2 * inset)
            canvas.rect(x + (column + inset) * cell, y + (row + inset) * cell, side, side, fill)


def _in_corner(row: int, column: int) -> bool:
    low, high = 8, QR_CELLS - 9
    return (row < low and (column < low or column > high)) or (row > high and column < low)


def phone(
    canvas: Canvas, x: float, y: float, height: float, screen: str = MIST
) -> tuple[float, float, float, float]:
    """A telephone with its middle at (x, y); return the place and size of its screen."""
    width, rim = height * 0.5, height * 0.022
    left, top = x - width / 2, y - height / 2
    canvas.rect(
        left + rim, top + rim * 2, width, height, INK, rx=height * 0.06, opacity=0.3, blur=height * 0.02
    )
    canvas.rect(left, top, width, height, INK, rx=height * 0.06)
    inner = (left + rim, top + rim, width - rim * 2, height - rim * 2)
    canvas.rect(*inner, screen, rx=height * 0.045)
    canvas.rect(x - width * 0.14, top + rim * 1.5, width * 0.28, rim * 1.3, INK, rx=rim * 0.65)
    return inner


def laptop(canvas: Canvas, x: float, foot: float, width: float, colour: str = "#C9D3DF") -> None:
    """A laptop seen from its back, standing at (x, foot)."""
    height = width * 0.62
    canvas.rect(
        x - width * 0.45, foot - height, width * 0.9, height, canvas.vertical(lighter(colour), colour), rx=10
    )
    emblem(canvas, x, foot - height * 0.5, width * 0.08)
    canvas.rect(x - width / 2, foot - width * 0.035, width, width * 0.045, darker(colour, 0.3), rx=5)


def bouquet(canvas: Canvas, random: Random, x: float, foot: float, size: float) -> None:
    """Flowers in a low bowl, as on the table of a meeting."""
    for number in range(46):
        angle, reach = random.uniform(math.pi, math.tau), size * 0.36 * math.sqrt(random.random())
        spot = (x + math.cos(angle) * reach * 1.15, foot - size * 0.22 + math.sin(angle) * reach * 0.9)
        colours = [darker(LEAF), LEAF] if number < 20 else [RED, GOLD, WHITE, "#F3A6C4"]
        canvas.circle(*spot, size * (0.085 if number < 20 else 0.055), random.choice(colours))
    rim, base, height = size * 0.3, size * 0.18, size * 0.25
    bowl = [(x - rim, foot - height), (x + rim, foot - height), (x + base, foot), (x - base, foot)]
    canvas.polygon(bowl, WHITE)


def microscope(canvas: Canvas, x: float, foot: float, size: float) -> None:
    """A microscope, `size` high, standing at (x, foot)."""
    with canvas.group(f"translate({x:.1f},{foot:.1f}) scale({size / 100:.4f})"):
        canvas.rect(-30, -8, 62, 8, NAVY, rx=4)
        canvas.path("M18,-8 C44,-30 40,-66 8,-72 L4,-62 C26,-56 28,-32 6,-8Z", canvas.vertical(BLUE, NAVY))
        canvas.rect(-26, -30, 40, 5, INK, rx=2)
        canvas.rect(-16, -34, 20, 3, "#9AD0F5")
        with canvas.group("rotate(-24 -4 -60)"):
            canvas.rect(-11, -88, 15, 46, canvas.gradient([(0, WHITE, 1), (1, "#B9C8DA", 1)], (1, 0)), rx=4)
            canvas.rect(-9, -100, 11, 13, INK, rx=3)
            canvas.rect(-8, -43, 9, 10, GREY, rx=2)
            canvas.rect(-11, -66, 15, 4, GOLD)
        canvas.circle(22, -34, 6, GOLD)


def flask(canvas: Canvas, x: float, foot: float, size: float, liquid: str) -> None:
    """A conical flask, half full, standing at (x, foot)."""
    with canvas.group(f"translate({x:.1f},{foot:.1f}) scale({size / 100:.4f})"):
        canvas.path("M-8,-96 V-62 L-36,-10 Q-40,0 -28,0 H28 Q40,0 36,-10 L8,-62 V-96Z", WHITE, opacity=0.6)
        canvas.path("M-21,-38 L-36,-10 Q-40,0 -28,0 H28 Q40,0 36,-10 L21,-38Z", liquid, opacity=0.9)
        canvas.ellipse(0, -38, 21, 4, lighter(liquid, 0.4))
        canvas.rect(-12, -100, 24, 7, WHITE, rx=3, opacity=0.85)
        canvas.line([(-24, -16), (-15, -34)], WHITE, 3, opacity=0.7)


def confetti(canvas: Canvas, random: Random, count: int) -> None:
    """Bright scraps of paper over the upper part of the canvas."""
    for _ in range(count):
        x, y = random.uniform(0, canvas.width), random.uniform(0, canvas.height * 0.75)
        colour = random.choice([RED, GOLD, WHITE, "#58B7F0", "#F3A6C4"])
        turn = turned(random.uniform(0, 180), x, y)
        canvas.rect(
            x, y, random.uniform(10, 22), random.uniform(7, 12), colour, transform=turn, opacity=0.9, rx=2
        )
