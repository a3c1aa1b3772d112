"""A stored picture as it is shown: turned, straightened, cropped, brighter, with more contrast.

All movements are one step, so that the picture is resampled once at most. A picture may be developed from its
original or from a smaller copy: it looks the same.
"""

from __future__ import annotations

import math
from io import BytesIO

from PIL import Image

from bulletin_editor.media.colour import continuous
from bulletin_editor.media.encode import jpeg, png
from bulletin_editor.model.adjustments import Adjustments, developed_size, straightened_size
from bulletin_editor.model.picture_file import JPEG, PictureFile, picture_file

_TURNS = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}

_STRONGEST_GAMMA = 2.0  # of brightness -100; 100 is its inverse
_STEEPEST = 6.0  # of the S-curve of contrast 100: in the middle tones, contrast grows by two thirds


def developed(picture: PictureFile, adjustments: Adjustments) -> PictureFile:
    """Return `picture` with `adjustments`, in its kind of file; with none it is the same object.

    Its size is that of `developed_size`. The same picture and adjustments always give the same bytes.
    """
    if adjustments == Adjustments():
        return picture
    with Image.open(BytesIO(picture.data)) as image:
        moved = _moved(image, adjustments)
    result = _toned(moved, adjustments)
    result.info = {}
    encoded = jpeg(result) if picture.media_type == JPEG else png(result)
    return picture_file(picture.media_type, *result.size, encoded)


def _moved(image: Image.Image, adjustments: Adjustments) -> Image.Image:
    """Turn, straighten and crop."""
    size = developed_size(*image.size, adjustments)
    width, height = straightened_size(*image.size, adjustments)
    left = min(adjustments.crop.left * width, width - size[0])  # rounding must not reach beyond the edge
    top = min(adjustments.crop.top * height, height - size[1])
    turned = image.transpose(_TURNS[adjustments.turns]) if adjustments.turns else image
    if adjustments.angle:
        return _straightened(
            continuous(turned), adjustments.angle, size, (left - width / 2, top - height / 2)
        )
    return turned.crop((round(left), round(top), round(left) + size[0], round(top) + size[1]))


def _straightened(
    image: Image.Image, angle: float, size: tuple[int, int], corner: tuple[float, float]
) -> Image.Image:
    """Return the part of `size` px whose upper left corner is `corner`, seen from the centre of the result.

    The result is `image` rotated by `angle` degrees clockwise about its centre: a point (x, y) of it, from
    the centre, is the point (x cos + y sin, y cos - x sin) of `image`, from its centre.
    """
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x = image.width / 2 + corner[0] * cosine + corner[1] * sine
    y = image.height / 2 + corner[1] * cosine - corner[0] * sine
    return image.transform(
        size, Image.Transform.AFFINE, (cosine, sine, x, -sine, cosine, y), Image.Resampling.BICUBIC
    )


def _toned(image: Image.Image, adjustments: Adjustments) -> Image.Image:
    """Change brightness and contrast, not the transparency."""
    if not (adjustments.brightness or adjustments.contrast):
        return image
    whole = continuous(image)
    curve = tone_curve(adjustments.brightness, adjustments.contrast)
    channels = [
        band if name == "A" else band.point(curve)
        for name, band in zip(whole.getbands(), whole.split(), strict=True)
    ]
    return Image.merge(whole.mode, channels)


def tone_curve(brightness: int, contrast: int) -> list[int]:
    """Return what each level (0 to 255) of a colour becomes; black and white stay, and nothing is clipped.

    Brightness (-100 to 100) is a gamma from 2 to 1/2. Contrast is an S-curve about the middle, the middle
    part of the logistic function up to three from its centre at 100; below zero it is the inverse of that.
    """
    gamma = _STRONGEST_GAMMA ** (-brightness / 100)
    levels = [(level / 255) ** gamma for level in range(256)]
    return [round(255 * _contrasted(level, contrast)) for level in levels]


def _contrasted(level: float, contrast: int) -> float:
    steepness = _STEEPEST * abs(contrast) / 100
    if not steepness:
        return level
    least = 1 / (1 + math.exp(steepness / 2))
    span = 1 - 2 * least
    if contrast > 0:
        return (1 / (1 + math.exp(-steepness * (level - 0.5))) - least) / span
    share = least + span * level
    return 0.5 + math.log(share / (1 - share)) / steepness
