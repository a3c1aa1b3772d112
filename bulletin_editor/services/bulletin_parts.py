"""The parts of a bulletin around its articles: its cover, and the labels of its sections.

Both are left out where articles come in, so they are only taken for such where nothing else can be meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bulletin_editor.model.blocks import Block
from bulletin_editor.model.issue import USUAL_LABELS
from bulletin_editor.model.texts import plain, texts_of
from bulletin_editor.services.proposed_article import text_of
from bulletin_editor.text.folding import folded

_RUNNING = 100  # characters of a line that is text and no line of a cover
_LONGEST_LABEL = 60  # characters
_LISTED = 20  # characters of a headline by which it is known again on the cover
_NUMBER = re.compile(r"(?:.*\|\s*)?so\s*:?\s*\d{1,3}\s*/\s*20\d\d")  # of an issue, folded


def is_cover(blocks: Sequence[Block], headlines: Sequence[str]) -> bool:
    """Tell whether `blocks` are a cover: no text, but the number of an issue or some of its `headlines`."""
    lines = [line for block in blocks for text in texts_of(block) for line in plain(text).split("\n")]
    if any(len(line) > _RUNNING and not line.isupper() for line in lines):
        return False
    if any(_NUMBER.fullmatch(folded(line).strip()) for line in lines):
        return True
    written = " ".join(map(folded, lines))
    return sum(len(each) >= _LISTED and folded(each) in written for each in headlines) > 1


def labels_over(blocks: Sequence[Block], headlines: Sequence[int]) -> set[int]:
    """Return the places of the section labels: short lines in capitals right above `headlines`.

    One that is usual is a label, and so is one that returns, if such stands over the first headline, too:
    the name of an author does not. If each headline has one, all are.
    """
    above = [place - 1 for place in headlines if place and _may_be_label(blocks[place - 1])]
    usual = {place for place in above if _is_usual(blocks[place])}
    names = Counter(text_of(blocks[place]).plain for place in above)
    sure = usual.union(place for place in above if names[text_of(blocks[place]).plain] > 1)
    if headlines and headlines[0] - 1 in sure:
        return set(above) if len(above) == len(headlines) else sure
    return usual


def are_labels(blocks: Sequence[Block], found: Sequence[Sequence[int]], headings: Mapping[int, int]) -> bool:
    """Tell whether all headings of a level name sections: each stands right over another, and some return."""
    places = [each[-1] for each in found]
    over = all(headings.get(place + 1, 0) > headings[place] for place in places)
    if not over or not all(_may_be_label(blocks[place]) for place in places):
        return False
    names = {text_of(blocks[place]).plain for place in places}
    return len(names) < len(places) or any(_is_usual(blocks[place]) for place in places)


def _may_be_label(block: Block) -> bool:
    text = text_of(block).plain
    return text.isupper() and len(text) <= _LONGEST_LABEL


def _is_usual(block: Block) -> bool:
    return text_of(block).plain in USUAL_LABELS
