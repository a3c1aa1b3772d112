"""Colours of the pictures: those of the official layout, and the greens, golds and skies around them."""

from __future__ import annotations

NAVY, BLUE, RED, GOLD = "#0B3C7D", "#1565C0", "#C8102E", "#F4B223"
INK, MIST, GREY, WHITE = "#1B2430", "#EEF4FB", "#5B6776", "#FFFFFF"

DEEP_NAVY = "#072A59"
SKY_BLUE, PALE_SKY = "#7DB7E8", "#DDEEFB"
DAWN, PEACH = "#FFE3B0", "#FBC99A"
FOREST, LEAF, FRESH, LIME = "#14544A", "#2E8B63", "#63B572", "#B4D66A"
RICE_GOLD, STRAW = "#E9C04A", "#F6E0A0"
EARTH, BARK, SKIN = "#9C5B34", "#5A3A2E", "#E9B78F"
BLUSH, ORCHID = "#FBE4EE", "#D86FA8"


def mix(first: str, second: str, share: float) -> str:
    """Return the colour at `share` (0 to 1) of the way from `first` to `second`, both `#RRGGBB`."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def lighter(colour: str, share: float = 0.2) -> str:
    """Return `colour`, mixed with white."""
    return mix(colour, WHITE, share)


def darker(colour: str, share: float = 0.2) -> str:
    """Return `colour`, mixed with ink."""
    return mix(colour, INK, share)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
