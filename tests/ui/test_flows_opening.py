"""Issues coming to the desk: from the welcome page, from files, from the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

import hands
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.store import Store
from bulletin_editor.ui.dialogs.all_issues import AllIssuesDialog
from bulletin_editor.ui.main_window import MainWindow
from open_window import OpenWindow

FIRST = Issue(
    id="first",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(Section(id="s", label="TIN", articles=(Article(id="a", headline="Bài một"),)),),
)
SECOND = replace(
    FIRST,
    id="second",
    key=IssueKey(year=2026, number=6),
    period=Period(start=date(2026, 2, 9), end=date(2026, 2, 15)),
    sections=(Section(id="t", label="TIN", articles=(Article(id="b", headline="Bài hai"),)),),
)
FILE = """---
number: 6
year: 2026
from: 2026-02-09
to: 2026-02-15
---

# TIN

## Bài từ tệp

Nội dung.
"""


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """The window with two issues in the store, of which the second is open."""
    return open_window.with_issues(FIRST, SECOND)


def shown(qtbot: QtBot, window: MainWindow) -> AllIssuesDialog:
    window.actions_by_name["all_issues"].trigger()

    def is_filled() -> bool:
        dialog = window.findChild(AllIssuesDialog)
        return dialog is not None and dialog.in_use.chosen_issue() is not None

    qtbot.waitUntil(is_filled)
    dialog = window.findChild(AllIssuesDialog)
    assert dialog is not None
    return dialog


def choose_row(dialog: AllIssuesDialog, key: IssueKey) -> None:
    rows = dialog.in_use.rows
    row = next(row for row in range(rows.rowCount()) if rows.issue_at(row).key == key)
    hands.click_item(dialog.in_use.view, row)


def in_store(open_window: OpenWindow, ask: Callable[[Store], object]) -> object:
    with Store.open(open_window.path, clock=open_window.clock) as store:
        return ask(store)


# ---- The list of issues ----------------------------------------------------------------------------------


def test_an_issue_is_opened_from_the_list_and_what_was_typed_before_is_kept(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    window.writing.go_to(Place(part=Part.HEADLINE, article_id="b"))
    hands.type_text("X")
    typed = window.issue
    dialog = shown(qtbot, window)
    choose_row(dialog, FIRST.key)
    hands.click(dialog.open_button)
    qtbot.waitUntil(lambda: window.issue == FIRST)
    assert open_window.stored(SECOND.key) == typed


def test_a_duplicate_is_the_next_issue_and_open(qtbot: QtBot, window: MainWindow) -> None:
    dialog = shown(qtbot, window)
    choose_row(dialog, FIRST.key)
    hands.click(dialog.duplicate)
    qtbot.waitUntil(lambda: window.issue is not None and window.issue.key == IssueKey(year=2026, number=7))
    assert [article.headline for article in window.issue.articles] == ["Bài một"]


def test_the_open_issue_is_deleted_leaves_the_desk_and_comes_back(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    dialog = shown(qtbot, window)
    choose_row(dialog, SECOND.key)
    hands.click(dialog.delete)
    qtbot.waitUntil(lambda: dialog.trash.chosen_issue() is not None)
    qtbot.waitUntil(lambda: window.issue == FIRST)  # another one takes its place
    dialog.tabs.setCurrentIndex(1)
    hands.click(dialog.restore)
    qtbot.waitUntil(lambda: dialog.trash.chosen_issue() is None)
    assert in_store(open_window, lambda store: store.load(SECOND.key)) == SECOND
    dialog.reject()


def test_an_issue_is_deleted_for_good_only_when_that_is_confirmed(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    dialog = shown(qtbot, window)
    choose_row(dialog, FIRST.key)
    hands.click(dialog.delete)
    qtbot.waitUntil(lambda: dialog.trash.chosen_issue() is not None)
    dialog.tabs.setCurrentIndex(1)
    hands.click(dialog.discard)
    question = dialog.findChild(QMessageBox)
    assert question is not None
    assert dialog.trash.chosen_issue() is not None
    hands.click_button(question, "Xóa vĩnh viễn")
    qtbot.waitUntil(lambda: dialog.trash.chosen_issue() is None)
    assert in_store(open_window, lambda store: store.deleted()) == ()
    assert window.issue == SECOND, "the open issue is another"
    dialog.reject()


# ---- From a file -----------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that holds another issue of the second one's number; it is what is chosen."""
    path = tmp_path / "so-6.md"
    path.write_text(FILE, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def asked_to_replace(qtbot: QtBot, window: MainWindow) -> QMessageBox:
    window.actions_by_name["import_issue"].trigger()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    question = window.findChild(QMessageBox)
    assert question is not None
    assert "6/2026" in question.text()
    return question


@pytest.mark.usefixtures("file")
def test_a_file_whose_number_is_taken_replaces_the_issue_when_told(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    hands.click_button(asked_to_replace(qtbot, window), "Thay thế")
    qtbot.waitUntil(lambda: window.issue is not None and window.issue.articles[0].headline == "Bài từ tệp")
    assert open_window.stored(SECOND.key).id == SECOND.id
    assert open_window.stored(SECOND.key).articles[0].headline == "Bài từ tệp"


@pytest.mark.usefixtures("file")
def test_or_the_one_in_the_store_is_opened(qtbot: QtBot, window: MainWindow, open_window: OpenWindow) -> None:
    with qtbot.waitSignal(window.session.desk.opened):
        hands.click_button(asked_to_replace(qtbot, window), "Mở số đang có trong kho")
    assert window.issue == open_window.stored(SECOND.key) == SECOND


def test_a_file_that_is_no_issue_is_told_with_its_name(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow, file: Path
) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    window.actions_by_name["import_issue"].trigger()
    qtbot.waitUntil(lambda: "so-6.md" in open_window.problem_text())
    assert window.issue == SECOND


# ---- The welcome page ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("file")
def test_the_welcome_page_imports_a_file(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window.empty()
    hands.click_button(window, "Nhập từ tệp")
    qtbot.waitUntil(lambda: window.issue is not None)
    assert window.issue.key == SECOND.key


def test_the_welcome_page_begins_an_issue_or_lets_it_be(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window.empty()
    hands.click_button(window, "Tạo số đầu tiên")
    qtbot.waitUntil(lambda: window.findChild(QDialog) is not None)
    window.findChild(QDialog).reject()
    qtbot.waitUntil(lambda: window.findChild(QDialog) is None)
    assert window.issue is None
    assert in_store(open_window, lambda store: store.summaries()) == ()
