"""One window for one store, with real processes: the second start raises the first, and ends."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pytestqt.qtbot import QtBot

from bulletin_editor.ui.single_instance import SingleInstance

OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from bulletin_editor.ui.single_instance import SingleInstance

app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]), Path(sys.argv[2]))
print("first" if instance.is_first else "second", flush=True)
if instance.is_first:
    instance.raise_wanted.connect(lambda: print("raised", flush=True))
    app.exec()
else:
    instance.raise_first()
"""

Start = Callable[[Path], "subprocess.Popen[str]"]


@pytest.fixture(autouse=True)
def sockets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder for the sockets that killed processes leave; the way to a socket must be short."""
    with TemporaryDirectory() as folder:
        monkeypatch.setenv("TMPDIR", folder)
        yield


@pytest.fixture
def locks(tmp_path: Path) -> Path:
    return tmp_path / "locks"


@pytest.fixture
def start(locks: Path) -> Iterator[Start]:
    """Start the program of another process with a store."""
    processes = []

    def begin(store: Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", OTHER, str(store), str(locks)]
        processes.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return processes[-1]

    yield begin
    for process in processes:
        process.kill()
        process.communicate()


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_the_second_start_raises_the_first_and_ends(start: Start, tmp_path: Path) -> None:
    first = start(tmp_path / "kho.db")
    assert line_of(first) == "first"
    second = start(tmp_path / "." / "kho.db")
    assert line_of(second) == "second"
    assert second.wait(10) == 0
    assert line_of(first) == "raised"
    other = start(tmp_path / "khác.db")
    assert line_of(other) == "first"


def test_a_window_that_was_killed_does_not_keep_the_next_one_out(start: Start, tmp_path: Path) -> None:
    for _ in range(2):
        process = start(tmp_path / "kho.db")
        assert line_of(process) == "first"
        process.kill()
        process.wait()


def test_the_window_of_this_process_hears_of_a_second_start(
    start: Start, qtbot: QtBot, tmp_path: Path, locks: Path
) -> None:
    ours = SingleInstance(tmp_path / "kho.db", locks)
    assert ours.is_first
    with qtbot.waitSignal(ours.raise_wanted, timeout=10_000):
        second = start(tmp_path / "kho.db")
    assert line_of(second) == "second"
    ours.close()
    assert line_of(start(tmp_path / "kho.db")) == "first"
