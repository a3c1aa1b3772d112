"""SVG drawings turned into pixels, from nothing but their own file and our fonts."""

from __future__ import annotations

from pathlib import Path

import fontpkg_be_vietnam_pro
import manimgx_fonts
import resvg_py

from bulletin_editor.errors import PictureError
from bulletin_editor.media.svg_cleaning import Drawing, cleaned

_FAMILY = "Be Vietnam Pro"  # stands in for whatever family a drawing names: it has all letters of Vietnamese

# Half transparent groups, masks, clippings and above all filters are drawn on a canvas of their own each.
_MANY_EFFECTS = 8
_SMALLER = 2  # what the side of a drawing with so many is divided by


def drawn(data: bytes, name: str, long_side: int) -> bytes:
    """Return the drawing in `data` as a PNG file that is `long_side` px long, half that with many effects.

    Raises:
        PictureError: it is damaged, refers to something outside itself, holds a piece of a web page, or
            takes too long to draw.
    """
    drawing = cleaned(data, name)
    side = long_side // _SMALLER if drawing.effects > _MANY_EFFECTS else long_side
    try:
        return _rendered(drawing, side)
    except ValueError as error:
        raise PictureError("picture.truncated", place=name, name=name) from error


def _rendered(drawing: Drawing, side: int) -> bytes:
    return resvg_py.svg_to_bytes(
        svg_string=drawing.source,
        width=side,  # with both, it is fitted into a square
        height=side,
        skip_system_fonts=True,
        font_dirs=[str(Path(each.__file__).parent) for each in (fontpkg_be_vietnam_pro, manimgx_fonts)],
        font_family=_FAMILY,
        serif_family=_FAMILY,
        sans_serif_family=_FAMILY,
        cursive_family=_FAMILY,
        fantasy_family=_FAMILY,
        monospace_family=_FAMILY,
    )
