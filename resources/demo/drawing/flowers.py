"""The ban flower (hoa ban), the flower of the province: five petals, white, one streaked with orchid."""

from __future__ import annotations

from random import Random

from drawing.canvas import Canvas
from drawing.palette import BARK, BLUSH, GOLD, LEAF, ORCHID, WHITE, darker, lighter, mix

# One petal from the heart (0, 0) up to y = -100: a narrow foot, a broad blade, a notch at the tip.
PETAL = (
    "M0,6 C-16,-20 -39,-42 -38,-72 C-37,-94 -17,-103 -4,-96 "
    "Q0,-92 4,-96 C17,-103 37,-94 38,-72 C39,-42 16,-20 0,6Z"
)
VEINS = (
    "M0,-14 L0,-82",
    "M-2,-20 Q-14,-44 -16,-74",
    "M2,-20 Q14,-44 16,-74",
    "M-4,-24 Q-22,-42 -27,-62",
    "M4,-24 Q22,-42 27,-62",
)
# A leaf like two wings grown together, its stalk at (0, 0).
LEAF_OUTLINE = (
    "M0,0 C-30,8 -52,-14 -46,-46 C-42,-66 -20,-76 -2,-56 "
    "L0,-50 L2,-56 C20,-76 42,-66 46,-46 C52,-14 30,8 0,0Z"
)


def ban_flower(canvas: Canvas, x: float, y: float, size: float, turn: float = 0) -> None:
    """A ban flower seen from the front, `size` from heart to tip, turned clockwise by `turn` degrees."""
    blade = canvas.vertical(WHITE, mix(BLUSH, WHITE, 0.6), mix(BLUSH, ORCHID, 0.22))
    streaked = canvas.vertical(mix(BLUSH, WHITE, 0.4), mix(BLUSH, ORCHID, 0.4), ORCHID)
    with canvas.group(f"translate({x:.1f},{y:.1f}) rotate({turn:.1f}) scale({size / 100:.4f})"):
        for number in (1, 4, 2, 3, 0):
            with canvas.group(f"rotate({number * 72})"):
                _petal(canvas, streaked if number == 0 else blade, ORCHID)
        _stamens(canvas)


def _petal(canvas: Canvas, fill: str, vein: str) -> None:
    canvas.path(PETAL, darker(ORCHID, 0.3), opacity=0.16, transform="translate(3,4)")
    canvas.path(PETAL, fill)
    for line in VEINS:
        canvas.path(line, stroke=vein, stroke_width=1.3, stroke_linecap="round", opacity=0.28)


def _stamens(canvas: Canvas) -> None:
    for number in range(5):
        with canvas.group(f"rotate({number * 72 + 36})"):
            canvas.path("M0,0 Q5,-18 1,-32", stroke=lighter(ORCHID, 0.45), stroke_width=2.4)
            canvas.ellipse(1, -34, 3.4, 5.2, GOLD)
    canvas.circle(0, 0, 8, lighter(GOLD, 0.25))


def ban_leaf(canvas: Canvas, x: float, y: float, size: float, turn: float, colour: str = LEAF) -> None:
    """A two-winged leaf, `size` long, its stalk at (x, y)."""
    with canvas.group(f"translate({x:.1f},{y:.1f}) rotate({turn:.1f}) scale({size / 70:.4f})"):
        canvas.path(LEAF_OUTLINE, canvas.vertical(lighter(colour, 0.2), darker(colour, 0.1)))
        for line in ("M0,-2 L0,-48", "M0,-6 Q-20,-22 -28,-52", "M0,-6 Q20,-22 28,-52"):
            canvas.path(line, stroke=lighter(colour, 0.5), stroke_width=1.6, opacity=0.6)


def twig(canvas: Canvas, outline: str, width: float) -> None:
    """A bare twig along an SVG path."""
    canvas.path(outline, stroke=BARK, stroke_width=width, stroke_linecap="round")
    with canvas.group(f"translate(0,{-width * 0.2:.1f})", opacity=0.6):
        light = lighter(BARK, 0.3)
        canvas.path(outline, stroke=light, stroke_width=width * 0.3, stroke_linecap="round")


def falling_petals(canvas: Canvas, random: Random, count: int, size: float) -> None:
    """Loose petals on the wind over the whole canvas."""
    for _ in range(count):
        x, y = random.uniform(0, canvas.width), random.uniform(0, canvas.height * 0.8)
        scale = size / 100 * random.uniform(0.6, 1.2)
        turn = random.uniform(0, 360)
        place = f"translate({x:.0f},{y:.0f}) rotate({turn:.0f}) scale({scale:.3f},{scale * 0.6:.3f})"
        canvas.path(PETAL, BLUSH, transform=place, opacity=0.9)
