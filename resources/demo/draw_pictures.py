"""Draw the pictures of the demo issue: `python resources/demo/draw_pictures.py [name …]`.

Every picture has its own seed, so drawing again gives the same bytes, whether one is drawn or all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from drawing.canvas import Canvas
from drawing.coffee import guiding, selling
from drawing.cover import cover
from drawing.fields import drone_over_rice, water_chart
from drawing.finish import save_chart, save_photo
from drawing.hall import hall, signing
from drawing.highland import digital_highland
from drawing.laboratory import laboratory
from drawing.robots import arena, coding, prize, team
from drawing.tea import packing, scanning, tea_hills

PICTURES = Path(__file__).resolve().parent / "pictures"
SCENES: dict[str, tuple[Callable[[Random], Canvas], int]] = {  # file name: what draws it, its seed
    "cover.jpg": (cover, 1393),
    "hall.jpg": (hall, 3),
    "signing.jpg": (signing, 4),
    "robot-arena.jpg": (arena, 5),
    "robot-coding.jpg": (coding, 6),
    "robot-team.jpg": (team, 7),
    "robot-prize.jpg": (prize, 8),
    "tea-hills.jpg": (tea_hills, 9),
    "tea-packing.jpg": (packing, 10),
    "tea-scanning.jpg": (scanning, 11),
    "rice-drone.jpg": (drone_over_rice, 12),
    "rice-water.png": (water_chart, 13),
    "highland-network.jpg": (digital_highland, 14),
    "laboratory.jpg": (laboratory, 15),
    "coffee-guiding.jpg": (guiding, 16),
    "coffee-selling.jpg": (selling, 17),
}


def draw(name: str) -> None:
    """Draw the picture `name` into the folder of pictures."""
    scene, seed = SCENES[name]
    canvas = scene(Random(seed))
    if name.endswith(".png"):
        save_chart(canvas, PICTURES / name)
    else:
        save_photo(canvas, PICTURES / name, seed)


def main() -> None:
    """Draw the pictures named on the command line, or all of them."""
    PICTURES.mkdir(exist_ok=True)
    for name in sys.argv[1:] or SCENES:
        draw(name)


if __name__ == "__main__":
    main()
