"""The settings from the window: each change is on the pages and in the store, a bad one changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

import hands
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.paths import shipped
from bulletin_editor.store import Store
from bulletin_editor.ui.dialogs.settings import SettingsDialog
from bulletin_editor.ui.main_window import MainWindow
from open_window import OpenWindow

ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(Section(id="s", label="TIN", articles=(Article(id="a", headline="Bài"),)),),
)
EMBLEM = shipped("resources") / "demo" / "pictures" / "rice-water.png"


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window.with_issues(ISSUE)


def opened(qtbot: QtBot, window: MainWindow) -> SettingsDialog:
    window.actions_by_name["settings"].trigger()
    qtbot.waitUntil(lambda: window.findChild(SettingsDialog) is not None)
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    hands.bring_to_front(qtbot, dialog)
    return dialog


def stored_agency(open_window: OpenWindow) -> Agency:
    with Store.open(open_window.path, clock=open_window.clock) as store:
        return store.agency()


def test_what_is_typed_is_used_by_the_pages_and_stored(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    dialog = opened(qtbot, window)
    name, field = next(iter(dialog.masthead.editors.items()))
    with qtbot.waitSignal(window.session.desk.furnished):
        hands.fill(field, "Sở Điện Biên")
    agency = window.session.desk.agency
    assert getattr(agency.masthead, name) == "Sở Điện Biên"
    qtbot.waitUntil(lambda: stored_agency(open_window) == agency)


def test_an_emblem_is_taken_removed_and_brought_back_by_reset(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(EMBLEM), ""))
    desk = window.session.desk
    dialog = opened(qtbot, window)
    dialog.tabs.setCurrentIndex(2)
    hands.click(dialog.emblem.choose)
    qtbot.waitUntil(lambda: desk.agency.masthead.emblem is not None)
    chosen = desk.agency
    hands.click(dialog.close_button)
    qtbot.waitUntil(lambda: window.findChild(SettingsDialog) is None)
    dialog = opened(qtbot, window)
    dialog.tabs.setCurrentIndex(2)
    hands.click(dialog.emblem.remove)
    assert desk.agency.masthead.emblem is None
    hands.click(dialog.reset_button)
    assert desk.agency == chosen
    assert chosen.masthead.emblem is not None
    assert chosen.masthead.emblem.sha256 in desk.pictures
    qtbot.waitUntil(lambda: stored_agency(open_window) == chosen)


def test_a_file_that_is_no_emblem_is_told_in_the_dialog(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no.png").write_bytes(b"no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "no.png"), ""))
    dialog = opened(qtbot, window)
    dialog.tabs.setCurrentIndex(2)
    hands.click(dialog.emblem.choose)
    qtbot.waitUntil(lambda: dialog.problem.words != "", timeout=5_000)
    assert window.session.desk.agency.masthead.emblem is None


def test_another_language_asks_for_another_window(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    with qtbot.waitSignal(window.renewal_wanted):
        dialog.program.language_chosen.emit("en")
    assert window.session.preferences.language == "en"
