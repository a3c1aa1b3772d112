"""What stands on every page and belongs to none: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bulletin_editor.importers.pdf.page_text import TextLine

_EDGE = 0.1  # of a page's height, above and below: where running heads and feet stand
_SHARE = 0.4  # of the pages, on which a line returns that belongs to none
_NUMBER = re.compile(r"[-–—\s]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def without_furniture(
    pages: Sequence[Sequence[TextLine]], heights: Sequence[float]
) -> tuple[list[list[TextLine]], list[str]]:
    """Take running heads, feet and page numbers off; return the lines that stay, and what went, once each."""
    seen: dict[str, set[int]] = defaultdict(set)
    for number, lines in enumerate(pages):
        for line in lines:
            if _is_at_edge(line, heights[number]):
                seen[_pattern(line)].add(number)
    needed = max(2.0, _SHARE * len(pages))
    running = {pattern for pattern, where in seen.items() if len(where) >= needed}
    kept: list[list[TextLine]] = []
    dropped: list[TextLine] = []
    for number, lines in enumerate(pages):
        kept.append([])
        for line in lines:
            at_edge = _is_at_edge(line, heights[number])
            if at_edge and (_NUMBER.fullmatch(line.plain) or _pattern(line) in running):
                dropped.append(line)
            else:
                kept[-1].append(line)
    return kept, said_once(dropped)


def said_once(lines: Iterable[TextLine]) -> list[str]:
    """Return what `lines` say that went, once each; nothing of the page numbers."""
    texts: dict[str, str] = {}
    for line in lines:
        texts.setdefault(_pattern(line), line.plain)
    return [text for text in texts.values() if not _NUMBER.fullmatch(text)]


def _is_at_edge(line: TextLine, height: float) -> bool:
    return not _EDGE * height < line.baseline < (1 - _EDGE) * height


def _pattern(line: TextLine) -> str:
    return _DIGITS.sub("#", line.plain)
