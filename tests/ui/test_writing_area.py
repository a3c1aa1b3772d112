"""The middle of the window: it shows the place that is worked on and follows what happens elsewhere."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import hands
from bulletin_editor.model import edits
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section, Status
from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.main_window import MainWindow
from bulletin_editor.ui.preferences import ThemeChoice
from bulletin_editor.ui.theme import apply_theme
from bulletin_editor.ui.writing_area import COVER
from open_window import OpenWindow

ARTICLES = (Article(id="a", headline="Một"), Article(id="b", headline="Hai"))
ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(
        Section(id="s", label="TIN", articles=ARTICLES),
        Section(id="t", label="KHÁC", articles=(Article(id="c", headline="Ba"),)),
    ),
)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window.with_issues(ISSUE)


def headline(article: str) -> Place:
    return Place(part=Part.HEADLINE, article_id=article)


def change(window: MainWindow, edit: edits.Edit, place: Place) -> None:
    window.session.desk.change(edit, "test", place)


def test_leaving_an_article_makes_what_is_typed_later_another_step(window: MainWindow) -> None:
    window.writing.go_to(headline("a"))
    hands.type_text("X")
    window.writing.go_to(headline("b"))
    window.writing.go_to(headline("a"))
    hands.type_text("Y")
    window.session.desk.undo()
    assert sorted(window.issue.articles[0].headline) == sorted("MộtX")


def test_an_article_that_was_left_is_saved_at_once(qtbot: QtBot, window: MainWindow) -> None:
    window.writing.go_to(headline("a"))
    with qtbot.waitSignal(window.writing.left_article):
        window.writing.go_to(Place())
    assert window.cover.isVisible()


def test_a_place_that_is_gone_is_looked_for_on_the_cover(window: MainWindow) -> None:
    window.writing.go_to(headline("gone"))
    assert window.cover.isVisible()
    assert window.writing.article_id == ""


def test_a_change_made_elsewhere_is_shown_in_the_open_article(window: MainWindow) -> None:
    window.writing.go_to(headline("a"))
    change(window, partial(edits.change_article, article_id="a", headline="Khác"), headline("a"))
    assert window.article.fields.headline.headline == "Khác"


def test_another_article_s_end_leaves_the_open_one_alone(window: MainWindow) -> None:
    window.writing.go_to(headline("a"))
    change(window, partial(edits.remove_article, article_id="b"), headline("b"))
    assert window.writing.article_id == "a"


def test_what_is_published_elsewhere_is_read_only_at_once(window: MainWindow) -> None:
    window.writing.go_to(headline("a"))
    change(window, partial(edits.set_status, status=Status.PUBLISHED, day=date(2026, 2, 8)), Place())
    assert window.article.fields.headline.isReadOnly()


def test_other_colours_of_an_article_that_is_not_shown_move_nothing(
    qtbot: QtBot, window: MainWindow, qapp: QApplication
) -> None:
    window.writing.go_to(headline("b"))
    window.writing.go_to(COVER)
    apply_theme(qapp, ThemeChoice.DARK)
    try:
        assert window.writing.place == COVER
        assert window.outline.current_place() == COVER
    finally:
        apply_theme(qapp, ThemeChoice.LIGHT)
