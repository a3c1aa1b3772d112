"""Lines that begin with a number, as the parts of a report or of a regulation do."""

from __future__ import annotations

import re

_NUMBERED = re.compile(
    r"(?:[IVXLC]+|\d+(?:\.\d+)*|[A-Za-z])[.)/]\s|(?:Phần|Chương|Mục|Điều|PHẦN|CHƯƠNG|MỤC|ĐIỀU)\s+[IVXLC\d]"
)


def is_numbered(line: str) -> bool:
    """Tell whether `line` begins as a numbered part of one text: ``II. ``, ``1.2. ``, ``Điều 3``."""
    return _NUMBERED.match(line) is not None
