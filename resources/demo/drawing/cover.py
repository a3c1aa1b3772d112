"""The cover: mountains of Điện Biên at dawn, rice terraces, and a ban branch in bloom."""

from __future__ import annotations

from random import Random

from drawing.canvas import Canvas
from drawing.flowers import ban_flower, ban_leaf, falling_petals, twig
from drawing.nature import bushes, cloud, land, ranges, rolling, sky, stilt_house, sun, terraces
from drawing.palette import DAWN, EARTH, FOREST, FRESH, LEAF, LIME, PEACH, RICE_GOLD, SKY_BLUE, mix

FLOWERS = [
    (1990, 250, 118, 12),
    (2215, 205, 92, -40),
    (1800, 150, 78, 60),
    (2290, 420, 84, 25),
    (2080, 425, 66, -20),
]
PADDIES = [
    mix(LIME, FRESH, 0.4),
    mix(RICE_GOLD, LIME, 0.6),
    RICE_GOLD,
    mix(RICE_GOLD, LIME, 0.3),
    LIME,
    FRESH,
    mix(FRESH, LEAF, 0.6),
    mix(LIME, FRESH, 0.7),
    "#BFE0E8",  # water
]
LEAVES = [
    (1905, 210, 95, -120),
    (2120, 120, 90, 20),
    (2170, 330, 100, 160),
    (1700, 95, 80, -70),
    (2330, 270, 90, 80),
]


def cover(random: Random) -> Canvas:
    """Draw the cover, 2400 × 1200; its foot is left calm for the slogan."""
    canvas = Canvas(2400, 1200)
    sky(canvas, "#2F78C4", SKY_BLUE, "#CFE4F2", DAWN, PEACH)
    sun(canvas, 820, 400, 82, "#FFD27A")
    for x, y, width in ((180, 230, 330), (1180, 170, 260), (1480, 330, 200)):
        cloud(canvas, x, y, width, 0.55)
    ranges(canvas, random, "#9DC3DD", "#2C6C86", [470, 560, 650], "#E6F0EC")
    _village_hill(canvas, random)
    front = rolling(random, 860, 230, 1900)
    terraces(canvas, random, front, PADDIES, 24)
    _branch(canvas)
    falling_petals(canvas, random, 12, 26)
    return canvas


def _village_hill(canvas: Canvas, random: Random) -> None:
    hill = rolling(random, 800, 150, 1500)
    land(canvas, hill, canvas.vertical(LEAF, FOREST))
    bushes(canvas, random, hill, 70, 26)
    for x, size in ((420, 120), (560, 100), (1905, 120)):
        stilt_house(canvas, x, hill(x) + 34, size, EARTH, "#6B3B2A")


def _branch(canvas: Canvas) -> None:
    twig(canvas, "M2420,40 C2250,90 2150,240 2010,240 S1760,130 1640,80", 17)
    twig(canvas, "M2230,135 C2260,240 2300,320 2290,430", 11)
    twig(canvas, "M2080,228 C2100,300 2100,360 2080,430", 9)
    for leaf in LEAVES:
        ban_leaf(canvas, *leaf)
    for flower in FLOWERS:
        ban_flower(canvas, *flower)
