"""Which words of a template can hardly be read on their ground (WCAG 2.2, criterion 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from bulletin_editor.export.template_settings import TemplateSettings

LEAST_CONTRAST = 4.5
"""The least contrast of words and their ground: 1 is none, 21 is black on white."""

PAGE = ""
"""The name of the page's own ground, which is white."""

_WHITE = "#FFFFFF"
_ON_BANDS = {"parent_agency": "navy", "agency": "navy", "running_header": "navy", "cover_foot": "navy"}
_WITHOUT_STYLE = (("gold", "navy"), ("blue", PAGE), ("blue", "mist"), ("navy", PAGE))
"""Words that the layouts colour themselves: the period in the header, links, page numbers."""


class FaintText(msgspec.Struct, frozen=True):
    """Words in the colour called `text` on the `ground` called so; `contrast` is less than it should be."""

    text: str
    ground: str
    contrast: float


def faint_texts(settings: TemplateSettings) -> tuple[FaintText, ...]:
    """Return which words of a layout with `settings` are too faint, each pair of colours once."""
    found = (
        FaintText(text=text, ground=ground, contrast=_contrast(settings, text, ground))
        for text, ground in dict.fromkeys(_pairs(settings))
    )
    return tuple(faint for faint in found if faint.contrast < LEAST_CONTRAST)


def _pairs(settings: TemplateSettings) -> Iterator[tuple[str, str]]:
    for name, style in settings.styles.items():
        yield style.colour, style.ground or _ON_BANDS.get(name, PAGE)
    yield from _WITHOUT_STYLE


def _contrast(settings: TemplateSettings, text: str, ground: str) -> float:
    behind = settings.colours[ground] if ground else _WHITE
    darker, lighter = sorted((_luminance(settings.colours[text]), _luminance(behind)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in bytes.fromhex(colour[1:]))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
