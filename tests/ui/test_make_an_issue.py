"""A whole issue from nothing, by mouse and keyboard alone: begun, written, checked, exported, found again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

import hands
from bulletin_editor.model.blocks import Block, BulletList, Lead, Paragraph, PictureRow, Table
from bulletin_editor.model.issue import Article, Issue, Source
from bulletin_editor.model.rich_text import Run
from bulletin_editor.paths import shipped
from bulletin_editor.ui.dialogs.export import ExportDialog
from bulletin_editor.ui.dialogs.new_issue import NewIssueDialog
from bulletin_editor.ui.main_window import MainWindow
from open_window import OpenWindow
from print_agreement import disagreements, words_of_docx, words_of_pdf
from tagged_pdf import LINE_CHANGE, read_pdf
from word_file import read_docx

PICTURE = next((shipped("resources") / "demo" / "pictures").glob("*.jpg"))
PASTED = "<p>Đoạn <b>dán vào</b> từ trang khác.</p><p style='color:red'>Đoạn dán thứ hai.</p>"
CELLS = ("Xã", "Hộ", "Ghi chú", "Mường Phăng", "120", "đã xong", "Thanh Nưa", "85", "đang làm",
         "Nà Tấu", "64", "sắp làm")  # fmt: skip
"""A table of a new issue: three columns, a header and three rows."""
PROPOSED_LABELS = ("SỰ KIỆN NỔI BẬT", "ĐỊNH HƯỚNG CHÍNH SÁCH")
IN_ORDER = (
    "Vì Điện Biên đổi mới",
    "Điện Biên đẩy mạnh chuyển đổi số",
    "Ngày 15/6, Sở tổ chức hội nghị tại phường Điện Biên Phủ.",
    "Hội nghị do Sở Khoa học và Công nghệ chủ trì.",
    "Hạ tầng số",
    "Trạm phát sóng",
    "Nhân lực số",
    "Đoạn dán vào từ trang khác.",
    "Đoạn dán thứ hai.",
    *CELLS,
    "Đại biểu dự hội nghị",
    "Báo Điện Biên Phủ",
    "Chuyện bên lề",
    "Kết quả thử nghiệm giống lúa",
    "Lúa tốt hơn năm trước.",
)


class Officer:
    """Somebody at the window who sees what is on the screen and has two hands."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self.window = window

    def wait(self, until: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(until()), timeout=20_000)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Wait for a dialog to open, and return it."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), kind))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        hands.bring_to_front(self._qtbot, dialog)
        return dialog

    def come_back(self) -> None:
        """Go on in the window, once the dialog before it has closed."""
        self.wait(lambda: QApplication.activeModalWidget() is None)
        hands.bring_to_front(self._qtbot, self.window)

    def choose_in_menu(self, menu: str, entry: str) -> None:
        hands.choose_in_menu(self._qtbot, self.window, menu, entry)

    def choose(self, box: str, words: str) -> None:
        found = self.field(QComboBox, box)
        assert isinstance(found, QComboBox)
        hands.choose(self._qtbot, found, words)

    def field(self, kind: type[QWidget], name: str) -> QWidget:
        """Return the field that is announced as `name`."""
        shown = [each for each in self.window.findChildren(kind) if each.isVisible()]
        named = {each.accessibleName() or each.property("text"): each for each in shown}
        assert name in named, f"{name!r} is none of {list(named)}"
        return named[name]

    @property
    def articles(self) -> tuple[Article, ...]:
        assert self.window.issue is not None
        return self.window.issue.articles


def test_a_complete_issue_is_made_with_mouse_and_keyboard(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = Officer(qtbot, open_window.empty())
    begin_the_issue(officer)
    write_the_first_article(officer, monkeypatch)
    write_the_second_section(officer)
    settle_the_findings(officer)
    issue = officer.window.issue
    assert issue is not None
    check_the_model(issue)
    docx, pdf = export(officer, tmp_path / "xuất bản")
    check_the_prints(docx, pdf)
    QGuiApplication.clipboard().clear()
    open_window.close()
    assert open_window.stored(issue.key) == issue
    again = open_window.again()
    assert again.issue == issue


def begin_the_issue(officer: Officer) -> None:
    hands.click_button(officer.window, "Tạo số đầu tiên")
    dialog = officer.dialog(NewIssueDialog)
    hands.click_button(dialog, "Tạo số mới")
    officer.wait(lambda: officer.window.issue)
    officer.come_back()
    hands.click(officer.field(QPlainTextEdit, "Khẩu hiệu"))
    hands.type_text("Vì Điện Biên đổi mới")


def write_the_first_article(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.press("Ctrl+Shift+N")
    hands.type_text("Điện Biên ")
    hands.compose("đ", "đâ", "đẩ", "đẩy")
    hands.type_text(" mạnh chuyển đổi số\n")
    write_the_text(officer)
    fill_the_table(officer)
    insert_the_picture(officer, monkeypatch)
    fill_the_source(officer)


def write_the_text(officer: Officer) -> None:
    """Write a lead, a paragraph with bold words, a list in a list, and paste from another program."""
    officer.choose("Loại khối", "Sapo")
    hands.type_text("Ngày 15/6, Sở tổ chức hội nghị tại phường Điện Biên Phủ.\n\n")
    hands.type_text("Hội nghị do ")
    hands.press("Ctrl+B")
    hands.type_text("Sở Khoa học và Công nghệ")
    hands.press("Ctrl+B")
    hands.type_text(" chủ trì.\n")
    hands.press("Ctrl+Shift+L")
    hands.type_text("Hạ tầng số\n")
    hands.press("Tab")
    hands.type_text("Trạm phát sóng\n")
    hands.press("Shift+Tab")
    hands.type_text("Nhân lực số\n\n")
    hands.copy_html(PASTED)
    hands.press("Ctrl+V")
    hands.press("Return")


def fill_the_table(officer: Officer) -> None:
    officer.choose_in_menu("Bài", "Bảng")
    for number, cell in enumerate(CELLS):
        if number:
            hands.press("Tab")
        hands.type_text(cell)
    hands.press("Ctrl+End")


def insert_the_picture(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Insert a picture from a file; the system's own file dialog is all that is not clicked."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(PICTURE)], ""))
    officer.choose_in_menu("Bài", "Ảnh…")
    officer.wait(lambda: any(isinstance(block, PictureRow) for block in officer.articles[0].body))
    hands.press("Up")
    hands.press("Return")
    hands.type_text("Đại biểu dự hội nghị")
    hands.press("Shift+Tab")
    hands.type_text("Hội trường đông đại biểu")
    hands.press("Return")


def fill_the_source(officer: Officer) -> None:
    hands.click(officer.field(QLineEdit, "Nguồn"))
    hands.type_text("Báo Điện Biên Phủ")
    hands.press("Tab")
    hands.type_text("baodienbienphu.vn/tin/1")
    hands.click(officer.field(QCheckBox, "Ngày diễn ra"))
    hands.press("Tab")
    hands.type_text("15062026")


def write_the_second_section(officer: Officer) -> None:
    """Add a section with two articles, and put the second of them first."""
    officer.choose_in_menu("Bố cục", "Chuyên mục mới")
    hands.type_text("KẾT QUẢ NGHIÊN CỨU\n")
    hands.press("Ctrl+Shift+N")
    hands.type_text("Kết quả thử nghiệm giống lúa\nLúa tốt hơn năm trước.")
    hands.press("Ctrl+Shift+N")
    hands.press("Return")
    hands.type_text("Chuyện bên lề")
    hands.press("Alt+Shift+Up")


def settle_the_findings(officer: Officer) -> None:
    """Let it pass that a page of pictures has no headline."""
    rows = officer.field(QTreeWidget, "Kiểm tra")
    assert isinstance(rows, QTreeWidget)
    officer.wait(lambda: rows.topLevelItemCount() and "chưa có tiêu đề" in rows.topLevelItem(0).text(0))
    hands.click_item(rows, 0, 3)
    officer.dialog(QInputDialog)
    hands.type_text("Tin vắn, không cần tiêu đề\n")
    officer.come_back()


def export(officer: Officer, folder: Path) -> tuple[Path, Path]:
    hands.press("Ctrl+E")
    dialog = officer.dialog(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    hands.fill(dialog.choice.folder_field, str(folder))
    hands.click_button(dialog, "Xuất tệp")
    officer.wait(dialog.close_button.isVisible)
    hands.click(dialog.close_button)
    officer.come_back()
    (docx,), (pdf,) = folder.glob("*.docx"), folder.glob("*.pdf")
    return docx, pdf


def check_the_model(issue: Issue) -> None:
    """See that each thing that was written is of the kind that it was written as."""
    first, pictures, last = issue.articles
    assert first.headline == "Điện Biên đẩy mạnh chuyển đổi số"
    kinds = [type(block) for block in first.body]
    assert kinds == [Lead, Paragraph, BulletList, Paragraph, Paragraph, Table, PictureRow]
    assert [run.text for run in runs_of(first.body[1]) if run.bold] == ["Sở Khoa học và Công nghệ"]
    assert [run.text for run in runs_of(first.body[3]) if run.bold] == ["dán vào"]
    bullets, table, row = first.body[2], first.body[5], first.body[6]
    assert isinstance(bullets, BulletList)
    assert [len(item.sublists) for item in bullets.items] == [1, 0]
    assert isinstance(table, Table)
    assert tuple(cell.plain for cells in (table.header, *table.rows) for cell in cells) == CELLS
    assert isinstance(row, PictureRow)
    assert (row.caption, row.pictures[0].alt) == ("Đại biểu dự hội nghị", "Hội trường đông đại biểu")
    assert first.source == Source(name="Báo Điện Biên Phủ", url="https://baodienbienphu.vn/tin/1")
    assert first.event_date == date(2026, 6, 15)
    assert [section.label for section in issue.sections] == [*PROPOSED_LABELS, "KẾT QUẢ NGHIÊN CỨU"]
    assert issue.sections[-1].articles == (pictures, last), "the last one was moved up"
    assert (pictures.headline, last.headline) == ("", "Kết quả thử nghiệm giống lúa")
    assert [waiver.reason for waiver in issue.waivers] == ["Tin vắn, không cần tiêu đề"]


def runs_of(block: Block) -> tuple[Run, ...]:
    assert isinstance(block, Paragraph)
    return block.text.runs


def check_the_prints(docx: Path, pdf: Path) -> None:
    """Read both prints back: they say the same, and all that was written, in order."""
    assert disagreements(docx, pdf) == []
    assert len(read_docx(docx).pictures) == len(read_pdf(pdf).pictures) == 1
    for words in (words_of_docx(docx), words_of_pdf(pdf)):
        text = " ".join(words).replace(LINE_CHANGE, " ")
        at = 0
        for written in IN_ORDER:
            assert written in text[at:], f"{written!r} is missing, or stands too early"
            at = text.index(written, at) + len(written)
