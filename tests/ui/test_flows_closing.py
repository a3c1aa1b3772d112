"""Closing the window while the store cannot be written: the officer is asked, and loses nothing unasked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

import hands
import pasting_tasks
from bulletin_editor.model.blocks import PictureRow
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.paths import shipped
from bulletin_editor.services.pasting import PasteContent
from bulletin_editor.store import database
from bulletin_editor.ui.main_window import MainWindow
from open_window import OpenWindow

ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(Section(id="s", label="TIN", articles=(Article(id="a", headline="Bài"),)),),
)
HALL = shipped("resources") / "demo" / "pictures" / "hall.jpg"


@pytest.fixture
def window(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window with an issue, over a store that does not wait long for others."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    return open_window.with_issues(ISSUE)


@pytest.fixture
def lock(window: MainWindow) -> Iterator[sqlite3.Connection]:
    """Somebody else who is writing into the store, until `rollback`."""
    other = sqlite3.connect(window.session.keeper.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    if other.in_transaction:
        other.rollback()
    other.close()


def closed_in_vain(qtbot: QtBot, window: MainWindow) -> QMessageBox:
    """Type a letter, close the window, and return the question that comes."""
    window.writing.go_to(Place(part=Part.HEADLINE, article_id="a"))
    hands.type_text("X")
    window.close()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    assert window.isVisible()
    question = window.findChild(QMessageBox)
    assert question is not None
    return question


def test_once_the_store_is_free_trying_again_saves_and_closes(
    qtbot: QtBot, window: MainWindow, lock: sqlite3.Connection, open_window: OpenWindow
) -> None:
    question = closed_in_vain(qtbot, window)
    typed = window.issue
    lock.rollback()
    hands.click_button(question, "Thử lại")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert open_window.stored(ISSUE.key) == typed


def test_trying_again_in_vain_asks_again(qtbot: QtBot, window: MainWindow, lock: sqlite3.Connection) -> None:
    question = closed_in_vain(qtbot, window)
    hands.click_button(question, "Thử lại")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) not in (None, question))
    lock.rollback()


def test_the_officer_may_stay_and_it_is_saved_later(
    qtbot: QtBot, window: MainWindow, lock: sqlite3.Connection, open_window: OpenWindow
) -> None:
    question = closed_in_vain(qtbot, window)
    hands.click_button(question, "Giữ cửa sổ mở")
    lock.rollback()
    window.session.autosave.save_now()
    qtbot.waitUntil(lambda: window.session.autosave.is_saved)
    assert window.isVisible(), "saving alone closes nothing"
    assert open_window.stored(ISSUE.key) == window.issue


def test_pictures_that_are_still_being_read_are_waited_for(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    window.article.pictures_dropped.emit([HALL] * 3)
    window.close()
    question = window.findChild(QMessageBox)
    assert question is not None
    hands.click_button(question, "Giữ cửa sổ mở")
    qtbot.waitUntil(lambda: not window._pictures.is_reading, timeout=20_000)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    (row,) = open_window.stored(ISSUE.key).articles[0].body
    assert isinstance(row, PictureRow)
    assert len(row.pictures) == 3


def test_pictures_that_are_still_being_read_may_be_left_out(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    read = window.session.reader.read
    read(pasting_tasks.endless, PasteContent(), done=lambda _: None, failed=lambda _: None)
    window.article.pictures_dropped.emit([HALL])  # is read after that, so never
    window.close()
    question = window.findChild(QMessageBox)
    assert question is not None
    hands.click_button(question, "Đóng, bỏ phần đó")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    assert open_window.stored(ISSUE.key) == ISSUE


def test_once_everything_has_come_in_nobody_is_asked_any_more(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    window.article.pictures_dropped.emit([HALL] * 3)
    window.close()
    assert window.findChild(QMessageBox) is not None
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    (row,) = open_window.stored(ISSUE.key).articles[0].body
    assert isinstance(row, PictureRow)
    assert len(row.pictures) == 3


def test_what_could_not_be_read_meanwhile_is_told_and_the_window_stays(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow, tmp_path: Path
) -> None:
    bad = tmp_path / "hỏng.jpg"
    bad.write_bytes(b"no picture")
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    window.article.pictures_dropped.emit([HALL, bad])
    window.close()
    question = window.findChild(QMessageBox)
    assert question is not None and question.isVisible()
    with qtbot.waitSignal(window.stayed, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: "hỏng.jpg" in open_window.problem_text())
    assert window.isVisible()
