"""File dialogs begin in a folder that exists, whatever became of the one that they should begin in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from bulletin_editor.ui.folders import nearest_folder
from open_window import OpenWindow


def test_a_folder_that_exists_is_taken(tmp_path: Path) -> None:
    assert nearest_folder(tmp_path) == str(tmp_path)


def test_of_one_that_is_gone_the_nearest_above(tmp_path: Path) -> None:
    (tmp_path / "tệp").touch()
    assert nearest_folder(tmp_path / "2026" / "tháng 5") == str(tmp_path)
    assert nearest_folder(str(tmp_path / "tệp")) == str(tmp_path), "a file is no folder"


def test_of_one_that_cannot_be_the_nearest_above(tmp_path: Path) -> None:
    assert nearest_folder(tmp_path / ("a" * 300)) == str(tmp_path)


def begun_in(action: QAction, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the folder that the file dialog of `action` begins in."""
    folders: list[str] = []

    def choose_nothing(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[list[str], str]:
        folders.append(folder)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose_nothing)
    action.trigger()
    return folders[0]


def test_dialogs_begin_above_a_usual_folder_that_is_missing(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "Tài liệu"))
    window = open_window.with_demo()
    window.actions_by_name["next_article"].trigger()
    for action in (window.actions_by_name["import_documents"], window.article.actions_by_name["pictures"]):
        assert begun_in(action, monkeypatch) == str(tmp_path)
