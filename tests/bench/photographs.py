"""Made-up photographs: real JPEG files, as heavy to decode and to carry as those of a telephone."""

from __future__ import annotations

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from bulletin_editor.model.picture_file import JPEG, PictureFile, picture_file

PHOTO_SIZE = (1600, 1000)
"""Width and height in px of a photograph made ready for print."""

PHONE_SIZE = (4032, 3024)
"""The same of one as a telephone takes it: 12 megapixels."""

_QUALITY = 88
_PHONE_QUALITY = 96  # gives some 3 MB at `PHONE_SIZE`
_SHAPES = 60
_GRAIN = 8  # of 255, how much of the noise is mixed in: gives some 200 kB at `PHOTO_SIZE`
_ORIENTATION, _ON_ITS_SIDE = 0x0112, 6  # EXIF: the telephone was held upright


def photograph(random: Random, size: tuple[int, int] = PHOTO_SIZE) -> PictureFile:
    """Return a picture of `size` px that differs from all others: soft shapes in colour, and grain."""
    stream = BytesIO()
    _scene(random, size).save(stream, "JPEG", quality=_QUALITY)
    return picture_file(JPEG, *size, stream.getvalue())


def phone_photograph(random: Random, size: tuple[int, int] = PHONE_SIZE) -> bytes:
    """Return the bytes of a photograph as it comes from a telephone: `size` px, lying on its side."""
    exif = Image.Exif()
    exif[_ORIENTATION] = _ON_ITS_SIDE
    stream = BytesIO()
    _scene(random, size).save(stream, "JPEG", quality=_PHONE_QUALITY, exif=exif)
    return stream.getvalue()


def _scene(random: Random, size: tuple[int, int]) -> Image.Image:
    image = Image.new("RGB", size, _colour(random))
    draw = ImageDraw.Draw(image)
    for _ in range(_SHAPES):
        left, top = random.randrange(size[0]), random.randrange(size[1])
        width, height = random.randrange(1, size[0] // 3), random.randrange(1, size[1] // 3)
        draw.ellipse((left - width, top - height, left + width, top + height), fill=_colour(random))
    return _grainy(image.filter(ImageFilter.BoxBlur(2)), random)


def _colour(random: Random) -> tuple[int, int, int]:
    return random.randrange(256), random.randrange(256), random.randrange(256)


def _grainy(image: Image.Image, random: Random) -> Image.Image:
    """Return `image` with a little grain, from one small tile: noise for every pixel takes long to make."""
    tile = Image.frombytes("L", (256, 256), random.randbytes(256 * 256))
    noise = Image.new("L", image.size)
    for left in range(0, image.width, tile.width):
        for top in range(0, image.height, tile.height):
            noise.paste(tile, (left, top))
    return Image.blend(image, noise.convert("RGB"), _GRAIN / 255)
