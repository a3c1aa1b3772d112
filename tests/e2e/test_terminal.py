"""On a terminal the steps of long work are shown, and nothing of them stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="Windows has no pseudo terminals")

ROOT = Path(__file__).parents[2]


def on_terminal(store: Path, *arguments: str) -> tuple[int, str]:
    """Run the program with its errors on a terminal; return its exit code and what the terminal got."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "BULLETIN_STORE": str(store), "LANG": "vi_VN.UTF-8"}
    process = subprocess.Popen(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    return process.wait(), shown.decode()


def left_on_screen(shown: str) -> str:
    """Return what stands on the line after all that was shown: the rest was cleared."""
    return shown.rpartition("\r\033[K")[2]


def test_the_steps_are_shown_and_cleared(tmp_path: Path) -> None:
    code, shown = on_terminal(tmp_path / "b.db", "demo", "--out", str(tmp_path / "out"))
    assert code == 0
    for step in ("Đang đọc bài và ảnh…", "Đang dàn trang PDF…", "Đang dàn trang Word…", "Đang ghi tệp…"):
        assert step in shown
    assert left_on_screen(shown) == ""


def test_an_error_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    code, shown = on_terminal(tmp_path / "b.db", "import", str(tmp_path / "khong-co.md"))
    assert code == 1
    assert "Đang đọc bài và ảnh…" in shown
    assert left_on_screen(shown).startswith("Không mở được tệp")
