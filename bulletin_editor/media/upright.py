"""Pictures the way up that their camera was held."""

from __future__ import annotations

from PIL import ExifTags, Image

# What undoes each value of the EXIF tag Orientation (Exif 2.32, section 4.6.4); 1 is upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def orientation(image: Image.Image) -> int:
    """Return how the camera was held, as the EXIF data of a loaded `image` say; damaged data say upright."""
    try:
        value = image.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # noqa: BLE001 - these data have no one form, nor has what Pillow raises for them
        return 1
    return value if isinstance(value, int) else 1


def turned_up(image: Image.Image, orientation: int) -> Image.Image:
    """Return `image` turned upright from an EXIF `orientation` (1 to 8); any other number says nothing."""
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)
