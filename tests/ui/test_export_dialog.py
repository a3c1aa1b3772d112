"""The export dialog, from the choice to the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bulletin_editor.checks.finding import Severity
from bulletin_editor.messages import Messages
from bulletin_editor.services.exporting import Format
from bulletin_editor.ui.dialogs.export import ExportDialog
from bulletin_editor.ui.dialogs.export_choice import FindingLine

ERROR = FindingLine(severity=Severity.ERROR, words="Lỗi: bài chưa có nội dung.")
WARNING = FindingLine(severity=Severity.WARNING, words="Cảnh báo: kỳ tin dài 8 ngày.")
PRINTS = (Format.DOCX, Format.PDF)


@pytest.fixture
def dialog(qtbot: QtBot, messages: Messages, tmp_path: Path) -> ExportDialog:
    """The dialog of an issue without findings, to be exported as Word and PDF into an empty folder."""
    made = ExportDialog(messages)
    qtbot.addWidget(made)
    made.show_choice("ban-tin-so-12-2026", tmp_path, PRINTS, [])
    made.show()
    return made


def asked(qtbot: QtBot, dialog: ExportDialog) -> list[object]:
    """What is asked for when Export is clicked."""
    with qtbot.waitSignal(dialog.export_wanted) as wanted:
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    return list(wanted.args or [])


def test_export_asks_for_the_formats_and_the_folder(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    assert asked(qtbot, dialog) == [PRINTS, tmp_path, False]


def test_the_files_are_named_while_one_chooses(qtbot: QtBot, dialog: ExportDialog) -> None:
    assert dialog.choice.file_names.text() == "ban-tin-so-12-2026.docx\nban-tin-so-12-2026.pdf"
    for format in (Format.PDF, Format.MD):
        qtbot.keyClick(dialog.choice.boxes[format], Qt.Key.Key_Space)
    assert dialog.choice.file_names.text() == "ban-tin-so-12-2026.docx\nban-tin-so-12-2026.md"
    assert asked(qtbot, dialog)[0] == (Format.DOCX, Format.MD)


def test_without_a_format_or_a_folder_nothing_can_be_exported(qtbot: QtBot, dialog: ExportDialog) -> None:
    for box in dialog.choice.boxes.values():
        box.setChecked(False)
    assert not dialog.export_button.isEnabled()
    assert dialog.obstacle.words == "Tick at least one format."
    dialog.choice.boxes[Format.PDF].click()
    assert dialog.export_button.isEnabled()
    dialog.choice.folder_field.clear()
    assert not dialog.export_button.isEnabled()
    qtbot.keyClicks(dialog.choice.folder_field, "out")  # where that would be, nobody could tell
    assert dialog.obstacle.words == "Choose the folder for the files."


def test_errors_keep_it_from_being_printed_and_the_dialog_says_so(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.show_choice("so-12", tmp_path, PRINTS, [ERROR, WARNING])
    assert not dialog.export_button.isEnabled()
    assert "has errors" in dialog.obstacle.words
    listed = [dialog.choice.findings.item(row) for row in range(dialog.choice.findings.count())]
    assert [item.text() for item in listed] == [ERROR.words, WARNING.words]
    dialog.choice.boxes[Format.DOCX].click()
    dialog.choice.boxes[Format.PDF].click()
    dialog.choice.boxes[Format.MD].click()
    assert dialog.export_button.isEnabled()


def test_warnings_are_listed_and_in_nobody_s_way(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.show_choice("so-12", tmp_path, PRINTS, [WARNING])
    assert dialog.choice.findings.isVisible()
    assert dialog.export_button.isEnabled()


def test_files_that_exist_are_named_and_only_replaced_when_ticked(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    (tmp_path / "ban-tin-so-12-2026.pdf").write_text("cũ", "utf-8")
    dialog.show_choice("ban-tin-so-12-2026", tmp_path, PRINTS, [])
    assert dialog.choice.existing_names.text().endswith("ban-tin-so-12-2026.pdf")
    assert not dialog.export_button.isEnabled()
    assert "exist already" in dialog.obstacle.words
    dialog.choice.overwrite_box.click()
    assert asked(qtbot, dialog)[2] is True


def test_in_another_folder_they_do_not_exist(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "ban-tin-so-12-2026.pdf").write_text("cũ", "utf-8")
    dialog.choice.folder_field.setText(str(tmp_path / "khác"))
    assert not dialog.choice.overwrite_box.isVisible()
    dialog.choice.overwrite_box.setChecked(False)
    assert asked(qtbot, dialog)[1:] == [tmp_path / "khác", False]


def test_the_folder_can_be_browsed_for(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "chọn"))
    dialog.choice.browse.click()
    assert dialog.choice.folder == tmp_path / "chọn"
    begun_in: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: begun_in.append(given[-1]) or "")
    dialog.choice.browse.click()
    assert dialog.choice.folder == tmp_path / "chọn"
    assert begun_in == [str(tmp_path)], "the one that was chosen is not there"


def test_the_steps_are_told_in_words_and_move_the_bar(
    qtbot: QtBot, dialog: ExportDialog, messages: Messages
) -> None:
    asked(qtbot, dialog)
    values = []
    for code in ("pdf", "docx", "write"):
        dialog.show_step(code)
        assert dialog.step.text() == messages.text(f"step-{code}")
        values.append(dialog.progress.value())
    assert values == [0, 1, 2]
    assert dialog.progress.maximum() == 3


def test_escape_stops_an_export_that_runs_and_the_dialog_stays_until_it_has(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    asked(qtbot, dialog)
    with qtbot.waitSignal(dialog.cancel_wanted):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.cancel_button.isEnabled()
    dialog.show_cancelled()
    assert dialog.export_button.isVisible()
    assert dialog.cancel_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_window_s_cross_does_not_close_it_either_while_it_works(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    asked(qtbot, dialog)
    with qtbot.waitSignal(dialog.cancel_wanted):
        assert not dialog.close()
    dialog.show_cancelled()
    assert dialog.close()


def test_a_problem_is_told_and_one_can_choose_again(qtbot: QtBot, dialog: ExportDialog) -> None:
    asked(qtbot, dialog)
    dialog.show_problem(["Không ghi được tệp.", "Kiểm tra đĩa."])
    assert dialog.problem.isVisible()
    assert dialog.problem.words == "Không ghi được tệp.\nKiểm tra đĩa."
    asked(qtbot, dialog)
    assert not dialog.problem.isVisible()


class Opened(QObject):
    """Hears what the desktop is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def hear(self, url: QUrl) -> None:
        self.urls.append(url.toLocalFile())


@pytest.fixture
def opened() -> Iterator[Opened]:
    """The desktop, which only takes notes."""
    hearer = Opened()
    QDesktopServices.setUrlHandler("file", hearer, "hear")
    yield hearer
    QDesktopServices.unsetUrlHandler("file")


def test_the_files_and_their_folder_can_be_opened(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, opened: Opened
) -> None:
    paths = [tmp_path / "Số 12.docx", tmp_path / "Số 12.pdf"]
    asked(qtbot, dialog)
    dialog.show_done(paths)
    assert not dialog.export_button.isVisible()
    for button in (*dialog.files.open_buttons, dialog.files.open_folder):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.urls == [str(paths[0]), str(paths[1]), str(tmp_path)]
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_a_second_export_shows_its_own_files(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, opened: Opened
) -> None:
    dialog.show_done([tmp_path / "a.pdf"])
    dialog.show_choice("b", tmp_path / "b", (Format.PDF,), [])
    asked(qtbot, dialog)
    dialog.show_done([tmp_path / "b" / "b.pdf"])
    (button,) = dialog.files.open_buttons
    button.click()
    dialog.files.open_folder.click()
    assert opened.urls == [str(tmp_path / "b" / "b.pdf"), str(tmp_path / "b")]


def test_everything_has_a_name_for_those_who_cannot_see_it(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.show_done([tmp_path / "a.pdf"])
    assert dialog.choice.folder_field.accessibleName()
    assert dialog.choice.findings.accessibleName()
    assert dialog.progress.accessibleName()
    assert dialog.files.open_buttons[0].accessibleName() == "Open a.pdf"
