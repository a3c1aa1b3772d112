"""A laboratory that firms may use: bench, microscope, seedlings."""

from __future__ import annotations

from random import Random

from drawing.canvas import Canvas, turned
from drawing.nature import land, ranges, rolling
from drawing.palette import BLUE, FRESH, GOLD, GREY, LEAF, MIST, NAVY, RED, SKY_BLUE, WHITE, darker, lighter
from drawing.people import Outfit, person
from drawing.things import flask, microscope, shadow

WINDOW = "M640,90 h560 v390 h-560Z"


def laboratory(random: Random) -> Canvas:
    """Draw two researchers at the bench before a window on the mountains, 1800 × 720."""
    canvas = Canvas(1800, 900)
    canvas.frame = (60, 780)
    canvas.rect(0, 0, 1800, 900, canvas.vertical("#EAF3FB", "#D3E4F3"))
    _window(canvas, random)
    _shelves(canvas, 90, random)
    _shelves(canvas, 1270, random)
    person(canvas, 700, 880, 640, Outfit("#58A6DC", NAVY, WHITE, long_hair=True), (-10, -52), (17, -56))
    person(canvas, 1250, 880, 660, Outfit("#6FB98F", NAVY, WHITE), (-18, -62), (22, -46))
    canvas.rect(0, 650, 1800, 34, canvas.vertical(WHITE, "#DCE6F0"))
    canvas.rect(0, 684, 1800, 216, canvas.vertical(BLUE, NAVY))
    for x in range(60, 1800, 340):
        canvas.rect(x, 716, 290, 184, lighter(BLUE, 0.12), rx=8, opacity=0.35)
        canvas.rect(x + 115, 742, 60, 9, GOLD, rx=4)
    _on_the_bench(canvas)
    return canvas


def _window(canvas: Canvas, random: Random) -> None:
    canvas.rect(620, 70, 600, 430, WHITE, rx=8)
    with canvas.clipped(WINDOW):
        canvas.rect(640, 90, 560, 390, canvas.vertical("#6DB1E8", "#E6F3FB"))
        with canvas.group("translate(420,-40) scale(0.62)"):
            ranges(canvas, random, "#A9CFE0", "#3B7F86", [480, 560, 620], "#EAF4F0")
            hill = rolling(random, 720, 90, 900)
            land(canvas, hill, FRESH)
    canvas.rect(914, 90, 12, 390, WHITE)
    canvas.rect(640, 276, 560, 10, WHITE)


def _shelves(canvas: Canvas, x: float, random: Random) -> None:
    for row, y in enumerate((220, 400)):
        canvas.rect(x, y, 440, 16, "#B7C7D8", rx=4)
        for place in range(6):
            spot = x + 46 + place * 70
            if row == 0:
                _seedling(canvas, spot, y, random.uniform(78, 104))
            else:
                flask(
                    canvas, spot, y, random.uniform(74, 98), random.choice([SKY_BLUE, GOLD, FRESH, "#E58AB4"])
                )


def _seedling(canvas: Canvas, x: float, foot: float, height: float) -> None:
    canvas.rect(x - 22, foot - height, 44, height, WHITE, rx=9, opacity=0.75)
    canvas.rect(x - 19, foot - height * 0.3, 38, height * 0.28, "#F3DFA8", rx=6)
    canvas.line([(x, foot - height * 0.3), (x, foot - height * 0.62)], LEAF, 4)
    for turn in (-48, 48, -14, 20):
        canvas.ellipse(
            x,
            foot - height * 0.7,
            6,
            15,
            lighter(LEAF, 0.2),
            transform=turned(turn, x, foot - height * 0.56),
        )
    canvas.rect(x - 24, foot - height - 6, 48, 12, "#9FB4C9", rx=4)


def _on_the_bench(canvas: Canvas) -> None:
    shadow(canvas, 880, 655, 210)
    microscope(canvas, 880, 655, 270)
    flask(canvas, 400, 655, 210, "#58B7F0")
    flask(canvas, 250, 655, 160, FRESH)
    flask(canvas, 530, 655, 130, GOLD)
    canvas.rect(1400, 480, 290, 176, darker(MIST, 0.7), rx=10)
    canvas.rect(1412, 492, 266, 140, "#0E2B57", rx=4)
    points = [(1424, 606), (1470, 570), (1510, 586), (1560, 530), (1610, 552), (1664, 508)]
    canvas.line(points, "#8FE0B0", 6)
    canvas.line([(x, y + 18) for x, y in points], RED, 4, opacity=0.8)
    canvas.rect(1500, 655, 90, 8, GREY)
    for number, colour in enumerate((RED, GOLD, LEAF, BLUE)):
        canvas.rect(1070 + number * 38, 572, 24, 80, WHITE, rx=11, opacity=0.85)
        canvas.rect(1070 + number * 38, 612, 24, 40, colour, rx=11)
    canvas.rect(1058, 634, 154, 18, "#8FA3BA", rx=4)
