"""What a file is by its first bytes, where it could not be opened: the officer is told why."""

from __future__ import annotations

# Kind, place of its mark from the start of the file, the mark. The container of ISO/IEC 14496-12
# (HEIC, AVIF) names its brand after "ftyp".
_MARKS = (
    ("HEIC", 4, b"ftyphei"),
    ("HEIC", 4, b"ftyphev"),
    ("HEIC", 4, b"ftypmif1"),
    ("HEIC", 4, b"ftypmsf1"),
    ("AVIF", 4, b"ftypavi"),
    ("JPEG 2000", 4, b"jP  \r\n"),
    ("JPEG XL", 4, b"JXL \r\n"),
    ("JPEG XL", 0, b"\xff\x0a"),
    ("Photoshop", 0, b"8BPS"),
    ("PDF", 0, b"%PDF-"),
    ("SVG", 0, b"<svg"),
    ("EMF", 40, b" EMF"),
    ("WMF", 0, b"\xd7\xcd\xc6\x9a"),
    ("ICO", 0, b"\0\0\1\0"),
)

_READABLE = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")


def begins_like_picture(data: bytes) -> bool:
    """Tell whether `data` begins like a picture that can be read, so that only the rest is at fault."""
    return data.startswith(_READABLE) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def unsupported_kind(data: bytes) -> str | None:
    """Name the kind of picture that `data` is, if it is one of those that cannot be read here."""
    for kind, place, mark in _MARKS:
        if data[place : place + len(mark)] == mark:
            return kind
    declared = data[:1000].lstrip().startswith(b"<?xml") and b"<svg" in data[:4000]
    return "SVG" if declared else None
