"""The figures of the window, over a store of ten years and over an empty one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bench.libreoffice import LibreOffice
from bench.processes import alone
from bench.report import Figure, beside, grown, megabytes, seconds, within
from bench.started_window import StartTimes, start_times
from bench.window_work import leave_in_article, openings, savings
from bulletin_editor.model.issue import IssueKey
from bulletin_editor.paths import APP_NAME

START_GOAL = 1.5  # times the start with an empty store
OPENING_GOAL, SAVING_GOAL, STALL_GOAL = 0.2, 0.02, 0.03  # seconds
MEMORY_GOAL = 300e6  # bytes

SAVINGS, WARM = 10, 3  # how often each is done


def start_figures(empty: Path, ten_years: Path, folder: Path, rounds: int) -> list[Figure]:
    """Compare the start with an empty store and with one of ten years, which was left in an article.

    `folder` becomes the user's folder of data for programs.
    """
    alone(leave_in_article, ten_years, folder / APP_NAME / "preferences.ini")
    without, with_issues = [], []
    for _ in range(rounds):
        without.append(start_times(empty, folder))
        with_issues.append(start_times(ten_years, folder))
    usable, painted = _usable(with_issues), median(each.painted for each in with_issues)
    return [
        grown("start to usable window", _usable(without), usable, START_GOAL, seconds),
        Figure("start to painted page", "", seconds(painted)),
    ]


def work_figures(ten_years: Path, keys: Sequence[IssueKey]) -> list[Figure]:
    """Measure opening the issues `keys` in turn, the memory after that, and saving."""
    opened = alone(openings, ten_years, keys)
    saved = alone(savings, ten_years, SAVINGS)
    return [
        within("opening an issue", median(each.cover for each in opened.times), OPENING_GOAL, seconds),
        Figure("opening an issue, to its painted page", seconds(median(each.page for each in opened.times))),
        within(f"memory after opening {len(keys)} issues", opened.memory, MEMORY_GOAL, megabytes),
        Figure("most memory meanwhile", megabytes(opened.peak)),
        within("autosave, in the window's thread", median(saved.work), SAVING_GOAL, seconds),
        within("autosave, slowest", max(saved.work), SAVING_GOAL, seconds),
        within("autosave, longest stall", saved.stall, STALL_GOAL, seconds),
    ]


def writer_figures(
    ten_years: Path, keys: Sequence[IssueKey], docx: Path, libreoffice: LibreOffice, folder: Path, rounds: int
) -> list[Figure]:
    """Compare opening the newest issue with opening its Word file `docx` in LibreOffice Writer.

    `keys` are that of the newest issue and that of another, which is opened in between; `folder` is the
    one of `start_figures`, so that the program starts with the newest issue.
    """
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(start_times(ten_years, folder))
        theirs.append(libreoffice.open(docx, again=0))
    newest, another = keys
    warm = alone(openings, ten_years, [another, newest] * WARM).times[1::2]
    again = median(libreoffice.open(docx, again=WARM).warm)
    return [
        beside(
            "cold, with the program's start", _usable(ours), median(each.cold for each in theirs), seconds
        ),
        beside("warm", median(each.cover for each in warm), again, seconds),
        beside("warm, to our painted page", median(each.page for each in warm), again, seconds),
    ]


def _usable(times: Sequence[StartTimes]) -> float:
    return median(each.usable for each in times)
