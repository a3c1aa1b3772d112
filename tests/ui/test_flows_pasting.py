"""Pasting in the real window: read beside the program, in its place, said in a line, undone in two steps."""

from __future__ import annotations

import base64
import sqlite3
import time
from contextlib import closing
from datetime import date
from io import BytesIO
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from bulletin_editor.errors import InputError
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.blocks import Paragraph, Picture, PictureRow, Subheading, Table
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import RichText, Run, rich
from bulletin_editor.services.pasting import PasteContent, Pasted, read_paste
from bulletin_editor.services.reading import get_ready
from bulletin_editor.store import Store
from bulletin_editor.ui.editor import clipboard
from bulletin_editor.ui.flows import pasting
from bulletin_editor.ui.main_window import MainWindow
from bulletin_editor.ui.progress_line import ProgressLine
from editor_examples import paragraph
from hands import bring_to_front, click, click_button, copy_html, press, type_text
from open_window import OpenWindow

OLD, NEW = "l·nh ®¹o hai ®¬n vÞ", "lãnh đạo hai đơn vị"


KEY = IssueKey(year=2026, number=12)


def issue_with(*articles: Article) -> Issue:
    return Issue(
        id="i",
        key=KEY,
        period=Period(start=date(2026, 5, 25), end=date(2026, 5, 31)),
        sections=(Section(id="s", label="SỰ KIỆN", articles=articles),),
    )


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow) -> MainWindow:
    """A window with the cursor in an article that has one paragraph; another article follows."""
    first = Article(id="a", headline="Một", body=(paragraph("Đầu "),))
    window = open_window.with_issues(issue_with(first, Article(id="b", headline="Hai")))
    window.activateWindow()
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    qtbot.waitUntil(window.article.edit.hasFocus)
    press("Ctrl+End")
    return window


def body(window: MainWindow, number: int = 0) -> tuple[object, ...]:
    assert window.issue is not None
    return window.issue.articles[number].body


def picture(side: int = 60) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (side, side), "teal").save(stream, "PNG")
    return stream.getvalue()


def key(letter: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)


def slow(content: PasteContent) -> Pasted:
    """Take a while to read."""
    time.sleep(0.6)
    return Pasted(raw=(paragraph(content.text),), blocks=(paragraph(content.text),))


def refuse(_content: PasteContent) -> Pasted:
    """Find too much."""
    raise InputError("reading.too-much-text", characters=500_000)


def endless(_content: PasteContent) -> Pasted:
    """Never come to an end."""
    while True:
        time.sleep(1)


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
    qtbot.waitUntil(
        lambda: open_window.stored(IssueKey(year=2026, number=12)) == window.issue, timeout=10_000
    )
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


def test_blocks_from_another_store_bring_their_pictures(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    file = prepare_picture(picture(), name="")
    row = PictureRow(pictures=(Picture(sha256=file.sha256),), caption="Quang cảnh")
    QGuiApplication.clipboard().setMimeData(clipboard.mime_of((row,), {file.sha256: file}))
    press("Ctrl+V")

    qtbot.waitUntil(lambda: row in body(window), timeout=10_000)
    assert window.session.desk.pictures[file.sha256] == file
    qtbot.waitUntil(
        lambda: open_window.stored(IssueKey(year=2026, number=12)) == window.issue, timeout=10_000
    )


def test_blocks_from_another_issue_take_their_pictures_out_of_the_store(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    file = prepare_picture(picture(), name="")
    with Store.open(open_window.path, clock=open_window.clock) as store:
        store.add_pictures([file])
    row = PictureRow(pictures=(Picture(sha256=file.sha256),))
    QGuiApplication.clipboard().setMimeData(clipboard.mime_of((row,)))
    press("Ctrl+V")

    qtbot.waitUntil(lambda: row in body(window), timeout=10_000)
    assert window.session.desk.pictures[file.sha256] == file
    assert not window.article.paste_bar.text


def test_a_picture_that_nobody_has_is_left_out_and_the_issue_can_be_saved(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    row = PictureRow(pictures=(Picture(sha256="a" * 64),), caption="Quang cảnh")
    QGuiApplication.clipboard().setMimeData(clipboard.mime_of((row, paragraph("cuối"))))
    press("Ctrl+V")

    qtbot.waitUntil(lambda: bool(window.article.paste_bar.text), timeout=10_000)
    assert "1 ảnh" in window.article.paste_bar.text
    caption = Paragraph(text=RichText(runs=(Run(text="Quang cảnh", italic=True),)))
    assert body(window) == (paragraph("Đầu "), caption, paragraph("cuối"))
    qtbot.waitUntil(lambda: open_window.stored(KEY) == window.issue, timeout=10_000)


def test_pictures_alone_that_nobody_has_leave_what_was_selected(qtbot: QtBot, window: MainWindow) -> None:
    row = PictureRow(pictures=(Picture(sha256="a" * 64),))
    press("Ctrl+A")
    QGuiApplication.clipboard().setMimeData(clipboard.mime_of((row,)))
    press("Ctrl+V")

    qtbot.waitUntil(lambda: bool(window.article.paste_bar.text), timeout=10_000)
    assert body(window) == (paragraph("Đầu "),)


def test_what_the_store_is_asked_about_stays_before_what_is_pasted_after_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    row = PictureRow(pictures=(Picture(sha256="a" * 64),))
    is_free = Event()
    window.session.keeper.ask(lambda _store: is_free.wait())
    QGuiApplication.clipboard().setMimeData(clipboard.mime_of((paragraph("một "), row)))
    press("Ctrl+V")
    QGuiApplication.clipboard().setText("hai")
    press("Ctrl+V")
    qtbot.waitUntil(lambda: body(window) == (paragraph("Đầu hai"),), timeout=10_000)
    is_free.set()

    qtbot.waitUntil(lambda: body(window) == (paragraph("Đầu một hai"),), timeout=10_000)


def test_what_the_store_is_asked_about_is_pasted_nowhere_once_another_article_is_shown(
    qtbot: QtBot, window: MainWindow
) -> None:
    row = PictureRow(pictures=(Picture(sha256="a" * 64),), caption="Quang cảnh")
    is_free, read, answered = Event(), [], []
    window.session.keeper.ask(lambda _store: is_free.wait())
    QGuiApplication.clipboard().setMimeData(clipboard.mime_of((row,)))
    press("Ctrl+V")
    window.session.reader.read(get_ready, done=read.append, failed=read.append)
    qtbot.waitUntil(lambda: bool(read), timeout=10_000)
    window.writing.go_to(Place(part=Part.BODY, article_id="b"))
    is_free.set()
    window.session.keeper.ask(lambda _store: True, answered.append)

    qtbot.waitUntil(lambda: bool(answered), timeout=10_000)
    assert (body(window), body(window, 1)) == ((paragraph("Đầu "),), ())


def test_a_store_that_cannot_give_its_pictures_is_told_of_and_nothing_is_pasted(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    file = prepare_picture(picture(), name="")
    with Store.open(open_window.path, clock=open_window.clock) as store:
        store.add_pictures([file])
    with closing(sqlite3.connect(open_window.path)) as connection, connection:
        connection.execute("UPDATE picture SET data = x'00'")
    row = PictureRow(pictures=(Picture(sha256=file.sha256),), caption="Quang cảnh")
    QGuiApplication.clipboard().setMimeData(clipboard.mime_of((row,)))
    press("Ctrl+V")

    qtbot.waitUntil(lambda: bool(open_window.problem_text()), timeout=10_000)
    assert body(window) == (paragraph("Đầu "),)


def test_nothing_on_the_clipboard_is_said_and_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    data = QMimeData()
    data.setHtml("<script>x</script>")
    QGuiApplication.clipboard().setMimeData(data)
    press("Ctrl+V")

    qtbot.waitUntil(lambda: bool(window.statusBar().currentMessage()), timeout=10_000)
    assert body(window) == (paragraph("Đầu "),)
