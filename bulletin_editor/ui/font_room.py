"""Room for stacked marks: the fonts of the window, with lines as high as their highest letters."""

from __future__ import annotations

import struct

_TABLE = struct.Struct(">4sIII")  # name, checksum, offset, length
_TABLES_AT = 12  # bytes; formats and offsets: OpenType 1.9, "Font file", "hhea", "OS/2"


def with_room_for_marks(font: bytes) -> bytes:
    """Return the OpenType `font` with its ascent raised to the height of its highest letters.

    The family of the window is 1.0 em high above the base line, its capitals with two marks (Ổ, Ễ) 1.2 em:
    Qt cuts off what stands above the line. How high they are, the font itself says, for Windows.
    """
    made = bytearray(font)
    (count,) = struct.unpack_from(">H", made, 4)
    found = (_TABLE.unpack_from(made, _TABLES_AT + number * _TABLE.size) for number in range(count))
    tables = {name: offset for name, _, offset, _ in found}
    windows = tables[b"OS/2"]
    (highest,) = struct.unpack_from(">H", made, windows + 74)  # usWinAscent
    struct.pack_into(">h", made, tables[b"hhea"] + 4, highest)  # ascender
    struct.pack_into(">h", made, windows + 68, highest)  # sTypoAscender
    return bytes(made)
