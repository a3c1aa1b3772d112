"""Pictures as plain pixels, for who draws them, and back."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from PIL import Image

from bulletin_editor.media.opening import load, opened
from bulletin_editor.model.picture_file import PictureFile

_GAP = 2.0  # pixels are averaged first down to twice the size: as good, and faster


class Pixels(NamedTuple):
    """Pixels row by row, without gaps; each of red, green, blue and opacity, a byte each.

    Where `is_opaque`, all of them are, and the fourth byte means nothing.
    """

    width: int
    height: int
    is_opaque: bool
    data: bytes


def pixels_of(picture: PictureFile, width: int, height: int) -> Pixels:
    """Return a stored picture drawn at `width` and `height` px; a JPEG is decoded much faster small.

    Raises:
        PictureError: it is damaged.
    """
    with opened(picture.data, picture.sha256) as image:
        load(image, max(width, height), picture.data, picture.sha256)
        is_opaque = image.mode in ("1", "L", "RGB") and "transparency" not in image.info
        whole = image.convert("RGB" if is_opaque else "RGBA")
    drawn = whole.resize((width, height), Image.Resampling.BICUBIC, reducing_gap=_GAP)
    return Pixels(width, height, is_opaque, drawn.convert("RGBX" if is_opaque else "RGBA").tobytes())


def file_of(pixels: Pixels) -> bytes:
    """Return a picture file that shows `pixels` and nothing else: large, but made fast and read fast."""
    image = Image.frombytes("RGBA", (pixels.width, pixels.height), pixels.data)
    stream = BytesIO()
    if pixels.is_opaque:
        image.convert("RGB").save(stream, "BMP")
    else:  # not every program looks for opacity in a BMP
        image.save(stream, "PNG", compress_level=0)
    return stream.getvalue()
