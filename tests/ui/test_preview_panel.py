"""The preview panel: pages to scroll, zoom and click, which stay where they are while one writes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from bulletin_editor.export.lengths import POINTS_PER_MM
from bulletin_editor.export.pages import DrawnPage, PageSize
from bulletin_editor.export.printout import ArticleExtent, BlockStart
from bulletin_editor.export.template import read_template
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import rich
from bulletin_editor.paths import shipped
from bulletin_editor.services.page_places import PagePlaces
from bulletin_editor.services.previewing import PageDrawing, PreviewPages
from bulletin_editor.ui.preview.pages_view import PagesView
from bulletin_editor.ui.preview.panel import PreviewPanel

A4 = PageSize(595.0, 842.0)
PAGE = read_template(shipped("templates") / "dien-bien").settings.page


def pages_with(starts: Sequence[int], revision: int = 1) -> PreviewPages:
    """Return the pages of an issue whose articles, of three blocks each, start on the pages `starts`."""
    body = (Paragraph(text=rich("Chữ")),) * 3
    articles = tuple(Article(id=f"a{number}", body=body) for number in range(1, len(starts) + 1))
    issue = Issue(
        id="i1",
        key=IssueKey(year=2026, number=1),
        period=Period(start=date(2026, 1, 5), end=date(2026, 1, 11)),
        sections=(Section(id="s1", label="TIN", articles=articles),),
    )
    extents = {
        f"bai-{number}": ArticleExtent(
            anchor=f"bai-{number}",
            page=page,
            tag_width=30,
            last_page=page,
            filled=200,
            y=PAGE.top,
            blocks=tuple(BlockStart(page, y) for y in (60, 110, 160)),
        )
        for number, page in enumerate(starts, 1)
    }
    return PreviewPages(revision, (A4,) * starts[-1], PagePlaces(issue, extents, PAGE))


def block(article: int, number: int) -> Place:
    return Place(part=Part.BODY, article_id=f"a{article}", block=number)


def drawing(number: int, scale: float, revision: int = 1) -> PageDrawing:
    """Return a page that is all red."""
    width, height = round(A4.width * scale), round(A4.height * scale)
    drawn = DrawnPage(width, height, 4 * width, b"\x00\x00\xff\xff" * (width * height))
    return PageDrawing(revision, number, scale, drawn)


@pytest.fixture
def panel(qtbot: QtBot) -> PreviewPanel:
    """A panel with six pages, one for each article after the cover."""
    made = PreviewPanel()
    qtbot.addWidget(made)
    made.resize(560, 700)
    made.show()
    made.show_pages(pages_with([2, 3, 4, 5, 6]))
    return made


def view_of(panel: PreviewPanel) -> PagesView:
    (view,) = panel.findChildren(PagesView)
    return view


def field(panel: PreviewPanel, name: str) -> QSpinBox:
    return next(each for each in panel.findChildren(QSpinBox) if each.accessibleName() == name)


def button(panel: PreviewPanel, name: str) -> QToolButton:
    return next(each for each in panel.findChildren(QToolButton) if each.accessibleName() == name)


def scale(panel: PreviewPanel) -> float:
    return panel.looked_at()[0].scale


def on_screen(panel: PreviewPanel, page: int, y: float) -> int:
    """Return how far down the view the height `y`, in mm, of a page is to be seen."""
    height = A4.height * scale(panel)
    gap = 14
    top = gap + (page - 1) * (int(height) + 1 + gap)
    return round(top + y * POINTS_PER_MM * scale(panel)) - view_of(panel).verticalScrollBar().value()


def click(qtbot: QtBot, panel: PreviewPanel, x: int, y: int) -> None:
    qtbot.mouseClick(view_of(panel).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))


# ---- Size ------------------------------------------------------------------------------------------


def test_pages_are_as_wide_as_the_view_until_another_size_is_chosen(panel: PreviewPanel) -> None:
    for width in (560, 800):
        panel.resize(width, 700)
        assert scale(panel) * A4.width == pytest.approx(view_of(panel).viewport().width() - 28)
    button(panel, "Zoom in").click()
    chosen = scale(panel)
    panel.resize(600, 700)
    assert scale(panel) == chosen
    button(panel, "Fit width").click()
    assert scale(panel) * A4.width == pytest.approx(view_of(panel).viewport().width() - 28)


def test_zoom_is_chosen_in_percent_of_the_paper(panel: PreviewPanel) -> None:
    field(panel, "Zoom in percent").setValue(150)
    assert scale(panel) == pytest.approx(1.5 * 96 / 72)
    button(panel, "Zoom out").click()
    assert field(panel, "Zoom in percent").value() == 130
    assert not button(panel, "Fit width").isChecked()


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(panel: PreviewPanel) -> None:
    viewport, before = view_of(panel).viewport(), scale(panel)

    def turn(modifiers: Qt.KeyboardModifier) -> None:
        middle = QPointF(viewport.rect().center())
        event = QWheelEvent(
            middle, viewport.mapToGlobal(middle), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
            modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    turn(Qt.KeyboardModifier.NoModifier)
    assert scale(panel) == before
    assert view_of(panel).verticalScrollBar().value() > 0
    turn(Qt.KeyboardModifier.ControlModifier)
    assert scale(panel) < before


def test_the_middle_of_the_view_stays_when_zooming(panel: PreviewPanel) -> None:
    panel.show_place(block(3, 2))
    half = view_of(panel).viewport().height() // 2
    middle = (half - on_screen(panel, 4, 0)) / scale(panel) / POINTS_PER_MM
    button(panel, "Zoom in").click()
    assert on_screen(panel, 4, middle) == pytest.approx(half, abs=2)


def test_on_a_dense_screen_pages_are_drawn_with_more_pixels(
    panel: PreviewPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = scale(panel)
    monkeypatch.setattr(view_of(panel), "devicePixelRatioF", lambda: 2.0)
    assert scale(panel) == 2 * before


# ---- Pages -----------------------------------------------------------------------------------------


def test_the_bar_tells_the_page_and_leads_to_others(panel: PreviewPanel) -> None:
    number = field(panel, "Page number")
    assert (number.value(), number.maximum()) == (1, 6)
    assert "/ 6" in [label.text() for label in panel.findChildren(QLabel)]
    button(panel, "Next page").click()
    assert (number.value(), panel.looked_at()[0].number) == (2, 2)
    number.setValue(5)
    assert panel.looked_at()[0].number == 5
    button(panel, "Previous page").click()
    assert number.value() == 4


def test_home_and_end_lead_to_the_first_and_the_last_page(qtbot: QtBot, panel: PreviewPanel) -> None:
    qtbot.keyClick(view_of(panel), Qt.Key.Key_End)
    assert panel.looked_at()[0].number == 6
    qtbot.keyClick(view_of(panel), Qt.Key.Key_Home)
    assert panel.looked_at()[0].number == 1


def test_pages_in_view_are_wanted_first_and_then_the_next_ones(panel: PreviewPanel) -> None:
    assert [page.number for page in panel.wanted(beside=False)] == [1]
    assert [page.number for page in panel.wanted(beside=True)] == [1, 2]
    panel.show_drawing(drawing(1, scale(panel)))
    assert panel.wanted(beside=False) == []
    button(panel, "Zoom out").click()
    assert panel.wanted(beside=False)[0].number == 1  # at another size


def test_the_page_that_is_written_on_is_wanted_before_all(panel: PreviewPanel) -> None:
    field(panel, "Zoom in percent").setValue(25)
    panel.show_place(block(2, 0))
    assert panel.wanted(beside=False)[0].number == 3


def test_a_drawn_page_is_painted_and_that_is_told(qtbot: QtBot, panel: PreviewPanel) -> None:
    with qtbot.waitSignal(panel.painted) as told:
        panel.show_drawing(drawing(1, scale(panel)))
    assert told.args == [1]
    assert view_of(panel).grab().toImage().pixelColor(200, 200).getRgb()[:3] == (255, 0, 0)


def test_the_last_drawing_stays_until_the_next_one(qtbot: QtBot, panel: PreviewPanel) -> None:
    with qtbot.waitSignal(panel.painted):
        panel.show_drawing(drawing(1, scale(panel)))
    panel.show_pages(pages_with([2, 3, 4, 5, 6], revision=2))
    assert view_of(panel).grab().toImage().pixelColor(200, 200).getRgb()[:3] == (255, 0, 0)
    assert panel.wanted(beside=False)[0].number == 1


# ---- Places ----------------------------------------------------------------------------------------


def test_a_click_tells_what_stands_there(qtbot: QtBot, panel: PreviewPanel) -> None:
    field(panel, "Page number").setValue(3)
    for y, place in ((40, Place(part=Part.HEADLINE, article_id="a2")), (115, block(2, 1)), (70, block(2, 0))):
        with qtbot.waitSignal(panel.place_clicked) as told:
            click(qtbot, panel, 200, on_screen(panel, 3, y))
        assert told.args == [place]


def test_a_click_beside_the_pages_tells_nothing(qtbot: QtBot, panel: PreviewPanel) -> None:
    with qtbot.assertNotEmitted(panel.place_clicked):
        click(qtbot, panel, 3, 300)


def test_a_place_is_brought_into_view_and_marked(panel: PreviewPanel) -> None:
    before = view_of(panel).grab().toImage()
    panel.show_place(block(4, 1))
    y = on_screen(panel, 5, 120)
    assert 0 < y < view_of(panel).viewport().height()
    bar = round(PAGE.side * POINTS_PER_MM * scale(panel)) + 14 - 8
    marked = view_of(panel).grab().toImage().pixelColor(bar, y)
    assert (marked.blue() > 120, marked.red() < 60) == (True, True)
    assert before.pixelColor(bar, y) != marked


def test_the_same_block_does_not_pull_the_view_back(panel: PreviewPanel) -> None:
    panel.show_place(block(4, 1))
    field(panel, "Page number").setValue(2)
    here = view_of(panel).verticalScrollBar().value()
    panel.show_place(Place(part=Part.BODY, article_id="a4", block=1, start=7, end=7))
    assert view_of(panel).verticalScrollBar().value() == here
    panel.show_place(block(4, 2))
    assert view_of(panel).verticalScrollBar().value() > here


def test_what_is_looked_at_stays_where_it_is_when_pages_are_added_before_it(panel: PreviewPanel) -> None:
    field(panel, "Page number").setValue(4)
    before = on_screen(panel, 4, 100)
    panel.show_pages(pages_with([2, 4, 5, 6, 7], revision=2))  # the first article has one page more
    assert on_screen(panel, 5, 100) == before
    panel.show_pages(pages_with([2, 3, 4, 5, 6], revision=3))
    assert on_screen(panel, 4, 100) == before


def test_what_is_looked_at_stays_also_near_the_end(panel: PreviewPanel) -> None:
    panel.show_pages(pages_with([2, 6, 7, 8, 9], revision=2))
    field(panel, "Page number").setValue(8)
    before = on_screen(panel, 8, 100)
    panel.show_pages(pages_with([2, 3, 4, 5, 6], revision=3))  # four pages fewer than what was scrolled by
    assert on_screen(panel, 5, 100) == before


def test_what_is_written_stays_in_view_when_it_goes_to_another_page(panel: PreviewPanel) -> None:
    panel.show_place(block(3, 0))
    before = on_screen(panel, 4, 60)
    panel.show_pages(pages_with([2, 3, 6, 7, 8], revision=2))
    assert on_screen(panel, 6, 60) == before


def test_an_edit_leaves_the_view_where_it_is(panel: PreviewPanel) -> None:
    view_of(panel).verticalScrollBar().setValue(777)
    panel.show_pages(pages_with([2, 3, 4, 5, 6], revision=2))
    assert view_of(panel).verticalScrollBar().value() == 777


def test_when_most_pages_go_the_last_ones_are_seen(panel: PreviewPanel) -> None:
    field(panel, "Page number").setValue(6)
    panel.show_pages(pages_with([2], revision=2))
    assert panel.looked_at()[0].number == 2


# ---- Problems and access ---------------------------------------------------------------------------


def test_a_problem_is_told_over_the_pages_until_there_are_newer_ones(panel: PreviewPanel) -> None:
    panel.show_problem(["Không in được.", "Hãy xóa ký tự đó."])
    told = next(label for label in panel.findChildren(QLabel) if "Không in được" in label.text())
    assert told.isVisible()
    assert panel.looked_at()
    panel.show_pages(pages_with([2], revision=2))
    assert not told.isVisible()


def test_without_an_issue_there_is_nothing_to_turn(panel: PreviewPanel) -> None:
    panel.clear()
    assert panel.looked_at() == panel.wanted(beside=True) == []
    assert not field(panel, "Page number").isEnabled()
    panel.show_place(block(1, 0))
    colours = {panel.grab().toImage().pixelColor(x, 400).name() for x in range(20, 500, 20)}
    assert len(colours) == 1  # no page is left


def test_all_controls_have_names_and_are_reached_with_tab(panel: PreviewPanel) -> None:
    controls: list[QWidget] = [
        *panel.findChildren(QToolButton), *panel.findChildren(QSpinBox), view_of(panel),
    ]  # fmt: skip
    for control in controls:
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert len(controls) == 8


def test_a_place_that_is_asked_for_before_its_pages_come_is_shown_with_them(qtbot: QtBot) -> None:
    panel = PreviewPanel()
    qtbot.addWidget(panel)
    panel.resize(560, 700)
    panel.show()
    panel.show_place(block(3, 1))
    panel.show_pages(pages_with([2, 3, 4, 5, 6]))
    assert view_of(panel).page == 4


def test_a_new_article_comes_into_view_with_the_pages_that_have_it(panel: PreviewPanel) -> None:
    panel.show_place(block(6, 0))
    assert view_of(panel).page == 1
    panel.show_pages(pages_with([2, 3, 4, 5, 6, 7], revision=2))
    assert view_of(panel).page == 7
    panel.show_pages(pages_with([2, 3, 4, 5, 6, 8], revision=3))
    assert view_of(panel).page == 8, "what is written on stays in view"
