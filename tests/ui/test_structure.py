"""Articles and sections added, copied, stepped through and deleted from the outline's chosen row."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.main_window import MainWindow
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


def order(window: MainWindow) -> list[list[str]]:
    """The headlines of each section; a new article has none yet."""
    return [[article.headline for article in section.articles] for section in window.issue.sections]


def trigger(window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (headline("a"), [["Một", "", "Hai"], ["Ba"]]),
        (Place(part=Part.SECTION, section_id="t"), [["Một", "Hai"], ["Ba", ""]]),
        (Place(), [["Một", "Hai", ""], ["Ba"]]),
    ],
    ids=["behind the chosen article", "at the end of the chosen section", "in the first section"],
)
def test_a_new_article_comes(window: MainWindow, chosen: Place, expected: list[list[str]]) -> None:
    window.outline.choose(chosen)
    trigger(window, "new_article")
    assert order(window) == expected
    assert window.article.isVisible()
    assert window.article.fields.headline.headline == ""


def test_without_a_section_the_first_article_brings_one(open_window: OpenWindow) -> None:
    window = open_window.with_issues(Issue(id="i", key=ISSUE.key, period=ISSUE.period))
    trigger(window, "new_article")
    assert order(window) == [[""]]


def test_a_copy_stands_behind_its_original_and_is_shown(window: MainWindow) -> None:
    window.outline.choose(headline("a"))
    trigger(window, "duplicate")
    assert order(window) == [["Một", "Một", "Hai"], ["Ba"]]
    assert window.writing.article_id == window.issue.articles[1].id


def test_a_section_is_deleted_with_its_articles_and_comes_back_by_undo(window: MainWindow) -> None:
    window.outline.choose(Place(part=Part.SECTION, section_id="s"))
    trigger(window, "delete")
    assert order(window) == [["Ba"]]
    trigger(window, "undo")
    assert window.issue == ISSUE


def test_one_steps_through_the_articles_and_stops_at_the_ends(window: MainWindow) -> None:
    seen = []
    window.outline.choose(Place())
    for name in ("next_article",) * 4 + ("previous_article",) * 3:
        trigger(window, name)
        seen.append(window.writing.article_id)
    assert seen == ["a", "b", "c", "c", "b", "a", "a"]
