"""Cut, copy and paste of the window: where the cursor is, never in an article that is not to be seen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section, Status
from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.main_window import MainWindow
from bulletin_editor.ui.writing_area import COVER
from editor_examples import paragraph
from hands import press
from open_window import OpenWindow

ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(
        Section(
            id="s", label="TIN", articles=(Article(id="a", headline="Bài", body=(paragraph("Nội dung"),)),)
        ),
    ),
)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window with the cover before it, and the focus in the outline."""
    window = open_window.with_issues(ISSUE)
    window.activateWindow()
    window.writing.show_place(COVER)
    window.outline.setFocus()
    return window


@pytest.mark.parametrize("has_been_shown", [False, True])
def test_what_is_pasted_beside_the_cover_goes_into_no_article(
    window: MainWindow, *, has_been_shown: bool
) -> None:
    if has_been_shown:
        window.writing.show_place(Place(part=Part.BODY, article_id="a"))
        window.writing.show_place(COVER)
    QGuiApplication.clipboard().setText("CHỮ DÁN")
    press("Ctrl+V")
    press("Ctrl+A")
    press("Ctrl+X")
    assert window.issue == ISSUE


def test_a_picture_that_is_pasted_on_the_cover_is_the_cover_picture(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setImage(image())
    press("Ctrl+V")
    qtbot.waitUntil(
        lambda: window.issue is not None and window.issue.cover_picture is not None, timeout=20_000
    )
    assert window.issue is not None
    assert window.issue.articles == ISSUE.articles


def test_a_clipboard_that_another_program_holds_is_left_alone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(QClipboard, "mimeData", lambda *_: None)
        press("Ctrl+V")
    assert window.issue == ISSUE


def test_a_published_cover_takes_no_picture(window: MainWindow) -> None:
    window._set_status(Status.PUBLISHED)
    QGuiApplication.clipboard().setImage(image())
    press("Ctrl+V")
    assert not window._pictures.is_reading


def test_beside_an_article_its_text_is_meant(window: MainWindow) -> None:
    window.writing.show_place(Place(part=Part.BODY, article_id="a"))
    window.outline.setFocus()
    press("Ctrl+A")
    press("Ctrl+X")
    assert window.issue is not None
    assert window.issue.articles[0].body == ()


def image() -> QImage:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(0x0B3C7D)
    return image
