"""How a Word file shows a picture, as a recipe of ours: cropped, turned, straightened.

Word crops first, then turns what is left; a crop of ours speaks of the turned picture. Word does not mind
what the camera wrote about which side is up, and turns such photos itself; ours come upright already.
"""

from __future__ import annotations

import re
import struct
from typing import NamedTuple

from lxml import etree

from bulletin_editor.errors import InvalidValue
from bulletin_editor.importers.word.markup import child, number, tag
from bulletin_editor.model.adjustments import MAX_ANGLE, Adjustments, Crop

_SHARE = 100_000  # in which a drawing counts what is cut off
_DEGREE = 60_000  # in which it counts a rotation
_FRACTION = 65_536  # in which VML counts both, where it writes an f
_ROTATION = re.compile(r"(?:^|;)\s*rotation\s*:\s*(-?[\d.]+)(fd)?")
_FLIP = re.compile(r"(?:^|;)\s*flip\s*:\s*([xy ]+)")

_JPEG, _EXIF, _HEAD = b"\xff\xd8", b"Exif\0\0", 70_000  # bytes in which a JPEG file tells about itself
_BYTE_ORDERS = {b"II": "<", b"MM": ">"}
_ORIENTATION = 0x0112
_TURNS = {3: 2, 6: 1, 8: 3}  # to be upright, by the orientation; the others are mirrored, or upright


class Shown(NamedTuple):
    """How a picture is shown.

    The `sides` are what is cut off of it at its left, top, right and bottom, as shares; then it is turned
    clockwise by so many `degrees`.
    """

    sides: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0)
    degrees: float = 0.0
    mirrored: bool = False


def drawn(blip: etree._Element) -> Shown:
    """Tell how the picture of a drawing (``a:blip``) is shown."""
    fill = blip.getparent()
    frame = fill.getparent() if fill is not None else None
    form = next(frame.iter(tag("a:xfrm")), None) if frame is not None else None
    flips = [form is not None and form.get(name) in ("1", "true") for name in ("flipH", "flipV")]
    degrees = (number(form.get("rot")) or 0) / _DEGREE if form is not None else 0.0
    source = child(fill, "a:srcRect")
    sides = [_share(source.get(side, "0"), _SHARE) if source is not None else 0.0 for side in "ltrb"]
    return _shown(sides, degrees, flips)


def drawn_in_vml(data: etree._Element) -> Shown:
    """Tell how the picture of a shape in VML (``v:imagedata``) is shown."""
    shape = data.getparent()
    style = shape.get("style", "") if shape is not None else ""
    rotation, flip = _ROTATION.search(style), _FLIP.search(style)
    degrees = _float(rotation[1]) / (_FRACTION if rotation[2] else 1) if rotation else 0.0
    sides = [_share(data.get(f"crop{side}", "0"), 1) for side in ("left", "top", "right", "bottom")]
    return _shown(sides, degrees, [flip is not None and axis in flip[1] for axis in "xy"])


def recipe(shown: Shown, data: bytes) -> Adjustments:
    """Return what makes the picture file `data`, upright, look as it is shown, but never mirrored.

    A rotation that can be no straightening, or comes together with a crop, is one to the nearest quarter.
    """
    upright = _turns_to_upright(data)
    turns = round(shown.degrees / 90)
    angle = shown.degrees - 90 * turns
    turns = turns % 4 or upright
    crop = _crop((shown.sides * 2)[4 - turns : 8 - turns])
    if abs(angle) > MAX_ANGLE or crop != Crop():
        angle = 0.0
    return Adjustments(turns=(turns - upright) % 4, angle=angle, crop=crop)


def _shown(sides: list[float], degrees: float, flips: list[bool]) -> Shown:
    """Put it together; flipped both ways is turned upside down."""
    return Shown(tuple(sides), degrees + 180 * all(flips), mirrored=sum(flips) == 1)


def _crop(sides: tuple[float, ...]) -> Crop:
    left, top, right, bottom = sides
    try:
        return Crop(left=left, top=top, right=right, bottom=bottom)
    except InvalidValue:
        return Crop()  # nonsense, or next to nothing is left


def _share(text: str, whole: int) -> float:
    """Return a share, written in parts of `whole` or with a unit; what would add a margin cuts nothing."""
    units = {"%": 100, "f": _FRACTION}
    return max(_float(text.rstrip("%f")) / units.get(text[-1:], whole), 0.0)


def _float(text: str) -> float:
    return float(text) if re.fullmatch(r"-?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})", text) else 0.0


def _turns_to_upright(data: bytes) -> int:
    """Return the quarter turns clockwise that bring a photo upright, by its camera (Exif 2.3, 4.6.4)."""
    start = data.find(_EXIF, 0, _HEAD) + len(_EXIF)
    order = _BYTE_ORDERS.get(data[start : start + 2])
    if not data.startswith(_JPEG) or start < len(_EXIF) or order is None:
        return 0
    try:
        (offset,) = struct.unpack_from(f"{order}I", data, start + 4)
        (count,) = struct.unpack_from(f"{order}H", data, start + offset)
        places = range(start + offset + 2, start + offset + 2 + 12 * count, 12)
        fields = [struct.unpack_from(f"{order}HHIH", data, place) for place in places]
    except struct.error:
        return 0
    return next((_TURNS.get(value, 0) for name, _, _, value in fields if name == _ORIENTATION), 0)
