"""Without a command the window opens where there is a screen; with one, or without a screen, it does not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bulletin_editor import __main__ as launcher


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[Path, str | None]]:
    """What windows were opened; each is closed at once with exit code 5."""
    calls: list[tuple[Path, str | None]] = []

    def open_window(store_path: Path, language: str | None) -> int:
        calls.append((store_path, language))
        return 5

    monkeypatch.setattr(launcher, "open_window", open_window)
    monkeypatch.setattr("bulletin_editor.cli.commands.user_data_folder", lambda: tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.delenv("BULLETIN_STORE", raising=False)
    return calls


def start(monkeypatch: pytest.MonkeyPatch, *arguments: str, display: bool) -> int:
    monkeypatch.setattr("bulletin_editor.cli.commands.has_display", lambda _: display)
    monkeypatch.setattr(sys, "argv", ["bulletin-editor", *arguments])
    with pytest.raises(SystemExit) as ended:
        launcher.main()
    return int(ended.value.code or 0)


def test_the_window_opens_with_the_store_and_language_that_were_named(
    opened: list[tuple[Path, str | None]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert start(monkeypatch, display=True) == 5
    assert start(monkeypatch, "--store", "kho.db", "--lang=en", display=True) == 5
    assert opened == [(tmp_path / "ban-tin.db", None), (Path("kho.db"), "en")]


def test_a_command_is_done_without_a_window(
    opened: list[tuple[Path, str | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert start(monkeypatch, "list", display=True) == 0
    assert start(monkeypatch, "--help", display=True) == 0
    assert start(monkeypatch, "--lang", "xx", display=True) == 2
    assert opened == []


def test_without_a_screen_the_help_says_where_the_window_opens(
    opened: list[tuple[Path, str | None]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert start(monkeypatch, "--lang", "vi", display=False) == 2
    told = capsys.readouterr().err
    assert "export" in told
    assert "không có màn hình" in told
    assert opened == []
