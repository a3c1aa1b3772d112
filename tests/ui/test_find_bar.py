"""The find bar finds, goes from match to match, and asks for what is to be replaced."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.edits import Edit, change_article
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section, Status
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import rich
from bulletin_editor.services import searching
from bulletin_editor.services.searching import Match, Query, Replaced
from bulletin_editor.services.workspace import Workspace
from bulletin_editor.ui import find_bar
from bulletin_editor.ui.find_bar import PAUSE, FindBar


def article(name: str, *paragraphs: str) -> Article:
    return Article(
        id=name, headline=f"Tin {name}", body=tuple(Paragraph(text=rich(each)) for each in paragraphs)
    )


ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(
        Section(
            id="s",
            label="MỘT",
            articles=(article("a", "tỉnh Điện Biên", "tin, tin"), article("b", "tin"), article("c", "khác")),
        ),
    ),
)


def _name(button: QAbstractButton) -> str:
    return (button.accessibleName() or button.text()).partition(" (")[0]


class Window(QWidget):
    """What stands around the bar: an editor beside it, and a workspace that is told of its edits."""

    def __init__(self, issue: Issue = ISSUE, article_id: str = "a") -> None:
        super().__init__()
        self.work = Workspace(issue, clock=time.monotonic)
        self.shown = article_id
        self.places: list[Place] = []
        self.editor, self.bar = QLineEdit(), FindBar()
        layout = QVBoxLayout(self)
        layout.addWidget(self.editor)
        layout.addWidget(self.bar)
        self.bar.hide()
        self.bar.set_issue(issue, article_id)
        self.bar.place_wanted.connect(self.go_to)
        self.bar.edited.connect(self.change)
        self.work.listen(lambda change: self.bar.set_issue(change.after, self.shown))

    def go_to(self, place: Place) -> None:
        self.places.append(place)
        self.shown = place.article_id
        self.bar.set_issue(self.work.issue, place.article_id)
        self.editor.setFocus()

    def change(self, edit: Edit, name: str, place: Place, merge: str) -> None:
        self.work.change(edit, name=name, place=place, merge=merge)

    def type_elsewhere(self, headline: str) -> None:
        """Change what is no text of the bar's: the headline of the first article."""
        self.work.change(partial(change_article, article_id="a", headline=headline), name="", place=Place())

    def field(self, name: str) -> QLineEdit:
        return next(each for each in self.bar.findChildren(QLineEdit) if each.accessibleName() == name)

    def button(self, name: str) -> QAbstractButton:
        buttons = {_name(each): each for each in self.bar.findChildren(QAbstractButton)}
        return buttons[name]

    @property
    def count(self) -> str:
        return self.bar.findChild(QLabel).text()

    @property
    def texts(self) -> list[str]:
        return [block.text.plain for each in self.work.issue.articles for block in each.body]

    def find(self, text: str, replacement: str | None = None) -> None:
        self.bar.open(replacement is not None, text)
        self.field("Replace with").setText(replacement or "")

    def search_whole_issue(self) -> None:
        self.button("In the whole issue").setChecked(True)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = shown(Window(), qtbot)
    yield window


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[Issue]:
    """The issues that were searched, one for each search."""
    searched: list[Issue] = []

    def counted(issue: Issue, query: Query, article_id: str = "") -> tuple[Match, ...]:
        searched.append(issue)
        return searching.find(issue, query, article_id)

    monkeypatch.setattr(find_bar, "find", counted)
    return searched


def shown(window: Window, qtbot: QtBot) -> Window:
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


# ---- Finding ---------------------------------------------------------------------------------------


def test_it_opens_with_what_was_marked_ready_to_be_typed_over(window: Window) -> None:
    window.bar.open(False, "tin")

    field = window.field("Find")
    assert QApplication.focusWidget() is field
    assert field.selectedText() == "tin"
    assert window.count == "3 found"
    assert not window.field("Replace with").isVisible()

    window.bar.open(True, "")
    assert field.text() == "tin"
    assert window.field("Replace with").isVisible()


def test_a_marked_passage_is_not_looked_for(window: Window) -> None:
    window.find("tin")
    window.bar.open(False, "một\nhai")
    window.bar.open(False, "x" * 200)

    assert window.field("Find").text() == "tin"


def test_enter_goes_from_match_to_match_and_round(window: Window, qtbot: QtBot) -> None:
    window.find("tin")
    for expected in ("1/3", "2/3", "3/3", "1/3"):
        qtbot.keyClick(window.field("Find"), Qt.Key.Key_Return)
        assert window.count == expected
        assert QApplication.focusWidget() is window.field("Find")

    first, second, *_ = window.places
    assert first == Place(part=Part.HEADLINE, article_id="a", start=0, end=3)
    assert second == Place(part=Part.BODY, article_id="a", block=1, start=0, end=3)
    assert window.places[3] == first


def test_f3_goes_on_from_the_editor_which_keeps_the_focus(window: Window, qtbot: QtBot) -> None:
    window.find("tin")
    window.editor.setFocus()
    qtbot.keyClick(window.editor, Qt.Key.Key_F3)
    qtbot.keyClick(window.editor, Qt.Key.Key_F3)
    qtbot.keyClick(window.editor, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)

    assert window.count == "1/3"
    assert QApplication.focusWidget() is window.editor


def test_the_first_step_back_goes_to_the_last_match_before_the_article(window: Window, qtbot: QtBot) -> None:
    window.find("tin")
    qtbot.mouseClick(window.button("Previous match"), Qt.MouseButton.LeftButton)

    assert window.count == "3/3"


def test_the_whole_issue_is_searched_from_the_article_that_is_shown(qtbot: QtBot) -> None:
    window = shown(Window(article_id="b"), qtbot)
    window.find("tin")
    assert window.count == "2 found"
    window.search_whole_issue()
    assert window.count == "6 found"
    for expected in ("4/6", "5/6", "6/6", "1/6"):
        qtbot.mouseClick(window.button("Next match"), Qt.MouseButton.LeftButton)
        assert window.count == expected

    assert [place.article_id for place in window.places] == ["b", "b", "c", "a"]


def test_without_an_article_the_whole_issue_is_searched(qtbot: QtBot) -> None:
    window = shown(Window(article_id=""), qtbot)
    window.find("tin")

    assert window.count == "6 found"
    assert not window.button("In the whole issue").isVisible()


def test_options_change_what_is_found(window: Window, qtbot: QtBot) -> None:
    window.find("dien")
    assert window.count == "Nothing found"
    assert not window.button("Next match").isEnabled()
    qtbot.mouseClick(window.button("Ignore marks"), Qt.MouseButton.LeftButton)
    assert window.count == "1 found"

    window.field("Find").setText("ti")
    assert window.count == "4 found"
    window.button("Ignore marks").setChecked(False)
    assert window.count == "3 found"
    qtbot.mouseClick(window.button("Match case"), Qt.MouseButton.LeftButton)
    assert window.count == "2 found"
    qtbot.mouseClick(window.button("Whole words"), Qt.MouseButton.LeftButton)
    assert window.count == "Nothing found"
    window.field("Find").clear()
    assert window.count == ""


def test_a_change_of_the_issue_is_searched_and_the_current_match_stays(window: Window, qtbot: QtBot) -> None:
    window.find("tin")
    qtbot.keyClick(window.field("Find"), Qt.Key.Key_Return)
    sections = (replace(ISSUE.sections[0], articles=(article("a", "tin, tin, tin"),)),)
    window.bar.set_issue(replace(ISSUE, sections=sections), "a")
    qtbot.waitUntil(lambda: window.count == "1/4")
    window.bar.set_issue(replace(ISSUE, sections=()), "")
    qtbot.waitUntil(lambda: window.count == "Nothing found")


def test_while_others_type_it_searches_once_after_a_pause(
    window: Window, qtbot: QtBot, searches: list[Issue]
) -> None:
    window.find("tin")
    window.search_whole_issue()
    searches.clear()
    for count in range(5):
        window.type_elsewhere(f"tin {'tin ' * count}")
    assert searches == []
    qtbot.waitUntil(lambda: searches == [window.work.issue])
    assert window.count == "10 found"


def test_who_goes_on_before_the_pause_is_over_sees_what_there_is_now(window: Window, qtbot: QtBot) -> None:
    window.find("tin", "báo")
    window.type_elsewhere("không còn")
    qtbot.keyClick(window.field("Find"), Qt.Key.Key_Return)
    assert window.count == "1/2"
    window.type_elsewhere("tin tin")
    qtbot.mouseClick(window.button("Replace all"), Qt.MouseButton.LeftButton)
    assert window.work.issue.articles[0].headline == "báo báo"
    assert window.count == "4 replaced"


def test_what_is_gone_before_the_pause_is_over_is_not_replaced(window: Window, qtbot: QtBot) -> None:
    window.find("Điện Biên", "Lai Châu")
    sections = (replace(ISSUE.sections[0], articles=(article("a", "khác"),)),)
    window.work.change(lambda issue: replace(issue, sections=sections), name="", place=Place())
    qtbot.mouseClick(window.button("Replace all"), Qt.MouseButton.LeftButton)
    assert window.texts == ["khác"]
    assert window.count == "Nothing found"


def test_a_closed_bar_searches_no_more(window: Window, qtbot: QtBot, searches: list[Issue]) -> None:
    window.find("tin")
    searches.clear()
    window.type_elsewhere("tin tin")
    window.bar.close_bar()
    window.type_elsewhere("tin tin tin")
    qtbot.wait(2 * PAUSE)
    assert searches == []


def test_a_composition_is_searched_when_it_is_committed(window: Window) -> None:
    window.bar.open(False, "")
    field = window.field("Find")
    QApplication.sendEvent(field, QInputMethodEvent("tin", []))
    assert (field.text(), window.count) == ("", "")

    committed = QInputMethodEvent()
    committed.setCommitString("tin")
    QApplication.sendEvent(field, committed)
    assert window.count == "3 found"


def test_escape_closes_wherever_the_focus_is_in_the_bar(window: Window, qtbot: QtBot) -> None:
    for widget in (window.field("Find"), window.field("Replace with"), window.button("Match case")):
        window.bar.open(True, "tin")
        with qtbot.waitSignal(window.bar.closed):
            qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert not window.bar.isVisible()

    qtbot.keyClick(window.editor, Qt.Key.Key_F3)
    assert window.places == []


# ---- Replacing -------------------------------------------------------------------------------------


def test_replacing_goes_on_to_the_next_match(window: Window, qtbot: QtBot) -> None:
    window.find("tin", "bản tin")
    for _ in range(3):
        qtbot.mouseClick(window.button("Replace"), Qt.MouseButton.LeftButton)

    assert window.work.issue.articles[0].headline == "bản tin a"
    assert window.texts[1] == "bản tin, tin"
    assert window.places[-1] == Place(part=Part.BODY, article_id="a", block=1, start=9, end=12)
    assert window.work.undo_name == "Replace"
    window.work.undo()
    assert window.texts[1] == "tin, tin"


def test_enter_in_the_replacement_replaces(window: Window, qtbot: QtBot) -> None:
    window.find("Điện Biên", "Lai Châu")
    for _ in range(2):
        qtbot.keyClick(window.field("Replace with"), Qt.Key.Key_Return)

    assert window.texts[0] == "tỉnh Lai Châu"
    assert window.count == "Nothing found"


def test_replacing_all_is_one_step(window: Window, qtbot: QtBot) -> None:
    window.find("tin", "báo")
    window.search_whole_issue()
    qtbot.mouseClick(window.button("Replace all"), Qt.MouseButton.LeftButton)

    assert window.count == "6 replaced"
    assert window.texts == ["tỉnh Điện Biên", "báo, báo", "báo", "khác"]
    assert [each.headline for each in window.work.issue.articles] == ["báo a", "báo b", "báo c"]
    window.work.undo()
    assert window.work.issue == ISSUE


def test_what_comes_of_replacing_is_worked_out_once(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[Issue] = []

    def counted(issue: Issue, matches: tuple[Match, ...], replacement: str) -> Replaced:
        times.append(issue)
        return searching.replaced(issue, matches, replacement)

    monkeypatch.setattr(find_bar, "replaced", counted)
    window.find("tin", "báo")
    qtbot.mouseClick(window.button("Replace all"), Qt.MouseButton.LeftButton)
    assert window.work.issue.articles[0].headline == "báo a"
    assert times == [ISSUE]


def test_what_cannot_be_replaced_is_told(window: Window, qtbot: QtBot) -> None:
    window.find("khác", "")
    window.search_whole_issue()
    qtbot.mouseClick(window.button("Replace all"), Qt.MouseButton.LeftButton)

    assert window.work.issue == ISSUE
    assert window.count == "1 left, or the text would be empty"


def test_a_published_issue_is_only_searched(qtbot: QtBot) -> None:
    window = shown(Window(replace(ISSUE, status=Status.PUBLISHED)), qtbot)
    window.find("tin", "báo")

    assert window.count == "3 found"
    assert not window.button("Replace").isEnabled()
    assert not window.button("Replace all").isEnabled()
    for _ in range(2):
        qtbot.keyClick(window.field("Replace with"), Qt.Key.Key_Return)
    assert window.work.issue.articles == ISSUE.articles
    assert window.count == "2/3"


def test_it_takes_one_line_and_another_to_replace(window: Window, qtbot: QtBot) -> None:
    line = window.field("Find").sizeHint().height()
    window.find("tin")
    assert window.bar.sizeHint().height() < 2 * line
    window.find("tin", "báo")
    assert window.bar.sizeHint().height() < 3 * line


@pytest.mark.usefixtures("vietnamese")
def test_it_finds_room_beside_the_other_panels_of_a_small_screen(qtbot: QtBot) -> None:
    window = shown(Window(), qtbot)
    window.bar.open(True, "tin")
    assert window.bar.minimumSizeHint().width() <= 478


def test_escape_closes_it_also_from_the_text(window: Window, qtbot: QtBot) -> None:
    window.find("tin")
    window.editor.setFocus()
    with qtbot.waitSignal(window.bar.closed):
        qtbot.keyClick(window.editor, Qt.Key.Key_Escape)
    assert not window.bar.isVisible()
    with qtbot.assertNotEmitted(window.bar.closed):
        qtbot.keyClick(window.editor, Qt.Key.Key_Escape)


def test_every_control_has_a_name_and_is_reached_by_tab(window: Window, qtbot: QtBot) -> None:
    window.find("tin", "báo")
    reached = []
    while (focused := QApplication.focusWidget()) not in (None, window.editor):
        reached.append(focused.accessibleName() or focused.text())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert reached == [
        "Find", "Replace with", "Replace", "Replace all", "Previous match (Shift+F3)", "Next match (F3)",
        "Match case", "Whole words", "Ignore marks", "In the whole issue", "Close (Esc)",
    ]  # fmt: skip
