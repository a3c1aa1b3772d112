"""Lines put together to the paragraphs that a page had cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from msgspec.structs import replace

from bulletin_editor.importers.flow.lines import rich_text_of
from bulletin_editor.importers.flow.marks import mark_of
from bulletin_editor.importers.pdf.text_lines import TextLine
from bulletin_editor.model.rich_text import RichText, Run

_SAME_SIZE = 0.08  # by which sizes of letters differ that mean the same
_LEADING = 1.15  # times the usual distance of lines: more of it divides paragraphs
_LOOSE = 1.6  # times the letters' size: the usual distance where none can be seen
_INDENT = 0.7  # times the letters' size
_SAME_COLUMN = 4.0  # times the letters' size: how far lines of one column begin from each other
_DATE = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "…", "”", '"')


@dataclass
class CutParagraph:
    """A paragraph and the lines that it stands in."""

    lines: list[TextLine]

    @property
    def first(self) -> TextLine:
        """Its first line."""
        return self.lines[0]

    @property
    def size(self) -> float:
        """How large its letters are, in pt."""
        return self.first.size

    @property
    def text(self) -> RichText:
        """Its words, as before they were cut into lines."""
        pieces: list[tuple[Run, str]] = []
        for line in self.lines:
            if pieces:
                _glue(pieces, line.pieces[0][0].link)
            pieces += line.pieces
        return rich_text_of(_stripped(pieces))


def usual_size(lines: Sequence[TextLine]) -> float:
    """Return the size of most letters, in pt; 0 where there are none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.plain)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def paragraphs_of(lines: Sequence[TextLine], body_size: float) -> list[CutParagraph]:
    """Put `lines`, in reading order, together to paragraphs. Larger letters than `body_size` are headings."""
    edges = _right_edges(lines)
    leadings = _leadings(lines)
    paragraphs: list[CutParagraph] = []
    for index, line in enumerate(lines):
        last = paragraphs[-1] if paragraphs else None
        if last and _goes_on(last, line, edges[index - 1], leadings, body_size):
            last.lines.append(line)
        else:
            paragraphs.append(CutParagraph([line]))
    return paragraphs


def is_heading_size(size: float, body_size: float) -> bool:
    """Tell whether letters of `size` are those of a heading."""
    return size >= 1.15 * body_size


def _goes_on(
    paragraph: CutParagraph, line: TextLine, edge: float, leadings: dict[float, float], body_size: float
) -> bool:
    last = paragraph.lines[-1]
    if not same_size(last, line) or mark_of(line.plain):
        return False
    gap = last.baseline - line.baseline
    if last.page != line.page or gap < -line.size:  # a new page or column
        return is_open(last) and line.plain[:1].islower()
    leading = leadings.get(_rounded(line.size), _LOOSE * line.size)
    if gap < 0.5 * line.size or gap > _LEADING * leading:
        return False
    if is_heading_size(line.size, body_size) or _is_one_title(last, line) or _cut_a_date(last, line):
        return True
    if last.left - line.left >= _SAME_COLUMN * line.size:  # a short line in the middle, such as a title
        return False
    return not _begins_indented(paragraph, line) and not has_room(last, line, edge)


def ends_within_word(text: str) -> bool:
    """Tell whether `text` ends with a hyphen; a dash has a space before it."""
    return text.endswith("-") and text[-2:-1].isalnum()


def is_open(line: TextLine) -> bool:
    """Tell whether a sentence goes on behind `line`."""
    return not line.plain.endswith(_SENTENCE_ENDS)


def _is_one_title(last: TextLine, line: TextLine) -> bool:
    """Tell whether both lines are of one headline as large as the text: capitals, or bold and centred."""
    if last.plain.isupper() and line.plain.isupper():
        return last.is_bold == line.is_bold
    centred = abs((last.left + last.right) - (line.left + line.right)) < line.size
    return centred and last.is_bold and line.is_bold and is_open(last) and last.left != line.left


def _cut_a_date(last: TextLine, line: TextLine) -> bool:
    """Tell whether both lines share a date; that of an official letter stands on the right."""
    dates = _DATE.finditer(f"{last.plain}\n{line.plain}")
    return any("\n" in date[0] for date in dates)


def _begins_indented(paragraph: CutParagraph, line: TextLine) -> bool:
    last = paragraph.lines[-1]
    hangs = len(paragraph.lines) == 1 and bool(mark_of(last.plain))
    return line.left - last.left > _INDENT * line.size and not hangs


def has_room(last: TextLine, line: TextLine, edge: float) -> bool:
    """Tell whether the first word of `line` had found room on `last`, up to `edge`: it was not cut there."""
    words = line.plain.split(maxsplit=1)
    width = (line.right - line.left) * len(words[0]) / len(line.plain)
    return last.right + width + 0.4 * line.size < edge


def _right_edges(lines: Sequence[TextLine]) -> list[float]:
    """Return for each line how far the lines around it reach that stand in the same column."""
    edges: list[float] = []
    start = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and _are_neighbours(lines[end - 1], lines[end]):
            continue
        edge = max(line.right for line in lines[start:end])
        edges += [edge] * (end - start)
        start = end
    return edges


def _are_neighbours(before: TextLine, after: TextLine) -> bool:
    gap = before.baseline - after.baseline
    return (
        before.page == after.page
        and same_size(before, after)
        and 0 < gap < 2.5 * after.size
        and abs(before.left - after.left) < _SAME_COLUMN * after.size
    )


def _leadings(lines: Sequence[TextLine]) -> dict[float, float]:
    """Return the usual distance between lines for each size of letters, in pt."""
    gaps: dict[float, list[float]] = {}
    for before, after in pairwise(lines):
        gap = before.baseline - after.baseline
        if _are_neighbours(before, after) and gap > 0.8 * after.size:
            gaps.setdefault(_rounded(after.size), []).append(gap)
    return {size: min(median(each), 2 * size) for size, each in gaps.items()}


def same_size(one: TextLine, other: TextLine) -> bool:
    """Tell whether the letters of both lines are meant to be equally large."""
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _stripped(pieces: list[tuple[Run, str]]) -> list[tuple[Run, str]]:
    """Leave out the white space before and behind."""
    worded = [index for index, (_, text) in enumerate(pieces) if text.strip()]
    if not worded:
        return []
    kept = pieces[worded[0] : worded[-1] + 1]
    kept[0] = (kept[0][0], kept[0][1].lstrip())
    kept[-1] = (kept[-1][0], kept[-1][1].rstrip())
    return kept


def _glue(pieces: list[tuple[Run, str]], link: str) -> None:
    """Put a space behind the line that ends here, unless it ends within a word. `link` is that behind it.

    A soft hyphen goes. A hyphen that ends a line stays: Vietnamese is not hyphenated, so it is that of
    ``2026-2030`` or ``QĐ-UBND``; with a space before it, it is a dash.
    """
    pieces[:] = _stripped(pieces)
    look, text = pieces[-1] if pieces else (Run(text=""), "")
    if text.endswith("\u00ad"):
        pieces[-1] = (look, text.removesuffix("\u00ad"))
    elif not ends_within_word(text):
        pieces.append((look if look.link == link else replace(look, link=""), " "))
