"""Work in a process of its own: whatever becomes of it, the program goes on."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

import child_tasks
from bulletin_editor.child_process import ChildProcess
from bulletin_editor.errors import BulletinError, PictureError, ReadingCancelled, ReadingError


@pytest.fixture
def child() -> Iterator[ChildProcess]:
    child = ChildProcess(memory=300_000_000)
    yield child
    child.close()


def assert_goes_on(child: ChildProcess) -> None:
    assert child.run(child_tasks.doubled, 21) == 42


def test_a_task_is_done_elsewhere_and_the_process_is_kept(child: ChildProcess) -> None:
    first = child.run(child_tasks.own_number)
    assert first not in (0, psutil.Process().pid)
    assert child.run(child_tasks.own_number) == first


def test_known_trouble_comes_back_as_it_was_raised(child: ChildProcess) -> None:
    with pytest.raises(PictureError) as caught:
        child.run(child_tasks.refused, "ảnh.jpg")
    assert (caught.value.code, caught.value.facts["name"]) == ("picture.truncated", "ảnh.jpg")
    assert_goes_on(child)


def test_unknown_trouble_is_told_with_what_it_was(child: ChildProcess) -> None:
    with pytest.raises(ReadingError) as caught:
        child.run(child_tasks.broken)
    assert caught.value.code == "reading.failed"
    assert "nobody thought of that" in str(caught.value.facts["detail"])
    assert_goes_on(child)


def test_a_crash_is_told_and_the_next_task_is_done(child: ChildProcess) -> None:
    with pytest.raises(ReadingError) as caught:
        child.run(child_tasks.crashed)
    assert caught.value.code == "reading.crashed"
    assert_goes_on(child)


@pytest.mark.skipif(not hasattr(os, "waitid"), reason="the end of a process cannot be seen without taking it")
def test_a_crash_between_two_tasks_goes_unnoticed(child: ChildProcess) -> None:
    number = child.run(child_tasks.own_number)
    os.kill(number, signal.SIGKILL)
    os.waitid(os.P_PID, number, os.WEXITED | os.WNOWAIT)  # its end is left for its parent to take
    assert_goes_on(child)


def test_a_task_that_hangs_is_ended_with_all_that_it_began(child: ChildProcess, tmp_path: Path) -> None:
    begun = tmp_path / "number"
    with pytest.raises(ReadingError) as caught:
        child.run(child_tasks.hanging, begun, seconds=2)
    assert caught.value.code == "reading.too-long"
    assert_have_ended(begun)
    assert_goes_on(child)


def test_signs_of_life_put_the_end_off(child: ChildProcess) -> None:
    child.start()
    assert child.run(child_tasks.slow, 6, 0.5, seconds=2, has_steps=True) == 6
    with pytest.raises(ReadingError):
        child.run(child_tasks.slow, 1, 600.0, seconds=2, has_steps=True)


def test_what_a_task_needs_is_loaded_before_its_time_begins(
    child: ChildProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "slow_to_load.py").write_text(
        "import multiprocessing, time\n"
        "if multiprocessing.parent_process(): time.sleep(1.5)\n"
        "def answer(): return 42\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    task = importlib.import_module("slow_to_load").answer
    assert child.run(task, seconds=1) == 42


def test_a_process_that_ends_while_it_starts_is_told(
    child: ChildProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(number: int) -> psutil.Process:
        raise psutil.NoSuchProcess(number)

    with monkeypatch.context() as patched:
        patched.setattr(psutil, "Process", gone)
        with pytest.raises(ReadingError, match="reading.crashed"):
            child.run(child_tasks.own_number)
    assert_goes_on(child)


def test_a_task_can_be_cancelled(child: ChildProcess, tmp_path: Path) -> None:
    begun = tmp_path / "number"
    with pytest.raises(ReadingCancelled):
        child.run(child_tasks.hanging, begun, is_cancelled=begun.exists)
    assert_have_ended(begun)
    assert_goes_on(child)


@pytest.mark.parametrize(
    "limit", [{"is_cancelled": lambda: True}, {"seconds": 0.1}], ids=["cancelled", "late"]
)
def test_no_number_of_signs_keeps_it_from_being_ended(child: ChildProcess, limit: dict[str, Any]) -> None:
    child.start()
    with pytest.raises(BulletinError):
        child.run(child_tasks.busy, has_steps=True, **limit)
    assert_goes_on(child)


def test_a_task_ends_with_the_program_that_wanted_it(tmp_path: Path) -> None:
    begun = tmp_path / "number"
    program = subprocess.Popen([sys.executable, child_tasks.__file__, begun], env=program_environment())
    while not begun.exists():
        assert program.poll() is None
    program.kill()
    program.wait()
    assert_have_ended(begun)


def test_a_task_that_takes_up_too_much_memory_is_ended(child: ChildProcess) -> None:
    with pytest.raises(ReadingError) as caught:
        child.run(child_tasks.greedy)
    assert caught.value.code == "reading.too-much-memory"
    assert_goes_on(child)


def test_what_a_task_left_behind_does_not_count_against_the_next(child: ChildProcess) -> None:
    first = child.run(child_tasks.untidy, 200_000_000)
    second = child.run(child_tasks.untidy, 200_000_000)
    assert first != second


def test_what_cannot_be_sent_is_a_fault_of_the_program(child: ChildProcess) -> None:
    with pytest.raises(Exception, match="pickle") as caught:
        child.run(lambda: None)
    assert not isinstance(caught.value, BulletinError)
    assert_goes_on(child)


def test_closing_ends_the_process(child: ChildProcess) -> None:
    number = child.run(child_tasks.own_number)
    child.close()
    assert_has_ended(number)


def program_environment() -> dict[str, str]:
    """Return the environment for a program that can import what the tests can."""
    here = Path(child_tasks.__file__).parent
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (here.parent, here)))}


def assert_have_ended(begun: Path) -> None:
    for number in begun.read_text().split():
        assert_has_ended(int(number))


def assert_has_ended(number: int) -> None:
    try:
        process = psutil.Process(number)
        process.wait(10)
    except psutil.NoSuchProcess:
        return
