"""The bytes of a picture, as they are stored and printed."""

from __future__ import annotations

import hashlib

from bulletin_editor.model.value import Value

JPEG = "image/jpeg"
PNG = "image/png"

MAX_BYTES = 200_000_000
"""Bytes of the largest picture file that is taken in."""


class PictureFile(Value, frozen=True):
    """An encoded picture, ready for print: upright, sRGB, without private data.

    `media_type` is ``image/jpeg`` or ``image/png``; width and height are in px; `sha256` is the
    hexadecimal SHA-256 of `data` and names the picture everywhere.
    """

    sha256: str
    media_type: str
    width: int
    height: int
    data: bytes

    @property
    def suffix(self) -> str:
        """The usual end of a file name for this kind of picture, with its dot."""
        return ".png" if self.media_type == PNG else ".jpg"


def picture_file(media_type: str, width: int, height: int, data: bytes) -> PictureFile:
    """Make a picture file, named by the hash of its bytes. Width and height in px."""
    name = hashlib.sha256(data).hexdigest()
    return PictureFile(sha256=name, media_type=media_type, width=width, height=height, data=data)
