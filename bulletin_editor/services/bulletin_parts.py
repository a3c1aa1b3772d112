"""The parts of a bulletin around its articles: its cover, and the labels of its sections.

Both are left out where articles come in, so they are only taken for such where nothing else can be meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from bulletin_editor.model.blocks import Block
from bulletin_editor.model.issue import USUAL_LABELS
from bulletin_editor.model.texts import plain, texts_of
from bulletin_editor.services.outline import Outline
from bulletin_editor.text.folding import folded

_RUNNING = 100  # characters of a line that is text and no line of a cover
_LONGEST_LABEL = 60  # characters
_LISTED = 20  # characters of a headline by which it is known again on the cover
_MOST_LINES = 300  # of a cover
_NUMBER = re.compile(r"(?:.*\|\s*)?so\s*:?\s*\d{1,3}\s*/\s*20\d\d")  # of an issue, folded


def end_of_cover(document: Outline, front: int, headlines: Sequence[str]) -> int:
    """Return the place behind the cover with which `document` begins; 0 where it has none for sure.

    The first of the `headlines`, or the label over it, stands at `front`. Where text stands before it, too,
    the cover ends with the last line above the text that is one of a cover or returns in the document.
    """
    blocks = document.blocks[:front]
    text = next((place for place, block in enumerate(blocks) if any(map(_is_text, _lines(block)))), front)
    if not is_cover(blocks[:text], headlines):
        return 0
    if text == front:
        return front
    listed = [folded(each) for each in headlines]
    times = Counter(line for block in document.blocks for line in _lines(block))
    ends = [
        place + 1
        for place, block in enumerate(blocks[:text])
        for line in _lines(block)
        if _is_of_cover(line, listed) or (line.isupper() and times[line] > 1)
    ]
    return max(ends, default=0)


def is_cover(blocks: Sequence[Block], headlines: Sequence[str]) -> bool:
    """Tell whether `blocks` are a cover: no text, but the number of an issue or some of its `headlines`."""
    lines = list(islice((line for block in blocks for line in _lines(block)), _MOST_LINES + 1))
    if len(lines) > _MOST_LINES or any(map(_is_text, lines)):
        return False
    if any(map(_is_number, lines)):
        return True
    written = " ".join(map(folded, lines))
    return sum(len(each) >= _LISTED and folded(each) in written for each in headlines) > 1


def _lines(block: Block) -> list[str]:
    return [line for text in texts_of(block) for line in plain(text).split("\n")]


def _is_text(line: str) -> bool:
    return len(line) > _RUNNING and not line.isupper()


def _is_number(line: str) -> bool:
    return _NUMBER.fullmatch(folded(line).strip()) is not None


def _is_of_cover(line: str, listed: Sequence[str]) -> bool:
    """Tell whether `line` is the number of the issue, or a headline or a part of one; those are folded."""
    written = folded(line)
    return _is_number(line) or (len(line) >= _LISTED and any(written in each for each in listed))


def labels_over(document: Outline, headlines: Sequence[int]) -> set[int]:
    """Return the places of the section labels: short lines in capitals right above `headlines`.

    One that is usual is a label, and so is one that returns, if such stands over the first headline, too:
    the name of an author does not. If each headline has one, all are.
    """
    above = {place - 1: document.text(place - 1).plain for place in headlines if place}
    above = {place: line for place, line in above.items() if _may_be_label(line)}
    usual = {place for place, line in above.items() if line in USUAL_LABELS}
    times = Counter(above.values())
    sure = usual.union(place for place, line in above.items() if times[line] > 1)
    if headlines and headlines[0] - 1 in sure:
        return set(above) if len(above) == len(headlines) else sure
    return usual


def are_labels(document: Outline, found: Sequence[Sequence[int]]) -> bool:
    """Tell whether all headings of a level name sections: each stands right over another, and some return."""
    places = [each[-1] for each in found]
    names = [document.text(place).plain for place in places]
    over = all(document.is_below(place + 1, place) for place in places)
    if not over or not all(map(_may_be_label, names)):
        return False
    return len(set(names)) < len(names) or any(name in USUAL_LABELS for name in names)


def _may_be_label(line: str) -> bool:
    return line.isupper() and len(line) <= _LONGEST_LABEL
