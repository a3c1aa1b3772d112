"""Whenever the program is killed, at most the last second of writing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.store import Store

LOST_AT_MOST = 1.0  # s
ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("typing_window.py")
ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(Section(id="s", label="TIN", articles=(Article(id="a"),)),),
)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("seed", range(5))
def test_what_was_typed_a_second_before_the_kill_is_in_the_store(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "ban-tin.db"
    with opened(path) as store:
        store.save(ISSUE)
    typed = typed_until_killed(path, after_letters=Random(seed).randint(30, 120))
    with opened(path) as store:
        assert store.examine() == ()
        stored = len(store.load(ISSUE.key).articles[0].headline)
    due = max((letters for letters, ago in typed if ago > LOST_AT_MOST), default=0)
    assert due > 0, "something was typed early enough to count"
    assert stored >= due


def typed_until_killed(path: Path, *, after_letters: int) -> list[tuple[int, float]]:
    """Let a window type, and kill it; return how many letters were typed how many seconds before that."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(path.parent),
        "PYTHONPATH": str(ROOT),
    }
    process = subprocess.Popen(
        [sys.executable, str(SCRIPT), str(path)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdout is not None
    with process, process.stdout:
        assert process.stdout.readline() == "ready\n"
        times: list[float] = []
        while len(times) < after_letters:
            assert process.stdout.readline(), "the window ended by itself"
            times.append(time.monotonic())
        process.kill()
        killed = time.monotonic()
    return [(letters, killed - at) for letters, at in enumerate(times, 1)]


def opened(path: Path) -> Store:
    return Store.open(path, clock=lambda: datetime.now(UTC))
