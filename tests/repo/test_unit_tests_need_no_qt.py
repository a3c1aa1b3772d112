"""The lower floors, and so their tests, can do without PySide6."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COLLECT = """
import sys
import pytest

sys.modules["PySide6"] = None  # as if it were not installed
sys.exit(pytest.main(["--collect-only", "-p", "no:pytest-qt", "-p", "no:cacheprovider", "tests/unit"]))
"""


def test_the_unit_tests_are_collected_without_pyside6() -> None:
    command = [sys.executable, "-c", COLLECT]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
