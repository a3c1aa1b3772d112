"""The whole store is looked through once a week, between other work; damage is told."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from bulletin_editor.ui.flows.examining import EVERY
from bulletin_editor.ui.main_window import MainWindow
from open_window import OpenWindow


def last_examination(window: MainWindow) -> object:
    return window.session.preferences.last_examination(window.session.keeper.path)


def damage_a_picture(open_window: OpenWindow) -> None:
    with sqlite3.connect(open_window.path) as connection:
        connection.execute("UPDATE picture SET data = x'00' WHERE rowid = (SELECT max(rowid) FROM picture)")
    connection.close()


def test_a_sound_store_is_examined_and_nothing_is_said(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window.with_demo()
    qtbot.waitUntil(lambda: last_examination(window) is not None, timeout=20_000)
    assert window.findChildren(QMessageBox) == []


def test_a_damaged_picture_is_told(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window.with_demo()
    qtbot.waitUntil(lambda: last_examination(window) is not None, timeout=20_000)
    window.session.preferences.remember_examination(open_window.path, window.session.now() - EVERY)
    open_window.close()
    damage_a_picture(open_window)
    window = open_window.at(open_window.path)
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
