"""The command line, run as a user runs it but in this process: fast, and with the same entry point."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bulletin_editor import cli
from command_line import Outcome, Run
from kept_process import KeptProcess


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    return tmp_path / "kho" / "ban-tin.db"


@pytest.fixture
def run(
    store_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kept_process: KeptProcess,
) -> Run:
    """Run ``bulletin-editor`` with arguments, on a store of the test's own."""
    monkeypatch.setattr("bulletin_editor.child_process.ChildProcess", lambda: kept_process)
    for module in ("paths", "cli", "cli.commands"):
        monkeypatch.setattr(f"bulletin_editor.{module}.user_data_folder", lambda: tmp_path / "user")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "BULLETIN_STORE"):
        monkeypatch.delenv(name, raising=False)

    def run_command(*arguments: str | Path, store: Path | None = store_path) -> Outcome:
        chosen = ["--store", str(store)] if store else []
        monkeypatch.setattr(sys, "argv", ["bulletin-editor", *chosen, *map(str, arguments)])
        capsys.readouterr()
        code = 0
        try:
            cli.main()
        except SystemExit as exit_:
            code = exit_.code if isinstance(exit_.code, int) else 1
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Outcome(code, out, err)

    return run_command


@pytest.fixture
def demo() -> Path:
    return Path(__file__).parents[2] / "resources" / "demo" / "demo.md"
