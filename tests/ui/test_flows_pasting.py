"""Pasting in the real window: read beside the program, in its place, said in a line, undone in two steps."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.blocks import Picture, PictureRow, Subheading, Table
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import rich
from bulletin_editor.services.pasting import read_paste
from bulletin_editor.store import Store
from bulletin_editor.ui.flows import pasting
from bulletin_editor.ui.main_window import MainWindow
from bulletin_editor.ui.progress_line import ProgressLine
from editor_examples import paragraph
from hands import bring_to_front, click, click_button, copy_html, press, type_text
from open_window import OpenWindow
from pasting_tasks import endless, refuse, slow
from writing_window import KEY, body, writing_window

OLD, NEW = "l·nh ®¹o hai ®¬n vÞ", "lãnh đạo hai đơn vị"


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow) -> MainWindow:
    return writing_window(qtbot, open_window)


def picture(side: int = 60) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (side, side), "teal").save(stream, "PNG")
    return stream.getvalue()


def key(letter: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)


def test_what_another_program_copied_comes_with_its_pictures(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    image = f'<img src="data:image/png;base64,{base64.b64encode(picture()).decode()}" alt="Toàn cảnh">'
    copy_html(f"<h2>Mục</h2><figure>{image}<figcaption>Quang cảnh</figcaption></figure>")
    press("Ctrl+V")

    qtbot.waitUntil(lambda: len(body(window)) == 3, timeout=10_000)
    file = prepare_picture(picture(), name="")
    shown = Picture(sha256=file.sha256, alt="Toàn cảnh")
    assert body(window) == (
        paragraph("Đầu "),
        Subheading(text=rich("Mục")),
        PictureRow(pictures=(shown,), caption="Quang cảnh"),
    )
    assert window.issue is not None
    qtbot.waitUntil(lambda: open_window.stored(KEY) == window.issue, timeout=10_000)
    with Store.open(open_window.path, clock=open_window.clock) as store:
        assert store.pictures([file.sha256])


def test_converted_text_is_said_in_a_line_and_undone_in_two_steps(qtbot: QtBot, window: MainWindow) -> None:
    copy_html(f"<p>{OLD}</p><img src='https://bao.vn/a.jpg'>")
    press("Ctrl+V")

    bar = window.article.paste_bar
    qtbot.waitUntil(lambda: bool(bar.text), timeout=10_000)
    assert "TCVN3" in bar.text and "1 ảnh" in bar.text
    assert body(window) == (paragraph(f"Đầu {NEW}"),)
    bring_to_front(qtbot, window)
    click(bar.findChild(QPushButton))
    assert body(window) == (paragraph(f"Đầu {OLD}"),)
    press("Ctrl+Z")
    assert body(window) == (paragraph("Đầu "),)
    press("Ctrl+Y", times=2)
    assert body(window) == (paragraph(f"Đầu {NEW}"),)


def test_the_line_offers_undo_only_for_what_it_says_and_goes_with_its_article(
    qtbot: QtBot, window: MainWindow
) -> None:
    copy_html(f"<p>{OLD}</p>")
    press("Ctrl+V")
    bar = window.article.paste_bar
    qtbot.waitUntil(lambda: bool(bar.text), timeout=10_000)

    bring_to_front(qtbot, window)
    undo = bar.findChild(QPushButton)
    QApplication.sendEvent(window.article.edit, key("x"))
    assert undo.isHidden() and bar.text
    window.writing.go_to(Place(part=Part.BODY, article_id="b"))
    assert not bar.text


def test_the_line_says_nothing_that_was_undone(qtbot: QtBot, window: MainWindow) -> None:
    copy_html(f"<p>{OLD}</p><img src='https://bao.vn/a.jpg'>")
    press("Ctrl+V")
    bar = window.article.paste_bar
    qtbot.waitUntil(lambda: bool(bar.text), timeout=10_000)
    type_text("x")
    press("Ctrl+Z")
    assert "TCVN3" in bar.text, "only what was typed was undone"
    press("Ctrl+Z")
    assert body(window) == (paragraph(f"Đầu {OLD}"),)
    assert "TCVN3" not in bar.text and "1 ảnh" in bar.text
    press("Ctrl+Z")
    assert not bar.text


def test_a_line_that_was_closed_does_not_come_back_by_undoing(qtbot: QtBot, window: MainWindow) -> None:
    copy_html(f"<p>{OLD}</p><img src='https://bao.vn/a.jpg'>")
    press("Ctrl+V")
    bar = window.article.paste_bar
    qtbot.waitUntil(lambda: bool(bar.text), timeout=10_000)
    bar.hide()
    press("Ctrl+Z")
    assert not bar.text


def test_who_pastes_something_long_writes_on_behind_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasting, "read_paste", slow)
    QGuiApplication.clipboard().setText("giữa")
    press("Ctrl+V")

    assert window.findChild(ProgressLine).words
    type_text(" và sau ")
    assert body(window) == (paragraph("Đầu  và sau "),)
    qtbot.waitUntil(lambda: body(window) == (paragraph("Đầu giữa và sau "),), timeout=10_000)
    type_text("nữa")
    assert body(window) == (paragraph("Đầu giữa và sau nữa"),)
    qtbot.waitUntil(lambda: window.findChild(ProgressLine) is None)


def test_what_is_typed_over_the_selection_meanwhile_comes_behind_what_was_pasted(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasting, "read_paste", slow)
    press("Ctrl+A")
    QGuiApplication.clipboard().setText("giữa")
    press("Ctrl+V")
    type_text(" sau")

    qtbot.waitUntil(lambda: body(window) == (paragraph("giữa sau"),), timeout=10_000)


def test_a_long_reading_can_be_stopped(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasting, "read_paste", endless)
    QGuiApplication.clipboard().setText("giữa")
    press("Ctrl+V")
    click(window.findChild(ProgressLine).findChild(QPushButton))

    monkeypatch.undo()
    bring_to_front(qtbot, window)
    window.article.edit.setFocus()
    assert body(window) == (paragraph("Đầu "),)
    QGuiApplication.clipboard().setText("cuối")
    press("Ctrl+V")
    qtbot.waitUntil(lambda: body(window) == (paragraph("Đầu cuối"),), timeout=20_000)


def test_the_window_does_not_close_over_what_is_still_being_read(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasting, "read_paste", slow)
    QGuiApplication.clipboard().setText("giữa")
    press("Ctrl+V")
    window.close()
    question = window.findChild(QMessageBox)
    assert question is not None
    click_button(question, "Giữ cửa sổ mở")
    qtbot.waitUntil(lambda: body(window) == (paragraph("Đầu giữa"),), timeout=10_000)


def test_what_is_pasted_after_something_long_comes_behind_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasting, "read_paste", slow)
    QGuiApplication.clipboard().setText("một ")
    press("Ctrl+V")
    QGuiApplication.clipboard().setText("hai")
    press("Ctrl+V")

    qtbot.waitUntil(lambda: body(window) == (paragraph("Đầu một hai"),), timeout=10_000)
    type_text("!")
    assert body(window) == (paragraph("Đầu một hai!"),)


def test_nothing_is_pasted_once_another_article_is_shown(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasting, "read_paste", slow)
    QGuiApplication.clipboard().setText("giữa")
    press("Ctrl+V")
    window.writing.go_to(Place(part=Part.BODY, article_id="b"))
    assert window.statusBar().currentMessage()
    assert not window.findChild(ProgressLine).isVisible()
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    press("Ctrl+Home")
    monkeypatch.setattr(pasting, "read_paste", read_paste)
    QGuiApplication.clipboard().setText("Mới ")
    press("Ctrl+V")

    qtbot.waitUntil(lambda: len(body(window)) == 1 and body(window) != (paragraph("Đầu "),), timeout=10_000)
    assert body(window) == (paragraph("MớiĐầu "),)
    assert body(window, 1) == ()


def test_old_text_over_a_selection_is_converted(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.article.paste_bar
    press("Ctrl+A")
    copy_html(f"<p>{OLD}</p><p>{OLD}</p>")
    press("Ctrl+V")

    qtbot.waitUntil(lambda: bool(bar.text), timeout=10_000)
    assert body(window) == (paragraph(NEW), paragraph(NEW))
    bring_to_front(qtbot, window)
    click(bar.findChild(QPushButton))
    assert body(window) == (paragraph(OLD), paragraph(OLD))


def test_old_text_that_was_left_as_it_is_stays_when_the_same_is_pasted_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    bar = window.article.paste_bar
    copy_html(f"<p>{OLD}</p>")
    press("Ctrl+V")
    qtbot.waitUntil(lambda: bool(bar.text), timeout=10_000)
    bring_to_front(qtbot, window)
    click(bar.findChild(QPushButton))
    window.article.edit.setFocus()
    press("Ctrl+End")
    press("Ctrl+V")

    qtbot.waitUntil(lambda: body(window) == (paragraph(f"Đầu {OLD}{NEW}"),), timeout=10_000)


def test_old_text_with_a_picture_is_converted_in_a_cell_and_behind_its_table(
    qtbot: QtBot, window: MainWindow
) -> None:
    edit = window.article.edit
    edit.insert_blocks((Table(header=(rich("A"), rich("B"))),))
    edit.go_to(Place(part=Part.BODY, article_id="a", block=1, text=1, start=1, end=1))
    image = f'<img src="data:image/png;base64,{base64.b64encode(picture()).decode()}">'
    copy_html(f"<figure>{image}<figcaption>{OLD}</figcaption></figure><p>{OLD}</p>")
    press("Ctrl+V")

    bar = window.article.paste_bar
    qtbot.waitUntil(lambda: bool(bar.text), timeout=10_000)
    file = prepare_picture(picture(), name="")
    row = PictureRow(pictures=(Picture(sha256=file.sha256),), caption=NEW)
    assert body(window)[1:] == (Table(header=(rich(f"A{NEW}"), rich("B"))), row)
    assert "TCVN3" in bar.text and len(bar.text.split(". ")) == 2


def test_what_cannot_be_read_is_told(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasting, "read_paste", refuse)
    QGuiApplication.clipboard().setText("giữa")
    press("Ctrl+V")

    qtbot.waitUntil(lambda: "quá dài" in open_window.problem_text(), timeout=10_000)
    assert body(window) == (paragraph("Đầu "),)


def test_nothing_on_the_clipboard_is_said_and_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    data = QMimeData()
    data.setHtml("<script>x</script>")
    QGuiApplication.clipboard().setMimeData(data)
    press("Ctrl+V")

    qtbot.waitUntil(lambda: bool(window.statusBar().currentMessage()), timeout=10_000)
    assert body(window) == (paragraph("Đầu "),)
