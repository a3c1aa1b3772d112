"""From the key press to the painted page: measured in the program's window, a letter at a time."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtTest import QTest

from bench.event_loop import Heart, pause, wait_until
from bench.measured_window import MeasuredWindow
from bench.processes import alone
from bench.report import Figure, seconds, within
from bench.work import make_large_issue
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.place import Part, Place

ARTICLES, PICTURES = 11, 20  # 12 pages with the cover
LETTERS = "nghien cuu ung dung cong nghe moi o vung cao nam nay dat ket qua tot dep "

TYPING, BURST = 170, 30
"""Ms between two letters: of somebody who writes fast, and of a key that is held down."""

MEDIAN_GOAL, SLOW_GOAL, STALL_GOAL = 0.1, 0.2, 0.03  # seconds


class PreviewTimes(NamedTuple):
    """Seconds from each key press to the painted page, and the longest time that the window stood still.

    `work` are the seconds that the window's thread worked for a letter, all told.
    """

    painted: list[float]
    stall: float
    work: float

    @property
    def slow(self) -> float:
        """The 95th percentile."""
        return sorted(self.painted)[int(len(self.painted) * 0.95)]


def preview_times(interval: int, count: int = len(LETTERS)) -> PreviewTimes:
    """Type `count` letters into an article of a 12-page issue, one each `interval` ms, beside its preview."""
    with tempfile.TemporaryDirectory(prefix="bulletin-typing-") as name:
        store = Path(name) / "typing.db"
        make_large_issue(store, ARTICLES, PICTURES)
        with MeasuredWindow(store) as window:
            assert window.main.issue is not None
            window.main.writing.go_to(middle(window.main.issue))
            window.rest()
            return _type(window, count, interval)


def preview_figures() -> list[Figure]:
    """Return the lines of the table, each beside its goal; a key held down has none but for the stall."""
    typing, burst = alone(preview_times, TYPING), alone(preview_times, BURST)
    return [
        within("median", median(typing.painted), MEDIAN_GOAL, seconds),
        within("95th percentile", typing.slow, SLOW_GOAL, seconds),
        within("longest stall of the window", typing.stall, STALL_GOAL, seconds),
        Figure("work of the window's thread", seconds(typing.work)),
        Figure("a key held down: median", seconds(median(burst.painted))),
        Figure("a key held down: 95th percentile", seconds(burst.slow)),
        within("a key held down: longest stall", burst.stall, STALL_GOAL, seconds),
    ]


def middle(issue: Issue) -> Place:
    """Return the first paragraph of the article in the middle of the issue."""
    article = issue.articles[len(issue.articles) // 2]
    block = next(index for index, each in enumerate(article.body) if isinstance(each, Paragraph))
    return Place(part=Part.BODY, article_id=article.id, block=block)


def _type(window: MeasuredWindow, count: int, interval: int) -> PreviewTimes:
    """Press `count` keys and wait for the last to be painted."""
    watch = _PageWatch(window)
    heart, worked = Heart(), time.thread_time()
    for place in range(count):
        watch.press(LETTERS[place % len(LETTERS)])
        pause(interval)
    work = (time.thread_time() - worked) / count
    wait_until(lambda: len(watch.times) == count)
    return PreviewTimes(watch.times, heart.stop(), work)


class _PageWatch:
    """Presses keys and notes in `times` how many seconds each took to be on the painted page."""

    def __init__(self, window: MeasuredWindow) -> None:
        self.times: list[float] = []
        self._window = window
        self._pressed: dict[int, float] = {}  # when the key was pressed for each request of pages
        window.drawing.painted.connect(self._note)

    def press(self, letter: str) -> None:
        """Press a key in the text of the article."""
        at = time.perf_counter()
        QTest.keyClick(self._window.main.article.edit, letter)
        self._pressed[self._window.drawing.requests] = at

    def _note(self, number: int) -> None:
        """Note the time of this request, and of those that gave way to it: their letters are there, too."""
        now = time.perf_counter()
        for earlier in [each for each in self._pressed if each <= number]:
            self.times.append(now - self._pressed.pop(earlier))
