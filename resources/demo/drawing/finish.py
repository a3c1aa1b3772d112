"""From a drawn canvas to a picture file: rendered by Typst, given a fine grain, saved without metadata."""

from __future__ import annotations

import random
from functools import cache
from io import BytesIO
from pathlib import Path

import fontpkg_be_vietnam_pro
import typst
from PIL import Image, ImageChops

from drawing.canvas import Canvas

GRAIN = 4  # levels of 255 that a pixel may be lighter or darker: felt as paper, never seen as noise
JPEG_QUALITY = 86
PNG_COLOURS = 128


def save_photo(canvas: Canvas, path: Path, seed: int) -> None:
    """Save the canvas as JPEG with a grain drawn from `seed`."""
    picture = _grained(_rendered(canvas), seed)
    picture.save(path, quality=JPEG_QUALITY, optimize=True, subsampling="4:2:0")


def save_chart(canvas: Canvas, path: Path) -> None:
    """Save the canvas as PNG, flat colours and sharp letters."""
    picture = _rendered(canvas).quantize(PNG_COLOURS, dither=Image.Dither.NONE)
    picture.save(path, optimize=True)


def _rendered(canvas: Canvas) -> Image.Image:
    top, bottom = canvas.frame
    size = f"width: {canvas.width}pt, height: {bottom - top}pt"
    page = f'#set page({size}, margin: 0pt)\n#image("picture.svg", {size})'
    sources = {"main.typ": page.encode(), "picture.svg": canvas.svg().encode()}
    png = typst.compile(sources, format="png", ppi=72, font_paths=_fonts())  # type: ignore[call-overload]
    return Image.open(BytesIO(png)).convert("RGB")


@cache
def _fonts() -> typst.Fonts:
    files = Path(fontpkg_be_vietnam_pro.ROOT, "files")
    return typst.Fonts(include_system_fonts=False, font_paths=[str(files)])


def _grained(picture: Image.Image, seed: int) -> Image.Image:
    """Scatter noise over the picture: half the draws darken a pixel, half lighten it."""
    width, height = picture.size
    noise = Image.frombytes("L", picture.size, random.Random(seed).randbytes(width * height))
    light = noise.point([max(0, level - 127) * GRAIN // 128 for level in range(256)])
    dark = noise.point([max(0, 128 - level) * GRAIN // 128 for level in range(256)])
    lit = ImageChops.add(picture, Image.merge("RGB", (light,) * 3))
    return ImageChops.subtract(lit, Image.merge("RGB", (dark,) * 3))
