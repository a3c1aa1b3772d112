"""How a picture differs from its file, as attributes: ``turns=1 crop="0.1 0 0.2 0" focus="0.3 0.4"``."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_editor.model.adjustments import Adjustments, Focus
from bulletin_editor.model.blocks import Picture


def picture_attributes(picture: Picture) -> str:
    """Return the attributes of `picture`; nothing where it is shown as it is."""
    return " ".join(_written(picture.adjustments, picture.focus))


def _written(adjustments: Adjustments, focus: Focus) -> Iterator[str]:
    crop = adjustments.crop
    values: dict[str, tuple[float, ...]] = {
        "turns": (adjustments.turns,),
        "angle": (adjustments.angle,),
        "crop": (crop.left, crop.top, crop.right, crop.bottom),
        "brightness": (adjustments.brightness,),
        "contrast": (adjustments.contrast,),
    }
    for name, numbers in values.items():
        if any(numbers):
            yield _attribute(name, numbers)
    if focus != Focus():
        yield _attribute("focus", (focus.x, focus.y))


def _attribute(name: str, numbers: tuple[float, ...]) -> str:
    value = " ".join(f"{number:.4f}".rstrip("0").rstrip(".") for number in numbers)
    return f"{name}={value}" if len(numbers) == 1 else f'{name}="{value}"'
