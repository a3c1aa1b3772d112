"""Links that a reader can follow, without the detours by which programs count visits."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.rich_text import checked_link

# Sites that only lead on, with the name of the parameter that says where to: Google Docs, Facebook, Outlook.
_DETOURS = (
    (re.compile(r"(?:www\.)?google\.com(?:\.vn)?/url"), "q"),
    (re.compile(r"lm?\.facebook\.com/l\.php"), "u"),
    (re.compile(r"[\w.-]+\.safelinks\.protection\.outlook\.com/"), "url"),
)


def followed(address: str) -> str:
    """Return the link to `address`; empty where no reader can be sent there."""
    try:
        return checked_link(_target(address) or address)
    except InvalidValue:
        return ""


def _target(address: str) -> str:
    try:
        parts = urlsplit(address.strip())
        place = f"{parts.netloc}{parts.path}".lower()
        names = (name for detour, name in _DETOURS if detour.fullmatch(place))
        return next((parse_qs(parts.query).get(name, [""])[0] for name in names), "")
    except ValueError:  # no address, or more parameters than any has
        return ""
