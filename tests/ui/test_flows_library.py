"""The picture library in the window: pictures of the store are seen, used again, added and deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from bulletin_editor.model import edits
from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section, Status
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, Place
from bulletin_editor.paths import shipped
from bulletin_editor.store import Store
from bulletin_editor.ui.dialogs.library.window import LibraryWindow
from bulletin_editor.ui.main_window import MainWindow
from issue_strategies import PICTURES
from open_window import OpenWindow

USED, SPARE, COVER, *_ = PICTURES.values()
GOOD = shipped("resources") / "demo" / "pictures" / "rice-water.png"
BODY = Place(part=Part.BODY, article_id="a")
LEFT = Qt.MouseButton.LeftButton
SLOW = 10_000  # ms


def issue(number: int, *articles: Article, cover: PictureFile | None = None) -> Issue:
    return Issue(
        id=f"so-{number}",
        key=IssueKey(year=2026, number=number),
        period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
        cover_picture=Picture(sha256=cover.sha256) if cover else None,
        sections=(Section(id=f"muc-{number}", label="TIN", articles=articles),),
    )


ROW = PictureRow(pictures=(Picture(sha256=USED.sha256, alt="Ruộng"),), caption="Ruộng bậc thang")
OLDER = issue(5, Article(id="b", headline="Mùa nước đổ", body=(ROW,)), cover=COVER)
OPEN = issue(6, Article(id="a", headline="Bài"))


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window with issue 6, which has no pictures; the store has issue 5 with two, and one unused."""
    with Store.open(open_window.path, clock=open_window.clock) as store:
        store.save(OLDER, [USED, COVER])
        store.save(OPEN)
        store.add_pictures([SPARE])
    window = open_window.again()
    window.writing.go_to(BODY)
    return window


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow) -> LibraryWindow:
    """The library over that window, with its pictures listed."""
    window.actions_by_name["picture_library"].trigger()
    library = window.findChild(LibraryWindow)
    assert library is not None
    qtbot.waitUntil(lambda: library.shelf.rows.rowCount() == 3, timeout=SLOW)
    return library


def choose(library: LibraryWindow, file: PictureFile) -> None:
    library.shelf.setCurrentIndex(library.shelf.rows.index_of(file.sha256))


def stored_names(open_window: OpenWindow) -> set[str]:
    with Store.open(open_window.path, clock=open_window.clock) as store:
        return {picture.sha256 for picture in store.library()}


def row_of(window: MainWindow) -> PictureRow | None:
    assert window.issue is not None
    return next((block for block in window.issue.articles[0].body if isinstance(block, PictureRow)), None)


def delete_unused(qtbot: QtBot, library: LibraryWindow, meanwhile: Callable[[], None] = lambda: None) -> str:
    """Ask for deleting what is unused and agree, with something done `meanwhile`; return the question."""
    qtbot.mouseClick(library.clear, LEFT)
    qtbot.waitUntil(lambda: bool(library.findChildren(QMessageBox)), timeout=SLOW)
    (box,) = library.findChildren(QMessageBox)
    question = box.text()
    meanwhile()
    (yes,) = (
        each for each in box.buttons() if box.buttonRole(each) is QMessageBox.ButtonRole.DestructiveRole
    )
    with qtbot.waitSignal(box.finished):
        qtbot.mouseClick(yes, LEFT)
    return question


def test_the_store_is_read_once_to_open_the_library_and_again_when_one_comes_back(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[int] = []
    read = Store.library
    monkeypatch.setattr(Store, "library", lambda store: times.append(1) or read(store))
    window.actions_by_name["picture_library"].trigger()
    library = window.findChild(LibraryWindow)
    assert library is not None
    qtbot.waitUntil(lambda: library.isActiveWindow() and library.shelf.rows.rowCount() == 3, timeout=SLOW)
    assert len(times) == 1
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    library.activateWindow()
    qtbot.waitUntil(lambda: len(times) == 2, timeout=SLOW)


def test_small_pictures_and_a_large_one_are_drawn(qtbot: QtBot, opened: LibraryWindow) -> None:
    thumbnails = opened.shelf.rows.thumbnails
    qtbot.waitUntil(lambda: all(each.sha256 in thumbnails for each in (USED, SPARE, COVER)), timeout=SLOW)
    choose(opened, USED)
    qtbot.waitUntil(lambda: not opened.details.preview.pixmap().isNull(), timeout=SLOW)
    drawn = thumbnails.get(USED.sha256)
    assert drawn is not None and drawn.width() * USED.height == pytest.approx(
        drawn.height() * USED.width, rel=0.03
    )


def test_a_picture_is_used_again_in_the_article(
    qtbot: QtBot, open_window: OpenWindow, window: MainWindow, opened: LibraryWindow
) -> None:
    opened.field.setText("ruong bac thang")
    assert opened.shelf.chosen_pictures()[0].sha256 == USED.sha256
    qtbot.mouseClick(opened.use, LEFT)
    qtbot.waitUntil(lambda: row_of(window) is not None, timeout=SLOW)
    row = row_of(window)
    assert row is not None and row.pictures == (Picture(sha256=USED.sha256, alt="Ruộng"),)
    assert window.session.desk.pictures[USED.sha256] == USED
    qtbot.waitUntil(lambda: open_window.stored(OPEN.key) == window.issue, timeout=SLOW)


def test_a_picture_is_used_as_cover_and_that_can_be_undone(
    qtbot: QtBot, window: MainWindow, opened: LibraryWindow
) -> None:
    choose(opened, SPARE)
    assert opened.shelf.chosen_pictures()[0].uses == ()
    qtbot.mouseClick(opened.cover, LEFT)
    qtbot.waitUntil(lambda: window.issue.cover_picture == Picture(sha256=SPARE.sha256), timeout=SLOW)
    qtbot.waitUntil(lambda: opened.shelf.chosen_pictures()[0].uses != (), timeout=SLOW)
    window.actions_by_name["undo"].trigger()
    assert window.issue == OPEN


def test_a_picture_is_dragged_into_the_article_even_of_a_second_issue(
    qtbot: QtBot, window: MainWindow, opened: LibraryWindow
) -> None:
    drag_into_the_article(opened, window, SPARE)
    qtbot.waitUntil(lambda: SPARE.sha256 in names_of(window.issue), timeout=SLOW)
    qtbot.waitUntil(lambda: SPARE.sha256 in window.session.desk.pictures, timeout=SLOW)
    window.open_issue(OLDER.key)
    qtbot.waitUntil(lambda: window.issue.key == OLDER.key, timeout=SLOW)
    assert SPARE.sha256 not in window.session.desk.pictures
    window.writing.go_to(Place(part=Part.BODY, article_id="b"))
    drag_into_the_article(opened, window, SPARE)
    qtbot.waitUntil(lambda: SPARE.sha256 in names_of(window.issue), timeout=SLOW)
    qtbot.waitUntil(lambda: SPARE.sha256 in window.session.desk.pictures, timeout=SLOW)


def drag_into_the_article(library: LibraryWindow, window: MainWindow, file: PictureFile) -> None:
    data = library.shelf.rows.mimeData([library.shelf.rows.index_of(file.sha256)])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    window.article.edit.dropEvent(event)


def names_of(issue: Issue) -> set[str]:
    return {picture.sha256 for picture in issue.pictures}


def test_what_can_be_used_follows_the_desk(qtbot: QtBot, window: MainWindow, opened: LibraryWindow) -> None:
    choose(opened, SPARE)
    assert opened.use.isEnabled() and opened.cover.isEnabled()
    assert not opened.use.toolTip()
    window.actions_by_name["show_cover"].trigger()
    assert not opened.use.isEnabled() and opened.cover.isEnabled()
    on_the_cover = opened.use.toolTip()
    assert on_the_cover, "why not is said"
    publish = next(
        each for each in window.actions_by_name.status_group.actions() if each.data() is Status.PUBLISHED
    )
    publish.trigger()
    assert not opened.cover.isEnabled()
    assert opened.use.toolTip() not in ("", on_the_cover)
    window.session.desk.clear()
    assert not opened.use.isEnabled() and not opened.cover.isEnabled()


def test_a_use_in_another_issue_is_gone_to(qtbot: QtBot, window: MainWindow, opened: LibraryWindow) -> None:
    choose(opened, USED)
    opened.details.uses.itemActivated.emit(opened.details.uses.item(0))
    qtbot.waitUntil(lambda: window.issue.key == OLDER.key, timeout=SLOW)
    qtbot.waitUntil(lambda: window.writing.article_id == "b", timeout=SLOW)
    choose(opened, COVER)
    opened.details.uses.itemActivated.emit(opened.details.uses.item(0))
    assert window.writing.article_id == ""
    assert window.issue.key == OLDER.key


def test_files_are_added_to_the_store_without_an_issue(
    qtbot: QtBot,
    open_window: OpenWindow,
    window: MainWindow,
    opened: LibraryWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = stored_names(open_window)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(GOOD)], ""))
    qtbot.mouseClick(opened.add, LEFT)
    qtbot.waitUntil(lambda: opened.shelf.rows.rowCount() == 4, timeout=20_000)
    (added,) = stored_names(open_window) - before
    assert opened.shelf.rows.picture_at(0).sha256 == added
    assert window.issue == OPEN


def test_a_bad_file_that_is_dropped_is_named(
    qtbot: QtBot, open_window: OpenWindow, opened: LibraryWindow, tmp_path: Path
) -> None:
    bad = tmp_path / "hỏng.jpg"
    bad.write_bytes(b"no picture")
    opened.pictures_dropped.emit([bad])
    qtbot.waitUntil(lambda: "hỏng.jpg" in open_window.problem_text(), timeout=20_000)


def test_unused_pictures_are_deleted_and_nothing_else(
    qtbot: QtBot, open_window: OpenWindow, opened: LibraryWindow
) -> None:
    assert "1" in delete_unused(qtbot, opened)
    qtbot.waitUntil(lambda: opened.shelf.rows.rowCount() == 2, timeout=SLOW)
    assert stored_names(open_window) == {USED.sha256, COVER.sha256}


def test_a_picture_that_was_just_put_into_the_article_is_not_unused(
    qtbot: QtBot, open_window: OpenWindow, window: MainWindow, opened: LibraryWindow
) -> None:
    def use_it() -> None:
        window.session.desk.add_pictures([SPARE])
        window.article.insert_pictures((Picture(sha256=SPARE.sha256),))

    delete_unused(qtbot, opened, meanwhile=use_it)
    qtbot.waitUntil(lambda: open_window.stored(OPEN.key) == window.issue, timeout=SLOW)
    assert SPARE.sha256 in stored_names(open_window)


def test_undoing_brings_back_a_picture_that_was_deleted_from_the_store(
    qtbot: QtBot, open_window: OpenWindow, window: MainWindow, opened: LibraryWindow
) -> None:
    choose(opened, SPARE)
    qtbot.mouseClick(opened.use, LEFT)
    qtbot.waitUntil(lambda: row_of(window) is not None, timeout=SLOW)
    with_row = window.issue
    qtbot.waitUntil(lambda: open_window.stored(OPEN.key) == with_row, timeout=SLOW)
    window.actions_by_name["undo"].trigger()
    delete_unused(qtbot, opened)
    qtbot.waitUntil(lambda: SPARE.sha256 not in stored_names(open_window), timeout=SLOW)
    window.actions_by_name["redo"].trigger()
    assert window.issue == with_row
    qtbot.waitUntil(lambda: open_window.stored(OPEN.key) == with_row, timeout=SLOW)
    assert SPARE.sha256 in stored_names(open_window)
    qtbot.waitUntil(lambda: window.session.autosave.is_saved, timeout=SLOW)


def test_it_is_opened_once_and_freed_when_it_is_closed(
    qtbot: QtBot, window: MainWindow, opened: LibraryWindow
) -> None:
    window.actions_by_name["picture_library"].trigger()
    assert window.findChildren(LibraryWindow) == [opened]
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(opened), timeout=SLOW)
    window.actions_by_name["picture_library"].trigger()
    again = window.findChild(LibraryWindow)
    assert again is not None
    qtbot.waitUntil(lambda: again.shelf.rows.rowCount() == 3, timeout=SLOW)


def test_what_was_written_meanwhile_is_seen_on_coming_back(
    qtbot: QtBot, window: MainWindow, opened: LibraryWindow
) -> None:
    edit = edits.set_cover_picture(replace(OPEN), Picture(sha256=SPARE.sha256))
    window.session.desk.add_pictures([SPARE])
    window.session.desk.change(lambda _issue: edit, "Đổi ảnh bìa", BODY)
    opened.came_back.emit()
    choose(opened, SPARE)
    qtbot.waitUntil(lambda: opened.details.uses.count() == 1, timeout=SLOW)
