"""Coffee growers and the telephone: learning in the garden, selling from the yard. Both 1600 × 1000."""

from __future__ import annotations

from random import Random

from drawing.canvas import Canvas, turned
from drawing.nature import cloud, crop_rows, land, ranges, rolling, sky, stilt_house, sun, tree
from drawing.palette import (
    BARK,
    BLUE,
    EARTH,
    FOREST,
    FRESH,
    GOLD,
    INK,
    LEAF,
    NAVY,
    RED,
    STRAW,
    WHITE,
    darker,
    lighter,
)
from drawing.people import Outfit, person
from drawing.things import emblem, phone, shadow

VOLUNTEER = Outfit("#1E6FD0", trousers=NAVY)


def guiding(random: Random) -> Canvas:
    """Draw a volunteer and two growers over a telephone among the coffee."""
    canvas = Canvas(1600, 1000)
    sky(canvas, "#58A5E4", "#C6E4F6", "#FFF0D2")
    sun(canvas, 1250, 220, 60, "#FFD98A")
    cloud(canvas, 220, 210, 270, 0.75)
    ranges(canvas, random, "#A3CBDF", "#357984", [400, 460, 520], "#EDF5EE")
    hill = rolling(random, 610, 90, 1900)
    land(canvas, hill, canvas.vertical("#6DAA5C", FOREST))
    stilt_house(canvas, 1330, hill(1330) + 30, 190, EARTH, "#6B3B2A")
    tree(canvas, 1490, hill(1490) + 40, 220)
    crop_rows(canvas, hill, "#3F8F55", 40, 3)
    canvas.polygon([(0, 900), (1600, 860), (1600, 1000), (0, 1000)], canvas.vertical("#B97B4B", "#8F5730"))
    for x in (540, 800, 1050):
        shadow(canvas, x, 950, 220, 0.4)
    person(canvas, 540, 950, 560, Outfit("#8C2F5B", trousers=INK, hat=True), (-20, -46), (16, -62))
    person(canvas, 1050, 950, 570, Outfit("#4B6B3A", trousers="#3A3A44", hat=True), (-18, -64), (20, -46))
    person(canvas, 800, 950, 600, VOLUNTEER, (-12, -62), (12, -62))
    _tablet(canvas, 800, 578)
    _coffee_bush(canvas, random, 190, 960, 330)
    _coffee_bush(canvas, random, 1420, 970, 350)
    return canvas


def _tablet(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x - 84, y - 58, 168, 116, INK, rx=12)
    canvas.rect(x - 75, y - 49, 150, 98, "#E8F4FF", rx=6)
    canvas.rect(x - 64, y - 38, 58, 76, GOLD, rx=6)
    canvas.circle(x - 35, y, 18, EARTH)
    for line, width in enumerate((62, 48, 56)):
        canvas.rect(x + 4, y - 34 + line * 20, width, 9, BLUE if line == 0 else "#A9C4DE", rx=4)
    canvas.rect(x + 4, y + 26, 44, 14, RED, rx=7)


def _coffee_bush(canvas: Canvas, random: Random, x: float, foot: float, size: float) -> None:
    canvas.line([(x, foot), (x, foot - size * 0.7)], BARK, 14)
    for number in range(60):
        share = number / 60
        spot = (x + random.gauss(0, size * 0.22), foot - size * random.uniform(0.12, 0.95))
        turn = random.uniform(-70, 70)
        green = darker(LEAF, 0.35 - share * 0.35)
        canvas.ellipse(
            *spot,
            size * 0.045,
            size * 0.12,
            green,
            transform=turned(turn, spot[0], spot[1]),
        )
        if number % 2:
            for dx, dy in ((0, 0), (13, 8), (3, 17)):
                canvas.circle(spot[0] + dx, spot[1] + dy, 10, random.choice([RED, "#E24B3B", "#B8142A"]))
                canvas.circle(spot[0] + dx - 3, spot[1] + dy - 3, 3, WHITE, opacity=0.6)


def selling(random: Random) -> Canvas:
    """Draw a grower who shows her coffee to a telephone on a stand."""
    canvas = Canvas(1600, 1000)
    canvas.rect(0, 0, 1600, 1000, canvas.vertical("#FBEFD9", "#F2D9AE"))
    _wall(canvas)
    canvas.rect(0, 880, 1600, 120, canvas.vertical("#B9793F", "#8A532E"))
    seller = Outfit("#1D7A6B", trousers=INK, long_hair=True)
    person(canvas, 640, 960, 640, seller, (-26, -62), (27, -72))
    _bag(canvas, 818, 520, 120, RED)
    canvas.rect(230, 700, 800, 30, "#8A532E", rx=8)
    canvas.rect(260, 728, 740, 240, canvas.vertical("#A66A3F", "#7C4A28"))
    for x, colour in ((330, NAVY), (450, RED), (880, LEAF)):
        _bag(canvas, x, 702, 170, colour)
    _beans(canvas, random)
    _phone_stand(canvas)
    _likes(canvas, random)
    return canvas


def _wall(canvas: Canvas) -> None:
    for x in range(0, 1600, 100):
        canvas.rect(x, 0, 3, 880, "#DDB981", opacity=0.6)
    canvas.rect(330, 90, 640, 330, "#FFF8E8", rx=14)
    canvas.rect(345, 105, 610, 300, canvas.vertical("#8CC7EE", "#E9F5FB"))
    canvas.path("M345,340 Q470,210 590,310 T955,270 V405 H345Z", FRESH)
    canvas.path("M345,380 Q520,290 700,360 T955,340 V405 H345Z", LEAF)
    canvas.rect(644, 105, 12, 300, "#FFF8E8")
    for x in (120, 1180, 1460):
        canvas.line([(x, 0), (x, 110)], BARK, 4)
        canvas.path(f"M{x - 60},170 Q{x},70 {x + 60},170Z", STRAW)
        canvas.circle(x, 176, 150, canvas.glow("#FFE9A8", 0.9))
        canvas.circle(x, 172, 17, "#FFF6D8")


def _bag(canvas: Canvas, x: float, foot: float, height: float, colour: str) -> None:
    width = height * 0.64
    canvas.rect(
        x - width / 2,
        foot - height,
        width,
        height,
        canvas.vertical(lighter(colour, 0.15), darker(colour, 0.1)),
        rx=7,
    )
    canvas.rect(x - width / 2, foot - height, width, height * 0.12, lighter(colour, 0.3), rx=5)
    emblem(canvas, x, foot - height * 0.62, height * 0.12)
    canvas.text(
        x, foot - height * 0.26, "CÀ PHÊ", height * 0.13, WHITE, text_anchor="middle", font_weight=800
    )


def _beans(canvas: Canvas, random: Random) -> None:
    canvas.ellipse(660, 690, 108, 26, "#E3B774")
    for _ in range(70):
        x, y = 660 + random.gauss(0, 42), 678 - abs(random.gauss(0, 13))
        canvas.ellipse(
            x,
            y,
            12,
            8,
            darker(EARTH, random.uniform(0.1, 0.55)),
            transform=turned(random.uniform(0, 90), x, y),
        )
    canvas.path("M552,690 Q560,708 600,706 H720 Q760,708 768,690 Q660,732 552,690Z", "#B98543")


def _phone_stand(canvas: Canvas) -> None:
    for dx in (-120, 0, 120):
        canvas.line([(1270, 640), (1270 + dx, 960)], INK, 12)
    canvas.circle(1270, 380, 292, "none", stroke="#FFFFFF", stroke_width=40, opacity=0.6, blur=12)
    canvas.circle(1270, 380, 292, "none", stroke="#FFF9E8", stroke_width=26)
    left, top, width, height = phone(canvas, 1270, 380, 480, "#F2D9AE")
    with canvas.clipped(f"M{left},{top} h{width} v{height - 8} q0,8 -8,8 h{16 - width} q-8,0 -8,-8Z"):
        person(canvas, 1255, 690, 470, Outfit("#1D7A6B", trousers=INK, long_hair=True), (-20, -62), (18, -72))
        _bag(canvas, 1346, 360, 82, RED)
        canvas.rect(left, top + height - 96, width, 96, "#8A532E")
    canvas.rect(left + 18, top + 30, 92, 34, RED, rx=8)
    canvas.circle(left + 36, top + 47, 7, WHITE)
    canvas.text(left + 48, top + 56, "LIVE", 24, WHITE, font_weight=800)


def _likes(canvas: Canvas, random: Random) -> None:
    for number in range(9):
        x, y = 1470 + random.uniform(-40, 80), 640 - number * 58
        with canvas.group(f"translate({x:.0f},{y:.0f}) scale({random.uniform(0.6, 1.2):.2f})"):
            canvas.path("M0,12 C-34,-12 -16,-38 0,-20 C16,-38 34,-12 0,12Z", RED, opacity=0.9 - number * 0.07)
