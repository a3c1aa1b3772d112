"""Shan tuyết tea from bush to buyer: the hills, the packs with their code, the telephone. All 1350 × 900."""

from __future__ import annotations

from random import Random

from drawing.canvas import Canvas, turned
from drawing.nature import bushes, cloud, crop_rows, land, ranges, rolling, sky, sun, tree
from drawing.palette import (
    BARK,
    BLUE,
    EARTH,
    FOREST,
    FRESH,
    GOLD,
    GREY,
    INK,
    LEAF,
    NAVY,
    RED,
    SKY_BLUE,
    WHITE,
    darker,
    lighter,
)
from drawing.people import Outfit, person
from drawing.things import emblem, phone, qr_code, shadow

STEPS = [
    ("Hái búp", "Bản trên núi cao"),
    ("Chế biến", "Hợp tác xã"),
    ("Kiểm nghiệm", "Đạt yêu cầu"),
    ("Đóng gói", "Dán mã QR"),
]


def tea_hills(random: Random) -> Canvas:
    """Draw tea hills in the morning mist, and two pickers."""
    canvas = Canvas(1350, 900)
    sky(canvas, "#6DB1E8", "#CBE6F7", "#FDF3DC")
    sun(canvas, 1040, 210, 56, "#FFD98A")
    cloud(canvas, 160, 190, 240, 0.7)
    ranges(canvas, random, "#A9CFE0", "#3B7F86", [330, 400, 450], "#EAF4F0")
    back = rolling(random, 500, 110, 1300)
    land(canvas, back, canvas.vertical(LEAF, FOREST))
    bushes(canvas, random, back, 34, 22)
    tree(canvas, 170, back(170) + 16, 190)
    tree(canvas, 1210, back(1210) + 12, 160)
    hill = rolling(random, 590, 120, 1700)
    land(canvas, hill, canvas.vertical("#5DA765", FOREST))
    crop_rows(canvas, hill, "#4FA35E", 26, 5)
    for x, height, shirt in ((520, 270, RED), (800, 250, BLUE)):
        foot = hill(x) + 235
        person(canvas, x, foot, height, Outfit(shirt, trousers=INK, hat=True), (-20, -52), (18, -50))
        _basket(canvas, x + height * 0.2, foot - height * 0.42, height * 0.26)
    _front_bushes(canvas, random)
    return canvas


def _basket(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.ellipse(x, y, size * 0.5, size * 0.2, FRESH)
    rim, base, foot = size * 0.5, size * 0.3, y + size * 0.8
    side = [(x - rim, y), (x - base, foot), (x + base, foot), (x + rim, y)]
    canvas.polygon(side, canvas.vertical("#E3B774", "#B98543"))


def _front_bushes(canvas: Canvas, random: Random) -> None:
    for number in range(150):
        x, depth = random.uniform(-20, 1370), number / 150
        y = 800 + depth * 120 + random.uniform(-16, 16)
        green = darker(FRESH, 0.5 - depth * 0.45)
        for turn in (-32, 0, 32):
            canvas.ellipse(
                x,
                y - 20,
                10,
                27,
                lighter(green, 0.1 if turn else 0.3),
                transform=turned(turn, x, y),
            )


def packing(random: Random) -> Canvas:
    """Draw packs of tea with their code, and a cup."""
    canvas = Canvas(1350, 900)
    canvas.rect(0, 0, 1350, 900, canvas.vertical("#F9F1DF", "#F0DDB6"))
    canvas.circle(420, 260, 560, canvas.glow("#FFFBEF", 1))
    canvas.rect(0, 680, 1350, 220, canvas.vertical("#B9793F", "#8A532E"))
    for y, opacity in ((722, 0.35), (790, 0.25), (850, 0.2)):
        canvas.line([(0, y), (1350, y + 8)], BARK, 4, opacity=opacity)
    for x, height, colour in ((285, 440, "#1F6B4F"), (865, 410, "#A3252E")):
        _pack(canvas, random, x, 760, height, colour)
    _pack(canvas, random, 575, 800, 530, NAVY)
    _cup(canvas, 1140, 812)
    for _ in range(60):
        spot = (random.uniform(60, 1300), random.uniform(812, 880))
        green = darker(LEAF, random.uniform(0.2, 0.6))
        canvas.ellipse(*spot, 17, 4.5, green, transform=turned(random.uniform(-50, 50), *spot))
    return canvas


def _pack(canvas: Canvas, random: Random, x: float, foot: float, height: float, colour: str) -> None:
    width = height * 0.62
    left, top = x - width / 2, foot - height
    shadow(canvas, x, foot, width * 1.25, 0.45)
    right, neck = left + width, top + 44
    bag = [(left, foot), (left + 10, neck), (left, top), (right, top), (right - 10, neck), (right, foot)]
    shine = [(0, darker(colour, 0.15), 1), (0.3, lighter(colour, 0.14), 1), (1, darker(colour, 0.3), 1)]
    canvas.polygon(bag, canvas.gradient(shine, (1, 0)))
    canvas.rect(left + 4, top + 14, width - 8, 10, lighter(colour, 0.3), opacity=0.6)
    emblem(canvas, x, top + height * 0.2, height * 0.07)
    canvas.text(
        x,
        top + height * 0.375,
        "CHÈ SHAN TUYẾT",
        height * 0.056,
        WHITE,
        text_anchor="middle",
        font_weight=800,
    )
    canvas.text(
        x, top + height * 0.435, "Điện Biên", height * 0.048, GOLD, text_anchor="middle", font_style="italic"
    )
    qr_code(canvas, random, x - height * 0.15, foot - height * 0.5 + height * 0.015, height * 0.3)
    canvas.text(
        x,
        foot - height * 0.1,
        "Quét để biết nguồn gốc",
        height * 0.036,
        WHITE,
        text_anchor="middle",
        font_weight=600,
    )


def _cup(canvas: Canvas, x: float, foot: float) -> None:
    shadow(canvas, x, foot + 4, 330, 0.45)
    canvas.ellipse(x, foot - 8, 150, 24, "#E9EEF4")
    canvas.circle(x + 96, foot - 84, 44, "none", stroke="#F4F7FA", stroke_width=17)
    bowl = "M-106,-150 h212 C106,-40 56,-12 0,-12 C-56,-12 -106,-40 -106,-150Z"
    china = canvas.gradient([(0, WHITE, 1), (1, "#D5DEE8", 1)], (1, 0))
    canvas.path(bowl, china, transform=f"translate({x},{foot})")
    canvas.ellipse(x, foot - 150, 106, 22, "#DCE4EC")
    canvas.ellipse(x, foot - 147, 92, 16, "#C9A227")
    for dx in (-40, 0, 40):
        steam = f"M{x + dx},{foot - 190} q-26,-44 0,-88 t0,-88"
        canvas.path(steam, stroke=WHITE, stroke_width=15, stroke_linecap="round", opacity=0.75, blur=5)


def scanning(random: Random) -> Canvas:
    """Draw a telephone that shows the way of a pack of tea."""
    canvas = Canvas(1350, 900)
    canvas.rect(0, 0, 1350, 900, canvas.vertical("#1B5E9F", SKY_BLUE, "#D6ECFA"))
    hill = rolling(random, 640, 110, 1500)
    land(canvas, hill, canvas.vertical("#5DA765", FOREST))
    crop_rows(canvas, hill, "#4FA35E", 30, 5)
    canvas.circle(675, 440, 620, canvas.glow(WHITE, 0.65))
    _code_card(canvas, random)
    left, top, width, _ = phone(canvas, 880, 450, 800, WHITE)
    canvas.path(
        f"M{left},{top + 36} q0,-36 36,-36 h{width - 72} q36,0 36,36 v154 h{-width}Z",
        canvas.vertical(BLUE, NAVY),
    )
    canvas.text(880, top + 108, "Chè Shan tuyết", 38, WHITE, text_anchor="middle", font_weight=700)
    canvas.text(880, top + 152, "Nguồn gốc đã xác thực", 25, "#FFE3A0", text_anchor="middle")
    _journey(canvas, left + 66, top + 262)
    return canvas


def _code_card(canvas: Canvas, random: Random) -> None:
    with canvas.group("translate(50,0) rotate(-8 360 470)"):
        canvas.rect(196, 266, 340, 420, INK, rx=20, opacity=0.35, blur=14)
        canvas.rect(186, 250, 340, 420, WHITE, rx=20)
        canvas.rect(186, 250, 340, 76, "#1F6B4F", rx=20)
        canvas.rect(186, 300, 340, 26, "#1F6B4F")
        canvas.text(356, 302, "TRUY XUẤT", 36, WHITE, text_anchor="middle", font_weight=800)
        qr_code(canvas, random, 236, 360, 240)
        canvas.text(356, 648, "Điện Biên", 28, EARTH, text_anchor="middle", font_weight=600)
    beam = canvas.gradient([(0, RED, 0.05), (1, RED, 0.35)], (1, 0))
    canvas.polygon([(686, 430), (686, 500), (290, 610), (290, 340)], beam)


def _journey(canvas: Canvas, x: float, y: float) -> None:
    canvas.line([(x, y), (x, y + 390)], "#BBD2EA", 7)
    for number, (step, place) in enumerate(STEPS):
        spot = y + number * 130
        canvas.circle(x, spot, 27, LEAF)
        canvas.line([(x - 11, spot), (x - 3, spot + 9), (x + 12, spot - 9)], WHITE, 6)
        canvas.text(x + 52, spot - 4, step, 33, NAVY, font_weight=700)
        canvas.text(x + 52, spot + 32, place, 25, GREY)
