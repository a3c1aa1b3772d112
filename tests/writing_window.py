"""A window in which somebody writes: for the tests of what is pasted there."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.main_window import MainWindow
from editor_examples import paragraph
from hands import press
from open_window import OpenWindow

KEY = IssueKey(year=2026, number=12)


def writing_window(qtbot: QtBot, open_window: OpenWindow) -> MainWindow:
    """Open a window with the cursor in an article that has one paragraph; another article follows."""
    first = Article(id="a", headline="Một", body=(paragraph("Đầu "),))
    articles = (first, Article(id="b", headline="Hai"))
    issue = Issue(
        id="i",
        key=KEY,
        period=Period(start=date(2026, 5, 25), end=date(2026, 5, 31)),
        sections=(Section(id="s", label="SỰ KIỆN", articles=articles),),
    )
    window = open_window.with_issues(issue)
    window.activateWindow()
    window.writing.go_to(Place(part=Part.BODY, article_id="a"))
    qtbot.waitUntil(window.article.edit.hasFocus)
    press("Ctrl+End")
    return window


def body(window: MainWindow, number: int = 0) -> tuple[object, ...]:
    """Return the body of an article of the open issue."""
    assert window.issue is not None
    return window.issue.articles[number].body
