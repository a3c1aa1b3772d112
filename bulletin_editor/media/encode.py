"""Pictures written as the two kinds of file that are stored."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

_QUALITY = 88


def jpeg(image: Image.Image) -> bytes:
    """Encode with full colour resolution: halved, it smears the letters of red and yellow banners."""
    stream = BytesIO()
    image.save(stream, "JPEG", quality=_QUALITY, subsampling="4:4:4")
    return stream.getvalue()


def png(image: Image.Image) -> bytes:
    """Encode without loss."""
    stream = BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()
