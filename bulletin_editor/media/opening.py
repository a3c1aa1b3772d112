"""Picture files opened: by their head first, and only then, if they are not too large, read whole."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, UnidentifiedImageError
from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from bulletin_editor.errors import PictureError
from bulletin_editor.media.recognise import begins_like_picture, is_heic, unsupported_kind
from bulletin_editor.media.shrink import fitted_size

_MOST_PIXELS = 100_000_000
_MOST_PIXELS_OF_JPEG = 256_000_000  # decoded at a fraction of its size; telephones have 200 million

# Of a JPEG file with several pictures, as telephones write them, the first is read.
_READERS = (
    JpegImageFile,
    PngImageFile,
    GifImageFile,
    BmpImageFile,
    TiffImageFile,
    WebPImageFile,
    AvifImageFile,
)
CAMERA_FORMATS = ("JPEG", "HEIF")
"""Formats in which a picture is a photograph."""

_MEASUREMENTS = ("I", "F")  # modes of numbers that are no shades: nothing tells which of them is white

# Bytes that decoding takes for each pixel of the file, at most, as measured: a decoder may keep frames or
# strips of the whole picture beside it.
_BYTES_A_PIXEL = {"TIFF": 12, "WEBP": 17, "AVIF": 14, "HEIF": 14}
_OTHERS = 4
_JPEG, _COEFFICIENT = 1, 2  # one byte for a picture at half its size, two for each value kept between scans
_MEMORY = 900_000_000  # bytes
_LARGE = 250_000_000  # bytes: two that take less can be decoded at the same time

_MARK = 16  # bytes by which Pillow knows a kind
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
        image = _heif(data) if is_heic(data) else _begun(data)
    except Image.DecompressionBombError as error:  # two kinds look at it themselves
        kind = "WEBP" if data.startswith(b"RIFF") else "GIF"
        raise _too_large(name, _limit(_MOST_PIXELS, _bytes_of(kind))) from error
    except Exception as error:  # noqa: BLE001 - each decoder has its own ways to say that a file is damaged
        raise _unreadable(data, name) from error
    most = _MOST_PIXELS_OF_JPEG if isinstance(image, JpegImageFile) else _MOST_PIXELS
    limit = _limit(most, _bytes_a_pixel(image))
    if image.width * image.height > limit:
        raise _too_large(name, limit)
    if image.mode in _MEASUREMENTS:
        raise PictureError("picture.unsupported", place=name, name=name, kind=f"{image.format} 32 bit")
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


def _limit(most: int, bytes_a_pixel: float) -> int:
    """Return how many pixels a picture may have, of `most`, that its decoding has room in the memory."""
    return min(most, int(_MEMORY / bytes_a_pixel))


def _bytes_a_pixel(image: Image.Image) -> float:
    if isinstance(image, JpegImageFile):
        return _JPEG + (_COEFFICIENT * _values_a_pixel(image) if "progressive" in image.info else 0)
    return _bytes_of(image.format)


def _bytes_of(kind: str | None) -> int:
    return _BYTES_A_PIXEL.get(kind or "", _OTHERS)


def _values_a_pixel(image: JpegImageFile) -> float:
    """Return how many values a JPEG file has for a pixel: colours are mostly kept at half the size."""
    samples: list[int] = [down * across for _, down, across, _ in image.layer]
    return sum(samples) / max([1, *samples])  # a damaged head may have none


def _begun(data: bytes) -> Image.Image:
    """Return the picture in `data`, whatever its size: `Image.open` has one limit for all kinds."""
    for reader in _READERS:
        _, accepts = Image.OPEN[reader.format]
        if accepts is not None and accepts(data[:_MARK]):
            return reader(_Stream(data))
    raise UnidentifiedImageError


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
