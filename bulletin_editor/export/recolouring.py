"""Other colours in the files of a template: in its drawings, its pictures with a palette, its Word file."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from zipfile import ZipFile

Recolouring = Mapping[str, str]
"""What a colour becomes: both written ``#RRGGBB``, in capitals."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG_COLOUR = re.compile(rb"#[0-9A-Fa-f]{6}\b")
# In XML only what says that it is a colour: sizes in EMU and shares in theme1.xml have six digits, too.
_XML_COLOUR = re.compile(
    rb"""((?:<\w+:(?:color|srgbClr)\b[^<>]*?\bval|\b(?:color|fill|fillcolor|strokecolor|lastClr))=["'])"""
    rb"""(#?)([0-9A-Fa-f]{6})(?=["'])"""
)


def recoloured(name: str, data: bytes, colours: Recolouring) -> bytes:
    """Return `data`, the content of the file called `name`, with `colours` replaced.

    All are replaced in one pass, so that two may change places. A photograph is left as it is: of
    pictures, only PNG files with a palette are drawings.
    """
    if not colours:
        return data
    match PurePosixPath(name).suffix.lower():
        case ".svg":
            return _SVG_COLOUR.sub(lambda found: _instead(found[0], colours), data)
        case ".xml":
            return _XML_COLOUR.sub(
                lambda found: found[1] + found[2] + _instead(b"#" + found[3], colours)[1:], data
            )
        case ".png":
            return _recoloured_png(data, colours)
        case ".docx":
            return _recoloured_archive(data, colours)
    return data


def _instead(colour: bytes, colours: Recolouring) -> bytes:
    new = colours.get(colour.decode().upper())
    return new.encode() if new else colour


def _recoloured_archive(data: bytes, colours: Recolouring) -> bytes:
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(stream, "w") as target:
        for entry in source.infolist():
            target.writestr(entry, recoloured(entry.filename, source.read(entry), colours))
    return stream.getvalue()


def _recoloured_png(data: bytes, colours: Recolouring) -> bytes:
    """Return a PNG with other colours in its palette; one without a palette as it is."""
    chunks = dict(_chunks(data)) if data.startswith(_PNG) else {}
    if b"PLTE" not in chunks:
        return data
    opacities = chunks.get(b"tRNS", b"")
    palette = bytearray(chunks[b"PLTE"])
    for place in range(len(palette) // 3):
        entry = slice(3 * place, 3 * place + 3)
        opacity = opacities[place] if place < len(opacities) else 255
        palette[entry] = _new_entry(bytes(palette[entry]), opacity, colours)
    written = ((kind, bytes(palette) if kind == b"PLTE" else content) for kind, content in _chunks(data))
    return _PNG + b"".join(_chunk(kind, content) for kind, content in written)


def _new_entry(entry: bytes, opacity: int, colours: Recolouring) -> bytes:
    """Return what becomes of a colour of the palette.

    The edge of a drawing is see-through, and its colour was rounded the more the fainter it is.
    """
    for old, new in colours.items():
        distance = max(abs(one - other) for one, other in zip(entry, bytes.fromhex(old[1:]), strict=True))
        if distance * opacity <= 255 and (opacity or not distance):
            return bytes.fromhex(new[1:])
    return entry


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and content of each chunk of a PNG (ISO/IEC 15948, 5.3)."""
    place = len(_PNG)
    while place < len(data):
        length = int.from_bytes(data[place : place + 4])
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)
