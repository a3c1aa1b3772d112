"""The opening of the technology exchange: the hall, and the signing of the agreements."""

from __future__ import annotations

import math
from random import Random

from drawing.canvas import Canvas
from drawing.palette import BLUE, DEEP_NAVY, GOLD, INK, MIST, NAVY, RED, WHITE, darker, lighter, mix
from drawing.people import Outfit, listener, person
from drawing.things import bouquet, emblem, flag, shadow

SUIT = Outfit(WHITE, coat="#22324A", trousers="#22324A")
DRESS = Outfit(RED, trousers=RED, long_hair=True)


def hall(random: Random) -> Canvas:
    """Draw a full hall before a wide screen, 1600 × 1000."""
    canvas = Canvas(1600, 1000)
    canvas.rect(0, 0, 1600, 1000, canvas.vertical("#0A2C5E", "#123F7C", "#0B2450"))
    _panelled_walls(canvas)
    _screen(canvas, random)
    canvas.polygon([(0, 690), (140, 640), (1460, 640), (1600, 690), (1600, 760), (0, 760)], "#8A4B2E")
    canvas.polygon([(0, 690), (140, 640), (1460, 640), (1600, 690)], canvas.vertical("#B8693F", "#A2583A"))
    _speaker(canvas, random)
    bouquet(canvas, random, 1330, 690, 150)
    _audience(canvas, random)
    return canvas


def _panelled_walls(canvas: Canvas) -> None:
    for number in range(17):
        x = number * 100
        canvas.rect(x, 0, 46, 660, lighter(NAVY, 0.12), opacity=0.35)
    for x in (250, 620, 980, 1350):
        beam = canvas.gradient([(0, "#FFF3CF", 0.38), (1, "#FFF3CF", 0)], (0, 1))
        canvas.polygon([(x - 14, 0), (x + 14, 0), (x + 190, 660), (x - 190, 660)], beam, blur=10)
        canvas.ellipse(x, 4, 34, 11, "#FFF8E2")


def _screen(canvas: Canvas, random: Random) -> None:
    canvas.rect(260, 70, 1080, 520, GOLD, opacity=0.5, blur=26, rx=10)
    canvas.rect(260, 70, 1080, 520, INK, rx=10)
    canvas.rect(272, 82, 1056, 496, canvas.gradient([(0, "#1C6FD0", 1), (1, "#0B3C7D", 1)], (1, 1)), rx=4)
    _network(canvas, random)
    emblem(canvas, 800, 196, 58)
    canvas.text(800, 342, "SÀN KẾT NỐI CÔNG NGHỆ", 58, WHITE, text_anchor="middle", font_weight=800)
    canvas.text(800, 418, "TỈNH ĐIỆN BIÊN", 42, GOLD, text_anchor="middle", font_weight=700)
    canvas.rect(730, 450, 140, 5, GOLD)
    canvas.text(800, 500, "Nơi nghiên cứu gặp nhu cầu", 32, WHITE, text_anchor="middle", font_style="italic")


def _network(canvas: Canvas, random: Random) -> None:
    spots = []
    for number in range(26):
        angle = number / 26 * math.tau
        reach = random.uniform(0.9, 1.0)
        spots.append((800 + math.cos(angle) * 508 * reach, 330 + math.sin(angle) * 228 * reach))
    for number, spot in enumerate(spots):
        for step in (1, 2):
            canvas.line([spot, spots[(number + step) % 26]], "#9AD0F5", 2, opacity=0.35)
    for number, spot in enumerate(spots):
        canvas.circle(*spot, 20, "#9AD0F5", opacity=0.22)
        canvas.circle(*spot, random.uniform(5, 9), GOLD if number % 5 == 0 else "#CBE7FB")


def _speaker(canvas: Canvas, random: Random) -> None:
    flag(canvas, 96, 360, 130)
    canvas.rect(88, 350, 8, 330, GOLD, rx=4)
    person(canvas, 300, 730, 300, SUIT, (-20, -62), (22, -66))
    canvas.polygon([(226, 560), (374, 560), (356, 735), (244, 735)], canvas.vertical("#C97B4A", "#8A4B2E"))
    canvas.rect(214, 545, 172, 22, "#D99463", rx=6)
    emblem(canvas, 300, 640, 36)
    canvas.line([(316, 545), (322, 505)], INK, 5)
    canvas.circle(322, 500, 8, INK)
    bouquet(canvas, random, 270, 556, 54)


def _audience(canvas: Canvas, random: Random) -> None:
    rows = [
        (800, 12, 112, mix(NAVY, BLUE, 0.25)),
        (900, 10, 146, mix(DEEP_NAVY, NAVY, 0.5)),
        (1020, 8, 190, "#061D40"),
    ]
    for foot, count, size, colour in rows:
        gap = 1700 / count
        canvas.rect(0, foot - size * 0.3, 1600, 400, darker(colour, 0.1))
        for seat in range(count + 1):
            x = seat * gap - 40 + random.uniform(-12, 12)
            listener(canvas, x, foot + random.uniform(-8, 8), size, colour, mix(colour, "#8FC3F2", 0.45))


def signing(random: Random) -> Canvas:
    """Draw two representatives exchanging the signed papers, 1600 × 1000."""
    canvas = Canvas(1600, 1000)
    canvas.rect(0, 0, 1600, 1000, canvas.vertical("#F3F8FE", "#DCE9F7"))
    _backdrop(canvas)
    canvas.rect(0, 850, 1600, 150, canvas.vertical("#C98A5E", "#A9683F"))
    for x, outfit in (
        (330, DRESS),
        (520, SUIT),
        (1080, SUIT),
        (1270, Outfit("#2E8B63", trousers=INK, long_hair=True)),
    ):
        shadow(canvas, x, 872, 170)
        person(canvas, x, 872, 470, outfit, (-7, -66), (7, -67))
    for x in (655, 945):
        shadow(canvas, x, 905, 210)
    coated = Outfit(WHITE, coat="#8F1D2C", trousers="#3A2230", long_hair=True)
    person(canvas, 655, 905, 560, SUIT, (-15, -48), (21, -61))
    person(canvas, 945, 905, 560, coated, (-21, -61), (15, -48))
    _papers(canvas)
    bouquet(canvas, random, 130, 905, 200)
    bouquet(canvas, random, 1470, 905, 200)
    return canvas


def _backdrop(canvas: Canvas) -> None:
    canvas.rect(150, 60, 1300, 790, canvas.gradient([(0, "#1565C0", 1), (1, "#0B3C7D", 1)], (0.6, 1)), rx=8)
    with canvas.clipped("M150,60 h1300 v790 h-1300Z"):
        for radius in (250, 400, 560, 740):
            canvas.circle(800, 900, radius, "none", stroke="#FFFFFF", stroke_width=2, opacity=0.16)
        canvas.circle(800, 560, 520, canvas.glow("#6FB4F2", 0.55))
    emblem(canvas, 800, 110, 34)
    canvas.text(800, 232, "LỄ KÝ KẾT HỢP TÁC", 66, WHITE, text_anchor="middle", font_weight=800)
    canvas.text(800, 288, "CHUYỂN GIAO CÔNG NGHỆ", 38, GOLD, text_anchor="middle", font_weight=700)
    canvas.rect(150, 842, 1300, 8, GOLD)


def _papers(canvas: Canvas) -> None:
    for turn, x in ((-6, 756), (6, 844)):
        with canvas.group(f"rotate({turn} {x} 560)"):
            canvas.rect(x - 42, 508, 84, 112, RED, rx=5)
            canvas.rect(x - 34, 516, 68, 96, lighter(RED, 0.08), rx=3)
            emblem(canvas, x, 556, 18, MIST)
            canvas.rect(x - 22, 588, 44, 5, GOLD)
