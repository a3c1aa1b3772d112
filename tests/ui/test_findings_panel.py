"""The findings are listed with where they are, how to mend them, and how to let them pass."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from bulletin_editor.checks.finding import Archive, Finding, Severity
from bulletin_editor.checks.rules import findings_in
from bulletin_editor.messages import Messages
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.edits import change_article
from bulletin_editor.model.issue import (
    Article,
    CoverLine,
    CoverMode,
    Issue,
    IssueKey,
    Period,
    Section,
    Waiver,
)
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import rich
from bulletin_editor.ui.findings_panel import FindingsPanel
from bulletin_editor.ui.preferences import ThemeChoice
from bulletin_editor.ui.severity import severity_icon
from bulletin_editor.ui.theme import DARK, LIGHT, apply_theme

ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 9)),
    sections=(
        Section(
            id="s",
            label="TIN",
            articles=(
                Article(
                    id="a",
                    headline="RA MẮT TỔ CÔNG NGHỆ",
                    cover_line=CoverLine(mode=CoverMode.OTHER, text="RA MẮT TỔ SỐ"),
                    body=(Paragraph(text=rich("Chữ.")),),
                ),
                Article(id="b", headline="Bài trống"),
            ),
        ),
    ),
)
FOUND = findings_in(ISSUE, Archive())
BODY_MISSING, PERIOD_LENGTH, COVER_DIFFERS = FOUND
MESSAGE, ARTICLE, FIX, WAIVE = range(4)


@pytest.fixture
def panel(qtbot: QtBot, messages: Messages) -> FindingsPanel:
    panel = FindingsPanel(messages)
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show_findings(ISSUE, FOUND, ())
    panel.show()
    return panel


def rows(panel: FindingsPanel) -> QTreeWidget:
    tree = panel.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    return tree


def row(panel: FindingsPanel, finding: Finding) -> QTreeWidgetItem:
    found = rows(panel).topLevelItem(FOUND.index(finding))
    assert found is not None
    return found


def click(qtbot: QtBot, panel: FindingsPanel, item: QTreeWidgetItem, column: int) -> None:
    tree = rows(panel)
    rect = tree.visualItemRect(item)
    point = QPoint(tree.columnViewportPosition(column) + tree.columnWidth(column) // 2, rect.center().y())
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_each_finding_says_how_grave_it_is_what_it_is_and_where(panel: FindingsPanel) -> None:
    shown = row(panel, BODY_MISSING)
    signs = [each for each in Severity if drawn(severity_icon(each)) == drawn(shown.icon(MESSAGE))]
    assert signs == [Severity.ERROR]
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        assert shown.data(MESSAGE, role).startswith("Lỗi: ")
        assert "“Bài trống”" in shown.data(MESSAGE, role)
    assert "8 ngày" in row(panel, PERIOD_LENGTH).text(MESSAGE)
    assert row(panel, PERIOD_LENGTH).text(ARTICLE) == "Số 5/2026"
    assert row(panel, COVER_DIFFERS).text(ARTICLE) == "RA MẮT TỔ CÔNG NGHỆ"


def drawn(icon: QIcon) -> QImage:
    return icon.pixmap(16, 16).toImage()


def test_what_is_wrong_can_be_read_in_a_narrow_panel(qtbot: QtBot, panel: FindingsPanel) -> None:
    article, headline = ISSUE.articles[0], "Đưa cà phê Mường Ảng lên sàn thương mại điện tử của tỉnh"
    issue = change_article(ISSUE, article.id, headline=headline)
    facts = {"picture": "1", "headline": headline, "dpi": "30", "limit": "150", "needed": "1200"}
    place = Place(part=Part.BODY, article_id=article.id)
    found = Finding(code="picture-coarse", severity=Severity.WARNING, facts=facts, place=place)
    panel.resize(600, 200)
    panel.show_findings(issue, (found,), ())
    tree = rows(panel)
    item = tree.topLevelItem(0)
    point = item.text(MESSAGE).partition("30 dpi")
    assert point[1]
    said = tree.fontMetrics().horizontalAdvance("".join(point[:2]))
    assert said + tree.iconSize().width() < tree.columnWidth(MESSAGE)
    assert item.text(ARTICLE) == item.toolTip(ARTICLE) == headline
    assert headline in item.toolTip(MESSAGE)


def test_links_change_colour_with_the_theme(qapp: QApplication, panel: FindingsPanel) -> None:
    waiver = Waiver(
        code=PERIOD_LENGTH.code, place=PERIOD_LENGTH.place, facts=PERIOD_LENGTH.facts, reason="Tết"
    )
    panel.show_findings(ISSUE, (COVER_DIFFERS,), (waiver,))
    finding, group = (rows(panel).topLevelItem(number) for number in range(2))
    try:
        for choice, colours in ((ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)):
            apply_theme(qapp, choice)
            for item, column in ((finding, FIX), (finding, WAIVE), (group.child(0), WAIVE)):
                assert item.foreground(column).color() == QColor(colours.link)
            assert group.child(0).foreground(MESSAGE).color() == QColor(colours.quiet)
    finally:
        apply_theme(qapp, ThemeChoice.LIGHT)


def test_they_are_counted(qtbot: QtBot, messages: Messages) -> None:
    panel = FindingsPanel(messages)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.counted) as counted:
        panel.show_findings(ISSUE, FOUND, ())
    assert counted.args == [1, 2, 0]


def test_a_click_goes_to_the_place(qtbot: QtBot, panel: FindingsPanel) -> None:
    with qtbot.waitSignal(panel.place_wanted) as asked:
        click(qtbot, panel, row(panel, COVER_DIFFERS), MESSAGE)
    assert asked.args == [Place(part=Part.COVER_LINE, article_id="a")]


def test_enter_goes_to_the_place_too(qtbot: QtBot, panel: FindingsPanel) -> None:
    rows(panel).setCurrentItem(row(panel, BODY_MISSING))
    with qtbot.waitSignal(panel.place_wanted) as asked:
        qtbot.keyClick(rows(panel), Qt.Key.Key_Return)
    assert asked.args == [Place(part=Part.BODY, article_id="b")]


def test_one_click_mends(qtbot: QtBot, panel: FindingsPanel) -> None:
    with qtbot.waitSignal(panel.fix_wanted) as asked:
        click(qtbot, panel, row(panel, COVER_DIFFERS), FIX)
    assert asked.args == [COVER_DIFFERS]
    assert row(panel, COVER_DIFFERS).text(FIX) == "Dùng tiêu đề bài"


@pytest.mark.parametrize("column", [FIX, WAIVE])
def test_a_click_does_one_thing_where_one_click_activates(
    qtbot: QtBot, panel: FindingsPanel, column: int
) -> None:
    style = ActivatesOnClick("Fusion")
    rows(panel).setStyle(style)
    with qtbot.assertNotEmitted(panel.place_wanted):
        click(qtbot, panel, row(panel, COVER_DIFFERS), column)
    with qtbot.waitSignal(panel.place_wanted):
        qtbot.keyClick(rows(panel), Qt.Key.Key_Return)


class ActivatesOnClick(QProxyStyle):
    """A desktop on which one click opens what it hits."""

    def styleHint(self, hint, option=None, widget=None, data=None) -> int:  # type: ignore[no-untyped-def]
        if hint is QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick:
            return 1
        return super().styleHint(hint, option, widget, data)


def test_what_cannot_be_mended_offers_no_fix(qtbot: QtBot, panel: FindingsPanel) -> None:
    assert row(panel, BODY_MISSING).text(FIX) == ""
    with qtbot.assertNotEmitted(panel.fix_wanted), qtbot.waitSignal(panel.place_wanted):
        click(qtbot, panel, row(panel, BODY_MISSING), FIX)


def test_a_finding_can_be_let_pass_and_looked_at_again(qtbot: QtBot, panel: FindingsPanel) -> None:
    with qtbot.waitSignal(panel.waiver_wanted) as asked:
        click(qtbot, panel, row(panel, PERIOD_LENGTH), WAIVE)
    assert asked.args == [PERIOD_LENGTH]
    waiver = Waiver(
        code=PERIOD_LENGTH.code, place=PERIOD_LENGTH.place, facts=dict(PERIOD_LENGTH.facts), reason="Tuần Tết"
    )
    panel.show_findings(ISSUE, (BODY_MISSING, COVER_DIFFERS), (waiver,))
    group = rows(panel).topLevelItem(2)
    assert group is not None
    group.setExpanded(True)
    item = group.child(0)
    assert "Tuần Tết" in item.text(MESSAGE)
    with qtbot.waitSignal(panel.finding_wanted_back) as back:
        click(qtbot, panel, item, WAIVE)
    assert back.args == [waiver]


def test_the_same_findings_are_not_listed_anew(panel: FindingsPanel) -> None:
    rows(panel).setCurrentItem(row(panel, COVER_DIFFERS))
    panel.show_findings(ISSUE, FOUND, ())
    assert rows(panel).currentItem() is row(panel, COVER_DIFFERS)


def test_without_an_issue_there_is_nothing(qtbot: QtBot, panel: FindingsPanel) -> None:
    with qtbot.waitSignal(panel.counted) as counted:
        panel.clear()
    assert counted.args == [0, 0, 0]
    assert rows(panel).topLevelItemCount() == 0
