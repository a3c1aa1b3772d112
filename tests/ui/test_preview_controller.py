"""From a request to the painted page, with real pages: laid out and drawn off the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bulletin_editor.export.template import Template, read_template
from bulletin_editor.messages import Messages
from bulletin_editor.model.edits import change_article
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.place import Part, Place
from bulletin_editor.paths import shipped
from bulletin_editor.services.previewing import Manuscript, Previewer, PreviewPages
from bulletin_editor.ui.preview.controller import PreviewController
from bulletin_editor.ui.preview.pages_view import PagesView
from bulletin_editor.ui.preview.panel import PreviewPanel
from bulletin_editor.ui.threads import Worker
from full_issue import full_agency, full_issue
from issue_strategies import PICTURES

NO_FONT_HAS_IT = "\U0001f9ff\U00013000"
ISSUE = full_issue()
ARTICLE = ISSUE.articles[0].id


class Preview:
    """A panel with its controller, asked for the pages of one issue or another."""

    def __init__(self, template: Template, messages: Messages) -> None:
        self.panel = PreviewPanel()
        self.panel.resize(560, 700)
        self.panel.show()
        self.controller = PreviewController(self.panel, Worker("preview"), messages.error)
        self._template = template

    def request(self, issue: Issue) -> int:
        return self.controller.request(issue, full_agency(), self._template, PICTURES)

    @property
    def problem(self) -> QLabel:
        """The bar that tells what is wrong."""
        name = "Why the pages are not up to date"
        return next(each for each in self.panel.findChildren(QLabel) if each.accessibleName() == name)

    def picture(self) -> bytes:
        """Return what the view looks like."""
        (view,) = self.panel.findChildren(PagesView)
        return bytes(view.grab().toImage().constBits())


@pytest.fixture(scope="module")
def template() -> Template:
    return read_template(shipped("templates") / "dien-bien")


@pytest.fixture
def preview(qtbot: QtBot, template: Template, messages: Messages) -> Iterator[Preview]:
    made = Preview(template, messages)
    qtbot.addWidget(made.panel)
    yield made
    made.controller.close()


def with_headline(headline: str) -> Issue:
    return change_article(ISSUE, ARTICLE, headline=headline)


def look_at_first_article(preview: Preview) -> None:
    preview.panel.show_place(Place(part=Part.HEADLINE, article_id=ARTICLE))


def test_a_request_ends_with_the_painted_page(qtbot: QtBot, preview: Preview) -> None:
    empty = preview.picture()
    with qtbot.waitSignal(preview.controller.painted) as told:
        number = preview.request(ISSUE)
    assert told.args == [number]
    assert preview.picture() != empty


def test_an_edit_is_seen_on_its_page(qtbot: QtBot, preview: Preview) -> None:
    with qtbot.waitSignal(preview.controller.painted):
        preview.request(ISSUE)
    look_at_first_article(preview)
    qtbot.waitUntil(lambda: not preview.panel.wanted(beside=True))
    before = preview.picture()
    with qtbot.waitSignal(preview.controller.painted) as told:
        number = preview.request(with_headline("MỘT TIÊU ĐỀ KHÁC HẲN"))
    assert told.args == [number]
    assert preview.picture() != before


def test_of_many_requests_the_newest_is_laid_out_and_the_waiting_ones_give_way(
    qtbot: QtBot, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[str] = []
    original = Previewer.lay_out

    def counted(self: Previewer, manuscript: Manuscript) -> PreviewPages:
        laid_out.append(manuscript.issue.articles[0].headline)
        assert threading.get_ident() != threading.main_thread().ident
        return original(self, manuscript)

    monkeypatch.setattr(Previewer, "lay_out", counted)
    numbers = [preview.request(with_headline(f"LẦN {count}")) for count in range(20)]
    told: list[int] = []
    preview.controller.painted.connect(told.append)
    qtbot.waitUntil(lambda: numbers[-1] in told)
    assert laid_out[-1] == "LẦN 19"
    assert len(laid_out) <= 3


def test_pages_beside_those_in_view_are_drawn_when_nothing_else_is_to_be_done(
    qtbot: QtBot, preview: Preview
) -> None:
    preview.request(ISSUE)
    with qtbot.waitSignal(preview.controller.painted):
        pass
    qtbot.waitUntil(lambda: not preview.panel.wanted(beside=True))


def test_what_cannot_be_printed_is_told_and_the_last_pages_stay(qtbot: QtBot, preview: Preview) -> None:
    with qtbot.waitSignal(preview.controller.painted):
        preview.request(ISSUE)
    qtbot.waitUntil(lambda: not preview.panel.wanted(beside=True))
    before = preview.picture()
    problem = preview.problem
    preview.request(with_headline(NO_FONT_HAS_IT))
    qtbot.waitUntil(problem.isVisible)
    assert "\U00013000" in problem.text()
    problem.hide()
    qtbot.waitUntil(lambda: preview.picture() == before)
    with qtbot.waitSignal(preview.controller.painted):
        preview.request(with_headline("LẠI IN ĐƯỢC"))
    assert not problem.isVisible()


def test_missing_pictures_are_told_too(qtbot: QtBot, preview: Preview, template: Template) -> None:
    preview.controller.request(ISSUE, full_agency(), template, {})
    qtbot.waitUntil(preview.problem.isVisible)


def test_after_clearing_nothing_comes_any_more(qtbot: QtBot, preview: Preview) -> None:
    with qtbot.waitSignal(preview.controller.painted):
        preview.request(ISSUE)
    preview.request(replace(ISSUE, slogan=("KHÁC",)))
    preview.controller.clear()
    with qtbot.assertNotEmitted(preview.controller.painted, wait=300):
        pass
    assert preview.panel.looked_at() == []


def test_a_layout_that_had_begun_is_not_shown_after_clearing(
    qtbot: QtBot, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_go_on = threading.Event(), threading.Event()
    original = Previewer.lay_out

    def slow(self: Previewer, manuscript: Manuscript) -> PreviewPages:
        begun.set()
        may_go_on.wait()
        return original(self, manuscript)

    monkeypatch.setattr(Previewer, "lay_out", slow)
    preview.request(ISSUE)
    begun.wait()
    preview.request(with_headline("KHÔNG CÒN ĐỢI"))
    preview.controller.clear()
    may_go_on.set()
    with qtbot.assertNotEmitted(preview.controller.painted, wait=500):
        pass
    assert preview.panel.looked_at() == []
    with qtbot.waitSignal(preview.controller.painted) as told:
        number = preview.request(ISSUE)
    assert told.args == [number]


def test_it_can_be_closed_twice(qtbot: QtBot, template: Template, messages: Messages) -> None:
    made = Preview(template, messages)
    qtbot.addWidget(made.panel)
    made.request(ISSUE)
    made.controller.close()
    made.controller.close()


def test_it_closes_in_the_middle_of_its_work(qtbot: QtBot, template: Template, messages: Messages) -> None:
    made = Preview(template, messages)
    qtbot.addWidget(made.panel)
    for count in range(3):
        made.request(with_headline(f"LẦN {count}"))
    with qtbot.assertNotEmitted(made.controller.painted, wait=100):
        made.controller.close()
