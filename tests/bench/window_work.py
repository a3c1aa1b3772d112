"""What is measured inside the window: functions to be run in a new process, each tells its figures."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEventLoop

from bench.edits import with_word
from bench.event_loop import Heart
from bench.measured_window import MeasuredWindow, OpeningTimes
from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.autosave import SaveReport, SaveState
from bulletin_editor.ui.preferences import LastVisit, Preferences


class Openings(NamedTuple):
    """The times of issues opened in turn, and the memory of the process then and at most, in bytes."""

    times: list[OpeningTimes]
    memory: int
    peak: int


class Savings(NamedTuple):
    """Seconds that the window's thread worked for each save, and the longest that the window stood still."""

    work: list[float]
    stall: float


def openings(store_path: Path, keys: Iterable[IssueKey]) -> Openings:
    """Open issues in turn, each until its pages are laid out and shown."""
    with MeasuredWindow(store_path) as window:
        times = []
        for key in keys:
            times.append(window.open_issue(key))
            window.rest()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024  # Linux counts in KiB
        return Openings(times, _memory(), peak)


def savings(store_path: Path, count: int) -> Savings:
    """Let one-word edits of the open issue be saved, `count` of them measured in either way."""
    with MeasuredWindow(store_path) as window:
        edited = _edited(window)
        work = [_work_of_save(window, next(edited)) for _ in range(count)]
        heart = Heart()
        for _ in range(count):
            _work_of_save(window, next(edited))
        return Savings(work, heart.stop())


def leave_in_article(store_path: Path, preferences: Path) -> None:
    """Let the next start be in the text of an article of the newest issue."""
    with MeasuredWindow(store_path) as window:
        issue = window.main.issue
        assert issue is not None
        place = Place(part=Part.BODY, article_id=issue.articles[0].id)
        remembered = Preferences(preferences)
        remembered.remember_visit(store_path, LastVisit(issue_id=issue.id, place=place))
        remembered.save()


def _edited(window: MeasuredWindow) -> Iterator[Issue]:
    """Return the open issue again and again with another word more."""
    issue = window.main.issue
    assert issue is not None
    number = 0
    while True:
        number += 1
        yield with_word(issue, f"sửa{number}", number)


def _work_of_save(window: MeasuredWindow, issue: Issue) -> float:
    """Return for how many seconds the window's thread worked from an edit until it is saved and shown so.

    Nothing else happens in the window meanwhile: the edit is told to nobody but the one who saves.
    """
    autosave = window.session.autosave
    loop = QEventLoop()

    def follow(report: SaveReport) -> None:
        if report.state is SaveState.SAVED:
            loop.quit()

    connection = autosave.told.connect(follow)
    begun = time.thread_time()
    autosave.note(issue, window.session.desk.pictures)
    loop.exec()
    took = time.thread_time() - begun
    autosave.told.disconnect(connection)
    return took


def _memory() -> int:
    """Return how many bytes of memory this process holds now."""
    status = Path("/proc/self/status").read_text("utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024
