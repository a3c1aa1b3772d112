"""Whether a picture file is nothing but its picture: no metadata, no profile, nothing behind its end.

Read from the bytes themselves, because Pillow does not tell all that a file carries. Sources: the JPEG
segments of ITU-T T.81, annex B, with JFIF 1.02; the PNG chunks of the PNG specification, section 11.
"""

from __future__ import annotations

import re
import struct

_JPEG_START, _JPEG_END = b"\xff\xd8", b"\xff\xd9"
_JFIF_HEADER = b"\xff\xe0\x00\x10JFIF\0"  # its length says that there is no thumbnail in it
_JFIF_LENGTH = 18  # bytes
_SCAN = 0xDA
# Frames: baseline, extended and progressive; then Huffman tables, quantisation tables, restart interval.
_JPEG_SEGMENTS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, _SCAN}
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # not a stuffed byte, restart mark or filler

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_DEPTH = 24  # where the header tells the bits of a channel
_PNG_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}


def is_plain_jpeg(data: bytes) -> bool:
    """Tell whether `data` is a JPEG file of picture segments alone, after a bare JFIF header.

    Without that header some programs take the file for no picture, others guess at its colours.
    """
    if not data.startswith(_JPEG_START + _JFIF_HEADER):
        return False
    place = len(_JPEG_START) + _JFIF_LENGTH
    while data[place : place + 2] != _JPEG_END:
        following = _after_segment(data, place)
        if following is None:
            return False
        place = following
    return place + len(_JPEG_END) == len(data)


def _after_segment(data: bytes, place: int) -> int | None:
    """Return where the segment after the one at `place` begins; None if this one is not plain."""
    if len(data) < place + 4 or data[place] != 0xFF:
        return None
    marker = data[place + 1]
    (length,) = struct.unpack_from(">H", data, place + 2)
    if marker not in _JPEG_SEGMENTS:
        return None
    end: int = place + 2 + length
    if marker != _SCAN:
        return end
    found = _AFTER_SCAN.search(data, end)
    return found.start() if found else None


def is_plain_png(data: bytes) -> bool:
    """Tell whether `data` is a PNG file of header, palette, transparency and picture data alone.

    Not one of sixteen bits a channel, which no print shows and which doubles its size.
    """
    if not data.startswith(_PNG_START) or data[_PNG_DEPTH : _PNG_DEPTH + 1] > b"\x08":
        return False
    place = len(_PNG_START)
    kind = b""
    while kind != b"IEND":
        if len(data) < place + 12:
            return False
        (length,) = struct.unpack_from(">I", data, place)
        kind = data[place + 4 : place + 8]
        if kind not in _PNG_CHUNKS:
            return False
        place += 12 + length
    return place == len(data)
