"""Folders that go away: with their user, or with the next one's start where that was killed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bulletin_editor.work_folder import work_folder


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_it_goes_with_all_that_is_in_it(temporary: Path) -> None:
    with work_folder("print") as folder:
        (Path(folder) / "ảnh.jpg").touch()
        assert list(temporary.iterdir()) == [Path(folder)]
    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_left_goes_with_the_next(temporary: Path) -> None:
    left = temporary / "bulletin-print-999999999-abc"
    kept = {
        temporary / f"bulletin-print-{os.getppid()}-abc",
        temporary / "bulletin-office-999999999-abc",
        temporary / "bulletin-print-of-somebody",
        temporary / f"bulletin-print-{10**22}-abc",
    }
    for folder in (left, *kept):
        folder.mkdir()
    with work_folder("print"):
        pass
    assert set(temporary.iterdir()) == kept
