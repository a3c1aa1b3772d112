"""From the key press to the painted page: measured in a real window, a letter at a time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from random import Random
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QTextEdit

from bench.generator import generated_issue
from bench.processes import alone
from bench.report import Figure, seconds
from bulletin_editor.export.template import read_template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import Block, Paragraph
from bulletin_editor.model.edits import article_of, change_article
from bulletin_editor.model.issue import IssueKey
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import rich
from bulletin_editor.paths import shipped
from bulletin_editor.services.workspace import Change, Workspace
from bulletin_editor.ui.preferences import ThemeChoice
from bulletin_editor.ui.preview.controller import PreviewController
from bulletin_editor.ui.preview.panel import PreviewPanel
from bulletin_editor.ui.theme import apply_theme
from bulletin_editor.ui.threads import Worker

ARTICLES, PICTURES = 11, 20  # 12 pages with the cover
WINDOW = (1400, 900)  # px
PREVIEW_WIDTH = 560  # px
LETTERS = "nghien cuu ung dung cong nghe moi o vung cao nam nay dat ket qua tot dep "

TYPING, BURST = 170, 30
"""Ms between two letters: of somebody who writes fast, and of a key that is held down."""

MEDIAN_GOAL, SLOW_GOAL, STALL_GOAL = 0.1, 0.2, 0.03  # seconds

_BEAT = 2  # ms
_PATIENCE = 20  # s for one step; longer means that it hangs


class PreviewTimes(NamedTuple):
    """Seconds from each key press to the painted page, and the longest time that the window stood still."""

    painted: list[float]
    stall: float

    @property
    def slow(self) -> float:
        """The 95th percentile."""
        return sorted(self.painted)[int(len(self.painted) * 0.95)]


def preview_times(pause: int, count: int = 72) -> PreviewTimes:
    """Type `count` letters into an article of a 12-page issue, `pause` ms apart, beside its preview."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a screen is not needed
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, ThemeChoice.LIGHT)
    desk = _Desk()
    try:
        desk.open()
        return desk.type(count, pause)
    finally:
        desk.close()


def preview_figures() -> list[Figure]:
    """Return the lines of the table, each beside its goal; a key held down has none."""
    typing, burst = alone(preview_times, TYPING), alone(preview_times, BURST)
    return [
        _within("median", median(typing.painted), MEDIAN_GOAL),
        _within("95th percentile", typing.slow, SLOW_GOAL),
        _within("longest stall of the window", typing.stall, STALL_GOAL),
        Figure("a key held down: median", seconds(median(burst.painted))),
        Figure("a key held down: 95th percentile", seconds(burst.slow)),
        _within("a key held down: longest stall", burst.stall, STALL_GOAL),
    ]


def _within(name: str, value: float, goal: float) -> Figure:
    return Figure(name, seconds(value), seconds(goal), value / goal, 1, at_most=True)


class _Desk(QObject):
    """A window with a text on the left, which is a paragraph of the issue, and the preview on the right."""

    def __init__(self) -> None:
        super().__init__()
        key = IssueKey(year=2031, number=1)
        made = generated_issue(Random(1), key, date(2031, 1, 6), articles=ARTICLES, pictures=PICTURES)
        self._pictures = {picture.sha256: picture for picture in made.pictures}
        self._template = read_template(shipped("templates") / "dien-bien")
        self._workspace = Workspace(made.issue, clock=time.monotonic)
        self._workspace.listen(self._request)
        article = made.issue.articles[ARTICLES // 2]
        block = next(i for i, each in enumerate(article.body) if isinstance(each, Paragraph))
        self._place = Place(part=Part.BODY, article_id=article.id, block=block)
        self._window = QSplitter()
        self._text = QTextEdit(self._window)
        self._panel = PreviewPanel(self._window)
        self._window.resize(*WINDOW)
        self._window.setSizes([WINDOW[0] - PREVIEW_WIDTH, PREVIEW_WIDTH])
        self._controller = PreviewController(self._panel, Worker("preview"), lambda error: [str(error)])
        self._pressed: dict[int, float] = {}  # when the key was pressed for each request
        self._times: list[float] = []
        self._controller.painted.connect(self._painted)

    def open(self) -> None:
        """Show the window, and wait until the pages are there and nothing is left to draw."""
        body = article_of(self._workspace.issue, self._place.article_id).body
        paragraph = body[self._place.block]
        assert isinstance(paragraph, Paragraph)
        self._text.setPlainText(paragraph.text.plain)
        self._text.textChanged.connect(self._edit)
        self._window.show()
        self._pressed_now()
        self._request(None)
        self._wait(lambda: bool(self._times))
        self._panel.show_place(self._place)
        self._wait(lambda: not self._panel.wanted(beside=True))
        self._pause(1000)

    def type(self, count: int, pause: int) -> PreviewTimes:
        """Press `count` keys and wait for the last to be painted."""
        self._times.clear()
        heart = _Heart()
        letters = (LETTERS * (count // len(LETTERS) + 1))[:count]
        for letter in letters:
            self._pressed_now()
            QTest.keyClick(self._text, letter)
            self._pause(pause)
        self._wait(lambda: len(self._times) == count)
        return PreviewTimes(self._times, heart.stop())

    def close(self) -> None:
        """End the thread and take the window away."""
        self._controller.close()
        self._window.close()

    def _pressed_now(self) -> None:
        self._at = time.perf_counter()

    def _edit(self) -> None:
        text = rich(self._text.toPlainText())
        body: list[Block] = list(article_of(self._workspace.issue, self._place.article_id).body)
        body[self._place.block] = Paragraph(text=text)
        edit = partial(change_article, article_id=self._place.article_id, body=tuple(body))
        self._workspace.change(edit, name="typing", place=self._place, merge="typing")

    def _request(self, _change: Change | None) -> None:
        issue = self._workspace.issue
        number = self._controller.request(issue, Agency(), self._template, self._pictures)
        self._pressed[number] = self._at

    def _painted(self, number: int) -> None:
        """Note the time of this request, and of those that gave way to it: their letters are there, too."""
        now = time.perf_counter()
        for earlier in [each for each in self._pressed if each <= number]:
            self._times.append(now - self._pressed.pop(earlier))

    def _pause(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _wait(self, met: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not met():
            if time.monotonic() > end:
                raise TimeoutError("the preview does not answer")
            self._pause(_BEAT)


class _Heart(QObject):
    """Beats in the window's thread: where a beat comes late, nothing else could be done there either."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self._longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT)

    def stop(self) -> float:
        """Stop, and return the longest time that a beat was late, in seconds."""
        self._timer.stop()
        return max(0.0, self._longest - _BEAT / 1000)

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now
