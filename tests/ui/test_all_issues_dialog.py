"""The list of all issues and the trash: what is shown, found, asked for and wanted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_editor.messages import Messages
from bulletin_editor.model.issue import IssueKey, Period, Status
from bulletin_editor.store import IssueSummary
from bulletin_editor.ui.dialogs.all_issues import AllIssuesDialog
from bulletin_editor.ui.dialogs.issue_rows import Column
from bulletin_editor.ui.dialogs.issue_table import IssueTable

NOON = datetime(2031, 6, 2, 12, tzinfo=UTC)
LEFT = Qt.MouseButton.LeftButton


def summary(week: int, **fields: object) -> IssueSummary:
    """Make the summary of the issue of this week, counted from the beginning of 2021."""
    year, number = divmod(week, 52)
    start = date(2021, 1, 4) + timedelta(weeks=week)
    made = IssueSummary(
        id=f"so-{week}",
        key=IssueKey(year=2021 + year, number=number + 1),
        period=Period(start=start, end=start + timedelta(days=6)),
        status=Status.PUBLISHED,
        articles=6,
        modified_at=NOON,
    )
    return replace(made, **fields)


NEWEST = summary(519, status=Status.DRAFT, articles=2)
ISSUES = (NEWEST, *(summary(week) for week in range(518, -1, -1)))
DELETED = (summary(300, id="bo-1", deleted_at=NOON), summary(301, id="bo-2", deleted_at=NOON))


@pytest.fixture
def dialog(qtbot: QtBot, messages: Messages) -> AllIssuesDialog:
    """The dialog with 520 issues and two in the trash, shown."""
    dialog = AllIssuesDialog(messages)
    qtbot.addWidget(dialog)
    dialog.show_issues(ISSUES, DELETED)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def cells(table: IssueTable, row: int) -> list[str]:
    model = table.view.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def count(table: IssueTable) -> int:
    return table.view.model().rowCount()


def test_a_row_tells_what_there_is_to_know(dialog: AllIssuesDialog) -> None:
    local = NOON.astimezone()
    assert count(dialog.in_use) == 520
    assert cells(dialog.in_use, 0) == [
        "Số 52/2030", "16/12/2030 - 22/12/2030", "Đang soạn", "2", f"{local:%d/%m/%Y %H:%M}",
    ]  # fmt: skip
    assert dialog.tabs.tabText(0).endswith("(520)")
    assert dialog.tabs.tabText(1).endswith("(2)")


def test_the_day_on_which_an_issue_came_to_its_status(dialog: AllIssuesDialog) -> None:
    dialog.show_issues([replace(NEWEST, status=Status.APPROVED, reached=date(2030, 12, 20))], [])
    assert cells(dialog.in_use, 0)[Column.STATUS] == "Đã duyệt, 20/12/2030"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("52/2030", ["52/2030"]), ("12/2030 52/", ["52/2030"]), ("ĐANG soạn", ["52/2030"]), ("xyz", [])],
)
def test_the_list_is_narrowed_by_words(
    qtbot: QtBot, dialog: AllIssuesDialog, typed: str, found: list[str]
) -> None:
    table = dialog.in_use
    with qtbot.waitSignal(table.chosen):
        table.field.setText(typed)
    assert [cells(table, row)[0].removeprefix("Số ") for row in range(count(table))] == found
    assert dialog.open_button.isEnabled() == bool(found)
    table.field.clear()
    assert count(table) == 520


def test_enter_opens_the_chosen_issue_once(qtbot: QtBot, dialog: AllIssuesDialog) -> None:
    opened: list[IssueKey] = []
    dialog.open_wanted.connect(opened.append)
    assert dialog.in_use.view.hasFocus()
    qtbot.keyClick(dialog.in_use.view, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.in_use.view, Qt.Key.Key_Return)
    assert opened == [ISSUES[1].key]
    assert dialog.isVisible()


def test_enter_opens_what_was_found(qtbot: QtBot, dialog: AllIssuesDialog) -> None:
    qtbot.keyClicks(dialog.in_use.field, "7/2025")
    with qtbot.waitSignal(dialog.open_wanted) as opened:
        qtbot.keyClick(dialog.in_use.field, Qt.Key.Key_Return)
    assert opened.args == [IssueKey(year=2025, number=47)]  # the newest whose line has it


def test_a_double_click_opens(qtbot: QtBot, dialog: AllIssuesDialog) -> None:
    view = dialog.in_use.view
    place = view.visualRect(view.model().index(2, Column.PERIOD)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    with qtbot.waitSignal(dialog.open_wanted) as opened:
        qtbot.mouseDClick(view.viewport(), LEFT, pos=place)
    assert opened.args == [ISSUES[2].key]


def test_duplicating_and_deleting(qtbot: QtBot, dialog: AllIssuesDialog) -> None:
    dialog.in_use.view.selectRow(3)
    with qtbot.waitSignal(dialog.duplicate_wanted) as copied:
        qtbot.mouseClick(dialog.duplicate, LEFT)
    with qtbot.waitSignal(dialog.delete_wanted) as deleted:
        qtbot.mouseClick(dialog.delete, LEFT)
    dialog.in_use.view.setFocus()
    with qtbot.waitSignal(dialog.delete_wanted) as deleted_by_key:
        qtbot.keyClick(dialog.in_use.view, Qt.Key.Key_Delete)
    assert copied.args == [ISSUES[3].key]
    assert deleted.args == deleted_by_key.args == [ISSUES[3].id]


def test_the_delete_key_in_the_field_deletes_letters_only(qtbot: QtBot, dialog: AllIssuesDialog) -> None:
    with qtbot.assertNotEmitted(dialog.delete_wanted):
        qtbot.keyClicks(dialog.in_use.field, "12")
        qtbot.keyClick(dialog.in_use.field, Qt.Key.Key_Home)
        qtbot.keyClick(dialog.in_use.field, Qt.Key.Key_Delete)
    assert dialog.in_use.field.text() == "2"


def test_after_deleting_the_next_row_is_chosen(dialog: AllIssuesDialog) -> None:
    dialog.in_use.view.selectRow(3)
    dialog.show_issues(ISSUES[:3] + ISSUES[4:], (ISSUES[3], *DELETED))
    assert dialog.in_use.chosen_issue() == ISSUES[4]
    dialog.show_issues(ISSUES[:2], DELETED)
    assert dialog.in_use.chosen_issue() == ISSUES[1]
    dialog.show_issues((), ())
    assert dialog.in_use.chosen_issue() is None
    assert not dialog.open_button.isEnabled()
    assert not dialog.restore.isEnabled()


def test_restoring_from_the_trash_is_what_enter_does_there(qtbot: QtBot, dialog: AllIssuesDialog) -> None:
    dialog.tabs.setCurrentIndex(1)
    assert dialog.trash.view.hasFocus()
    qtbot.keyClick(dialog.trash.view, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(dialog.open_wanted), qtbot.waitSignal(dialog.restore_wanted) as restored:
        qtbot.keyClick(dialog.trash.view, Qt.Key.Key_Return)
    assert restored.args == ["bo-2"]


def asked(qtbot: QtBot, dialog: AllIssuesDialog) -> QMessageBox:
    """Want to delete for good, and return the question."""
    dialog.tabs.setCurrentIndex(1)
    qtbot.mouseClick(dialog.discard, LEFT)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox)))
    (box,) = dialog.findChildren(QMessageBox)
    return box


def test_deleting_for_good_asks_first(qtbot: QtBot, dialog: AllIssuesDialog) -> None:
    box = asked(qtbot, dialog)
    assert "41/2026" in box.text()
    (yes,) = (
        each for each in box.buttons() if box.buttonRole(each) is QMessageBox.ButtonRole.DestructiveRole
    )
    with qtbot.waitSignal(dialog.discard_wanted) as discarded:
        qtbot.mouseClick(yes, LEFT)
    assert discarded.args == ["bo-1"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_question_is_answered_with_no_by_itself(
    qtbot: QtBot, dialog: AllIssuesDialog, key: Qt.Key
) -> None:
    box = asked(qtbot, dialog)
    with qtbot.assertNotEmitted(dialog.discard_wanted), qtbot.waitSignal(box.finished):
        qtbot.keyClick(box, key)


def test_only_covers_in_sight_are_asked_for_and_once(qtbot: QtBot, dialog: AllIssuesDialog) -> None:
    wanted: list[str] = []
    dialog.cover_wanted.connect(wanted.append)
    table = dialog.in_use
    qtbot.waitUntil(lambda: len(wanted) > 3)
    assert wanted == [issue.id for issue in ISSUES[: len(wanted)]]
    assert len(wanted) < 20
    wanted.clear()
    table.view.scrollToBottom()
    table.view.scrollToTop()
    table.view.verticalScrollBar().setValue(100)
    qtbot.waitUntil(lambda: len(wanted) > 3)
    assert ISSUES[100].id in wanted
    assert ISSUES[-1].id not in wanted  # it was only scrolled past
    assert len(wanted) == len(set(wanted)) < 20


def test_a_cover_is_shown_in_its_row(dialog: AllIssuesDialog) -> None:
    red = QImage(460, 650, QImage.Format.Format_RGB32)
    red.fill(QColor("#b80d27"))
    view = dialog.in_use.view
    dialog.set_cover(ISSUES[2].id, red)
    middle = view.visualRect(view.model().index(2, Column.ISSUE))
    place = QPoint(middle.left() + view.iconSize().width() // 2, middle.center().y())
    seen = view.viewport().grab().toImage()
    assert seen.pixelColor(place).name() == "#b80d27"
    above = view.visualRect(view.model().index(1, Column.ISSUE)).center().y()
    assert seen.pixelColor(place.x(), above).name() != "#b80d27"
    dialog.set_cover("so-gone", red)  # a cover that comes too late does no harm


def test_everything_is_reached_by_the_keyboard_and_named(qtbot: QtBot, dialog: AllIssuesDialog) -> None:
    reached = set()
    dialog.in_use.field.setFocus()
    for _ in range(12):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    table = dialog.in_use
    assert {table.field, table.view, dialog.open_button, dialog.duplicate, dialog.delete} <= reached
    assert table.field.accessibleName()
    assert table.view.accessibleName() != dialog.trash.view.accessibleName()
    assert all(button.text() for button in dialog.findChildren(QPushButton))
