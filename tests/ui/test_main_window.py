"""The window as a whole: real panels, a real store, real pages."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QInputDialog, QLineEdit, QPlainTextEdit, QTreeWidget
from pytestqt.qtbot import QtBot

from bulletin_editor.model import edits
from bulletin_editor.model.agency import Agency, Masthead
from bulletin_editor.model.issue import CoverLine, CoverMode, Status
from bulletin_editor.model.place import Part, Place
from bulletin_editor.store import Store
from bulletin_editor.ui.dialogs.settings import SettingsDialog
from bulletin_editor.ui.main_window import MainWindow
from open_window import DEMO_KEY, OpenWindow


@pytest.fixture
def demo(open_window: OpenWindow) -> MainWindow:
    """The window with the demo issue."""
    return open_window.with_demo()


def place_of(window: MainWindow, number: int, part: Part = Part.HEADLINE) -> Place:
    """Return the article `number` of the open issue, from 0."""
    assert window.issue is not None
    return Place(part=part, article_id=window.issue.articles[number].id)


def test_the_first_start_greets(open_window: OpenWindow) -> None:
    window = open_window.empty()
    assert window.welcome.isVisible()
    assert not window.outline.isVisible()
    assert not window.actions_by_name["export"].isEnabled()
    assert window.actions_by_name["new_issue"].isEnabled()


def test_the_sample_issue_opens_from_the_welcome(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window.empty()
    window.welcome.demo_wanted.emit()
    qtbot.waitUntil(lambda: window.issue is not None, timeout=20_000)
    assert window.issue.key == DEMO_KEY
    assert window.cover.isVisible()
    assert window.outline.isVisible()


def test_the_pages_are_shown(qtbot: QtBot, demo: MainWindow) -> None:
    qtbot.waitUntil(lambda: demo.preview.view.page_count == 9, timeout=20_000)


def test_typing_reaches_the_pages_the_outline_and_the_store(
    qtbot: QtBot, demo: MainWindow, open_window: OpenWindow
) -> None:
    demo.writing.go_to(place_of(demo, 0))
    qtbot.keyClicks(demo.focusWidget(), "X")
    assert "X" in demo.issue.articles[0].headline
    assert "X" in demo.outline.model.index_of(place_of(demo, 0)).data()
    qtbot.waitUntil(lambda: open_window.stored(DEMO_KEY) == demo.issue, timeout=5_000)


def test_choosing_in_the_outline_shows_the_article_and_its_page(qtbot: QtBot, demo: MainWindow) -> None:
    qtbot.waitUntil(lambda: demo.preview.view.page_count == 9, timeout=20_000)
    place = place_of(demo, 3)
    demo.outline.place_wanted.emit(place)
    assert demo.article.isVisible()
    assert demo.article.article_id == place.article_id
    qtbot.waitUntil(lambda: demo.preview.view.page == 5)


def test_undo_goes_back_over_text_and_structure_in_order(qtbot: QtBot, demo: MainWindow) -> None:
    before = demo.issue
    demo.writing.go_to(place_of(demo, 0))
    qtbot.keyClicks(demo.focusWidget(), "X")
    typed = demo.issue
    demo.outline.choose(place_of(demo, 1))
    trigger(demo, "delete")
    assert len(demo.issue.articles) == len(before.articles) - 1
    trigger(demo, "undo")
    assert demo.issue == typed
    trigger(demo, "undo")
    assert demo.issue == before
    assert demo.article.article_id == before.articles[0].id
    trigger(demo, "redo")
    assert demo.issue == typed


def test_what_is_done_again_selects_nothing_that_the_next_key_would_replace(demo: MainWindow) -> None:
    place = replace(place_of(demo, 0), end=4)
    edit = partial(edits.change_article, article_id=place.article_id, headline="Một tiêu đề khác hẳn")
    demo.session.desk.change(edit, "test", place)
    for name in ("undo", "redo"):
        trigger(demo, name)
        field = demo.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        assert not field.textCursor().hasSelection()


def test_ctrl_z_in_a_field_undoes_the_issue_and_not_the_field(qtbot: QtBot, demo: MainWindow) -> None:
    before = demo.issue
    demo.writing.go_to(place_of(demo, 0))
    qtbot.keyClicks(demo.focusWidget(), "X")
    qtbot.keyClick(demo.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert demo.issue == before
    assert not demo.actions_by_name["undo"].isEnabled()
    assert demo.actions_by_name["redo"].isEnabled()


def test_a_new_article_comes_after_the_chosen_one_and_waits_for_its_headline(
    qtbot: QtBot, demo: MainWindow
) -> None:
    demo.outline.choose(place_of(demo, 1))
    trigger(demo, "new_article")
    assert demo.article.isVisible()
    qtbot.keyClicks(demo.focusWidget(), "Tin")
    assert demo.issue.articles[2].headline == "Tin"


def test_a_new_section_is_named_at_once(qtbot: QtBot, demo: MainWindow) -> None:
    trigger(demo, "new_section")
    field = demo.outline.tree.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "TIN VAN")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: demo.issue.sections[-1].label == "TIN VAN")


def test_the_article_that_is_deleted_while_it_is_shown_gives_way_to_the_cover(demo: MainWindow) -> None:
    demo.writing.go_to(place_of(demo, 0))
    trigger(demo, "delete")
    assert demo.cover.isVisible()


def test_a_finding_appears_is_mended_by_a_click_and_comes_back_by_undo(
    qtbot: QtBot, demo: MainWindow
) -> None:
    place = place_of(demo, 0, Part.COVER_LINE)
    headline = demo.issue.articles[0].headline
    line = CoverLine(mode=CoverMode.OTHER, text=headline + " MỚI")
    change_article(demo, place, cover_line=line)
    rows = demo.findings.findChild(QTreeWidget)
    assert rows is not None

    def row_of_finding() -> int:
        texts = [rows.topLevelItem(row).text(0) for row in range(rows.topLevelItemCount())]
        return next((row for row, text in enumerate(texts) if line.text in text), -1)

    qtbot.waitUntil(lambda: row_of_finding() >= 0)
    rows.itemClicked.emit(rows.topLevelItem(row_of_finding()), 2)
    assert demo.issue.articles[0].cover_line == CoverLine()
    qtbot.waitUntil(lambda: row_of_finding() < 0)
    trigger(demo, "undo")
    assert demo.issue.articles[0].cover_line == line


def test_a_finding_is_let_pass_with_a_reason_that_is_kept(
    qtbot: QtBot, demo: MainWindow, open_window: OpenWindow
) -> None:
    place = place_of(demo, 0)
    change_article(demo, place, headline="")
    rows = demo.findings.findChild(QTreeWidget)
    qtbot.waitUntil(lambda: rows.topLevelItemCount() and "chưa có tiêu đề" in rows.topLevelItem(0).text(0))
    rows.itemClicked.emit(rows.topLevelItem(0), 3)
    dialog = demo.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("Trang ảnh, không cần tiêu đề")
    dialog.accept()
    assert demo.issue.waivers[0].reason == "Trang ảnh, không cần tiêu đề"
    qtbot.waitUntil(lambda: "(1)" in rows.topLevelItem(rows.topLevelItemCount() - 1).text(0))
    qtbot.waitUntil(lambda: open_window.stored(DEMO_KEY).waivers == demo.issue.waivers, timeout=5_000)


def test_a_published_issue_is_read_only_until_it_is_reopened(qtbot: QtBot, demo: MainWindow) -> None:
    demo.writing.go_to(place_of(demo, 0))
    status_action(demo, Status.PUBLISHED).trigger()
    assert demo.issue.status is Status.PUBLISHED
    assert demo.issue.milestones[-1].status is Status.PUBLISHED
    before = demo.issue
    qtbot.keyClicks(demo.focusWidget() or demo.article, "X")
    assert demo.issue == before
    assert not demo.actions_by_name["delete"].isEnabled()
    status_action(demo, Status.DRAFT).trigger()
    demo.writing.go_to(place_of(demo, 0))
    qtbot.keyClicks(demo.focusWidget(), "X")
    assert demo.issue != before


def test_closing_saves_what_was_typed_last(qtbot: QtBot, demo: MainWindow, open_window: OpenWindow) -> None:
    demo.writing.go_to(place_of(demo, 0))
    qtbot.keyClicks(demo.focusWidget(), "X")
    typed = demo.issue
    open_window.close()
    assert open_window.stored(DEMO_KEY) == typed


def test_the_next_start_goes_on_at_the_same_place(demo: MainWindow, open_window: OpenWindow) -> None:
    place = place_of(demo, 2)
    demo.writing.go_to(place)
    open_window.close()
    window = open_window.again()
    assert window.article.isVisible()
    assert window.article.article_id == place.article_id


def test_the_panels_stand_where_they_were_left(demo: MainWindow, open_window: OpenWindow) -> None:
    dock = demo.findChild(QDockWidget, "findings")
    assert dock is not None
    demo.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    demo.resize(demo.width(), 620)
    height = demo.height()
    open_window.close()
    window = open_window.again()
    again = window.findChild(QDockWidget, "findings")
    assert again is not None
    assert window.dockWidgetArea(again) is Qt.DockWidgetArea.LeftDockWidgetArea
    assert window.height() == height


def test_a_hidden_panel_stays_hidden_at_the_next_start_and_with_another_issue(
    qtbot: QtBot, demo: MainWindow, open_window: OpenWindow
) -> None:
    demo.findChild(QDockWidget, "findings").hide()
    with qtbot.waitSignal(demo.session.desk.opened, timeout=20_000):
        demo.welcome.demo_wanted.emit()
    assert not demo.findings.isVisible()
    open_window.close()
    window = open_window.again()
    assert not window.findings.isVisible()
    assert window.outline.isVisible()


def test_tab_goes_from_the_outline_to_the_headline(qtbot: QtBot, demo: MainWindow) -> None:
    demo.writing.go_to(place_of(demo, 0))
    demo.outline.tree.setFocus()
    qtbot.keyClick(demo.outline.tree, Qt.Key.Key_Tab)
    assert demo.focusWidget() is demo.article.fields.headline
    qtbot.keyClick(demo.focusWidget(), Qt.Key.Key_Backtab)
    assert demo.focusWidget() is demo.outline.tree


def test_without_an_issue_there_are_no_panels_and_they_come_back_with_one(
    qtbot: QtBot, demo: MainWindow
) -> None:
    demo.findChild(QDockWidget, "findings").hide()
    demo.session.desk.clear()
    assert not demo.outline.isVisible()
    demo.welcome.demo_wanted.emit()
    qtbot.waitUntil(lambda: demo.issue is not None, timeout=20_000)
    assert demo.outline.isVisible()
    assert not demo.findings.isVisible()


def test_every_action_has_words_a_tip_and_a_way_from_the_keyboard(demo: MainWindow) -> None:
    in_menus = menu_actions(demo)
    for action in demo.actions_by_name.all():
        assert action.text()
        assert action.toolTip()
        assert action in in_menus, action.text()
    shortcuts = [key.toString() for action in in_menus for key in action.shortcuts()]
    assert len(shortcuts) == len(set(shortcuts)), "no two actions share a shortcut"


def test_the_settings_are_called_as_they_are_in_the_menu(qtbot: QtBot, demo: MainWindow) -> None:
    trigger(demo, "settings")
    qtbot.waitUntil(lambda: demo.findChild(SettingsDialog) is not None, timeout=20_000)
    words = demo.actions_by_name["settings"].text().replace("&", "").rstrip("…")
    assert demo.findChild(SettingsDialog).windowTitle() == words


def change_article(window: MainWindow, place: Place, **fields: object) -> None:
    edit = partial(edits.change_article, article_id=place.article_id, **fields)
    window.session.desk.change(edit, "test", place)


def menu_actions(window: MainWindow) -> list[QAction]:
    found: list[QAction] = []
    waiting = [menu for action in window.menuBar().actions() if (menu := action.menu())]
    while waiting:
        menu = waiting.pop()
        for action in menu.actions():
            below = action.menu()
            if below is not None:
                waiting.append(below)
            else:
                found.append(action)
    return found


def trigger(window: MainWindow, name: str) -> None:
    assert window.actions_by_name[name].isEnabled(), name
    window.actions_by_name[name].trigger()


def status_action(window: MainWindow, status: Status) -> QAction:
    return next(action for action in window.actions_by_name.status_group.actions() if action.data() is status)


def test_what_is_half_typed_in_a_field_is_saved_at_closing(
    qtbot: QtBot, demo: MainWindow, open_window: OpenWindow
) -> None:
    demo.cover.slogan.setFocus()
    demo.cover.number.setFocus()
    demo.cover.number.selectAll()
    qtbot.keyClicks(demo.cover.number, "31")
    assert demo.issue.key == DEMO_KEY, "half a number is no edit"
    open_window.close()
    with Store.open(open_window.path, clock=open_window.clock) as store:
        assert [summary.key.number for summary in store.summaries()] == [31]


def test_a_fault_on_the_screen_does_not_keep_a_change_from_being_saved(
    qtbot: QtBot, demo: MainWindow, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.captureExceptions() as raised, monkeypatch.context() as broken:
        broken.setattr(demo.outline, "show_issue", lambda _issue: [].pop())
        change_article(demo, place_of(demo, 0), headline="KHÁC")
    assert raised
    qtbot.waitUntil(lambda: open_window.stored(DEMO_KEY).articles[0].headline == "KHÁC", timeout=5_000)


def test_an_issue_that_cannot_be_read_leaves_the_agency_as_it_is(open_window: OpenWindow) -> None:
    open_window.with_demo()
    agency = Agency(masthead=Masthead(title="BẢN TIN CỦA CHÚNG TÔI"))
    with Store.open(open_window.path, clock=open_window.clock) as store:
        store.save_agency(agency)
    open_window.close()
    with closing(sqlite3.connect(open_window.path)) as connection, connection:
        connection.execute("UPDATE article SET body = 'no JSON'")
    window = open_window.again()
    assert open_window.problem_text() != ""
    assert window.session.desk.agency == agency
    assert window.session.desk.template is not None


def test_deleting_the_section_of_the_article_that_is_shown_leaves_it(demo: MainWindow) -> None:
    before = demo.issue
    demo.writing.go_to(place_of(demo, 0))
    section = Place(part=Part.SECTION, section_id=before.sections[0].id)
    demo.outline.choose(section)
    demo.writing.show_place(section)
    trigger(demo, "delete")
    assert demo.cover.isVisible()
    trigger(demo, "undo")
    assert demo.issue == before


def test_a_damaged_store_is_told_and_left_alone(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "no-store.db"
    path.write_bytes(b"no store at all" * 100)
    window = open_window.at(path)
    qtbot.waitUntil(lambda: open_window.problem_text() != "")
    assert "no-store.db" in open_window.problem_text()
    assert window.welcome.isVisible()
    assert path.read_bytes() == b"no store at all" * 100


def test_the_store_holds_one_issue_after_the_demo_was_opened_twice(
    qtbot: QtBot, demo: MainWindow, open_window: OpenWindow
) -> None:
    with qtbot.waitSignal(demo.session.desk.opened, timeout=20_000):
        demo.welcome.demo_wanted.emit()
    with Store.open(open_window.path, clock=open_window.clock) as store:
        assert len(store.summaries()) == 1
