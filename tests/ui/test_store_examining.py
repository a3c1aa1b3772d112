"""The whole store is looked through once a week, between other work; damage is told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.issue import Issue, IssueKey, Period
from bulletin_editor.store import Store
from bulletin_editor.ui.flows.examining import EVERY
from bulletin_editor.ui.main_window import MainWindow
from issue_strategies import PICTURES
from open_window import DEMO_KEY, OpenWindow


def last_examination(window: MainWindow) -> object:
    return window.session.preferences.last_examination(window.session.keeper.path)


def add_issue_with_damaged_picture(open_window: OpenWindow) -> None:
    """Store an older issue, which is not the one that is opened, and damage its picture."""
    file = next(iter(PICTURES.values()))
    issue = Issue(
        id="older",
        key=IssueKey(year=2025, number=1),
        period=Period(start=date(2025, 1, 6), end=date(2025, 1, 12)),
        cover_picture=Picture(sha256=file.sha256),
    )
    with Store.open(open_window.path, clock=open_window.clock) as store:
        store.save(issue, [file])
    with closing(sqlite3.connect(open_window.path)) as connection, connection:
        connection.execute("UPDATE picture SET data = x'00' WHERE sha256 = ?", (file.sha256,))


def test_a_sound_store_is_examined_and_nothing_is_said(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window.with_demo()
    qtbot.waitUntil(lambda: last_examination(window) is not None, timeout=20_000)
    assert window.findChildren(QMessageBox) == []


def test_a_damaged_picture_is_told(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window.with_demo()
    qtbot.waitUntil(lambda: last_examination(window) is not None, timeout=20_000)
    window.session.preferences.remember_examination(open_window.path, window.session.now() - EVERY)
    open_window.close()
    add_issue_with_damaged_picture(open_window)
    window = open_window.again()
    assert window.issue is not None
    assert window.issue.key == DEMO_KEY
    qtbot.waitUntil(lambda: window.findChildren(QMessageBox) != [], timeout=20_000)


def test_it_is_not_done_again_within_a_week(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window.with_demo()
    qtbot.waitUntil(lambda: last_examination(window) is not None, timeout=20_000)
    done = window.session.now() - EVERY + timedelta(minutes=1)
    window.session.preferences.remember_examination(window.session.keeper.path, done)
    open_window.close()
    again = open_window.again()
    with qtbot.waitSignal(again.session.autosave.told, timeout=5_000):
        again.actions_by_name["new_section"].trigger()
    assert last_examination(again) == done
