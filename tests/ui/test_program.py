"""The program as a process: one window for one store, closed well, made anew in another language."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bulletin_editor.model.issue import Issue, IssueKey, Period
from bulletin_editor.store import Store

PREPARED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from bulletin_editor import app

folder = Path(sys.argv[1])
app.user_data_folder = lambda: folder

def say(*words):
    print(*words, flush=True)

open_window = app.Program.open_window

def watched(program):
    open_window(program)
    program.window.ready.connect(lambda: opened(program, program.window))

app.Program.open_window = watched
"""
CLOSE_AT_ONCE = """
def opened(program, window):
    say("opened", QGuiApplication.applicationDisplayName())
    QTimer.singleShot(0, window.close)
"""
CLOSE_WHEN_RAISED = """
def opened(program, window):
    window.showMinimized()
    say("opened")

raise_window = app.Program.raise_window

def raised(program):
    raise_window(program)
    say("raised", not program.window.isMinimized())
    program.window.close()

app.Program.raise_window = raised
"""
CHANGE_LANGUAGE = """
def opened(program, window):
    say(QGuiApplication.applicationDisplayName())
    if program._preferences.language == "en":
        window.close()
    else:
        program._preferences.language = "en"
        window.renewal_wanted.emit()
"""
RUN = """
sys.exit(app.run(folder / "kho.db"))
"""


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment, without a wish of the terminal for a language."""
    return {
        name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES")
    }


def started(story: str, folder: Path, environment: dict[str, str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PREPARED + story + RUN, str(folder)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def test_the_window_opens_in_vietnamese_and_closes_well(tmp_path: Path, environment: dict[str, str]) -> None:
    for _ in range(2):
        process = started(CLOSE_AT_ONCE, tmp_path, environment)
        told, _ = process.communicate(timeout=60)
        assert (process.returncode, told) == (0, "opened Soạn bản tin\n")
    assert (tmp_path / "kho.db").is_file()


def test_a_second_start_raises_the_window_and_ends(tmp_path: Path, environment: dict[str, str]) -> None:
    first = started(CLOSE_WHEN_RAISED, tmp_path, environment)
    assert first.stdout
    assert first.stdout.readline() == "opened\n"
    second = started(CLOSE_WHEN_RAISED, tmp_path, environment)
    told, _ = second.communicate(timeout=60)
    assert (second.returncode, told) == (0, "")
    told, _ = first.communicate(timeout=60)
    assert (first.returncode, told) == (0, "raised True\n")


def test_in_another_language_the_window_is_made_anew(tmp_path: Path, environment: dict[str, str]) -> None:
    process = started(CHANGE_LANGUAGE, tmp_path, environment)
    told, _ = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, "Soạn bản tin\nBulletin Editor\n")
    again = started(CHANGE_LANGUAGE, tmp_path, environment)
    told, _ = again.communicate(timeout=60)
    assert told == "Bulletin Editor\n"


CHANGE_LANGUAGE_AFTER_WORK = """
from bulletin_editor.model import edits
from bulletin_editor.model.place import Place

def opened(program, window):
    desk = window.session.desk
    if program._preferences.language == "en":
        say(window.actions_by_name["undo"].isEnabled(), window.actions_by_name["redo"].isEnabled())
        desk.redo()
        say(*desk.issue.slogan)
        desk.undo()
        desk.undo()
        say(*desk.issue.slogan)
        window.close()
    else:
        for slogan in ("Hai", "Ba"):
            desk.change(lambda issue: edits.set_slogan(issue, (slogan,)), "Typing", Place())
        desk.undo()
        program._preferences.language = "en"
        window.renewal_wanted.emit()
"""


def test_what_was_done_before_the_language_was_changed_can_be_undone(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    issue = Issue(
        id="i",
        key=IssueKey(year=2026, number=5),
        period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
        slogan=("Một",),
    )
    with Store.open(tmp_path / "kho.db", clock=lambda: datetime.now(UTC)) as store:
        store.save(issue)
    process = started(CHANGE_LANGUAGE_AFTER_WORK, tmp_path, environment)
    told, _ = process.communicate(timeout=60)
    assert told.splitlines() == ["True True", "Ba", "Một"]
    with Store.open(tmp_path / "kho.db", clock=lambda: datetime.now(UTC)) as store:
        assert store.load(issue.key) == issue, "what is undone afterwards is saved"


END_AT_ONCE = """
def opened(program, window):
    program._app.exit(1)
"""


def test_the_program_ends_in_order_however_it_is_told_to(tmp_path: Path, environment: dict[str, str]) -> None:
    process = started(END_AT_ONCE, tmp_path, environment)
    process.communicate(timeout=60)
    assert process.returncode == 1
