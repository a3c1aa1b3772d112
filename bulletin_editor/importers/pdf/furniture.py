"""What stands on every page and belongs to none: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bulletin_editor.importers.pdf.text_lines import TextLine

_EDGE = 0.1  # of a page's height, above and below: where running heads and feet stand
_SHARE = 0.4  # of the pages, on which a line returns that belongs to none
_SAME_ROW = 2.0  # pt
_NUMBER = re.compile(r"[-–—\s]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_FIRST_OR_LAST = re.compile(r"^\D*(\d{1,4})(?!\d)|(?<!\d)(\d{1,4})\D*$")


def without_furniture(
    pages: Sequence[Sequence[TextLine]], heights: Sequence[float]
) -> tuple[list[list[TextLine]], list[TextLine]]:
    """Take running heads, feet and page numbers off; return the lines that stay, and those that went.

    They are the outermost lines of a page: text has none of them on its outer side. `pages` come without
    their tables, whose cells would look as if they returned.
    """
    edges = [_edges(lines, height) for lines, height in zip(pages, heights, strict=True)]
    seen: dict[str, set[int]] = defaultdict(set)
    for number, on_page in enumerate(edges):
        for line in (line for edge in on_page for row in edge for line in row):
            for pattern in _patterns(line, number):
                seen[pattern].add(number)
    needed = max(2.0, _SHARE * len(pages))
    running = {pattern for pattern, where in seen.items() if len(where) >= needed}
    dropped = [
        line
        for number, on_page in enumerate(edges)
        for edge in on_page
        for line in _outermost(edge, number, running)
    ]
    gone = {id(line) for line in dropped}
    return [[line for line in lines if id(line) not in gone] for lines in pages], dropped


def said_once(lines: Iterable[TextLine]) -> list[str]:
    """Return what `lines` say that went, once each; nothing of the page numbers."""
    texts: dict[str, str] = {}
    for line in lines:
        texts.setdefault(_DIGITS.sub("#", line.plain), line.plain)
    return [text for text in texts.values() if not _NUMBER.fullmatch(text)]


def _edges(lines: Iterable[TextLine], height: float) -> tuple[list[list[TextLine]], list[list[TextLine]]]:
    """Return what stands in the upper edge of a page and in the lower one: rows, from the outside inwards."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: -line.baseline):
        if rows and rows[-1][0].baseline - line.baseline < _SAME_ROW:
            rows[-1].append(line)
        else:
            rows.append([line])
    upper = [row for row in rows if row[0].baseline >= (1 - _EDGE) * height]
    return upper, [row for row in reversed(rows) if row[0].baseline <= _EDGE * height]


def _outermost(edge: Iterable[list[TextLine]], page: int, running: set[str]) -> Iterator[TextLine]:
    """Give the lines of the rows before the first one with text, and the number of the page beside that."""
    for row in edge:
        if not all(_NUMBER.fullmatch(line.plain) or _patterns(line, page) & running for line in row):
            yield from (line for line in row if line.plain == str(page + 1))
            return
        yield from row


def _patterns(line: TextLine, page: int) -> set[str]:
    """Return as what `line` may return: as it is, or with a number that grows by one on each page."""
    text = line.plain
    numbers = (each.span(each.lastindex or 0) for each in _FIRST_OR_LAST.finditer(text))
    return {text} | {f"{text[:start]}#{int(text[start:end]) - page}{text[end:]}" for start, end in numbers}
