"""Picture files made to do harm."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image

_PNG_START = b"\x89PNG\r\n\x1a\n"
_SVG_NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def png_claiming(width: int, height: int) -> bytes:
    """Return a PNG file of some hundred bytes that says it is so many px wide and high."""
    return _png(width, height, bytes(100))


def large_picture(kind: str, side: int, mode: str = "RGB", **options: object) -> bytes:
    """Return a real picture of `side` × `side` px whose file is small."""
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    stream = BytesIO()
    small = Image.linear_gradient("L").resize((side // 10, side // 10))
    small.resize((side, side), Image.Resampling.NEAREST).convert(mode).save(stream, kind, **options)
    return stream.getvalue()


def png_with_bomb(chunk: bytes) -> bytes:
    """Return a small PNG file with `chunk` (iCCP, zTXt or iTXt) of a hundred million bytes, compressed."""
    packed = zlib.compress(bytes(100_000_000), 9)
    heads = {b"iCCP": b"icc\0\0", b"zTXt": b"Comment\0\0", b"iTXt": b"Comment\0\1\0\0\0"}
    return _png(10, 10, bytes(10 * 31), (chunk + heads[chunk] + packed,))


def gif_of_many_frames(frames: int = 20_000) -> bytes:
    """Return a GIF file of so many frames, each of 500 × 500 px."""
    stream = BytesIO()
    Image.new("P", (500, 500), 1).save(stream, "GIF")
    file = stream.getvalue()
    first = file.index(b",")  # where the first frame begins; the last byte ends the file
    return file[:first] + file[first:-1] * frames + file[-1:]


def heic_claiming(width: int, height: int) -> bytes:
    """Return a HEIC file of a small picture that says in all places that it is so many px wide and high."""
    import pillow_heif

    pillow_heif.register_heif_opener()
    stream = BytesIO()
    Image.new("RGB", (64, 64), (200, 30, 30)).save(stream, "HEIF")
    extent = b"ispe\0\0\0\0"  # ISO/IEC 23008-12, section 6.5.3
    return stream.getvalue().replace(
        extent + struct.pack(">II", 64, 64), extent + struct.pack(">II", width, height)
    )


def tiff_claiming(width: int, height: int, strip: int) -> bytes:
    """Return a TIFF file of some hundred bytes, so many px wide and high, in one strip of `strip` bytes."""
    packed = zlib.compress(bytes(1000))
    tags = ((256, width), (257, height), (258, 8), (259, 8), (262, 1), (273, 8), (278, height), (279, strip))
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    place = 8 + len(packed)
    return b"II*\0" + struct.pack("<I", place) + packed + struct.pack("<H", len(tags)) + entries + bytes(4)


def _uses(levels: int) -> bytes:
    """Ten to the power of `levels` squares, each level ten times the one before."""
    lines = ['<defs><rect id="a0" width="3" height="3"/>']
    lines += [
        f'<g id="a{level}">' + f'<use xlink:href="#a{level - 1}"/>' * 10 + "</g>"
        for level in range(1, levels + 1)
    ]
    return _svg("".join(lines) + f'</defs><use xlink:href="#a{levels}"/>')


def _patterns(levels: int) -> bytes:
    lines = []
    for level in range(levels):
        fill = f"url(#p{level - 1})" if level else "red"
        lines.append(f'<pattern id="p{level}" width=".01" height=".01">')
        lines.append(f'<rect width="3" height="3" fill="{fill}"/>' * 10 + "</pattern>")
    return _svg("".join(lines) + f'<rect width="300" height="200" fill="url(#p{levels - 1})"/>')


def _entities() -> bytes:
    lines = ['<!ENTITY e0 "ha ha ha ha">']
    lines += [f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10)]
    return f"<!DOCTYPE svg [{''.join(lines)}]>".encode() + _svg("<text>&e9;</text>")


def _embedded(data: bytes) -> bytes:
    return _svg(
        f'<image width="9" height="9" href="data:image/png;base64,{base64.b64encode(data).decode()}"/>'
    )


def _svg(content: str) -> bytes:
    return f'<svg {_SVG_NAMES} viewBox="0 0 300 200">{content}</svg>'.encode()


HOSTILE_DRAWINGS: dict[str, Callable[[], bytes]] = {
    "repeated": lambda: _uses(9),
    "patterns in patterns": lambda: _patterns(9),
    "entities": _entities,
    "round in circles": lambda: _svg(
        '<g id="a"><use xlink:href="#b"/></g><g id="b"><use xlink:href="#a"/></g>'
    ),
    "deep": lambda: _svg("<g>" * 5000 + "</g>" * 5000),
    "deep references": lambda: _svg(
        "".join(f'<g id="a{level}"><use xlink:href="#a{level + 1}"/></g>' for level in range(2000))
    ),
    "wide elements": lambda: _svg("<rect/>" * 500_000),
    "vast": lambda: _svg('<rect width="9" height="9"/>').replace(b"300 200", b"1e30 1e-30"),
    "thin": lambda: _svg('<rect width="9" height="9"/>').replace(b"300 200", b"1 1000000000"),
    "one strong filter": lambda: _svg(
        '<filter id="f"><feGaussianBlur stdDeviation="100"/></filter>'
        '<rect filter="url(#f)" width="300" height="200"/>'
    ),
    "huge picture": lambda: _embedded(png_claiming(50_000, 50_000)),
    "no picture": lambda: _embedded(b"khong phai anh"),
}
"""Drawings that would take endless time or memory, or crash who draws them; by what is wrong with them."""


def _png(width: int, height: int, pixels: bytes, more: tuple[bytes, ...] = ()) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    file = _PNG_START
    for chunk in (head, *more, b"IDAT" + zlib.compress(pixels), b"IEND"):
        file += struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return file
