"""Pictures from files into the open article: the good ones are taken, the bad ones named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bulletin_editor.model.blocks import PictureRow
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.paths import shipped
from bulletin_editor.store import Store
from open_window import OpenWindow

ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(Section(id="s", label="TIN", articles=(Article(id="a", headline="Bài"),)),),
)
GOOD = shipped("resources") / "demo" / "pictures" / "rice-water.png"


def test_a_bad_file_is_named_and_the_good_ones_are_taken_and_stored(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "hỏng.jpg"
    bad.write_bytes(b"no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(bad), str(GOOD)], ""))
    window = open_window.with_issues(ISSUE)
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    window.article.actions_by_name["pictures"].trigger()
    qtbot.waitUntil(lambda: "hỏng.jpg" in open_window.problem_text(), timeout=10_000)
    (row,) = window.issue.articles[0].body
    assert isinstance(row, PictureRow)
    qtbot.waitUntil(lambda: open_window.stored(ISSUE.key) == window.issue)
    with Store.open(open_window.path, clock=open_window.clock) as store:
        assert store.pictures([row.pictures[0].sha256])


def test_choosing_no_file_changes_nothing(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    window = open_window.with_issues(ISSUE)
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    window.article.actions_by_name["pictures"].trigger()
    assert window.issue == ISSUE
