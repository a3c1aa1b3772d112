"""What is read beside the window is told in the window, unless it was cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

import child_tasks
from bulletin_editor.errors import PictureError, ReadingError
from bulletin_editor.ui.reader import Reader

WAIT = 20_000  # ms


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


Begun = Callable[[], set[psutil.Process]]


@pytest.fixture
def begun() -> Begun:
    """Tells the processes begun since, but for the one by which Python keeps account of them."""
    before = set(psutil.Process().children(recursive=True))

    def since() -> set[psutil.Process]:
        new = set(psutil.Process().children(recursive=True)) - before
        return {each for each in new if "resource_tracker" not in " ".join(each.cmdline())}

    return since


def test_a_result_and_an_error_are_told(qtbot: QtBot, reader: Reader) -> None:
    told: list[object] = []
    reader.read(child_tasks.doubled, 21, done=told.append, failed=told.append)
    reader.read(child_tasks.refused, "a.jpg", done=told.append, failed=told.append)
    reader.read(child_tasks.crashed, done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: len(told) == 3, timeout=WAIT)
    assert told[0] == 42
    assert isinstance(told[1], PictureError)
    assert isinstance(told[2], ReadingError)


def test_what_is_cancelled_ends_and_is_not_told_and_the_next_is(
    qtbot: QtBot, reader: Reader, tmp_path: Path
) -> None:
    told: list[object] = []
    begun = tmp_path / "number"
    reading = reader.read(child_tasks.hanging, begun, done=told.append, failed=told.append, seconds=600)
    qtbot.waitUntil(begun.exists, timeout=WAIT)
    reading.cancel()
    reader.read(child_tasks.doubled, 1, done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: told == [2], timeout=WAIT)


def test_closing_does_not_wait_for_what_hangs(
    qtbot: QtBot, reader: Reader, begun: Begun, tmp_path: Path
) -> None:
    told: list[object] = []
    number = tmp_path / "number"
    reader.read(child_tasks.hanging, number, done=told.append, failed=told.append, seconds=600)
    qtbot.waitUntil(number.exists, timeout=WAIT)
    assert begun()
    reader.close()
    assert begun() == set()
    assert told == []


def test_the_process_is_there_before_anything_is_read_and_ends_with_the_window(
    qtbot: QtBot, reader: Reader, begun: Begun
) -> None:
    told: list[object] = []
    reader.warm_up_soon()
    qtbot.waitUntil(lambda: len(begun()) == 1, timeout=WAIT)
    reader.read(child_tasks.doubled, 1, done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: told == [2], timeout=WAIT)
    reader.close()
    assert begun() == set()
