"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re

# Kind, place of its mark from the start of the file, the mark: kinds that cannot be read here.
_MARKS = (
    ("JPEG 2000", 4, b"jP  \r\n"),
    ("JPEG 2000", 0, b"\xff\x4f\xff\x51"),
    ("JPEG XL", 4, b"JXL \r\n"),
    ("JPEG XL", 0, b"\xff\x0a"),
    ("Photoshop", 0, b"8BPS"),
    ("PDF", 0, b"%PDF-"),
    ("PostScript", 0, b"%!PS"),
    ("PostScript", 0, b"\xc5\xd0\xd3\xc6"),
    ("EMF", 40, b" EMF"),
    ("WMF", 0, b"\xd7\xcd\xc6\x9a"),
    ("WMF", 0, b"\x01\0\x09\0\0\x03"),
    ("ICO", 0, b"\0\0\1\0"),
    ("DjVu", 0, b"AT&TFORM"),
    ("GIMP", 0, b"gimp xcf"),
)

_READABLE = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"GIF87a",
    b"GIF89a",
    *(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),  # TIFF
)

# The container of ISO/IEC 14496-12: a box "ftyp" with a brand, a version and the brands that it goes by, too.
_BOX = b"ftyp"
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
_AVIF_BRANDS = {b"avif", b"avis"}

_SVG_START = re.compile(rb"(\xef\xbb\xbf)?\s*<(svg|\w+:svg|\?xml|!--|!DOCTYPE\s+svg)[\s>:]?", re.IGNORECASE)
_SVG_ROOT = re.compile(rb"<(\w+:)?svg[\s>]")
_HEAD = 20_000  # bytes: what some drawing programs say before the drawing begins


def begins_like_picture(data: bytes) -> bool:
    """Tell whether `data` begins like a picture that can be read, so that only the rest is at fault."""
    if data.startswith(_READABLE) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return True
    if data[:2] == b"BM" and data[6:10] == bytes(4):  # BMP, with its reserved bytes
        return True
    return is_heic(data) or bool(_brands(data) & _AVIF_BRANDS)


def is_heic(data: bytes) -> bool:
    """Tell whether `data` is a HEIC or HEIF file, and not AVIF in the same container."""
    brands = _brands(data)
    return bool(brands & _HEIC_BRANDS) and not brands & _AVIF_BRANDS


def is_svg(data: bytes) -> bool:
    """Tell whether `data` begins like an SVG drawing."""
    head = data[:_HEAD]
    return bool(_SVG_START.match(head) and _SVG_ROOT.search(head))


def unsupported_kind(data: bytes) -> str | None:
    """Name the kind of picture that `data` is, if it is one of those that cannot be read here."""
    for kind, place, mark in _MARKS:
        if data[place : place + len(mark)] == mark:
            return kind
    return None


def _brands(data: bytes) -> set[bytes]:
    """Return the brands of a container file; none for any other file."""
    if data[4:8] != _BOX:
        return set()
    end = min(int.from_bytes(data[:4], "big"), 1000)
    return {data[8:12], *(data[place : place + 4] for place in range(16, end, 4))}
