"""The text of a table's cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bulletin_editor.importers.flow.lines import joined
from bulletin_editor.importers.flow.marks import mark_of
from bulletin_editor.importers.pdf.paragraphs import CutParagraph, ends_within_word, has_room, same_size
from bulletin_editor.importers.pdf.text_lines import TextLine
from bulletin_editor.model.rich_text import RichText

# Measured: in 3,000 cells by LibreOffice, on the left, in the middle and justified, these put all lines
# together that the width had cut; without room to spare and in cells of any length one row of ten kept some.
_APART = 1.8  # times the letters' size: lines of one sentence are nearer to each other
_BESIDE = 0.5  # times the letters' size: what is as little lower stands on the same line
_MOST_LINES = 8
_ROOM = 1.0  # times the letters' size, to spare: how wide a word is can only be guessed


def text_of_cell(lines: Sequence[TextLine]) -> RichText:
    """Return the words of a cell: lines that its width had cut are one again, others stay lines."""
    can_be_told = len(lines) <= _MOST_LINES and not any(_are_beside(*pair) for pair in pairwise(lines))
    widest = max((line.right - line.left for line in lines), default=0.0) if can_be_told else 0.0
    together: list[list[TextLine]] = []
    for line in lines:
        if together and _goes_on(together[-1][-1], line, widest):
            together[-1].append(line)
        else:
            together.append([line])
    return joined(CutParagraph(each).text for each in together)


def _goes_on(last: TextLine, line: TextLine, widest: float) -> bool:
    """Tell whether `line` is the rest of `last`; the words of both may stand in the middle of their cell."""
    if last.page != line.page or _are_beside(last, line) or ends_within_word(last.plain):
        return True
    far = last.baseline - line.baseline > _APART * line.size
    if far or mark_of(line.plain) or not same_size(last, line):
        return False
    return not has_room(last, line, last.left + widest - _ROOM * line.size)


def _are_beside(last: TextLine, line: TextLine) -> bool:
    return last.page == line.page and abs(last.baseline - line.baseline) < _BESIDE * line.size
