"""A picture from anywhere, made ready to be stored and printed."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO

from PIL import Image, TiffImagePlugin, WebPImagePlugin

from bulletin_editor.errors import PictureError
from bulletin_editor.media.colour import in_srgb
from bulletin_editor.media.plain_form import is_plain_jpeg, is_plain_png
from bulletin_editor.media.recognise import begins_like_picture, unsupported_kind
from bulletin_editor.media.upright import upright
from bulletin_editor.model.picture_file import JPEG, MAX_BYTES, PNG, PictureFile, picture_file

MAX_PIXELS = 100_000_000
LONG_SIDE = 2400  # px: 300 dpi across an A4 page's text

# TIFF and WebP are not among the plugins that Pillow loads at first; named here, it need not load all forty.
_FORMATS = (
    "JPEG",
    "PNG",
    "GIF",
    "BMP",
    TiffImagePlugin.TiffImageFile.format,
    WebPImagePlugin.WebPImageFile.format,
)
_CAMERA_FORMATS = ("JPEG", "MPO")
_STORED_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")
_JPEG_QUALITY = 88

# What Pillow raises for a damaged file: each format has its own way to say so.
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error)


def prepare_picture(data: bytes, *, name: str) -> PictureFile:
    """Make a picture file for print of `data`, the bytes of a file called `name`.

    The picture is decoded fully, turned upright, brought to sRGB and to at most 2400 px on its long
    side, and encoded anew without metadata. Bytes that are in this form already are kept as they are,
    so that preparing twice changes nothing.

    Raises:
        PictureError: no picture, a kind that cannot be read, a damaged or cut file, too many bytes or
            pixels.
    """
    if len(data) > MAX_BYTES:
        raise PictureError("picture.too-heavy", place=name, name=name, limit=MAX_BYTES // 1_000_000)
    with warnings.catch_warnings():
        # Pillow warns of odd metadata, which is dropped, and of many pixels, which have their limit here.
        warnings.simplefilter("ignore")
        return _prepared(_decoded(data, name), data)


def _decoded(data: bytes, name: str) -> Image.Image:
    """Read the whole picture; one that is too large is refused by its head, before it takes up memory."""
    too_large = PictureError("picture.too-large", place=name, name=name, limit=MAX_PIXELS // 1_000_000)
    try:
        image = Image.open(BytesIO(data), formats=_FORMATS)
        if image.width * image.height > MAX_PIXELS:
            raise too_large
        image.load()
    except Image.DecompressionBombError as error:
        raise too_large from error
    except _DAMAGE as error:
        raise _unreadable(data, name) from error
    return image


def _unreadable(data: bytes, name: str) -> PictureError:
    if begins_like_picture(data):
        return PictureError("picture.truncated", place=name, name=name)
    kind = unsupported_kind(data)
    if kind:
        return PictureError("picture.unsupported", place=name, name=name, kind=kind)
    return PictureError("picture.not-a-picture", place=name, name=name)


def _prepared(image: Image.Image, data: bytes) -> PictureFile:
    camera = image.format in _CAMERA_FORMATS
    small = max(image.size) <= LONG_SIDE
    plain = small and image.mode in _STORED_MODES and (is_plain_jpeg(data) if camera else is_plain_png(data))
    if camera and plain:
        return picture_file(JPEG, *image.size, data)
    ready = _ready(image)
    if camera:
        return picture_file(JPEG, *ready.size, _jpeg(ready))
    return _smaller(ready, data if plain else _png(ready))


def _ready(image: Image.Image) -> Image.Image:
    """Return the picture upright, in sRGB, small enough, and free of all that the file said besides."""
    ready = in_srgb(upright(image))
    ready.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    if ready.mode == "RGBA" and ready.getchannel("A").getextrema() == (255, 255):
        ready = ready.convert("RGB")  # nothing in it is transparent, or nothing is any more
    ready.info = {}
    return ready


def _smaller(image: Image.Image, png: bytes) -> PictureFile:
    """Choose between PNG and JPEG: graphics are smaller as PNG, photographs as JPEG.

    JPEG has no transparency. The choice depends on the pixels alone: prepared again, the file stays as it is.
    """
    if image.mode == "RGBA":
        return picture_file(PNG, *image.size, png)
    jpeg = _jpeg(image)
    if len(png) <= len(jpeg):
        return picture_file(PNG, *image.size, png)
    return picture_file(JPEG, *image.size, jpeg)


def _jpeg(image: Image.Image) -> bytes:
    """Encode with full colour resolution: halved, it smears the letters of red and yellow banners."""
    stream = BytesIO()
    image.save(stream, "JPEG", quality=_JPEG_QUALITY, subsampling="4:4:4", optimize=True)
    return stream.getvalue()


def _png(image: Image.Image) -> bytes:
    stream = BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()
