"""Exporting from the window: what keeps it from being done, and that the pages seen are those written."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

import hands
from bulletin_editor.export.pages import Pages
from bulletin_editor.model import edits
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section, Waiver
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.services import previewing
from bulletin_editor.ui.dialogs.export import ExportDialog
from bulletin_editor.ui.main_window import MainWindow
from open_window import OpenWindow

TEXT = Paragraph(text=RichText(runs=(Run(text="Nội dung của bài."),)))
ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(Section(id="s", label="TIN", articles=(Article(id="a", headline="Bài một", body=(TEXT,)),)),),
)


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window with an issue in which nothing is amiss; the documents are in the test's own folder."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "documents"))
    return open_window.with_issues(ISSUE)


def opened(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    window.actions_by_name["export"].trigger()
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None, timeout=20_000)
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    return dialog


def change(window: MainWindow, **fields: object) -> None:
    edit = partial(edits.change_article, article_id="a", **fields)
    window.session.desk.change(edit, "test", Place(part=Part.HEADLINE, article_id="a"))


def export(qtbot: QtBot, dialog: ExportDialog) -> dict[str, bytes]:
    hands.click(dialog.export_button)
    qtbot.waitUntil(dialog.close_button.isVisible, timeout=20_000)
    return {path.name: path.read_bytes() for path in dialog.choice.folder.iterdir()}


def test_what_is_typed_last_is_in_the_files(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.writing.go_to(Place(part=Part.HEADLINE, article_id="a"))
    hands.type_text("X")
    dialog = opened(qtbot, window)
    assert dialog.choice.folder == tmp_path / "documents"
    files = export(qtbot, dialog)
    assert len(files) == 2
    assert window.session.preferences.export_folder == tmp_path / "documents"
    again = opened_again(qtbot, window, dialog)
    assert set(again.choice.existing_names.text().split(": ")[1].split(", ")) == set(files)
    assert not again.export_button.isEnabled()
    hands.click(again.choice.overwrite_box)
    assert export(qtbot, again) == files, "the same issue makes the same files"


def opened_again(qtbot: QtBot, window: MainWindow, before: ExportDialog) -> ExportDialog:
    hands.click(before.close_button)
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None, timeout=20_000)
    return opened(qtbot, window)


def test_the_pdf_is_byte_for_byte_the_one_that_the_preview_shows(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[bytes] = []
    monkeypatch.setattr(previewing, "Pages", lambda pdf: shown.append(pdf) or Pages(pdf))
    window = open_window.with_issues(ISSUE)
    window.writing.go_to(Place(part=Part.HEADLINE, article_id="a"))
    hands.type_text("Tin mới: ")
    dialog = opened(qtbot, window)
    hands.fill(dialog.choice.folder_field, str(tmp_path / "out"))
    files = export(qtbot, dialog)
    qtbot.waitUntil(lambda: shown[-1] in files.values(), timeout=10_000)
    assert shown[0] not in files.values(), "the pages were others before something was typed"


def test_an_error_blocks_the_export_until_it_is_let_pass(qtbot: QtBot, window: MainWindow) -> None:
    change(window, headline="")
    dialog = opened(qtbot, window)
    assert not dialog.export_button.isEnabled()
    assert dialog.choice.findings.count() == 1
    hands.click(dialog.cancel_button)
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None, timeout=20_000)
    place = Place(part=Part.HEADLINE, article_id="a")
    facts = {"headline": "", "section": "TIN", "position": "1"}
    waiver = Waiver(code="headline-missing", place=place, facts=facts, reason="Trang ảnh")
    window.session.desk.change(partial(edits.waive, waiver=waiver), "test", place)
    dialog = opened(qtbot, window)
    assert dialog.choice.findings.count() == 0
    assert len(export(qtbot, dialog)) == 2


def test_an_export_that_is_cancelled_writes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    hands.click(dialog.export_button)
    dialog.reject()  # at once: the first step has not been told yet
    qtbot.waitUntil(dialog.export_button.isVisible, timeout=20_000)
    assert not dialog.choice.folder.exists() or not list(dialog.choice.folder.iterdir())
    assert dialog.isVisible()


def test_a_folder_that_cannot_be_written_is_told_in_the_dialog(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    dialog = opened(qtbot, window)
    hands.fill(dialog.choice.folder_field, str(tmp_path / "file" / "below"))
    hands.click(dialog.export_button)
    qtbot.waitUntil(lambda: dialog.problem.words != "", timeout=20_000)
    assert dialog.export_button.isVisible()
