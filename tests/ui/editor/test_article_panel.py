"""The fields above the text, and the panel as a whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolButton,
)

import issue_strategies as some
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.issue import CoverLine, CoverMode, Source
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import rich
from bulletin_editor.ui.editor.cover_line_field import marked_difference
from bulletin_editor.ui.preferences import ThemeChoice
from bulletin_editor.ui.theme import apply_theme
from editor_examples import MANY
from full_issue import full_issue
from issue_strategies import PICTURES

OTHER = CoverLine(mode=CoverMode.OTHER, text="Hội nghị ở tỉnh")


@MANY
@given(article=some.articles())
def test_showing_an_article_asks_for_nothing(writing, article):
    writing.panel.show_article(article, PICTURES)
    writing.panel.update_article(article)
    fields = writing.panel.fields
    assert fields.headline.headline == article.headline
    assert fields.cover_line.cover_line == article.cover_line
    assert writing.steps == []


def test_each_field_is_written_into_its_place(writing):
    fields = writing.panel.fields
    fields.headline.setPlainText("Tiêu đề mới")
    fields.author.setText("Tổ chép tin")
    fields.source_name.setText("Báo")
    fields.source_url.setText("https://example.org/a")
    fields.has_day.click()
    fields.day.setDate(QDate(2026, 5, 26))
    article = writing.article
    assert (article.headline, article.author) == ("Tiêu đề mới", "Tổ chép tin")
    assert article.source == Source(name="Báo", url="https://example.org/a")
    assert article.event_date == date(2026, 5, 26)
    assert [place.part for _, place, _ in writing.steps][:3] == [Part.HEADLINE, Part.AUTHOR, Part.SOURCE]
    fields.has_day.click()
    assert writing.article.event_date is None


def test_fields_are_undone_in_their_order_with_the_text(writing):
    writing.panel.fields.author.setText("Tổ")
    writing.type("Lời")
    writing.panel.fields.headline.setPlainText("Khác")
    for _ in range(4):
        writing.workspace.undo()
    assert (writing.article.author, writing.body) == ("Tổ", ())
    assert writing.panel.fields.headline.headline == "Hội nghị đổi mới"
    writing.workspace.undo()
    assert writing.panel.fields.author.text() == ""


def test_enter_in_the_headline_goes_to_the_text(writing):
    headline = writing.panel.fields.headline
    headline.setFocus()
    writing.press(Qt.Key.Key_Return)
    assert writing.edit.hasFocus()
    assert writing.article.headline == "Hội nghị đổi mới"


def test_a_long_headline_is_shown_whole(writing):
    headline = writing.panel.fields.headline
    one_line = headline.height()
    headline.setPlainText("HỘI NGHỊ ĐỔI MỚI " * 8)
    assert headline.height() >= 2 * one_line - 20
    assert headline.height() >= headline.document().size().height() * headline.fontMetrics().lineSpacing()


def test_a_headline_of_several_pasted_lines_is_one(writing):
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText("MỘT\nHAI")
    writing.panel.fields.headline.selectAll()
    writing.panel.fields.headline.insertFromMimeData(data)
    assert writing.article.headline == "MỘT HAI"


def test_copied_files_do_not_become_a_headline(writing):
    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import QGuiApplication

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/anh/IMG_1.jpg")])
    QGuiApplication.clipboard().setMimeData(data)
    writing.panel.fields.headline.paste()
    assert writing.article.headline == "Hội nghị đổi mới"


def test_another_cover_line_begins_as_the_headline_and_shows_the_difference(writing):
    field = writing.panel.fields.cover_line
    choose(field, CoverMode.OTHER)
    assert writing.article.cover_line == CoverLine(mode=CoverMode.OTHER, text="Hội nghị đổi mới")
    assert not field.difference.isVisible()
    field.words.setText("Hội nghị ở tỉnh")
    assert writing.article.cover_line == OTHER
    assert field.difference.isVisible()
    assert "<s" in field.difference.text()
    assert "đổi mới" in field.difference.text()
    field.words.setText("")
    assert writing.article.cover_line == CoverLine()
    assert field.words.isVisible(), "one may go on writing"
    choose(field, CoverMode.OFF)
    assert writing.article.cover_line == CoverLine(mode=CoverMode.OFF)
    writing.workspace.undo()
    assert field.mode.currentData() == CoverMode.SAME


def test_the_difference_follows_the_headline(writing):
    writing.show(cover_line=OTHER)
    field = writing.panel.fields.cover_line
    assert field.difference.isVisible()
    writing.panel.fields.headline.setPlainText("Hội nghị ở tỉnh")
    assert not field.difference.isVisible()


def test_words_that_differ_are_marked_by_more_than_colour():
    marked = marked_difference("Hội nghị <mới>", "Hội thi <mới> nhất", gone="#111111", added="#222222")
    assert marked == (
        'Hội <s style="color:#111111">nghị</s> <u style="color:#222222"><b>thi</b></u> &lt;mới&gt; '
        '<u style="color:#222222"><b>nhất</b></u>'
    )


def test_an_address_that_is_not_complete_is_said_and_not_saved(writing):
    fields = writing.panel.fields
    fields.source_url.setText("https:/")
    assert writing.article.source == Source()
    assert fields._url_problem.isVisible()
    fields.source_url.setText("example.org/tin")
    fields.source_url.editingFinished.emit()
    assert writing.article.source == Source(url="https://example.org/tin")
    assert not fields._url_problem.isVisible()


def test_large_counts_are_written_as_people_write_them(vietnamese, writing):
    writing.show(Paragraph(text=rich("một " * 1200)))
    assert writing.panel.status.text().startswith("1.200 từ, ")


def test_characters_that_no_print_can_carry_are_left_out(writing):
    writing.panel.fields.author.setText("Tổ\x0b chép\x02 tin")
    assert writing.article.author == "Tổ chép tin"


@pytest.mark.parametrize(
    "place",
    [
        Place(part=Part.HEADLINE, article_id="a", start=4, end=8),
        Place(part=Part.AUTHOR, article_id="a", start=0, end=2),
        Place(part=Part.SOURCE, article_id="a", start=0, end=3),
        Place(part=Part.COVER_LINE, article_id="a", start=4, end=8),
        Place(part=Part.HEADLINE, article_id="a"),
        Place(part=Part.COVER_LINE, article_id="a"),
        Place(part=Part.AUTHOR, article_id="a"),
        Place(part=Part.EVENT_DATE, article_id="a"),
    ],
)
def test_every_field_can_be_gone_to_and_is_told_again(writing, place):
    writing.show(cover_line=OTHER, author="Tổ chép", source=Source(name="Báo"), event_date=date(2026, 5, 26))
    writing.edit.setFocus()
    writing.panel.go_to(place)
    assert not writing.edit.hasFocus()
    assert writing.panel.place() == place


def test_going_to_a_paragraph_selects_nothing_that_the_next_letter_would_replace(writing, qtbot):
    writing.show(Paragraph(text=rich("Một")), Paragraph(text=rich("Hai")))
    writing.panel.go_to(Place(part=Part.BODY, article_id="a", block=1))
    qtbot.keyClicks(writing.edit, "X")
    assert writing.article.body == (Paragraph(text=rich("Một")), Paragraph(text=rich("XHai")))


def test_moves_of_the_cursor_are_told(writing, qtbot):
    writing.show(Paragraph(text=rich("Một")), Paragraph(text=rich("Hai")))
    with qtbot.waitSignal(writing.panel.cursor_moved) as told:
        writing.put_cursor(1, at=2)
    assert told.args[0].block == 1


def test_a_published_issue_is_read_and_not_changed(writing):
    writing.show(*full_issue().articles[0].body)
    writing.panel.set_read_only(True)
    body = writing.body
    writing.put_cursor(0)
    writing.type("x")
    writing.press(Qt.Key.Key_Return)
    writing.press(Qt.Key.Key_Tab)
    for action in writing.panel.actions_by_name.values():
        assert not action.isEnabled()
    (row,) = writing.edit.rows.panels
    assert row.caption.isReadOnly()
    assert writing.panel.fields.headline.isReadOnly()
    assert writing.body == body
    writing.panel.set_read_only(False)
    writing.put_cursor(0)
    writing.type("x")
    assert writing.body != body


def test_every_control_has_a_name_for_those_who_cannot_see_it(writing):
    writing.show(*full_issue().articles[0].body)
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractButton, QAbstractSpinBox)
    for kind in kinds:
        for control in writing.panel.findChildren(kind):
            inside = control.parent()
            is_part = isinstance(inside, QAbstractSpinBox | QComboBox) or control.objectName().startswith(
                "qt_"
            )
            named = control.accessibleName() or getattr(control, "text", str)() or control.toolTip()
            assert is_part or named, (kind, control)


def choose(field, mode: CoverMode) -> None:
    index = field.mode.findData(mode)
    field.mode.setCurrentIndex(index)
    field.mode.activated.emit(index)


# ---- Where there is little room ----


@pytest.fixture
def in_little_room(writing):
    """A long headline, and a window as low as that of a laptop with large letters."""
    words = "HỘI THI ROBOT HỌC ĐƯỜNG: BỐN MƯƠI HAI ĐỘI TUYỂN GIẢI BÀI TOÁN CỦA BẢN LÀNG VÙNG CAO"
    writing.show(Paragraph(text=rich("Chữ.")))
    writing.panel.fields.headline.setPlainText(words)
    writing.panel.resize(400, 300)
    QApplication.processEvents()
    return writing


def is_shown_whole(field) -> bool:
    return field.visibleRegion().boundingRect() == field.rect()


def is_in_sight(field) -> bool:
    return field.visibleRegion().contains(field.rect().center())


def test_in_a_low_window_there_is_room_to_write(in_little_room):
    panel = in_little_room.panel
    assert panel.height() == 300
    lines = panel.edit.viewport().height() / panel.edit.fontMetrics().lineSpacing()
    assert lines >= 5
    assert is_shown_whole(panel.status)


def test_fields_that_find_no_room_are_scrolled_to_when_they_are_reached(in_little_room):
    fields = in_little_room.panel.fields
    assert not is_in_sight(fields.author)
    fields.headline.setFocus()
    for field in (
        fields.cover_line.mode,
        fields.has_day,
        fields.source_name,
        fields.source_url,
        fields.author,
    ):
        in_little_room.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is field
        assert is_in_sight(field)
    in_little_room.panel.go_to(Place(part=Part.EVENT_DATE, article_id="a"))
    assert is_in_sight(fields.has_day)
    in_little_room.show()
    assert is_shown_whole(fields.headline), "another article is shown from its beginning"


def test_where_there_is_room_all_fields_are_shown(in_little_room):
    panel = in_little_room.panel
    panel.resize(400, 700)
    QApplication.processEvents()
    for field in (panel.fields.headline, panel.fields.cover_line.mode, panel.fields.author):
        assert is_shown_whole(field)


def test_the_wheel_scrolls_the_fields_and_changes_none(in_little_room):
    fields = in_little_room.panel.fields
    fields.has_day.click()
    fields.headline.setFocus()
    before = in_little_room.article
    for field in (fields.cover_line.mode, fields.day):
        assert not roll(field), "it is left to what is around the field"
        assert in_little_room.article == before
    assert not is_shown_whole(fields.author)
    for _ in range(3):
        roll(fields.parentWidget())
    assert is_shown_whole(fields.author)


def roll(widget) -> bool:
    """Turn the wheel over `widget` towards the officer, and return whether it took that."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, QPointF(widget.mapToGlobal(widget.rect().center())), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_tools_that_find_no_room_are_behind_a_button_that_can_be_seen(in_little_room, qapp, choice):
    more = in_little_room.panel.findChild(QToolButton, "qt_toolbar_ext_button")
    assert more.isVisible()
    try:
        apply_theme(qapp, choice)
        drawn = more.grab().toImage()
    finally:
        apply_theme(qapp, ThemeChoice.LIGHT)
    lightness = [
        drawn.pixelColor(x, y).lightness() for x in range(drawn.width()) for y in range(drawn.height())
    ]
    assert max(lightness) - min(lightness) > 128
    assert more.accessibleName()


def test_the_table_is_among_the_tools_that_find_no_room(in_little_room):
    more = in_little_room.panel.findChild(QToolButton, "qt_toolbar_ext_button")
    more.menu().aboutToShow.emit()
    menus = [action.menu() for action in more.menu().actions() if action.menu()]
    (table,) = menus
    assert in_little_room.panel.actions_by_name["insert_table"] in table.actions()
