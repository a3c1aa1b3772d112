"""A page of a PDF, as it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bulletin_editor.importers.pdf.pictures import Figure
from bulletin_editor.importers.pdf.rules import Rules
from bulletin_editor.importers.pdf.stretches import Stretch
from bulletin_editor.importers.pdf.structure import Place
from bulletin_editor.importers.pdf.text_lines import TextLine, lines_of


@dataclass(frozen=True)
class Page:
    """A page, counted from 0, with its `height` in pt.

    `figures` has None for pictures that cannot be read; `places` tells of marked content where it belongs.
    """

    number: int
    height: float
    stretches: Sequence[Stretch]
    figures: Sequence[Figure | None]
    places: Mapping[int, Place]
    rules: Rules

    @cached_property
    def lines(self) -> list[TextLine]:
        """Its text in lines, in the order in which the file has them."""
        return lines_of(self.stretches, self.number, self.rules.upright)
