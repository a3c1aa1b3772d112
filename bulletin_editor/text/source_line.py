"""Lines that say where a text or a picture was taken from: ``Nguồn: Báo Mới``."""

from __future__ import annotations

import re

_SOURCE = re.compile(r"\(?\s*(?:theo\s+)?nguồn(?:\s+tin)?\s*:\s*(?P<name>[^\n]{2,150}?)\s*\)?", re.IGNORECASE)


def source_named(line: str) -> str:
    """Return the source that `line` names, if it does nothing else; blank where it names none."""
    found = _SOURCE.fullmatch(line)
    return found["name"] if found else ""
