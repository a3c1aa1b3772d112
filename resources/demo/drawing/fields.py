"""Clever rice growing: a drone over the fields, and the chart of the water used."""

from __future__ import annotations

from random import Random

from drawing.canvas import Canvas
from drawing.nature import bushes, cloud, land, ranges, rolling, sky, stilt_house, sun
from drawing.palette import (
    BLUE,
    EARTH,
    FOREST,
    FRESH,
    GOLD,
    GREY,
    INK,
    LEAF,
    LIME,
    NAVY,
    RICE_GOLD,
    WHITE,
    darker,
    lighter,
    mix,
)
from drawing.people import Outfit, person

WATER = [  # stage of growth, m³/ha in the trial field, m³/ha in the ordinary field
    ("Làm đất", 1500, 1600),
    ("Đẻ nhánh", 1180, 1900),
    ("Làm đòng", 1300, 1800),
    ("Trổ bông", 800, 1200),
    ("Chắc hạt", 400, 900),
]
HORIZON = 470


def drone_over_rice(random: Random) -> Canvas:
    """Draw a drone over the rice of the Mường Thanh valley, 1800 × 900."""
    canvas = Canvas(1800, 900)
    sky(canvas, "#4E9BE0", "#BFE0F5", "#FFF1D0")
    sun(canvas, 360, 230, 60, "#FFD98A")
    cloud(canvas, 700, 150, 260, 0.75)
    cloud(canvas, 1480, 240, 210, 0.6)
    ranges(canvas, random, "#9CC6DE", "#2F7684", [330, 385, 430], "#EDF5EE")
    hill = rolling(random, HORIZON - 18, 40, 900)
    land(canvas, hill, canvas.vertical(LEAF, FOREST))
    bushes(canvas, random, hill, 70, 18)
    for x, size in ((260, 90), (390, 76), (1560, 84)):
        stilt_house(canvas, x, HORIZON + 6, size, EARTH, "#6B3B2A")
    _paddies(canvas, random)
    _sensor(canvas, 1480, 800)
    farmer = Outfit("#2B6CB0", trousers="#3A3A44", hat=True)
    person(canvas, 300, 850, 330, farmer, (-6, -60), (8, -60))
    canvas.rect(276, 636, 52, 28, INK, rx=8)
    canvas.rect(286, 641, 32, 18, "#8ED1FF", rx=3)
    drone(canvas, 960, 330, 520)
    return canvas


def _paddies(canvas: Canvas, random: Random) -> None:
    canvas.rect(0, HORIZON, canvas.width, canvas.height - HORIZON, canvas.vertical("#A9CF62", "#6FB455"))
    vanish = (900, HORIZON - 130)
    edges = [-2600, -1500, -700, -80, 420, 900, 1380, 1880, 2500, 3300, 4400]
    shades = [
        LIME,
        FRESH,
        RICE_GOLD,
        mix(LIME, FRESH, 0.5),
        LIME,
        mix(RICE_GOLD, LIME, 0.4),
        FRESH,
        LIME,
        RICE_GOLD,
        FRESH,
    ]
    for (left, right), shade in zip(zip(edges, edges[1:], strict=False), shades, strict=True):
        _strip(canvas, vanish, left, right, canvas.vertical(mix(shade, "#EAF3D0", 0.35), darker(shade, 0.08)))
    for edge in edges:
        _strip(canvas, vanish, edge - 13, edge + 13, "#7A9A45")
    for _ in range(900):
        y = HORIZON + 30 + (canvas.height - HORIZON) * random.random() ** 0.75
        size = 3 + 15 * (y - HORIZON) / (canvas.height - HORIZON)
        x = random.uniform(0, canvas.width)
        canvas.line(
            [(x, y), (x + random.uniform(-0.3, 0.3) * size, y - size)],
            random.choice([LEAF, "#DDEB9A", "#5E9E3E"]),
            2.2,
            opacity=0.4,
        )


def _strip(canvas: Canvas, vanish: tuple[float, float], left: float, right: float, fill: str) -> None:
    """A strip of ground from the foot of the canvas to the horizon, narrowing towards the vanishing point."""
    share = (canvas.height - HORIZON) / (canvas.height - vanish[1])
    far = [(x + (vanish[0] - x) * share, HORIZON + 4) for x in (right, left)]
    canvas.polygon([(left, canvas.height), (right, canvas.height), *far], fill)


def _sensor(canvas: Canvas, x: float, foot: float) -> None:
    canvas.rect(x - 6, foot - 210, 12, 215, "#DDE5EC")
    canvas.polygon(
        [(x - 74, foot - 190), (x + 52, foot - 218), (x + 66, foot - 168), (x - 60, foot - 140)], NAVY
    )
    for share in (0.33, 0.66):
        canvas.line(
            [
                (x - 74 + 126 * share, foot - 190 - 28 * share),
                (x - 60 + 126 * share, foot - 140 - 28 * share),
            ],
            "#7DB7E8",
            3,
        )
    canvas.rect(x - 26, foot - 116, 52, 66, WHITE, rx=8)
    canvas.circle(x, foot - 94, 9, "#39C27A")
    canvas.rect(x - 15, foot - 74, 30, 6, BLUE, rx=3)
    for radius in (34, 56, 78):
        reach, y = radius * 0.7, foot - 222 - radius * 0.7
        arc = f"M{x - reach:.0f},{y:.0f} A{radius},{radius} 0 0 1 {x + reach:.0f},{y:.0f}"
        canvas.path(arc, stroke=WHITE, stroke_width=7, stroke_linecap="round", opacity=0.9)


def drone(canvas: Canvas, x: float, y: float, span: float) -> None:
    """A spraying drone, `span` wide, its middle at (x, y)."""
    with canvas.group(f"translate({x:.1f},{y:.1f}) scale({span / 200:.4f})"):
        for nozzle in (-62, -22, 22, 62):
            fog = canvas.gradient([(0, WHITE, 0.75), (1, WHITE, 0)], (0, 1))
            canvas.polygon(
                [(nozzle - 3, 34), (nozzle + 3, 34), (nozzle + 24, 132), (nozzle - 24, 132)], fog, blur=3
            )
        canvas.line([(-84, -20), (84, -20)], INK, 6)
        for arm in (-84, -42, 42, 84):
            canvas.rect(arm - 5, -32, 10, 16, darker(BLUE, 0.3), rx=3)
            canvas.ellipse(arm, -35, 30, 4.5, WHITE, opacity=0.55)
            canvas.ellipse(arm, -35, 22, 2.4, GREY, opacity=0.5)
        canvas.path("M-34,-26 Q0,-46 34,-26 L38,0 H-38Z", canvas.vertical("#FFFFFF", "#C9D8E8"))
        canvas.rect(-26, 0, 52, 24, canvas.vertical("#FFD56B", GOLD), rx=6)
        canvas.circle(0, -14, 8, INK)
        canvas.circle(0, -14, 4, "#58B7F0")
        canvas.line([(-30, 4), (-46, 40), (-56, 40)], INK, 4)
        canvas.line([(30, 4), (46, 40), (56, 40)], INK, 4)
        canvas.line([(-66, 32), (66, 32)], GREY, 3)
        canvas.circle(-30, -20, 3, "#E8364F")
        canvas.circle(30, -20, 3, "#39C27A")


def water_chart(_: Random) -> Canvas:
    """Draw the bars of the water that both fields took in each stage of growth, 1800 × 760."""
    canvas = Canvas(1800, 760)
    canvas.rect(0, 0, 1800, 760, "#F6FAFE")
    canvas.text(90, 84, "Lượng nước tưới theo giai đoạn sinh trưởng", 46, NAVY, font_weight=800)
    canvas.text(90, 134, "Đơn vị: m³/ha", 32, GREY)
    for x, colour, name in ((1040, BLUE, "Ruộng mô hình"), (1400, GOLD, "Ruộng đối chứng")):
        canvas.rect(x, 106, 34, 34, colour, rx=6)
        canvas.text(x + 48, 134, name, 32, INK)
    for level in range(0, 2001, 500):
        y = _height_of(level)
        canvas.line([(220, y), (1720, y)], "#C9D8E8", 2)
        canvas.text(200, y + 11, _grouped(level), 30, GREY, text_anchor="end")
    for number, (stage, trial, ordinary) in enumerate(WATER):
        middle = 370 + number * 300
        _bar(canvas, middle - 104, trial, BLUE, WHITE)
        _bar(canvas, middle + 4, ordinary, GOLD, INK)
        canvas.text(middle, 716, stage, 34, INK, text_anchor="middle", font_weight=600)
    canvas.line([(220, 660), (1720, 660)], NAVY, 4)
    return canvas


def _bar(canvas: Canvas, x: float, amount: int, colour: str, ink: str) -> None:
    y = _height_of(amount)
    canvas.path(
        f"M{x},660 V{y + 10} q0,-10 10,-10 h80 q10,0 10,10 V660Z",
        canvas.vertical(lighter(colour, 0.12), colour),
    )
    canvas.text(x + 50, y + 38, _grouped(amount), 30, ink, text_anchor="middle", font_weight=700)


def _height_of(amount: int) -> float:
    return 660 - amount * 0.22


def _grouped(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
