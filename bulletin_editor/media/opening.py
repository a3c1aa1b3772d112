"""Picture files opened: by their head first, and only then, if they are not too large, read whole."""

from __future__ import annotations

from io import BytesIO

from PIL import AvifImagePlugin, Image, TiffImagePlugin, WebPImagePlugin

from bulletin_editor.errors import PictureError
from bulletin_editor.media.recognise import begins_like_picture, is_heic, unsupported_kind
from bulletin_editor.media.shrink import fitted_size

MAX_PIXELS = 100_000_000

# AVIF, TIFF and WebP are not among the plugins that Pillow loads at first; so it need not load all forty.
_FORMATS = (
    "JPEG",
    "PNG",
    "GIF",
    "BMP",
    TiffImagePlugin.TiffImageFile.format,
    WebPImagePlugin.WebPImageFile.format,
    AvifImagePlugin.AvifImageFile.format,
)
CAMERA_FORMATS = ("JPEG", "MPO", "HEIF")
"""Formats in which a picture is a photograph."""

# Bytes that decoding takes for each pixel of the file, at most, as measured: a decoder may keep frames,
# strips or the coefficients of the whole picture beside it.
_BYTES_A_PIXEL = {"JPEG": 9, "MPO": 9, "TIFF": 12, "WEBP": 17, "AVIF": 14, "HEIF": 14}
_OTHERS = 4
_MEMORY = 900_000_000  # bytes
_LARGE = 250_000_000  # bytes: two that take less can be decoded at the same time

_MOST_READS = 1_000_000


class _Stream(BytesIO):
    """The bytes of a file, for a reader that does not ask for each of them by itself.

    Where a file is damaged, Pillow looks for the next mark byte by byte: through 200 MB, for half a minute.
    """

    _left = _MOST_READS

    def read(self, size: int | None = -1, /) -> bytes:
        self._left -= 1
        if not self._left:
            raise OSError("too many small pieces")
        return super().read(size)


def opened(data: bytes, name: str) -> Image.Image:
    """Return the picture in `data` with nothing but its head read.

    Raises:
        PictureError: no picture, a kind that cannot be read, a damaged head, or too many pixels.
    """
    try:
        image = _heif(data) if is_heic(data) else Image.open(_Stream(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_large(name, MAX_PIXELS) from error
    except Exception as error:  # noqa: BLE001 - each decoder has its own ways to say that a file is damaged
        raise _unreadable(data, name) from error
    limit = min(MAX_PIXELS, _MEMORY // _bytes_a_pixel(image))
    if image.width * image.height > limit:
        raise _too_large(name, limit)
    return image


def load(image: Image.Image, enough: int, data: bytes, name: str) -> None:
    """Read an opened picture whole; where that is cheaper, smaller, but no less than `enough` px long.

    Raises:
        PictureError: the file is damaged or cut.
    """
    try:
        if image.format != "HEIF":  # its "draft" would be the small picture that telephones put beside
            image.draft(image.mode, fitted_size(image.size, enough))
        image.load()
    except Exception as error:  # noqa: BLE001 - as above
        raise _unreadable(data, name) from error


def is_large(image: Image.Image) -> bool:
    """Tell whether decoding an opened picture takes so much memory that it must be the only one."""
    return image.width * image.height * _bytes_a_pixel(image) > _LARGE


def _bytes_a_pixel(image: Image.Image) -> int:
    if image.format in ("JPEG", "MPO") and "progressive" not in image.info:
        return _OTHERS
    return _BYTES_A_PIXEL.get(image.format or "", _OTHERS)


def _heif(data: bytes) -> Image.Image:
    from pillow_heif import HeifImageFile  # only few computers write such files: others need not load it

    image: Image.Image = HeifImageFile(BytesIO(data))  # type: ignore[no-untyped-call]
    return image


def _too_large(name: str, limit: int) -> PictureError:
    return PictureError("picture.too-large", place=name, name=name, limit=limit // 1_000_000)


def _unreadable(data: bytes, name: str) -> PictureError:
    if begins_like_picture(data):
        return PictureError("picture.truncated", place=name, name=name)
    kind = unsupported_kind(data)
    if kind:
        return PictureError("picture.unsupported", place=name, name=name, kind=kind)
    return PictureError("picture.not-a-picture", place=name, name=name)
