"""The school robot contest: the arena, the programming, a team, the prize. All 1200 × 900."""

from __future__ import annotations

import math
from random import Random

from drawing.canvas import Canvas
from drawing.palette import (
    BLUE,
    DEEP_NAVY,
    EARTH,
    FRESH,
    GOLD,
    INK,
    LEAF,
    MIST,
    NAVY,
    RED,
    WHITE,
    darker,
    lighter,
    mix,
)
from drawing.people import Outfit, person
from drawing.things import confetti, emblem, laptop, shadow, star

PUPIL_GIRL = Outfit(WHITE, trousers=NAVY, long_hair=True, scarf=True)
PUPIL_BOY = Outfit(WHITE, trousers=NAVY, scarf=True)
CODE_COLOURS = ["#9AD0F5", GOLD, "#8FE0B0", "#F3A6C4", WHITE]


def arena(random: Random) -> Canvas:
    """Draw a robot carrying a box along the line of the contest field."""
    canvas = Canvas(1200, 900)
    canvas.rect(0, 0, 1200, 900, canvas.vertical("#123F7C", "#3F86CF"))
    _blurred_crowd(canvas, random)
    canvas.polygon([(0, 520), (1200, 520), (1200, 900), (0, 900)], canvas.vertical("#CFE6D2", "#A9D3AE"))
    canvas.rect(0, 508, 1200, 16, WHITE)
    road = "M-40,720 C260,640 420,860 640,780 S960,600 1260,690"
    canvas.path(road, stroke=INK, stroke_width=34)
    canvas.path(road, stroke=WHITE, stroke_width=4, stroke_dasharray="26 22")
    for x, foot, size in ((130, 600, 130), (1040, 590, 150), (900, 560, 90)):
        _model_hill(canvas, x, foot, size)
    shadow(canvas, 590, 800, 460, 0.4)
    robot(canvas, 590, 800, 430)
    return canvas


def _blurred_crowd(canvas: Canvas, random: Random) -> None:
    for _ in range(70):
        x, y = random.uniform(0, 1200), random.uniform(60, 500)
        colour = random.choice(["#7DB7E8", GOLD, WHITE, "#F3A6C4", "#8FE0B0"])
        canvas.circle(x, y, random.uniform(16, 54), colour, opacity=random.uniform(0.08, 0.3), blur=3)


def _model_hill(canvas: Canvas, x: float, foot: float, size: float) -> None:
    for share, colour in ((1, LEAF), (0.68, FRESH), (0.36, lighter(FRESH, 0.35))):
        reach = size * share
        canvas.path(
            f"M{x - reach:.0f},{foot:.0f} Q{x:.0f},{foot - reach * 1.9:.0f} {x + reach:.0f},{foot:.0f}Z",
            colour,
        )


def robot(canvas: Canvas, x: float, foot: float, size: float) -> None:
    """A small wheeled robot with a gripper that holds a box; `size` is its height."""
    with canvas.group(f"translate({x:.1f},{foot:.1f}) scale({size / 100:.4f})"):
        for wheel in (-26, 26):
            canvas.circle(wheel, -13, 14, INK)
            canvas.circle(wheel, -13, 7, GOLD)
            canvas.circle(wheel, -13, 2.5, INK)
        canvas.rect(-40, -48, 80, 34, canvas.vertical("#3C8DE0", BLUE), rx=8)
        canvas.rect(-40, -28, 80, 6, GOLD)
        canvas.rect(-30, -43, 34, 9, DEEP_NAVY, rx=3)
        for number, colour in enumerate((RED, GOLD, "#8FE0B0")):
            canvas.circle(16 + number * 8, -38, 2.6, colour)
        canvas.rect(-5, -56, 10, 9, "#8FA3BA")
        canvas.rect(-25, -88, 50, 34, canvas.vertical(WHITE, "#D3E0EE"), rx=10)
        canvas.rect(-20, -82, 40, 21, DEEP_NAVY, rx=7)
        for eye in (-9, 9):
            canvas.circle(eye, -72, 4.6, "#7FE3FF")
            canvas.circle(eye + 1.3, -73.3, 1.5, WHITE)
        canvas.line([(0, -88), (0, -96)], "#8FA3BA", 2.4)
        canvas.circle(0, -98, 3.4, RED)
        canvas.line([(40, -40), (56, -52), (66, -42)], "#8FA3BA", 5)
        canvas.line([(40, -34), (56, -24), (66, -30)], "#8FA3BA", 5)
        canvas.rect(62, -46, 20, 20, canvas.vertical(lighter(GOLD), GOLD), rx=2)
        canvas.rect(70, -46, 4, 20, RED)


def coding(random: Random) -> Canvas:
    """Draw a laptop: the program on the left, the robot's road on the right, the robot before it."""
    canvas = Canvas(1200, 900)
    canvas.rect(0, 0, 1200, 900, canvas.vertical("#F6EBD8", "#EBD3AE"))
    canvas.circle(980, 150, 420, canvas.glow("#FFF6DD", 0.9))
    canvas.rect(0, 760, 1200, 140, canvas.vertical("#B87A4B", "#95592F"))
    shadow(canvas, 560, 790, 1000, 0.4)
    canvas.rect(150, 120, 820, 560, INK, rx=26)
    canvas.rect(174, 144, 772, 500, canvas.vertical("#10305E", "#0A2145"), rx=8)
    canvas.polygon([(90, 770), (150, 680), (970, 680), (1030, 770)], canvas.vertical("#DCE4EE", "#B4C1D1"))
    canvas.rect(90, 766, 940, 20, "#93A2B5", rx=9)
    _program(canvas, random)
    _road_map(canvas)
    shadow(canvas, 920, 850, 260)
    robot(canvas, 900, 850, 240)
    return canvas


def _program(canvas: Canvas, random: Random) -> None:
    for line in range(13):
        left = 206.0 + (0, 26, 52, 52, 26, 52, 78, 78, 52, 26, 26, 52, 0)[line]
        for _ in range(random.randint(2, 3)):
            width = random.uniform(30, 92)
            canvas.rect(left, 178 + line * 34, width, 14, random.choice(CODE_COLOURS), rx=7, opacity=0.9)
            left += width + 12


def _road_map(canvas: Canvas) -> None:
    canvas.rect(570, 176, 344, 436, "#E4F2E4", rx=12)
    for x in range(1, 7):
        canvas.line([(570 + x * 49, 180), (570 + x * 49, 608)], "#BFDDC2", 2)
    for y in range(1, 9):
        canvas.line([(574, 176 + y * 48), (910, 176 + y * 48)], "#BFDDC2", 2)
    road = [(619, 560), (619, 416), (766, 416), (766, 272), (864, 272)]
    canvas.line(road, BLUE, 12)
    canvas.circle(619, 560, 20, GOLD)
    canvas.polygon(star(864, 268, 32), RED)
    for x, y in ((700, 520), (840, 440), (660, 250)):
        canvas.polygon([(x - 34, y + 26), (x, y - 34), (x + 34, y + 26)], LEAF)


def team(random: Random) -> Canvas:
    """Draw four pupils around their robot."""
    canvas = Canvas(1200, 900)
    canvas.rect(0, 0, 1200, 900, canvas.vertical("#DCEEFB", "#F7FBFF"))
    _school_wall(canvas, random)
    canvas.rect(0, 720, 1200, 180, canvas.vertical("#D9B48C", "#C1946A"))
    teal = Outfit("#2B9BB0", trousers=NAVY, scarf=True)
    for x, outfit, left, right in (
        (180, PUPIL_BOY, (-12, -62), (22, -58)),
        (425, PUPIL_GIRL, (-22, -104), (16, -52)),
        (775, teal, (-16, -52), (22, -104)),
        (1020, Outfit("#E05C7A", trousers=NAVY, long_hair=True, scarf=True), (-22, -58), (12, -62)),
    ):
        person(canvas, x, 820, 560, outfit, left, right)
    canvas.rect(36, 690, 1128, 26, "#B87A4B", rx=8)
    canvas.rect(60, 712, 1080, 188, canvas.vertical("#A66A3F", "#8A532E"))
    laptop(canvas, 280, 692, 220)
    robot(canvas, 600, 692, 300)
    for x, colour in ((900, GOLD), (955, RED), (930, BLUE)):
        canvas.rect(x, 640 if colour != BLUE else 592, 50, 50, canvas.vertical(lighter(colour), colour), rx=5)
    return canvas


def _school_wall(canvas: Canvas, random: Random) -> None:
    canvas.rect(240, 70, 720, 120, NAVY, rx=12)
    canvas.text(600, 148, "SÂN CHƠI ROBOT", 56, WHITE, text_anchor="middle", font_weight=800)
    colours = [RED, GOLD, BLUE, FRESH]
    for number in range(16):
        x = number * 80.0
        sag = 30 * math.sin(number / 15 * math.pi)
        canvas.polygon([(x, 8 + sag), (x + 60, 8 + sag), (x + 30, 62 + sag)], colours[number % 4])
    for _ in range(20):
        x, y = random.uniform(0, 1200), random.uniform(220, 660)
        canvas.circle(x, y, random.uniform(10, 36), mix(MIST, "#BBD9F2", 0.8), opacity=0.5)


def prize(random: Random) -> Canvas:
    """Draw the cup and the medals under the lights."""
    canvas = Canvas(1200, 900)
    canvas.rect(0, 0, 1200, 900, canvas.vertical("#8F0E22", RED, "#7C0C1E"))
    for x, lean in ((300, 260), (600, 0), (900, -260)):
        beam = canvas.gradient([(0, "#FFF0C2", 0.55), (1, "#FFF0C2", 0)], (0, 1))
        canvas.polygon(
            [(x - 20, 0), (x + 20, 0), (x + lean + 190, 820), (x + lean - 190, 820)], beam, blur=12
        )
    canvas.circle(600, 400, 480, canvas.glow("#FFD36B", 0.7))
    confetti(canvas, random, 90)
    _steps(canvas)
    _cup(canvas)
    _medal(canvas, 300, 640, "#D5DEE8")
    _medal(canvas, 900, 640, lighter(EARTH, 0.3))
    return canvas


def _steps(canvas: Canvas) -> None:
    for x, top, width in ((180, 800, 240), (780, 800, 240), (420, 730, 360)):
        canvas.rect(x, top, width, 200, canvas.vertical(WHITE, "#D9E4F0"))
        canvas.rect(x, top, width, 12, GOLD)
    canvas.text(600, 842, "1", 84, NAVY, text_anchor="middle", font_weight=900)


def _cup(canvas: Canvas) -> None:
    metal = canvas.gradient([(0, "#FFE59A", 1), (0.5, GOLD, 1), (1, "#C98812", 1)], (1, 0))
    for side in (-1, 1):
        foot, low, high, top = (600 + side * reach for reach in (100, 250, 270, 130))
        handle = f"M{top},250 C{high},230 {low},430 {foot},440"
        canvas.path(handle, stroke=GOLD, stroke_width=26, stroke_linecap="round")
    canvas.path("M450,200 H750 C752,390 706,500 600,508 C494,500 448,390 450,200Z", metal)
    canvas.ellipse(600, 200, 150, 24, darker(GOLD, 0.25))
    canvas.rect(578, 500, 44, 110, metal)
    canvas.rect(510, 600, 180, 40, metal, rx=10)
    canvas.rect(480, 636, 240, 94, canvas.vertical("#3B2A25", "#241815"), rx=8)
    canvas.rect(530, 662, 140, 40, GOLD, rx=5)
    canvas.polygon(star(600, 340, 84), WHITE, opacity=0.92)
    canvas.path(
        "M486,230 C490,350 510,420 550,460",
        stroke=WHITE,
        stroke_width=14,
        stroke_linecap="round",
        opacity=0.5,
    )


def _medal(canvas: Canvas, x: float, y: float, metal: str) -> None:
    for side in (-1, 1):
        canvas.polygon(
            [
                (x + side * 62, y - 270),
                (x + side * 22, y - 270),
                (x - side * 6, y - 60),
                (x + side * 18, y - 60),
            ],
            BLUE,
        )
    canvas.circle(x, y, 84, darker(metal, 0.2))
    canvas.circle(x, y, 72, canvas.vertical(lighter(metal, 0.4), metal))
    emblem(canvas, x, y + 4, 48)
