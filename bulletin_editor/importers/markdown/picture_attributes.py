"""What stands in braces behind a picture: ``{turns=1 crop="0.1 0 0.2 0" focus="0.3 0.4"}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from bulletin_editor.importers.markdown.passage import Passage
from bulletin_editor.model.adjustments import Adjustments, Crop, Focus
from bulletin_editor.model.blocks import Picture

_ATTRIBUTE = re.compile(r'(?P<name>[a-z]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))')
_WHOLE = re.compile(r"-?[0-9]{1,3}")
_NUMBER = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,6})?")
_WITHOUT: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        "turns": (0,),
        "angle": (0,),
        "crop": (0, 0, 0, 0),
        "brightness": (0,),
        "contrast": (0,),
        "focus": (0.5, 0.5),
    }
)
_WHOLE_ONES = ("turns", "brightness", "contrast")


def with_attributes(picture: Picture, text: str, place: Passage) -> Picture:
    """Return `picture` adjusted as `text` says, attributes with a space between two; `place` speaks of it.

    Raises:
        InputError: an attribute that is unknown or comes twice, a wrong value, or anything else.
    """
    values = {**_WITHOUT, **_read(text, place)}
    (turns,), (angle,), (brightness,), (contrast,) = (
        values[name] for name in ("turns", "angle", "brightness", "contrast")
    )
    left, top, right, bottom = values["crop"]
    x, y = values["focus"]
    with place.refusing():
        adjustments = Adjustments(
            turns=int(turns),
            angle=angle,
            crop=Crop(left=left, top=top, right=right, bottom=bottom),
            brightness=int(brightness),
            contrast=int(contrast),
        )
        return replace(picture, adjustments=adjustments, focus=Focus(x=x, y=y))


def _read(text: str, place: Passage) -> dict[str, tuple[float, ...]]:
    """Return the values of the attributes in `text`, by their names."""
    values: dict[str, tuple[float, ...]] = {}
    rest = text.strip()
    while rest:
        found = _ATTRIBUTE.match(rest)
        name = found["name"] if found else ""
        if not found or name not in _WITHOUT or name in values or rest[found.end() :][:1].strip():
            raise place.error("markdown.picture-attribute", attribute=rest, known=", ".join(_WITHOUT))
        values[name] = _numbers(name, found["quoted"] or found["bare"] or "", place)
        rest = rest[found.end() :].strip()
    return values


def _numbers(name: str, value: str, place: Passage) -> tuple[float, ...]:
    words = value.split()
    form = _WHOLE if name in _WHOLE_ONES else _NUMBER
    if len(words) != len(_WITHOUT[name]) or not all(form.fullmatch(word) for word in words):
        raise place.error("markdown.picture-attribute-value", attribute=name, value=value)
    return tuple(float(word) for word in words)
