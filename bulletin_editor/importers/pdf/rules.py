"""The straight lines that are drawn on a page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw as pdfium

_THICKEST = 3.0  # pt
_SHORTEST = 8.0  # pt
_TOUCHES = 2.0  # pt: between the parts of one rule; Word draws one for each cell
_MOST = 300  # in one direction; a drawing has more


class Rule(NamedTuple):
    """A line across, or upright: where it is, and from where to where it goes. In pt from the lower left."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The rules of a page."""

    across: list[Rule]
    upright: list[Rule]


def rules_on(page: pypdfium2.PdfPage) -> Rules:
    """Return the rules on `page`: thin paths, as lines and as rectangles."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    across, upright = [], []
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            continue
        width, height = right.value - left.value, top.value - bottom.value
        if height <= _THICKEST and width >= _SHORTEST:
            across.append(Rule((top.value + bottom.value) / 2, left.value, right.value))
        elif width <= _THICKEST and height >= _SHORTEST:
            upright.append(Rule((left.value + right.value) / 2, bottom.value, top.value))
    rules = Rules(_joined(across), _joined(upright))
    return rules if max(map(len, rules)) <= _MOST else Rules([], [])


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Put the parts of one rule together."""
    joined: list[Rule] = []
    ordered = sorted(rules, key=lambda rule: (round(rule.at), rule.start))
    for _, together in groupby(ordered, key=lambda rule: round(rule.at)):
        parts = list(together)
        joined.append(parts[0])
        for part in parts[1:]:
            last = joined[-1]
            if part.start - last.end <= _TOUCHES:
                joined[-1] = last._replace(end=max(last.end, part.end))
            else:
                joined.append(part)
    return joined
