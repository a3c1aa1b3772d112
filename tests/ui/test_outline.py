"""The outline shows the issue, and asks for what is done to its rows."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bulletin_editor.checks.finding import Severity
from bulletin_editor.model import edits
from bulletin_editor.model.edits import Edit
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.outline.outline_model import OutlineModel
from bulletin_editor.ui.outline.outline_panel import OutlinePanel
from bulletin_editor.ui.severity import clean_icon, severity_icon
from bulletin_editor.ui.theme import current_colours


def articles(names: str) -> tuple[Article, ...]:
    return tuple(Article(id=name, headline=f"Bài {name}") for name in names)


ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(
        Section(id="s1", label="MỘT", articles=articles("abc")),
        Section(id="s2", label="HAI", articles=articles("d")),
    ),
)
TOP = QModelIndex()


def order(issue: Issue) -> dict[str, str]:
    return {section.id: "".join(article.id for article in section.articles) for section in issue.sections}


def article_row(name: str, model: OutlineModel) -> QModelIndex:
    return model.index_of(Place(part=Part.HEADLINE, article_id=name))


def section_row(name: str, model: OutlineModel) -> QModelIndex:
    return model.index_of(Place(part=Part.SECTION, section_id=name))


def parent_row(name: str, model: OutlineModel) -> QModelIndex:
    return section_row(name, model) if name else TOP


@pytest.fixture
def panel(qtbot: QtBot) -> OutlinePanel:
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.show_issue(ISSUE)
    panel.resize(260, 400)
    panel.show()
    return panel


@pytest.fixture
def model(panel: OutlinePanel) -> OutlineModel:
    return panel.model


def test_it_keeps_the_rules_of_item_models(qtmodeltester: ModelTester, model: OutlineModel) -> None:
    qtmodeltester.check(model)
    model.show(edits.remove_article(ISSUE, "b"))
    qtmodeltester.check(model)
    model.show(None)
    qtmodeltester.check(model)


def test_it_shows_cover_sections_and_articles(model: OutlineModel) -> None:
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Cover", "MỘT", "HAI"]
    first = model.index(1, 0)
    assert [model.index(row, 0, first).data() for row in range(3)] == ["Bài a", "Bài b", "Bài c"]


def test_a_new_headline_changes_its_row_and_keeps_the_others(panel: OutlinePanel) -> None:
    panel.choose(Place(part=Part.HEADLINE, article_id="b"))
    row = panel.tree.currentIndex()
    panel.show_issue(edits.change_article(ISSUE, "b", headline="Khác"))
    assert panel.tree.currentIndex() == row
    assert row.data() == "Khác"


def test_the_chosen_row_stays_chosen_when_the_structure_changes(panel: OutlinePanel) -> None:
    panel.choose(Place(part=Part.HEADLINE, article_id="d"))
    panel.show_issue(edits.move_article(ISSUE, "d", "s1", 0))
    chosen = panel.current_place()
    assert chosen is not None
    assert chosen.article_id == "d"


def test_choosing_a_row_with_the_mouse_asks_to_go_there(qtbot: QtBot, panel: OutlinePanel) -> None:
    row = article_row("c", panel.model)
    with qtbot.waitSignal(panel.place_wanted) as asked:
        click(qtbot, panel, row)
    assert asked.args == [Place(part=Part.HEADLINE, article_id="c")]


def test_following_the_cursor_asks_nobody_to_go_anywhere(qtbot: QtBot, panel: OutlinePanel) -> None:
    with qtbot.assertNotEmitted(panel.place_wanted):
        panel.choose(Place(part=Part.BODY, article_id="c", block=3))
    assert panel.tree.currentIndex().data() == "Bài c"


def test_the_cover_is_marked_from_the_beginning(panel: OutlinePanel) -> None:
    panel.tree.setFocus()
    panel.choose(Place())
    assert panel.tree.selectionModel().isSelected(panel.model.index(0, 0))


def test_a_row_is_renamed_in_place(qtbot: QtBot, panel: OutlinePanel) -> None:
    panel.choose(Place(part=Part.SECTION, section_id="s2"))
    panel.rename_current()
    field = panel.tree.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "HAI"
    with qtbot.waitSignal(panel.edited) as asked:
        field.selectAll()
        qtbot.keyClicks(field, "MOI")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    edit, _name, place = asked.args or []
    assert edit(ISSUE).sections[1].label == "MOI"
    assert place == Place(part=Part.SECTION, section_id="s2")


def test_findings_that_come_while_a_row_is_renamed_leave_what_is_marked_and_typed(
    qtbot: QtBot, panel: OutlinePanel
) -> None:
    panel.choose(Place(part=Part.SECTION, section_id="s2"))
    panel.rename_current()
    field = panel.tree.findChild(QLineEdit)
    panel.show_severities({"a": Severity.ERROR})
    qtbot.keyClicks(field, "MOI")
    panel.show_severities({"a": Severity.WARNING})
    assert field.text() == "MOI"


def test_a_renamed_article_has_another_headline(qtbot: QtBot, model: OutlineModel) -> None:
    with qtbot.waitSignal(model.edited) as asked:
        model.setData(article_row("a", model), "Mới")
    assert (asked.args or [])[0](ISSUE).articles[0].headline == "Mới"


@pytest.mark.parametrize(
    ("dragged", "parent", "row", "expected"),
    [
        ("a", "s2", 0, {"s1": "bc", "s2": "ad"}),
        ("a", "s2", -1, {"s1": "bc", "s2": "da"}),
        ("a", "s1", 3, {"s1": "bca", "s2": "d"}),
        ("c", "s1", 0, {"s1": "cab", "s2": "d"}),
        ("a", "s1", 1, {"s1": "abc", "s2": "d"}),
        ("d", "", 2, {"s1": "abcd", "s2": ""}),
        ("d", "", 0, {"s1": "abcd", "s2": ""}),
    ],
)
def test_an_article_is_dragged(
    qtbot: QtBot, model: OutlineModel, dragged: str, parent: str, row: int, expected: dict[str, str]
) -> None:
    edit = dropped(
        qtbot, model, article_row(dragged, model), section_row(parent, model) if parent else TOP, row
    )
    assert order(edit(ISSUE)) == expected


@pytest.mark.parametrize(
    ("dragged", "parent", "row", "expected"),
    [
        ("s1", "", 3, ["s2", "s1"]),
        ("s2", "", 1, ["s2", "s1"]),
        ("s2", "s1", -1, ["s2", "s1"]),
        ("s1", "", -1, ["s2", "s1"]),
    ],
)
def test_a_section_is_dragged(
    qtbot: QtBot, model: OutlineModel, dragged: str, parent: str, row: int, expected: list[str]
) -> None:
    edit = dropped(
        qtbot, model, section_row(dragged, model), section_row(parent, model) if parent else TOP, row
    )
    assert [section.id for section in edit(ISSUE).sections] == expected


def dropped(qtbot: QtBot, model: OutlineModel, row: QModelIndex, parent: QModelIndex, at: int) -> Edit:
    """Return the edit that is asked for when `row` is dropped."""
    data = model.mimeData([row])
    with qtbot.waitSignal(model.edited) as asked:
        assert not model.dropMimeData(data, Qt.DropAction.MoveAction, at, 0, parent)
    edit: Edit = (asked.args or [])[0]
    return edit


def test_the_cover_can_neither_be_renamed_nor_dragged(model: OutlineModel) -> None:
    flags = model.flags(model.index(0, 0))
    assert not flags & (
        Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
    )


def test_the_chosen_row_is_moved_by_a_command(qtbot: QtBot, panel: OutlinePanel) -> None:
    panel.choose(Place(part=Part.HEADLINE, article_id="c"))
    with qtbot.waitSignal(panel.edited) as asked:
        panel.move_current(1)
    assert order((asked.args or [])[0](ISSUE)) == {"s1": "ab", "s2": "cd"}


def test_the_gravest_finding_of_an_article_is_shown_and_spoken(model: OutlineModel) -> None:
    model.show_severities({"a": Severity.ERROR})
    assert sign(article_row("a", model)) == drawn(severity_icon(Severity.ERROR))
    assert "errors" in article_row("a", model).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sign(article_row("b", model)) == drawn(clean_icon())
    assert article_row("b", model).data(Qt.ItemDataRole.AccessibleTextRole) == "Bài b"
    assert sign(section_row("s1", model)) is None


def test_before_the_checks_have_run_nothing_is_said_of_an_article(model: OutlineModel) -> None:
    assert sign(article_row("a", model)) is None
    model.show_severities({})
    model.show(edits.change_article(ISSUE, "a", headline="Khác"))
    assert sign(article_row("a", model)) == drawn(clean_icon())
    model.show(replace(ISSUE, id="j"))
    assert sign(article_row("a", model)) is None


def test_the_sign_is_painted_at_the_right_in_its_colour(panel: OutlinePanel) -> None:
    panel.show_severities({"a": Severity.ERROR})
    row = panel.tree.visualRect(article_row("a", panel.model))
    row.setLeft(row.right() - 24)
    image = panel.tree.viewport().grab(row).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert current_colours().error.lower() in colours


def sign(row: QModelIndex) -> QImage | None:
    icon = row.data(Qt.ItemDataRole.DecorationRole)
    return drawn(icon) if icon else None


def drawn(icon: QIcon) -> QImage:
    return icon.pixmap(16, 16).toImage()


def click(qtbot: QtBot, panel: OutlinePanel, row: QModelIndex) -> None:
    point: QPoint = panel.tree.visualRect(row).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_only_rows_that_say_something_else_are_shown_anew(model: OutlineModel) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    model.show(edits.change_article(ISSUE, "b", author="Tổ biên tập"))
    assert told == []
    model.show(edits.change_article(ISSUE, "b", headline="Khác"))
    assert told == [1]
