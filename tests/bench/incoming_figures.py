"""The figures of what comes in: documents, photographs, pasted words; and of the picture library."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from bench.incoming_documents import document_figures
from bench.incoming_window import Waiting, incoming_waits, library_times
from bench.processes import alone
from bench.report import Figure, seconds, within

PHOTOGRAPH_GOAL, PASTE_GOAL, STALL_GOAL = 0.6, 0.3, 0.05  # seconds

MANY = 20  # photographs at once
WORDS = 5000
ROUNDS = 3


def incoming_figures(folder: Path, ten_years: Path) -> list[Figure]:
    """Return the lines of the table; the library is that of the store `ten_years`."""
    waits = alone(incoming_waits, ROUNDS, MANY, WORDS)
    library = alone(library_times, ten_years)
    return [
        *document_figures(folder),
        *_lines("photograph of 12 MP, dropped", waits.one, PHOTOGRAPH_GOAL),
        Figure(f"{MANY} at once, for each", seconds(waits.many.time / MANY)),
        _stall(f"{MANY} at once", [waits.many]),
        *_lines(f"{WORDS} words of Word, pasted", waits.words, PASTE_GOAL),
        _stall("start of the reading process", [waits.reader]),
        Figure("picture library, until shown", seconds(library.opening)),
        within("  longest stall", library.opening_stall, STALL_GOAL, seconds),
        within("  scrolled, longest stall", library.scrolling_stall, STALL_GOAL, seconds),
    ]


def _lines(name: str, waits: list[Waiting], goal: float) -> list[Figure]:
    return [
        within(name, median(each.time for each in waits), goal, seconds),
        Figure("  slowest", seconds(max(each.time for each in waits))),
        _stall("", waits),
    ]


def _stall(name: str, waits: list[Waiting]) -> Figure:
    return within(f"{name}  longest stall", max(each.stall for each in waits), STALL_GOAL, seconds)
