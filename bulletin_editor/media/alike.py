"""The same photograph known again, though one copy came through Zalo: smaller, and compressed once more."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from bulletin_editor.model.picture_file import PictureFile

_GRID = 16
_DECODED = 256  # px: all that is needed of a JPEG
_STEP = 2  # grey levels; what differs by less is even, but for the noise of the compression

# Which share of the bits that are set in one of two may differ. Measured: in copies of 250 to 640 px and JPEG
# quality 40 to 60 at most 0.16, of pages of text; in two photographs at least 0.54, in two pages 0.53.
_DIFFERENT = 0.25

# A word in the middle of a white card sets up to 64 bits; most of them are those of another word, too.
_TELLING = 100


def fingerprint(picture: PictureFile) -> int:
    """Return 1,024 bits of how a picture looks: where a grid of 16 × 16 grows darker or lighter.

    Half of them tell of the step to the right and half of that down.
    With the 64 bits that are usual, pages of text could not be told apart. Source of the method: N. Krawetz,
    "Kind of Like That" (difference hash).
    """
    with Image.open(BytesIO(picture.data)) as image:
        image.draft("L", (_DECODED, _DECODED))
        grey = image.convert("RGBA" if image.mode in ("P", "LA") else image.mode).convert("L")
    wide = grey.resize((_GRID + 1, _GRID), Image.Resampling.BOX).tobytes()
    high = grey.resize((_GRID, _GRID + 1), Image.Resampling.BOX).tobytes()
    places = range(_GRID * _GRID)
    steps = [wide[place + place // _GRID] - wide[place + place // _GRID + 1] for place in places]
    steps += [high[place] - high[place + _GRID] for place in places]
    bits = [step > _STEP for step in steps] + [step < -_STEP for step in steps]
    return sum(bit << place for place, bit in enumerate(bits))


def looks_alike(one: int, other: int) -> bool:
    """Tell whether two fingerprints are surely of the same picture; what shows too little is not told."""
    set_in_one = (one | other).bit_count()
    return set_in_one >= _TELLING and (one ^ other).bit_count() <= _DIFFERENT * set_in_one
