"""A picture from anywhere, made ready to be stored and printed."""

from __future__ import annotations

import warnings
from contextlib import AbstractContextManager, nullcontext

from PIL import Image

from bulletin_editor.errors import PictureError
from bulletin_editor.media.colour import in_srgb
from bulletin_editor.media.encode import jpeg, png
from bulletin_editor.media.opening import CAMERA_FORMATS, is_large, load, opened
from bulletin_editor.media.plain_form import is_plain_jpeg, is_plain_png
from bulletin_editor.media.recognise import is_svg
from bulletin_editor.media.shrink import shrunk
from bulletin_editor.media.upright import orientation, turned_up
from bulletin_editor.model.picture_file import JPEG, MAX_BYTES, PNG, PictureFile, picture_file

LONG_SIDE = 2400
"""Most px of a stored picture: enough to cut a sixth off and keep 300 dpi across an A4 page's text."""

_ENOUGH = 2000
"""Px of 300 dpi across an A4 page's text. A photograph that has them at half its size is decoded at that:
one of 12 megapixels then takes half the time."""

_STORED_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")
_COLOURS_OF_GRAPHICS = 65_536  # with more, a picture is a photograph


def prepare_picture(data: bytes, *, name: str) -> PictureFile:
    """Make a picture file for print of `data`, the bytes of a file called `name`.

    The picture is decoded fully, turned upright, brought to sRGB, to 2000 to 2400 px on its long side where
    it had more, and encoded anew without metadata; of several frames the first is taken. Bytes that are in
    this form already are kept as they are, so that preparing twice changes nothing.

    Raises:
        PictureError: no picture, a kind that cannot be read, a damaged or cut file, too many bytes or
            pixels, a drawing that needs more than its own file.
    """
    with no_warnings():
        return prepared(data, name, alone=nullcontext())


def no_warnings() -> AbstractContextManager[object]:
    """Pillow warns of odd metadata, which is dropped, and of many pixels, which have their limit here.

    Not for several threads at once: what is shown as a warning is set for the whole program.
    """
    return warnings.catch_warnings(action="ignore")


def prepared(data: bytes, name: str, *, alone: AbstractContextManager[object]) -> PictureFile:
    """Do what `prepare_picture` does; while a large picture is worked on, `alone` is held."""
    if len(data) > MAX_BYTES:
        raise PictureError("picture.too-heavy", place=name, name=name, limit=MAX_BYTES // 1_000_000)
    if is_svg(data):
        from bulletin_editor.media.svg import drawn  # few pictures are drawings: the others need not load it

        with alone:
            data = drawn(data, name, LONG_SIDE)
    image = opened(data, name)
    plain = max(image.size) <= LONG_SIDE and image.mode in _STORED_MODES  # asked before it is decoded smaller
    with alone if is_large(image) else nullcontext():
        load(image, _ENOUGH, data, name)
        return _stored_form(image, data, plain)


def _stored_form(image: Image.Image, data: bytes, plain: bool) -> PictureFile:
    """Return the file for a loaded `image`, which may stay `data` if it is `plain` and these are."""
    if image.format not in CAMERA_FORMATS:
        ready = _ready(image)
        return _smaller(ready, data if plain and is_plain_png(data) else None)
    if plain and is_plain_jpeg(data):
        return picture_file(JPEG, *image.size, data)
    ready = _ready(image)
    if ready.mode == "RGBA":
        return picture_file(PNG, *ready.size, png(ready))
    return picture_file(JPEG, *ready.size, jpeg(ready))


def _ready(image: Image.Image) -> Image.Image:
    """Return the picture small enough, upright, in sRGB, and free of all that the file said besides.

    It is made small first: all else is then less work.
    """
    ready = in_srgb(
        turned_up(shrunk(image, LONG_SIDE, photograph=image.format in CAMERA_FORMATS), orientation(image))
    )
    if ready.mode == "RGBA" and ready.getchannel("A").getextrema() == (255, 255):
        ready = ready.convert("RGB")  # nothing in it is transparent, or nothing is any more
    ready.info = {}
    return ready


def _smaller(image: Image.Image, plain: bytes | None) -> PictureFile:
    """Choose between PNG and JPEG: graphics are smaller as PNG, photographs as JPEG.

    `plain` is a file of `image` that may be stored as it is. JPEG has no transparency. The choice depends on
    the pixels alone: prepared again, the file stays as it is.
    """
    if image.mode == "RGB" and image.getcolors(_COLOURS_OF_GRAPHICS) is None:
        return picture_file(JPEG, *image.size, jpeg(image))  # at once: encoding it as PNG takes a second
    as_png = plain or png(image)
    if image.mode == "RGBA":
        return picture_file(PNG, *image.size, as_png)
    as_jpeg = jpeg(image)
    if len(as_png) <= len(as_jpeg):
        return picture_file(PNG, *image.size, as_png)
    return picture_file(JPEG, *image.size, as_jpeg)
