"""The table of figures that ``make bench`` prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Show = Callable[[float], str]

_WIDTHS = (38, 14, 14, 9, 8)  # characters of each column but the last


class Figure(NamedTuple):
    """One line of the table: what was measured, beside what, and the ratio of both.

    It is to be at least `wanted`, or at most where `at_most` is set.
    """

    name: str
    ours: str
    other: str = ""
    ratio: float | None = None
    wanted: float | None = None
    at_most: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the ratio is as wanted; true where nothing is."""
        if self.ratio is None or self.wanted is None:
            return True
        return self.ratio <= self.wanted if self.at_most else self.ratio >= self.wanted


def compared(name: str, ours: float, other: float, wanted: float, show: Show) -> Figure:
    """Return how many times less `ours` is than `other`: at least `wanted` times."""
    return Figure(name, show(ours), show(other), other / ours, wanted)


def grown(name: str, small: float, large: float, wanted: float, show: Show) -> Figure:
    """Return how many times more `large` is than `small`: at most `wanted` times."""
    return Figure(name, show(small), show(large), large / small, wanted, at_most=True)


def within(name: str, ours: float, goal: float, show: Show) -> Figure:
    """Return how much of its `goal`, which is the most that it may be, `ours` takes up."""
    return Figure(name, show(ours), show(goal), ours / goal, 1, at_most=True)


def beside(name: str, ours: float, other: float, show: Show) -> Figure:
    """Return how many times less `ours` is than `other`, without a goal."""
    return Figure(name, show(ours), show(other), other / ours)


def seconds(value: float) -> str:
    """Write a time: ``2.41 s`` or ``32 ms``."""
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def megabytes(value: float) -> str:
    """Write a number of bytes: ``142 MB``."""
    return f"{value / 1e6:.0f} MB"


def table(title: str, ours: str, other: str, figures: list[Figure]) -> str:
    """Return the figures under a heading, `ours` and `other` naming the two columns."""
    heads = (title, ours, other, "ratio", "wanted", "") if other else (title, ours, "", "", "", "")
    return "\n".join([_row(heads), *(_row(_cells(figure)) for figure in figures)])


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}×"
    if figure.wanted is None:
        return (figure.name, figure.ours, figure.other, ratio, "", "")
    bound = f"{'≤' if figure.at_most else '≥'} {figure.wanted:g}×"
    verdict = "met" if figure.is_met else "MISSED"
    return (figure.name, figure.ours, figure.other, ratio, bound, verdict)


def _row(cells: tuple[str, ...]) -> str:
    name, *rest, verdict = cells
    numbers = "".join(cell.rjust(width) for cell, width in zip(rest, _WIDTHS[1:], strict=True))
    return f"{name.ljust(_WIDTHS[0])}{numbers}  {verdict}".rstrip()
