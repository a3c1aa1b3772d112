"""Large pictures made smaller without taking up much more memory than they do."""

from __future__ import annotations

import math

from PIL import Image

from bulletin_editor.media.colour import continuous

# A photograph, blurred by its lens, shows no difference in print to filters that take twice as long (4000 px
# to 2400: 26.5 dB from an ideal copy of the scene, Lanczos 27.3). The lines of graphics would show steps.
_OF_PHOTOGRAPHS = Image.Resampling.HAMMING
_OF_GRAPHICS = Image.Resampling.BICUBIC
_REACH = 2.0  # pixels of the small picture that a filter looks at to each side
_GAP = 3.0  # pixels are averaged first down to three times the size: as good, and far faster

_BAND = 4_000_000  # px of the large picture that are worked on at once


def fitted_size(size: tuple[int, int], long_side: int) -> tuple[int, int]:
    """Return `size` (px) brought down to at most `long_side`, in the same shape."""
    scale = min(1.0, long_side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def shrunk(image: Image.Image, long_side: int, *, photograph: bool) -> Image.Image:
    """Return a loaded `image` at most `long_side` px long, in one of the modes of `continuous`."""
    size = fitted_size(image.size, long_side)
    if size == image.size:
        return continuous(image)
    if image.mode in ("L", "RGB", "CMYK") and "transparency" not in image.info:
        return image.resize(size, _OF_PHOTOGRAPHS if photograph else _OF_GRAPHICS, reducing_gap=_GAP)
    return _in_bands(image, size)


def _in_bands(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Do so strip by strip, for the colours of the whole could take up four times the memory of `image`.

    Each strip is cut with what the filter sees beyond its edges, so that no seam can be found.
    """
    scale = image.height / size[1]
    rows = max(1, int(_BAND / image.width / scale))
    small: Image.Image | None = None
    for top in range(0, size[1], rows):
        bottom = min(top + rows, size[1])
        first = max(0, math.floor((top - _REACH) * scale))
        last = min(image.height, math.ceil((bottom + _REACH) * scale))
        band = continuous(image.crop((0, first, image.width, last)))
        box = (0, top * scale - first, image.width, min(bottom * scale - first, band.height))
        small_band = band.resize((size[0], bottom - top), _OF_GRAPHICS, box=box)
        if small is None:
            small = Image.new(small_band.mode, size)
            small.info = band.info
        small.paste(small_band, (0, top))
    assert small is not None
    return small
