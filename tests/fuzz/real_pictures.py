"""Small real picture files of every kind that is taken."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pillow_heif
from PIL import Image, ImageCms

_SIZE = (48, 32)

_DRAWING = Path(__file__).parent / "samples" / "drawing.svg"


@cache
def picture_files() -> tuple[bytes, ...]:
    """Return photographs and graphics with all that such files can hold, and drawings."""
    pillow_heif.register_heif_opener()
    return (*_photographs(), *_graphics(), *_in_layers(), *drawings())


@cache
def drawings() -> tuple[bytes, ...]:
    """Return an SVG drawing with all that such files can hold."""
    return (_DRAWING.read_bytes().replace(b"{picture}", b64encode(png())),)


def png() -> bytes:
    """Return a small PNG file, large enough to be a picture of an article."""
    return _encoded(Image.linear_gradient("L").resize((12, 10)), "PNG")


def _photographs() -> Iterator[bytes]:
    photograph = Image.merge("RGB", [Image.radial_gradient("L").resize(_SIZE) for _ in range(3)])
    said = {"exif": _exif(), "icc_profile": _profile()}
    yield _encoded(photograph, "JPEG", **said, xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>", comment=b"anh")
    yield _encoded(photograph, "JPEG", progressive=True, subsampling=0)
    yield _encoded(photograph.convert("CMYK"), "JPEG")
    yield _encoded(photograph.convert("L"), "JPEG", exif=_exif())
    yield _encoded(photograph, "WEBP", **said)
    yield _encoded(photograph.convert("RGBA"), "WEBP", lossless=True)
    yield _encoded(photograph, "HEIF", **said)
    yield _encoded(photograph, "AVIF", **said)
    yield _encoded(photograph, "TIFF", compression="jpeg")
    yield _encoded(photograph.convert("CMYK"), "TIFF", icc_profile=_profile())


def _graphics() -> Iterator[bytes]:
    graphic = Image.linear_gradient("L").resize(_SIZE).convert("P", colors=16)
    yield _encoded(graphic, "PNG", transparency=3, exif=_exif())
    yield _encoded(graphic, "GIF", transparency=2, comment=b"hoa van")
    yield _encoded(graphic, "BMP")
    yield _encoded(graphic.convert("1"), "TIFF", compression="group4")
    yield _encoded(graphic.convert("RGBA"), "PNG", icc_profile=_profile())
    yield _encoded(graphic.convert("L").convert("I;16"), "PNG")
    yield _encoded(graphic.convert("1"), "BMP")
    yield _encoded(graphic.convert("RGB"), "TIFF", compression="tiff_lzw", tiffinfo={305: "may quet"})
    yield _encoded(graphic.convert("L"), "TIFF", compression="tiff_adobe_deflate")


def _in_layers() -> Iterator[bytes]:
    """Give files with more than one picture in them."""
    first, *others = (Image.new("RGB", _SIZE, (60 * number, 0, 0)) for number in range(3))
    for kind in ("GIF", "WEBP", "TIFF", "PNG", "MPO"):
        yield _encoded(first, kind, save_all=True, append_images=others)


def _exif() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned
    exif[0x010F] = "May anh"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 23.0, 12.5), 3: "E", 4: (103.0, 1.0, 7.25)})
    return exif.tobytes()


def _profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()
