"""Pasting blocks of other articles, issues and stores in the real window: their pictures come along."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from bulletin_editor.model.blocks import Paragraph, Picture, PictureRow
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.services.reading import get_ready
from bulletin_editor.store import Store
from bulletin_editor.ui.editor import clipboard
from bulletin_editor.ui.main_window import MainWindow
from editor_examples import paragraph
from hands import press
from issue_strategies import PICTURES
from open_window import OpenWindow
from writing_window import KEY, body, writing_window

FILE = PICTURES[min(PICTURES)]


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow) -> MainWindow:
    return writing_window(qtbot, open_window)


def test_blocks_from_another_store_bring_their_pictures(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    row = PictureRow(pictures=(Picture(sha256=FILE.sha256),), caption="Quang cảnh")
    QGuiApplication.clipboard().setMimeData(clipboard.mime_of((row,), {FILE.sha256: FILE}))
    press("Ctrl+V")

    qtbot.waitUntil(lambda: row in body(window), timeout=10_000)
    assert window.session.desk.pictures[FILE.sha256] == FILE
    qtbot.waitUntil(lambda: open_window.stored(KEY) == window.issue, timeout=10_000)


def test_blocks_from_another_issue_take_their_pictures_out_of_the_store(
    qtbot: QtBot, window: MainWindow, open_window: OpenWindow
) -> None:
    with Store.open(open_window.path, clock=open_window.clock) as store:
        store.add_pictures([FILE])
    row = PictureRow(pictures=(Picture(sha256=FILE.sha256),))
    QGuiApplication.clipboard().setMimeData(clipboard.mime_of((row,)))
    press("Ctrl+V")

    qtbot.waitUntil(lambda: row in body(window), timeout=10_000)
    assert window.session.desk.pictures[FILE.sha256] == FILE
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
    with Store.open(open_window.path, clock=open_window.clock) as store:
        store.add_pictures([FILE])
    with closing(sqlite3.connect(open_window.path)) as connection, connection:
        connection.execute("UPDATE picture SET data = x'00'")
    row = PictureRow(pictures=(Picture(sha256=FILE.sha256),), caption="Quang cảnh")
    QGuiApplication.clipboard().setMimeData(clipboard.mime_of((row,)))
    press("Ctrl+V")

    qtbot.waitUntil(lambda: bool(open_window.problem_text()), timeout=10_000)
    assert body(window) == (paragraph("Đầu "),)
