"""What comes out of documents is shown before it comes in: ticked, renamed, with or without pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bulletin_editor.importers.document import Note
from bulletin_editor.messages import Messages
from bulletin_editor.model.blocks import Lead, Paragraph, Picture, PictureRow
from bulletin_editor.model.issue import Section
from bulletin_editor.model.rich_text import rich
from bulletin_editor.services.importing import (
    LEFT_AROUND,
    PICTURES_AROUND,
    IncomingDocument,
    Part,
    ProposedArticle,
)
from bulletin_editor.ui.dialogs.importing.dialog import ImportDialog

FIRST, SECOND = Path("/tin/một.docx"), Path("/tin/hai.docx")
TEXT = Paragraph(text=rich("Sáng nay, hội nghị bắt đầu."))
PICTURES = PictureRow(pictures=(Picture(sha256="0" * 64),))
SECTIONS = (Section(id="s1", label="SỰ KIỆN"), Section(id="s2", label="CHÍNH SÁCH"))
DOCUMENT = IncomingDocument(
    name="một.docx",
    articles=(
        ProposedArticle(headline="Bài một", body=(TEXT, PICTURES)),
        ProposedArticle(headline="Bài hai", body=(TEXT,)),
    ),
    notes=(Note("other-kind", facts={"kind": "PDF"}),),
)


@pytest.fixture
def dialog(qtbot: QtBot, messages: Messages) -> ImportDialog:
    dialog = ImportDialog(SECTIONS, "s2", messages)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def read(dialog: ImportDialog, *paths: Path) -> None:
    for path in paths:
        dialog.expect(path)
    for path in paths:
        dialog.show_document(path, DOCUMENT)


def test_nothing_can_be_imported_while_a_file_is_being_read(dialog: ImportDialog) -> None:
    dialog.expect(FIRST)
    dialog.expect(SECOND)
    dialog.show_document(FIRST, DOCUMENT)
    assert dialog.progress.isVisible()
    assert not dialog.import_button.isEnabled()
    dialog.show_problem(SECOND, ["Hỏng."])
    assert not dialog.progress.isVisible()
    assert dialog.import_button.isEnabled()


def test_a_file_stands_there_once(dialog: ImportDialog) -> None:
    assert dialog.expect(FIRST)
    assert not dialog.expect(FIRST)


def test_the_first_article_is_shown_as_soon_as_it_is_read(qtbot: QtBot, dialog: ImportDialog) -> None:
    with qtbot.waitSignal(dialog.preview_wanted, check_params_cb=bool) as shown:
        read(dialog, FIRST)
    assert shown.args == [DOCUMENT.articles[0]]
    assert dialog.headline.text() == "Bài một"
    assert dialog.notes.count() == 1


def test_the_row_of_a_file_shows_its_first_article(qtbot: QtBot, dialog: ImportDialog) -> None:
    read(dialog, FIRST)
    file = dialog.files.topLevelItem(0)
    file.child(0).setCheckState(0, Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.preview_wanted) as shown:
        dialog.files.setCurrentItem(file)
    assert shown.args == [DOCUMENT.articles[1]], "of those that are to come in"
    qtbot.keyClicks(dialog.headline, "!")
    assert dialog.articles()[0].headline == file.child(1).text(0) == "!Bài hai"
    assert file.text(0) == FIRST.name


def test_a_row_that_was_chosen_stays_chosen_when_another_file_is_read(dialog: ImportDialog) -> None:
    dialog.expect(SECOND)
    read(dialog, FIRST)
    dialog.files.setCurrentItem(dialog.files.topLevelItem(1))
    dialog.show_document(SECOND, DOCUMENT)
    assert dialog.files.currentItem() is dialog.files.topLevelItem(1)


def test_rows_stay_where_they_are_whatever_is_said_of_a_file(qtbot: QtBot, dialog: ImportDialog) -> None:
    long = tuple(Note("comments", count=count) for count in range(2, 40))
    for number, document in enumerate((DOCUMENT, replace(DOCUMENT, notes=()), replace(DOCUMENT, notes=long))):
        dialog.expect(Path(f"{number}.docx"))
        dialog.show_document(Path(f"{number}.docx"), document)
    dialog.expect(SECOND)
    dialog.show_problem(SECOND, ["Tệp bị hỏng.", "Hãy lưu lại."])
    qtbot.waitUntil(lambda: not dialog.progress.isVisible())
    heights = set()
    for number in range(4):
        dialog.files.setCurrentItem(dialog.files.topLevelItem(number))
        dialog.layout().activate()
        QApplication.processEvents()
        heights.add(dialog.files.height())
    assert len(heights) == 1


def test_the_keyboard_begins_in_the_files(qtbot: QtBot, dialog: ImportDialog) -> None:
    read(dialog, FIRST)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.files.hasFocus)
    qtbot.keyClick(dialog.files, Qt.Key.Key_Down)
    assert dialog.headline.text() == "Bài hai"
    assert dialog.section == "CHÍNH SÁCH"


def test_files_that_are_added_are_in_sight(dialog: ImportDialog) -> None:
    read(dialog, *(Path(f"/tin/{number}.docx") for number in range(20)))
    dialog.expect(FIRST)
    files = dialog.files
    last = files.topLevelItem(files.topLevelItemCount() - 1)
    assert files.viewport().rect().contains(files.visualItemRect(last))


def test_why_a_file_was_refused_is_told_where_it_is_chosen(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.expect(FIRST)
    with qtbot.waitSignal(dialog.preview_wanted) as shown:
        dialog.show_problem(FIRST, ["Tệp bị hỏng.", "Hãy lưu lại."])
    assert shown.args == [None]
    assert dialog.problem.words == "Tệp bị hỏng.\nHãy lưu lại."
    assert not dialog.import_button.isEnabled()


def test_only_ticked_articles_come_into_the_chosen_section(qtbot: QtBot, dialog: ImportDialog) -> None:
    read(dialog, FIRST)
    dialog.files.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.import_wanted) as wanted:
        qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert wanted.args == ["s2", DOCUMENT.articles[:1]]


def test_a_headline_is_changed_before_it_comes_in(qtbot: QtBot, dialog: ImportDialog) -> None:
    read(dialog, FIRST)
    dialog.headline.selectAll()
    with qtbot.waitSignal(dialog.preview_wanted):
        qtbot.keyClicks(dialog.headline, "Tin khac")
    assert dialog.articles()[0].headline == "Tin khac"
    assert dialog.files.topLevelItem(0).child(0).text(0) == "Tin khac"


def test_the_first_paragraph_becomes_the_lead_and_is_one_no_more(qtbot: QtBot, dialog: ImportDialog) -> None:
    read(dialog, FIRST)
    dialog.lead.click()
    assert dialog.articles()[0].body == (Lead(paragraphs=(TEXT.text,)), PICTURES)
    dialog.lead.click()
    assert dialog.articles()[0] == DOCUMENT.articles[0]


def test_choosing_another_article_changes_none(dialog: ImportDialog) -> None:
    read(dialog, FIRST)
    dialog.lead.click()
    changed = dialog.articles()
    row = dialog.files.topLevelItem(0)
    dialog.files.setCurrentItem(row.child(1))
    assert (dialog.headline.text(), dialog.lead.isChecked()) == ("Bài hai", False)
    dialog.files.setCurrentItem(row.child(0))
    assert (dialog.headline.text(), dialog.lead.isChecked()) == ("Bài một", True)
    assert dialog.articles() == changed


def test_pictures_stay_outside_where_they_are_not_wanted(qtbot: QtBot, dialog: ImportDialog) -> None:
    read(dialog, FIRST)
    with qtbot.waitSignal(dialog.preview_wanted) as shown:
        dialog.pictures.click()
    assert shown.args[0].body == (TEXT,)
    assert dialog.articles()[0].body == (TEXT,)


def test_enter_in_the_headline_imports_nothing(qtbot: QtBot, dialog: ImportDialog) -> None:
    wanted: list[object] = []
    dialog.import_wanted.connect(lambda *_: wanted.append(_))
    read(dialog, FIRST)
    dialog.activateWindow()
    dialog.headline.setFocus()
    qtbot.waitUntil(dialog.headline.hasFocus)
    qtbot.keyClick(dialog.headline, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not wanted
    assert dialog.files.hasFocus()


def test_the_head_of_a_letter_is_shown_and_not_ticked(dialog: ImportDialog) -> None:
    head = ProposedArticle(headline="Số: 34/KH-STV", part=Part.LETTER_HEAD, body=(TEXT,))
    dialog.expect(FIRST)
    dialog.show_document(FIRST, replace(DOCUMENT, articles=(head, *DOCUMENT.articles)))
    row = dialog.files.topLevelItem(0).child(0)
    assert row.text(0) == row.toolTip(0) == "Head of the letter: Số: 34/KH-STV"
    assert row.checkState(0) is Qt.CheckState.Unchecked
    assert dialog.headline.text() == "Bài một", "the first article is looked at"
    assert dialog.articles() == DOCUMENT.articles
    row.setCheckState(0, Qt.CheckState.Checked)
    assert dialog.articles()[0] == head


@pytest.mark.parametrize("left_out", [LEFT_AROUND, PICTURES_AROUND])
def test_the_whole_of_a_page_can_be_had_and_its_article_again(
    left_out: str, qtbot: QtBot, dialog: ImportDialog
) -> None:
    page = replace(DOCUMENT, notes=(Note(left_out, count=40),))
    dialog.expect(FIRST)
    dialog.show_document(FIRST, page)
    read(dialog, SECOND)
    assert dialog.whole.isVisible() and not dialog.whole.isChecked()
    with qtbot.waitSignal(dialog.rereading_wanted) as wanted:
        dialog.whole.click()
    assert wanted.args == [FIRST, True]
    assert not dialog.import_button.isEnabled(), "it is being read"
    assert dialog.notes.count() == 0

    longer = replace(DOCUMENT.articles[0], headline="Cả trang")
    dialog.show_document(FIRST, replace(DOCUMENT, articles=(longer,), notes=()))
    assert dialog.articles() == (longer, *DOCUMENT.articles)
    assert dialog.headline.text() == "Cả trang"
    assert dialog.whole.isVisible() and dialog.whole.isChecked(), "it can be had without again"
    with qtbot.waitSignal(dialog.rereading_wanted) as wanted:
        dialog.whole.click()
    assert wanted.args == [FIRST, False]


def test_only_where_something_was_left_around_an_article_there_is_more(dialog: ImportDialog) -> None:
    dialog.expect(FIRST)
    dialog.show_document(FIRST, replace(DOCUMENT, notes=(Note(LEFT_AROUND, count=40),)))
    dialog.whole.click()
    dialog.show_problem(FIRST, ["Hỏng."])
    read(dialog, SECOND)
    assert dialog.headline.text() == "Bài một"
    assert not dialog.whole.isVisible()
    dialog.files.setCurrentItem(dialog.files.topLevelItem(0))
    assert dialog.whole.isVisible() and dialog.whole.isChecked()
