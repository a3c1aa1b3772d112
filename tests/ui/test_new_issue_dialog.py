"""The dialog for a new issue: what it proposes, warns of and gives back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QDateEdit, QDialog, QWidget
from pytestqt.qtbot import QtBot

from bulletin_editor.checks.finding import Archive
from bulletin_editor.messages import Messages
from bulletin_editor.model.issue import USUAL_LABELS, IssueKey, Period
from bulletin_editor.services.issues import Proposal
from bulletin_editor.ui.dialogs.new_issue import NewIssueDialog

Show = Callable[..., NewIssueDialog]
LABELS = ("SỰ KIỆN NỔI BẬT", "HỎI ĐÁP")


def key(number: int, year: int = 2031) -> IssueKey:
    return IssueKey(year=year, number=number)


@pytest.fixture
def proposal() -> Proposal:
    """Number 7, for the week after that of number 6."""
    period = Period(start=date(2031, 2, 10), end=date(2031, 2, 16))
    return Proposal(key=key(7), period=period, labels=LABELS)


@pytest.fixture
def dialog(qtbot: QtBot, messages: Messages, proposal: Proposal) -> NewIssueDialog:
    """The dialog with `proposal`, shown; number 6 is in the store."""
    archive = Archive(periods={key(6): Period(start=date(2031, 2, 3), end=date(2031, 2, 9))})
    dialog = NewIssueDialog(proposal, archive, messages)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def warnings(dialog: NewIssueDialog) -> list[str]:
    return [dialog.warnings.item(row).text() for row in range(dialog.warnings.count())]


def type_into(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, text)


def commit(field: QWidget, text: str) -> None:
    """Type Vietnamese `text` as an input method does; `qtbot` has no keys for such letters."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


def choose_day(field: QDateEdit, day: date) -> None:
    """Choose a day as the popup of the calendar does."""
    field.calendarWidget().setSelectedDate(QDate(day.year, day.month, day.day))
    field.setDate(field.calendarWidget().selectedDate())


def test_what_is_proposed_is_given_back(dialog: NewIssueDialog, proposal: Proposal) -> None:
    assert dialog.chosen() == proposal
    assert len(warnings(dialog)) == 1
    assert not dialog.warnings.item(0).icon().isNull()
    assert dialog.begin.isEnabled()


def test_another_number_is_typed_over_the_proposed_one(qtbot: QtBot, dialog: NewIssueDialog) -> None:
    qtbot.keyClicks(dialog.focusWidget(), "12")
    assert dialog.chosen().key == key(12)


def test_enter_begins_the_issue(qtbot: QtBot, dialog: NewIssueDialog, proposal: Proposal) -> None:
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    assert dialog.chosen() == proposal


def test_escape_begins_nothing(qtbot: QtBot, dialog: NewIssueDialog) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_taken_number_is_an_error_that_keeps_from_beginning(qtbot: QtBot, dialog: NewIssueDialog) -> None:
    type_into(qtbot, dialog.number, "6")
    assert warnings(dialog)[0].startswith("Lỗi: ")
    assert "6/2031" in warnings(dialog)[0]
    assert not dialog.begin.isEnabled()
    type_into(qtbot, dialog.number, "8")
    assert warnings(dialog)[0].startswith("Cảnh báo: ")  # 7 is left out
    assert dialog.begin.isEnabled()
    assert dialog.chosen().key == key(8)


def test_another_start_moves_the_end_and_warns_of_an_overlap(dialog: NewIssueDialog) -> None:
    choose_day(dialog.start, date(2031, 2, 9))
    assert dialog.chosen().period == Period(start=date(2031, 2, 9), end=date(2031, 2, 15))
    (overlap,) = warnings(dialog)
    assert overlap.startswith("Cảnh báo: ")
    assert "09/02/2031" in overlap
    choose_day(dialog.start, date(2031, 2, 17))
    (gap,) = warnings(dialog)
    assert "10/02/2031" in gap
    assert dialog.begin.isEnabled()


def test_the_end_alone_may_move(dialog: NewIssueDialog) -> None:
    choose_day(dialog.end, date(2031, 2, 17))
    assert dialog.chosen().period == Period(start=date(2031, 2, 10), end=date(2031, 2, 17))
    assert "8" in warnings(dialog)[0]
    choose_day(dialog.end, date(2031, 2, 3))
    assert warnings(dialog)[0].startswith("Lỗi: ")
    assert not dialog.begin.isEnabled()


def test_the_number_follows_into_another_year_unless_it_was_chosen(
    qtbot: QtBot, dialog: NewIssueDialog
) -> None:
    choose_day(dialog.start, date(2032, 1, 5))
    assert dialog.chosen().key == key(1, 2032)
    choose_day(dialog.start, date(2031, 2, 10))
    assert dialog.chosen().key == key(7)
    type_into(qtbot, dialog.number, "9")
    choose_day(dialog.start, date(2032, 1, 5))
    assert dialog.chosen().key == key(9)


def test_the_first_issue_of_all(qtbot: QtBot, messages: Messages, proposal: Proposal) -> None:
    dialog = NewIssueDialog(proposal, Archive(), messages)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == proposal
    assert dialog.begin.isEnabled()


def test_a_section_is_added_by_enter_without_closing_the_dialog(qtbot: QtBot, dialog: NewIssueDialog) -> None:
    line = dialog.sections.field.lineEdit()
    line.setFocus()
    commit(line, "  TIN VẮN ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.chosen().labels == (*LABELS, "TIN VẮN")
    assert line.text() == ""
    with qtbot.waitSignal(dialog.accepted):  # nothing is typed: Enter is the dialog's again
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_usual_sections_are_suggested_but_never_written_into_what_is_typed(
    qtbot: QtBot, dialog: NewIssueDialog
) -> None:
    field = dialog.sections.field
    assert [field.itemText(row) for row in range(field.count())] == list(USUAL_LABELS)
    field.setFocus()
    qtbot.keyClicks(field.lineEdit(), "TIN TRONG T")
    assert field.currentText() == "TIN TRONG T"
    field.setCurrentIndex(3)
    qtbot.mouseClick(dialog.sections.add, Qt.MouseButton.LeftButton)
    assert dialog.chosen().labels == (*LABELS, USUAL_LABELS[3])


def test_sections_are_ordered_and_removed(qtbot: QtBot, dialog: NewIssueDialog) -> None:
    sections = dialog.sections
    assert not sections.up.isEnabled()
    qtbot.mouseClick(sections.down, Qt.MouseButton.LeftButton)
    assert dialog.chosen().labels == ("HỎI ĐÁP", "SỰ KIỆN NỔI BẬT")
    assert not sections.down.isEnabled()
    qtbot.mouseClick(sections.up, Qt.MouseButton.LeftButton)
    assert dialog.chosen().labels == LABELS
    qtbot.mouseClick(sections.remove, Qt.MouseButton.LeftButton)
    assert dialog.chosen().labels == ("HỎI ĐÁP",)
    qtbot.mouseClick(sections.remove, Qt.MouseButton.LeftButton)
    assert dialog.chosen().labels == ()
    assert not any(
        each.isEnabled() for each in (sections.rename, sections.remove, sections.up, sections.down)
    )


def test_a_section_is_renamed_in_its_place(qtbot: QtBot, dialog: NewIssueDialog) -> None:
    sections = dialog.sections
    sections.list.setCurrentRow(1)
    qtbot.mouseClick(sections.rename, Qt.MouseButton.LeftButton)
    (editor,) = sections.list.viewport().findChildren(
        QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    editor.selectAll()  # type: ignore[attr-defined]
    commit(editor, "TRAO ĐỔI")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.chosen().labels == ("SỰ KIỆN NỔI BẬT", "TRAO ĐỔI"))
    assert dialog.isVisible()


def test_tab_leads_through_every_field(qtbot: QtBot, dialog: NewIssueDialog) -> None:
    fields = [dialog.number, dialog.year, dialog.start, dialog.end, dialog.sections.list]
    dialog.number.setFocus()
    for field in fields:
        assert field.hasFocus()
        while field.hasFocus():
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert all(field.accessibleName() for field in (*fields, dialog.sections.field, dialog.warnings))
