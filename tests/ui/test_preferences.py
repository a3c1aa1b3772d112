"""What the window remembers comes back at the next start; what is damaged counts as not set."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.preferences import LastVisit, Preferences, ThemeChoice

VISIT = LastVisit(issue_id="số-12", place=Place(part=Part.BODY, article_id="a1", block=3, start=7, end=7))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cài đặt" / "preferences.ini"


def test_everything_comes_back(path: Path, tmp_path: Path) -> None:
    first = Preferences(path)
    first.language = "en"
    first.theme = ThemeChoice.DARK
    first.window_geometry = QByteArray(b"\x00\x01geometry")
    first.window_state = QByteArray(b"\xff\x00state")
    first.export_folder = tmp_path / "xuất bản, 100 %"
    first.remember_visit(tmp_path / "kho.db", VISIT)
    first.save()

    second = Preferences(path)
    assert second.language == "en"
    assert second.theme is ThemeChoice.DARK
    assert second.window_geometry == QByteArray(b"\x00\x01geometry")
    assert second.window_state == QByteArray(b"\xff\x00state")
    assert second.export_folder == tmp_path / "xuất bản, 100 %"
    assert second.last_visit(tmp_path / "kho.db") == VISIT


def test_each_store_has_its_own_last_visit(path: Path, tmp_path: Path) -> None:
    preferences = Preferences(path)
    preferences.remember_visit(tmp_path / "kho.db", VISIT)
    assert preferences.last_visit(tmp_path / "." / "kho.db") == VISIT
    assert preferences.last_visit(tmp_path / "khác.db") is None


def test_at_the_first_start_nothing_is_set(path: Path, tmp_path: Path) -> None:
    preferences = Preferences(path)
    assert (preferences.language, preferences.theme) == ("", ThemeChoice.SYSTEM)
    assert preferences.window_geometry.isEmpty()
    assert preferences.window_state.isEmpty()
    assert preferences.export_folder is None
    assert preferences.last_visit(tmp_path / "kho.db") is None


def test_what_is_damaged_counts_as_not_set(path: Path, tmp_path: Path) -> None:
    preferences = Preferences(path)
    preferences.remember_visit(tmp_path / "kho.db", VISIT)
    preferences.save()
    (line,) = (line for line in path.read_text("utf-8").splitlines() if "issue_id" in line)
    visit = line.replace("issue_id", "x")
    damaged = f"[General]\nlanguage=xx\ntheme=7\n[window]\ngeometry=1\n[visits]\n{visit}\n"
    path.write_text(damaged, "utf-8")
    again = Preferences(path)
    assert (again.language, again.theme) == ("", ThemeChoice.SYSTEM)
    assert again.window_geometry.isEmpty()
    assert again.last_visit(tmp_path / "kho.db") is None
