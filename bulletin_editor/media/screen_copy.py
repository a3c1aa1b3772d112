"""Small copies of pictures, for the screen."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from bulletin_editor.model.picture_file import JPEG, PictureFile, picture_file

_JPEG_QUALITY = 80


def screen_copy(picture: PictureFile, long_side: int) -> PictureFile:
    """Return a copy of a stored picture that is at most `long_side` px long; a small one is kept as it is."""
    if max(picture.width, picture.height) <= long_side:
        return picture
    with Image.open(BytesIO(picture.data)) as image:
        image.draft("RGB", (long_side, long_side))  # a JPEG is then decoded at a fraction of its size
        small = image.convert("RGBA") if image.mode in ("P", "LA", "PA") else image.copy()
    small.thumbnail((long_side, long_side))
    stream = BytesIO()
    if picture.media_type == JPEG:
        small.save(stream, "JPEG", quality=_JPEG_QUALITY)
    else:
        small.save(stream, "PNG", compress_level=1)
    return picture_file(picture.media_type, *small.size, stream.getvalue())
