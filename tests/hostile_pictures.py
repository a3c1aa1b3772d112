"""Picture files made to do harm."""

from __future__ import annotations

import base64
import math
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


def grey_jpeg(
    width: int, height: int, *, progressive: bool = False, halved: bool = False, head: bytes = b""
) -> bytes:
    """Return a JPEG file, really of so many px, of grey only: a bit or two for a block of 8 × 8 px.

    Its colours may be `halved` in both directions; segments may be put in as its `head`. ITU-T T.81, annex B.
    """
    layers = (0x22 if halved else 0x11, 0x11, 0x11)
    side, blocks = (16, 6) if halved else (8, 3)
    units = math.ceil(width / side) * math.ceil(height / side)
    table = bytes([1, *bytes(15), 0])  # a single code, of one bit: no change of grey, or the end of a block
    parts = (
        (0xDB, b"\0" + bytes([1]) * 64),
        (
            0xC2 if progressive else 0xC0,
            struct.pack(">BHHB", 8, height, width, 3)
            + b"".join(bytes([number, layer, 0]) for number, layer in enumerate(layers, 1)),
        ),
        (0xC4, b"\0" + table),
        (0xC4, b"\x10" + table),
        (0xDA, bytes([3, 1, 0, 2, 0, 3, 0, 0, 0 if progressive else 63, 0])),
    )
    segments = b"".join(jpeg_segment(mark, content) for mark, content in parts)
    scan = bytes(units * blocks * (1 if progressive else 2) // 8 + 1)
    return b"\xff\xd8" + head + segments + scan + b"\xff\xd9"


def jpeg_segment(mark: int, content: bytes) -> bytes:
    """Return a segment of a JPEG file."""
    return struct.pack(">BBH", 0xFF, mark, len(content) + 2) + content


def gif_claiming(width: int, height: int) -> bytes:
    """Return a GIF file of 10 × 10 px, whose frame says that it is so many px wide and high."""
    stream = BytesIO()
    Image.new("P", (10, 10), 1).save(stream, "GIF")
    file = stream.getvalue()
    size = file.index(b",") + 5  # behind the mark and the place of the frame
    return file[:size] + struct.pack("<HH", width, height) + file[size + 4 :]


def webp_claiming(width: int, height: int) -> bytes:
    """Return a WebP file of a small picture, on a canvas of so many px (RFC 9649, section 2.7)."""
    stream = BytesIO()
    Image.new("RGB", (64, 64)).save(stream, "WEBP")
    canvas = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    content = b"WEBPVP8X" + struct.pack("<I", len(canvas)) + canvas + stream.getvalue()[12:]
    return b"RIFF" + struct.pack("<I", len(content)) + content


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
