"""The wheel is the whole program: it runs from an empty folder, with templates, resources and fonts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel without a network and unpack it where nothing of the checkout is."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "BULLETIN_STORE": str(folder / "b.db")}
    return subprocess.run(
        [sys.executable, "-m", "bulletin_editor", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_installed_program_prints_the_demo_issue(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "demo", "--out", "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".pdf", ".docx"}


def test_the_installed_program_is_the_one_that_ran(installed: Path, tmp_path: Path) -> None:
    told = run(installed, tmp_path, "doctor")
    assert told.returncode == 0, told.stdout
    assert str(installed / "bulletin_editor" / "shipped" / "templates" / "dien-bien") in told.stdout


def test_the_wheel_has_the_script_and_no_scripts_of_the_workshop(installed: Path) -> None:
    (entry,) = installed.glob("*.dist-info/entry_points.txt")
    assert "bulletin-editor = bulletin_editor.__main__:main" in entry.read_text("utf-8")
    shipped = installed / "bulletin_editor" / "shipped"
    assert not list(shipped.rglob("*.py"))


def test_the_installed_program_has_the_guide_and_its_pictures(installed: Path) -> None:
    docs = installed / "bulletin_editor" / "shipped" / "docs"
    pictures = re.findall(r"!\[.*?\]\((.+?)\)", (docs / "huong-dan.md").read_text("utf-8"))
    assert pictures and all((docs / picture).is_file() for picture in pictures)


def test_the_installed_window_speaks_both_languages(installed: Path, tmp_path: Path) -> None:
    program = """
from PySide6.QtWidgets import QApplication
from bulletin_editor.ui.crash_dialog import CrashDialog
from bulletin_editor.ui.translations import install_language

app = QApplication([])
for language in ("vi", "en"):
    install_language(app, language)
    print(CrashDialog("").windowTitle(), app.translate("QPlatformTheme", "Cancel"), sep=", ")
"""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["Lỗi ngoài dự kiến, Hủy", "Unexpected error, Cancel"], done.stderr
