"""The digital highland: villages joined by light at dusk."""

from __future__ import annotations

from random import Random

from drawing.canvas import Canvas, Point
from drawing.nature import bushes, land, ranges, rolling, sky, stilt_house
from drawing.palette import DEEP_NAVY, EARTH, GOLD, INK, NAVY, RED, WHITE, lighter

NODES: list[Point] = [(250, 470), (620, 330), (980, 410), (1330, 280), (1600, 440)]


def digital_highland(random: Random) -> Canvas:
    """Draw masts on the mountains, arcs of light between them, houses and solar panels, 1800 × 740."""
    canvas = Canvas(1800, 900)
    canvas.frame = (150, 890)
    sky(canvas, "#081E46", "#17488A", "#5E7FB8", "#F0A878", "#FFD9A0")
    for _ in range(150):
        x, y = random.uniform(0, 1800), random.uniform(0, 330)
        canvas.circle(x, y, random.uniform(1, 2.8), WHITE, opacity=random.uniform(0.3, 0.95))
    ranges(canvas, random, "#6D7FB0", "#173A66", [500, 560, 620], "#E9B690")
    _arcs(canvas)
    hill = rolling(random, 690, 130, 1500)
    for x, top in NODES:
        _mast(canvas, x, top, max(hill(x) + 30, top + 190))
    land(canvas, hill, canvas.vertical("#12406A", DEEP_NAVY))
    bushes(canvas, random, hill, 60, 24, "#0C3356")
    for x, size in ((140, 130), (330, 150), (800, 130), (980, 160), (1450, 140), (1640, 120)):
        foot = hill(x) + 66
        canvas.circle(x, foot - size * 0.34, size, canvas.glow("#FFCF7A", 0.55))
        stilt_house(canvas, x, foot, size, EARTH, "#3E2A33")
    for x in (470, 590, 1160, 1280):
        _solar_panel(canvas, x, min(hill(x) + 130, 862))
    return canvas


def _arcs(canvas: Canvas) -> None:
    joins = [
        *zip(NODES, NODES[1:], strict=False),
        (NODES[0], NODES[2]),
        (NODES[1], NODES[3]),
        (NODES[2], NODES[4]),
    ]
    for start, end in joins:
        lift = min(start[1], end[1]) - abs(end[0] - start[0]) * 0.34
        way = f"M{start[0]},{start[1]} Q{(start[0] + end[0]) / 2:.0f},{lift:.0f} {end[0]},{end[1]}"
        canvas.path(way, stroke="#FFD56B", stroke_width=12, opacity=0.25, blur=6)
        canvas.path(way, stroke="#FFE7A8", stroke_width=3, stroke_dasharray="2 12", stroke_linecap="round")


def _mast(canvas: Canvas, x: float, top: float, foot: float) -> None:
    breadth = (foot - top) * 0.11
    for side in (-1, 1):
        canvas.line([(x, top), (x + side * breadth, foot)], "#DCE6F2", 5)
    count = 7
    for step in range(1, count):
        y, reach = top + (foot - top) * step / count, breadth * step / count
        below, wider = top + (foot - top) * (step + 1) / count, breadth * (step + 1) / count
        canvas.line([(x - reach, y), (x + reach, y)], "#DCE6F2", 3)
        canvas.line([(x - reach, y), (x + wider, below)], "#B9C8DA", 2.4)
        canvas.line([(x + reach, y), (x - wider, below)], "#B9C8DA", 2.4)
    for side in (-1, 1):
        canvas.rect(x + side * 13 - 5, top + 8, 10, 42, WHITE, rx=4)
    canvas.circle(x, top - 4, 70, canvas.glow(GOLD, 0.9))
    canvas.circle(x, top - 4, 9, RED)


def _solar_panel(canvas: Canvas, x: float, foot: float) -> None:
    canvas.rect(x - 5, foot - 40, 10, 60, INK)
    corners = [(x - 62, foot - 24), (x - 34, foot - 96), (x + 62, foot - 96), (x + 34, foot - 24)]
    canvas.polygon(
        corners, canvas.gradient([(0, "#4E93DC", 1), (1, NAVY, 1)], (1, 1)), stroke="#C9D8E8", stroke_width=4
    )
    for share in (0.33, 0.66):
        canvas.line(
            [(x - 62 + 96 * share, foot - 24), (x - 34 + 96 * share, foot - 96)], lighter(NAVY, 0.5), 2
        )
    canvas.line([(x - 48, foot - 60), (x + 48, foot - 60)], lighter(NAVY, 0.5), 2)
