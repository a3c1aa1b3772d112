"""The work that is measured inside a process: functions to be run in a new one, each tells its times."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

import pypdfium2

from bench.edits import with_word
from bench.generator import generated_issue
from bulletin_editor.export.layout import Layout, lay_out
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import read_template
from bulletin_editor.export.word.printer import print_word
from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.paths import shipped
from bulletin_editor.store import Store

Result = TypeVar("Result")


class PrintTimes(NamedTuple):
    """Seconds that each print of an issue took, and how many pages it has."""

    pdf: float
    word: float
    pages: int


class StoreTimes(NamedTuple):
    """Seconds that each job of the store took."""

    opening: float
    loading: float
    saving: float


class _Desk:
    """The newest issue of a store, with all that it is printed with."""

    def __init__(self, store_path: Path) -> None:
        with _opened(store_path) as store:
            self.issue = _newest(store)
            self._agency = store.agency()
            self._pictures = store.pictures(picture.sha256 for picture in self.issue.pictures)
        self._template = read_template(shipped("templates") / "dien-bien")

    def printer(self) -> PdfPrinter:
        """Return a new printer."""
        return PdfPrinter(self._template)

    def pdf(self, printer: PdfPrinter, issue: Issue) -> Layout:
        """Lay out `issue`, which is the newest one or an edited form of it, with its PDF."""
        return lay_out(printer, issue, self._agency, self._template, self._pictures)

    def word(self, layout: Layout) -> bytes:
        """Print the newest issue, laid out before, as Word."""
        day = self.issue.period.end
        return print_word(layout.printout, self._template, self._pictures, layout.extents, day)


def make_large_issue(store_path: Path, articles: int, pictures: int) -> None:
    """Put a made-up issue into the new store `store_path`."""
    key = IssueKey(year=2031, number=1)
    made = generated_issue(Random(1), key, date(2031, 1, 6), articles=articles, pictures=pictures)
    with _opened(store_path) as store:
        store.save(made.issue, made.pictures)


def newest_key(store_path: Path) -> str:
    """Return the key of a store's newest issue, as the command line takes it."""
    with _opened(store_path) as store:
        return str(_newest(store).key)


def print_times(store_path: Path) -> PrintTimes:
    """Print the newest issue of a store once in each format, with a new printer."""
    desk = _Desk(store_path)
    printer, setting_up = _timed(desk.printer)
    with printer:
        layout, printing = _timed(lambda: desk.pdf(printer, desk.issue))
    _, word = _timed(lambda: desk.word(layout))
    with pypdfium2.PdfDocument(layout.pdf) as document:
        return PrintTimes(setting_up + printing, word, len(document))


def reprint_times(store_path: Path, count: int) -> list[float]:
    """Change a word of the newest issue and print it as PDF again, `count` times, in another article each."""
    desk = _Desk(store_path)
    with desk.printer() as printer:
        desk.pdf(printer, desk.issue)
        edits = [with_word(desk.issue, f"sửa{place}", place) for place in range(count)]
        return [_timed(partial(desk.pdf, printer, edited))[1] for edited in edits]


def store_times(store_path: Path) -> StoreTimes:
    """Open a store, load its newest issue, and save it with one word more."""
    store, opening = _timed(lambda: _opened(store_path))
    with store:
        issue, loading = _timed(lambda: _newest(store))
        edited = with_word(issue, "sửa", 0)
        _, saving = _timed(lambda: store.save(edited))
    return StoreTimes(opening, loading, saving)


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """Return what `work` returns, and the seconds it took."""
    begun = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begun


def _opened(path: Path) -> Store:
    return Store.open(path, clock=lambda: datetime.now(UTC))


def _newest(store: Store) -> Issue:
    issue = store.latest()
    assert issue is not None, "the store was filled before"
    return issue
