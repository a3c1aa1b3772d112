"""The pictures that HTML shows: those it brings along, those in files, and those it only points to."""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from enum import Enum, auto
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from bulletin_editor.importers.html.styles import Attributes, Style

MAX_BYTES = 100_000_000
"""Of one picture file."""

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".emf", ".wmf"})
"""How the names of files end that are looked into."""

_SMALL = 24  # px: what is no larger is a tracking pixel, a smiley or a bullet
_LONGEST_EMPTY = 1_000  # characters of a picture in the page that only keeps a place
_LONGEST_SMILEY = 12  # characters: families and flags are several
_SMILEYS = frozenset({"So", "Sk", "Mn", "Cf"})  # symbols, and what says how they look and join
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(px|pt|in|cm|mm)?")
_PIXELS = {"px": 1.0, "pt": 96 / 72, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, None: 1.0}
_LAZY = ("data-src", "data-original", "data-lazy-src")
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|bmp|webp|tiff?|emf|wmf)", re.IGNORECASE)
_WEB = ("http:", "https:", "//")


class Missing(Enum):
    """Why a picture is not there."""

    ON_THE_WEB = auto()
    NOT_FOUND = auto()


def sources_of(attributes: Attributes) -> list[str]:
    """Return the addresses of an ``img``, the likeliest first.

    Some pages show an empty picture first and tell the true one beside; saved, they show the true one. An
    empty one is written into the page.
    """
    shown = attributes.get("src", "").strip()
    lazy = [attributes[name].strip() for name in _LAZY if name in attributes]
    is_empty = shown[:5].lower() == "data:" and len(shown) < _LONGEST_EMPTY
    return lazy if lazy and (is_empty or not shown) else [*lazy, shown]


def is_small(attributes: Attributes, style: Style) -> bool:
    """Tell whether an ``img`` is shown so small that it is no picture of an article."""
    sides = (_pixels(style.get(name, "") or attributes.get(name, "")) for name in ("width", "height"))
    known = [side for side in sides if side is not None]
    return bool(known) and (max(known) <= _SMALL or min(known) <= 2)


def smiley_of(attributes: Attributes) -> str:
    """Return the smiley that an ``img`` shows; empty where it is a picture, or says letters or nothing."""
    words = attributes.get("alt", "")
    is_smiley = 0 < len(words) <= _LONGEST_SMILEY and all(
        unicodedata.category(sign) in _SMILEYS for sign in words
    )
    return words if is_smiley else ""


def words_of(attributes: Attributes) -> str:
    """Return what an ``img`` says to those who cannot see it; a mere file name says nothing."""
    words = " ".join(attributes.get("alt", "").split())
    return "" if _FILE_NAME.fullmatch(words) else words


def data_of(source: str, folder: Path | None) -> bytes | Missing:
    """Return the picture file at the address `source`, where that can be had without a network.

    Pictures in files are taken from `folder` and below alone, wherever links and dots lead, and by names
    relative to it or full ones.
    """
    if source[:5].lower() == "data:":
        return _embedded(source)
    if source.lower().startswith(_WEB):
        return Missing.ON_THE_WEB
    path = _path(source, folder) if folder else None
    return _content(path, folder) if folder and path else Missing.NOT_FOUND


def _pixels(length: str) -> float | None:
    match = _LENGTH.fullmatch(length.strip().lower())
    return float(match[1]) * _PIXELS[match[2]] if match else None


def _embedded(source: str) -> bytes | Missing:
    head, comma, content = source.partition(",")
    if not comma:
        return Missing.NOT_FOUND
    data = unquote_to_bytes(content)
    if not head.lower().rstrip().endswith(";base64"):
        return data
    try:
        return base64.b64decode(data + b"==")  # what ends without its padding is whole, too
    except binascii.Error:
        return Missing.NOT_FOUND


def _path(source: str, folder: Path) -> Path | None:
    """Return the local path that `source` names; None for one elsewhere, and for what is no path."""
    try:
        address = urlsplit(source.replace("\\", "/"))
    except ValueError:
        return None
    if address.scheme != "file":
        name = unquote_to_bytes(address.path).decode("utf-8", "replace")
        return folder / name if not address.scheme and "\0" not in name else None
    path = url2pathname(address.path)
    is_local = address.netloc in ("", "localhost") and not path.replace("\\", "/").startswith("//")
    return Path(path) if is_local and "\0" not in path else None


def _content(path: Path, folder: Path) -> bytes | Missing:
    try:
        path = path.resolve(strict=True)
        if not path.is_relative_to(folder.resolve()) or path.suffix.lower() not in SUFFIXES:
            return Missing.NOT_FOUND
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return Missing.NOT_FOUND
        return path.read_bytes()
    except OSError:
        return Missing.NOT_FOUND
