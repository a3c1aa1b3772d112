"""Documents into the open issue: dropped on the outline or chosen, shown, and taken in as one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bulletin_editor.model.blocks import PictureRow, Subheading
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section, Status
from bulletin_editor.model.place import Part, Place
from bulletin_editor.paths import shipped
from bulletin_editor.store import Store
from bulletin_editor.ui.dialogs.importing.dialog import ImportDialog
from bulletin_editor.ui.main_window import MainWindow
from open_window import OpenWindow

ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(
        Section(id="s1", label="SỰ KIỆN", articles=(Article(id="a", headline="Bài cũ"),)),
        Section(id="s2", label="CHÍNH SÁCH"),
    ),
)
PICTURE = shipped("resources") / "demo" / "pictures" / "rice-water.png"
WAIT = 20_000  # ms


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A Word file with a headline, a subheading and a picture."""
    document = docx.Document()
    document.add_heading("Xã Mường Lói mở lớp học số", 1)
    document.add_paragraph("Ba mươi hộ dân đã đăng ký lớp đầu tiên.")
    document.add_heading("Kế hoạch sắp tới", 2)
    document.add_picture(str(PICTURE))
    path = tmp_path / "bao-cao.docx"
    document.save(path)
    return path


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window.with_issues(ISSUE)


def drop(window: MainWindow, section: int, *paths: Path) -> None:
    """Drop files on the section that is `section` rows below the cover."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    model = window.outline.model
    where = model.index(section, 0)
    assert model.canDropMimeData(data, Qt.DropAction.CopyAction, -1, 0, where)
    model.dropMimeData(data, Qt.DropAction.CopyAction, -1, 0, where)


def read_dialog(qtbot: QtBot, window: MainWindow) -> ImportDialog:
    """Return the dialog once all its files are read or refused."""
    dialog = window.findChild(ImportDialog)
    qtbot.waitUntil(lambda: not dialog.progress.isVisible(), timeout=WAIT)
    return dialog


def leave(qtbot: QtBot, window: MainWindow, dialog: ImportDialog, *, agree: bool) -> None:
    """Close the dialog, and wait until it is freed."""
    button = dialog.import_button if agree else dialog.cancel_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is None, timeout=WAIT)


def test_a_file_dropped_on_an_article_is_shown_for_its_section(
    qtbot: QtBot, window: MainWindow, report: Path
) -> None:
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(report))])
    window.article.edit.insertFromMimeData(data)
    dialog = read_dialog(qtbot, window)
    assert dialog.sections.currentData() == "s1"
    leave(qtbot, window, dialog, agree=False)
    assert window.issue == ISSUE


def test_a_file_dropped_on_a_section_comes_into_it_with_its_pictures(
    qtbot: QtBot, open_window: OpenWindow, window: MainWindow, report: Path
) -> None:
    drop(window, 2, report)
    leave(qtbot, window, read_dialog(qtbot, window), agree=True)
    (article,) = window.issue.sections[1].articles
    assert article.headline == "Xã Mường Lói mở lớp học số"
    assert window.writing.article_id == article.id
    assert isinstance(article.body[1], Subheading)
    row = article.body[-1]
    assert isinstance(row, PictureRow)
    qtbot.waitUntil(lambda: open_window.stored(ISSUE.key) == window.issue, timeout=WAIT)
    with Store.open(open_window.path, clock=open_window.clock) as store:
        assert store.pictures([row.pictures[0].sha256])


def test_what_came_in_goes_in_one_step(qtbot: QtBot, window: MainWindow, report: Path) -> None:
    drop(window, 1, report)
    leave(qtbot, window, read_dialog(qtbot, window), agree=True)
    assert len(window.issue.articles) == 2
    window.actions_by_name["undo"].trigger()
    assert window.issue == ISSUE


def test_without_agreement_nothing_is_changed(
    qtbot: QtBot, open_window: OpenWindow, window: MainWindow, report: Path
) -> None:
    drop(window, 1, report)
    leave(qtbot, window, read_dialog(qtbot, window), agree=False)
    assert window.issue == ISSUE
    assert open_window.stored(ISSUE.key) == ISSUE


def test_leaving_while_a_file_is_read_ends_that(qtbot: QtBot, window: MainWindow, report: Path) -> None:
    drop(window, 1, report)
    leave(qtbot, window, window.findChild(ImportDialog), agree=False)
    assert window.issue == ISSUE
    drop(window, 1, report)  # and the next one is read
    leave(qtbot, window, read_dialog(qtbot, window), agree=True)
    assert len(window.issue.articles) == 2


def test_a_broken_file_is_told_of_and_the_others_come_in(
    qtbot: QtBot, window: MainWindow, report: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(report.read_bytes()[:1000])
    drop(window, 1, broken, report)
    dialog = read_dialog(qtbot, window)
    dialog.files.setCurrentItem(dialog.files.topLevelItem(0))
    assert dialog.problem.words
    leave(qtbot, window, dialog, agree=True)
    assert [article.headline for article in window.issue.articles] == ["Bài cũ", "Xã Mường Lói mở lớp học số"]


def test_files_are_chosen_for_the_section_of_the_outline(
    qtbot: QtBot, window: MainWindow, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(report)], ""))
    window.outline.tree.setCurrentIndex(window.outline.model.index(2, 0))
    window.actions_by_name["import_documents"].trigger()
    dialog = read_dialog(qtbot, window)
    assert dialog.section == "CHÍNH SÁCH"
    leave(qtbot, window, dialog, agree=False)


def test_nothing_comes_into_a_published_issue(window: MainWindow, report: Path) -> None:
    window._set_status(Status.PUBLISHED)
    drop(window, 1, report)
    assert window.findChild(ImportDialog) is None


def test_a_picture_that_cannot_be_read_is_told_of_when_the_documents_beside_it_are_done_with(
    qtbot: QtBot, open_window: OpenWindow, window: MainWindow, report: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "hỏng.jpg"
    broken.write_bytes(b"no picture")
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (broken, report)])
    window.article.edit.insertFromMimeData(data)
    dialog = read_dialog(qtbot, window)
    qtbot.waitUntil(lambda: not window._pictures.is_reading, timeout=WAIT)
    assert not open_window.problem_text()
    leave(qtbot, window, dialog, agree=True)
    qtbot.waitUntil(lambda: "hỏng.jpg" in open_window.problem_text(), timeout=WAIT)
    assert len(window.issue.articles) == 2


def test_documents_beside_a_picture_for_the_cover_are_shown(
    qtbot: QtBot, window: MainWindow, report: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (PICTURE, report)])
    assert window.cover.paste_picture(data)
    leave(qtbot, window, read_dialog(qtbot, window), agree=True)
    qtbot.waitUntil(lambda: window.issue.cover_picture is not None, timeout=WAIT)
    assert len(window.issue.articles) == 2


def test_a_folder_is_said_to_be_one_and_the_files_beside_it_come_in(
    qtbot: QtBot, window: MainWindow, report: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Tin tuần"
    folder.mkdir()
    drop(window, 1, folder, report)
    dialog = read_dialog(qtbot, window)
    dialog.files.setCurrentItem(dialog.files.topLevelItem(0))
    assert "“Tin tuần” là một thư mục" in dialog.problem.words
    leave(qtbot, window, dialog, agree=True)
    assert len(window.issue.articles) == 2


def test_a_folder_that_is_pasted_is_said_to_be_one(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    window.article.edit.insertFromMimeData(data)
    dialog = read_dialog(qtbot, window)
    assert f"“{tmp_path.name}” là một thư mục" in dialog.problem.words
    leave(qtbot, window, dialog, agree=False)


def test_the_end_of_the_program_closes_the_dialog(window: MainWindow, report: Path) -> None:
    drop(window, 1, report)
    window._importing.close()
    assert not any(dialog.isVisible() for dialog in window.findChildren(ImportDialog))


def test_articles_for_an_issue_that_is_not_open_any_more_are_told_of(
    qtbot: QtBot, window: MainWindow, report: Path
) -> None:
    drop(window, 1, report)
    dialog = read_dialog(qtbot, window)
    window.session.desk.clear()
    leave(qtbot, window, dialog, agree=True)
    assert window.statusBar().currentMessage()


def test_each_article_is_looked_at_from_its_headline_on(
    qtbot: QtBot, window: MainWindow, report: Path, tmp_path: Path
) -> None:
    second = tmp_path / "tin.txt"
    second.write_text("Tin thứ hai\n\nMột đoạn văn.\n", "utf-8")
    drop(window, 1, report, second)
    dialog = read_dialog(qtbot, window)
    view = dialog.preview.view
    qtbot.waitUntil(lambda: view.page == 2, timeout=WAIT)
    dialog.files.setCurrentItem(dialog.files.topLevelItem(1).child(0))
    qtbot.waitUntil(lambda: view.page_count > 0 and view.page == 2, timeout=WAIT)
    leave(qtbot, window, dialog, agree=False)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A web page with a menu over its article."""
    path = tmp_path / "trang.html"
    path.write_text(
        "<!DOCTYPE html><meta charset=utf-8><nav><a href=/>Trang chủ</a></nav>"
        "<article><h1>Xã mở lớp học số</h1><p>Ba mươi hộ dân đã đăng ký lớp đầu tiên.</p></article>",
        "utf-8",
    )
    return path


def test_the_whole_of_a_page_comes_in_where_it_is_wanted(
    qtbot: QtBot, window: MainWindow, page: Path
) -> None:
    drop(window, 2, page)
    dialog = read_dialog(qtbot, window)
    assert "Trang chủ" not in str(dialog.articles())
    dialog.whole.click()
    dialog = read_dialog(qtbot, window)
    assert "Trang chủ" in str(dialog.articles())
    leave(qtbot, window, dialog, agree=True)
    assert "Trang chủ" in str(window.issue.sections[1].articles)


def test_who_changes_their_mind_gets_the_article_alone(qtbot: QtBot, window: MainWindow, page: Path) -> None:
    drop(window, 2, page)
    dialog = read_dialog(qtbot, window)
    shown = []
    dialog.preview_wanted.connect(shown.append)
    dialog.whole.click()
    dialog.whole.click()
    dialog = read_dialog(qtbot, window)
    assert not dialog.whole.isChecked()
    assert [each for each in shown if each] == list(dialog.articles()), "what was cancelled is never shown"
    assert "Trang chủ" not in str(shown)
    leave(qtbot, window, dialog, agree=False)


def test_leaving_while_a_page_is_read_again_ends_that(qtbot: QtBot, window: MainWindow, page: Path) -> None:
    drop(window, 2, page)
    dialog = read_dialog(qtbot, window)
    dialog.whole.click()
    leave(qtbot, window, dialog, agree=False)
    assert window.issue == ISSUE
