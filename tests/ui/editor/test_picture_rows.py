"""Rows of pictures: shown as printed, written in place."""

from __future__ import annotations

import gc
import weakref

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from bulletin_editor.model.blocks import BulletList, ListItem, Paragraph, Picture, PictureRow
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, PicturePlace, Place
from bulletin_editor.model.rich_text import rich
from bulletin_editor.ui.editor.picture_view import PictureView
from bulletin_editor.ui.shown_pictures import ShownPictures
from full_issue import FIRST, SECOND
from issue_strategies import PICTURES
from picture_row_examples import AFTER, BEFORE, PAIR, button, the_panel


def test_the_row_lies_where_the_text_keeps_room_for_it(pictured):
    shown = the_panel(pictured.edit)
    assert shown.isVisible()
    before, after = (pictured.edit.document().findBlockByNumber(number) for number in (0, 2))
    layout = pictured.edit.document().documentLayout()
    assert layout.blockBoundingRect(before).bottom() <= shown.y()
    assert shown.geometry().bottom() <= layout.blockBoundingRect(after).top()
    assert shown.width() <= pictured.edit.viewport().width()


def test_the_row_moves_and_grows_with_the_window(pictured):
    before = the_panel(pictured.edit).geometry()
    pictured.panel.resize(500, 900)
    narrow = the_panel(pictured.edit).geometry()
    assert narrow.width() < before.width()
    assert narrow.height() < before.height()
    layout = pictured.edit.document().documentLayout()
    after = pictured.edit.document().findBlockByNumber(2)
    assert narrow.bottom() <= layout.blockBoundingRect(after).top() < narrow.bottom() + 60


def test_the_row_scrolls_with_the_text(pictured):
    pictured.panel.resize(700, 420)
    bar = pictured.edit.verticalScrollBar()
    before = the_panel(pictured.edit).y()
    bar.setValue(bar.maximum())
    assert bar.maximum() > 0
    assert the_panel(pictured.edit).y() == before - bar.maximum()


def test_caption_credit_and_alternative_texts_are_written_in_place(pictured):
    shown = the_panel(pictured.edit)
    shown.caption.setText("Khác")
    shown.credit.setText("Ai đó")
    QTest.keyClicks(shown._alts[1], "Hai")
    expected = PictureRow(
        pictures=(PAIR.pictures[0], Picture(sha256=SECOND, alt="Hai")), caption="Khác", credit="Ai đó"
    )
    assert pictured.body == (BEFORE, expected, AFTER)
    assert the_panel(pictured.edit) is shown, "the fields one writes in stay"


def test_writing_in_a_caption_is_undone_in_its_order(pictured):
    the_panel(pictured.edit).caption.setText("Khác")
    pictured.put_cursor(0)
    pictured.type("!")
    pictured.workspace.undo()
    assert pictured.body == (BEFORE, replace(PAIR, caption="Khác"), AFTER)
    pictured.workspace.undo()
    assert pictured.body == (BEFORE, PAIR, AFTER)
    assert the_panel(pictured.edit).caption.text() == "Hai ảnh"


def test_a_space_at_the_end_of_a_caption_is_not_taken_away_while_one_types(pictured):
    shown = the_panel(pictured.edit)
    shown.caption.setFocus()
    shown.caption.setText("Hai ")
    assert pictured.body[1].caption == "Hai"
    QTest.keyClicks(shown.caption, "b")
    assert pictured.body[1].caption == "Hai b"


@pytest.mark.parametrize("name", ["Move picture 1 right", "Move picture 2 left"])
def test_pictures_change_places(pictured, name):
    button(pictured.edit, name).click()
    assert pictured.body[1] == replace(PAIR, pictures=PAIR.pictures[::-1])
    pictured.workspace.undo()
    assert pictured.body[1] == PAIR


def test_pictures_go_and_the_last_takes_the_row_with_it(pictured):
    button(pictured.edit, "Remove picture 1").click()
    assert pictured.body[1] == replace(PAIR, pictures=PAIR.pictures[1:])
    button(pictured.edit, "Remove picture 1").click()
    assert pictured.body == (BEFORE, AFTER)
    assert pictured.edit.rows.panels == []


def test_the_row_is_removed_and_comes_back(pictured):
    button(pictured.edit, "Remove the row").click()
    assert pictured.body == (BEFORE, AFTER)
    pictured.workspace.undo()
    assert pictured.body == (BEFORE, PAIR, AFTER)
    assert the_panel(pictured.edit).row == PAIR


def test_pictures_are_put_below_the_paragraph_and_never_into_a_sentence(writing):
    writing.show(BEFORE, AFTER)
    writing.put_cursor(0, at=2)
    pictures = tuple(Picture(sha256=name) for name in list(PICTURES) * 2)[:5]
    writing.panel.insert_pictures(pictures)
    assert writing.body == (
        BEFORE,
        PictureRow(pictures=pictures[:4]),
        PictureRow(pictures=pictures[4:]),
        AFTER,
    )
    assert len(writing.steps) == 1


def test_pictures_join_the_row_that_asked_for_them(pictured, qtbot):
    with qtbot.waitSignal(pictured.panel.pictures_wanted):
        button(pictured.edit, "Add pictures to the row").click()
    new = Picture(sha256=FIRST, alt="Ba")
    pictured.panel.insert_pictures((new,))
    assert pictured.body == (BEFORE, replace(PAIR, pictures=(*PAIR.pictures, new)), AFTER)


def test_the_keyboard_goes_into_the_row_and_back(pictured):
    cursor = pictured.cursor()
    cursor.setPosition(pictured.edit.reading.lines[1].start)
    pictured.edit.setTextCursor(cursor)
    pictured.edit.setFocus()
    pictured.press(Qt.Key.Key_F2)
    assert the_panel(pictured.edit).caption.hasFocus()
    pictured.press(Qt.Key.Key_Escape)
    assert pictured.edit.hasFocus()
    pictured.press(Qt.Key.Key_Return)
    assert the_panel(pictured.edit).caption.hasFocus()
    pictured.press(Qt.Key.Key_Return)
    assert pictured.edit.hasFocus()
    pictured.type("Giữa")
    assert pictured.body == (BEFORE, PAIR, Paragraph(text=rich("Giữa")), AFTER)


def put_cursor_on_row(writing, *, line: int = 1, behind: bool = False) -> None:
    cursor = writing.cursor()
    cursor.setPosition(writing.edit.reading.lines[line].start + behind)
    writing.edit.setTextCursor(cursor)


def test_tab_leads_from_the_text_into_the_row_and_a_tip_says_so(writing):
    writing.show(PAIR, BEFORE, PAIR)
    put_cursor_on_row(writing, line=2)
    writing.press(Qt.Key.Key_Tab)
    shown = writing.edit.rows.panels[1]
    assert shown.views[0].hasFocus()
    assert "Tab" in shown.toolTip()


def test_what_is_typed_in_each_field_is_a_step_of_its_own(pictured):
    first, second = the_panel(pictured.edit)._alts
    for field in (first, second):
        field.setFocus()
        field.setText("Sân")
        field.textEdited.emit("Sân")
    assert [merge for _, _, merge in pictured.steps] == ["a/body/1/2", "a/body/1/3"]


def test_tab_in_a_row_changes_nothing_in_the_text(writing):
    items = BulletList(items=(ListItem(text=rich("một")), ListItem(text=rich("hai"))))
    writing.show(items, PAIR)
    writing.put_cursor(0, text=1)
    the_panel(writing.edit).caption.setFocus()
    writing.press(Qt.Key.Key_Tab)
    assert the_panel(writing.edit).credit.hasFocus()
    assert writing.body == (items, PAIR)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_whatever_gets_the_focus_by_keys_comes_into_sight(pictured, key):
    pictured.panel.resize(700, 420)
    bar, shown = pictured.edit.verticalScrollBar(), the_panel(pictured.edit)
    reached = []
    (shown.views[0] if key == Qt.Key.Key_Tab else shown._remove).setFocus()
    while shown.isAncestorOf(QApplication.focusWidget()):
        reached.append(QApplication.focusWidget())
        assert in_sight(pictured, reached[-1]), reached[-1].accessibleName()
        bar.setValue(bar.maximum() if bar.value() < bar.maximum() / 2 else 0)
        pictured.press(key)
    assert {*shown.views, *shown._alts, shown.caption, shown.credit, shown._add} <= {*reached}


def in_sight(writing, widget: QWidget) -> bool:
    """Whether all of the widget is seen, or as much as there is room for."""
    viewport = writing.edit.viewport()
    top = widget.mapTo(viewport, QPoint()).y()
    return top >= 0 and (top + widget.height() <= viewport.height() or top <= 10)


def test_the_window_that_comes_back_leaves_the_text_where_it_was(pictured, qtbot):
    pictured.panel.resize(700, 420)
    the_panel(pictured.edit).caption.setFocus()
    bar = pictured.edit.verticalScrollBar()
    bar.setValue(0)
    assert not in_sight(pictured, the_panel(pictured.edit).caption)
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.setFocus()
    other.activateWindow()
    qtbot.waitUntil(other.hasFocus)
    pictured.panel.activateWindow()
    qtbot.waitUntil(the_panel(pictured.edit).caption.hasFocus)
    assert bar.value() == 0


@pytest.mark.parametrize("part", ["picture", "between pictures", "word"])
def test_a_click_on_a_row_that_is_half_in_sight_moves_nothing(pictured, part):
    pictured.panel.resize(700, 420)
    bar, shown = pictured.edit.verticalScrollBar(), the_panel(pictured.edit)
    view, label = shown.views[0], shown.findChild(QLabel)
    bar.setValue(bar.maximum() if part == "word" else 0)
    assert not in_sight(pictured, shown)
    before, cursor = bar.value(), pictured.cursor().position()
    places = {
        "picture": view.mapTo(pictured.panel, QPoint(40, 20)),
        "between pictures": view.mapTo(pictured.panel, QPoint(view.width() + 2, 20)),
        "word": label.mapTo(pictured.panel, QPoint(5, 5)),
    }
    QTest.mouseClick(pictured.panel.windowHandle(), Qt.MouseButton.LeftButton, pos=places[part])
    assert bar.value() == before
    assert pictured.cursor().position() == cursor
    assert view.hasFocus() == (part == "picture")


@pytest.mark.parametrize("behind", [False, True])
def test_the_cursor_at_a_row_is_a_line_where_the_next_word_goes(pictured, behind):
    edit, gold = pictured.edit, QColor(pictured.edit.formats.look.gold)
    assert edit.cursorWidth() == 1
    put_cursor_on_row(pictured, behind=behind)
    assert edit.cursorWidth() == 0, "it would be as high as the row"
    row = the_panel(pictured.edit).geometry()
    above, below = row.top() - 2, row.bottom() + 3

    def lines() -> list[int]:
        image = edit.viewport().grab().toImage()
        middle = row.center().x()
        return [y for y in range(above - 2, below + 3) if image.pixelColor(middle, y) == gold]

    assert lines()
    assert all(abs(y - (below if behind else above)) <= 2 for y in lines())
    pictured.panel.fields.headline.setFocus()
    assert not lines()
    pictured.put_cursor(0)
    assert edit.cursorWidth() == 1


def test_what_was_inserted_is_in_sight_with_the_cursor_behind_it(writing):
    writing.panel.resize(700, 500)
    long = Paragraph(text=rich("Một câu dài. " * 20))
    writing.show(*[long] * 12)
    writing.put_cursor(5)
    writing.panel.insert_pictures((Picture(sha256=FIRST), Picture(sha256=SECOND)))
    assert in_sight(writing, the_panel(writing.edit).credit)
    assert writing.edit.viewport().rect().contains(writing.edit.cursorRect())


def test_words_typed_beside_pictures_become_a_paragraph(pictured):
    cursor = pictured.cursor()
    cursor.setPosition(pictured.edit.reading.lines[1].start)
    pictured.edit.setTextCursor(cursor)
    pictured.type("Giữa")
    assert pictured.body == (BEFORE, Paragraph(text=rich("Giữa")), PAIR, AFTER)
    assert not any(line.is_odd for line in pictured.edit.reading.lines)


def test_the_focus_in_a_row_is_a_place(pictured):
    place = Place(part=Part.BODY, article_id="a", block=1, text=2, start=1, end=3)
    pictured.panel.go_to(place)
    assert the_panel(pictured.edit)._alts[0].selectedText() == "ột"
    assert pictured.panel.place() == place


def test_a_picture_without_a_file_is_an_empty_frame(writing):
    row = PictureRow(pictures=(Picture(sha256="0" * 64),))
    writing.show(row)
    assert writing.body == (row,)
    assert the_panel(writing.edit).isVisible()
    writing.panel.grab()


def test_rows_that_go_together_give_the_focus_back_to_the_text(writing):
    writing.show(PAIR, BEFORE, PAIR, AFTER)
    rows = writing.edit.rows.panels
    rows[1].caption.setFocus()
    writing.edit.show_body((AFTER,))
    assert writing.edit.rows.panels == []
    assert writing.edit.hasFocus()
    assert writing.panel.place().part is Part.BODY


def test_pictures_of_another_article_are_let_go(writing, monkeypatch):
    drawn: dict[str, weakref.ref[QPixmap]] = {}
    original = ShownPictures.pixmap

    def noted(shown: ShownPictures, picture: Picture, file: PictureFile) -> QPixmap:
        pixmap = original(shown, picture, file)
        drawn[picture.sha256] = weakref.ref(pixmap)
        return pixmap

    monkeypatch.setattr(ShownPictures, "pixmap", noted)
    writing.show(PAIR)
    writing.panel.grab()
    assert drawn.keys() == {FIRST, SECOND}
    writing.show(PictureRow(pictures=(Picture(sha256=SECOND),)))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the row that went
    gc.collect()
    assert drawn[FIRST]() is None
    assert drawn[SECOND]() is not None


@pytest.mark.parametrize("way", ["button", "double click", "Enter", "menu"])
def test_a_picture_is_to_be_edited(pictured, qtbot, way):
    view = the_panel(pictured.edit).views[1]
    with qtbot.waitSignal(pictured.panel.picture_editing_wanted) as told:
        if way == "button":
            button(pictured.edit, "Edit picture 2").click()
        elif way == "double click":
            QTest.mouseDClick(view, Qt.MouseButton.LeftButton)
        elif way == "Enter":
            QTest.keyClick(view, Qt.Key.Key_Return)
        else:
            choose_in_menu(view, "Edit picture 2")
    assert told.args == [PicturePlace(article_id="a", block=1, number=1)]


def choose_in_menu(view: PictureView, words: str) -> None:
    QApplication.sendEvent(
        view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), view.mapToGlobal(QPoint(5, 5)))
    )
    (menu,) = view.findChildren(QMenu)
    (action,) = (each for each in menu.actions() if each.text() == words)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_the_focus_goes_with_the_picture_that_is_moved(pictured):
    view = the_panel(pictured.edit).views[0]
    view.setFocus()
    choose_in_menu(view, "Move picture 1 right")
    assert pictured.body[1].pictures == PAIR.pictures[::-1]
    assert the_panel(pictured.edit).views[1].hasFocus()


def test_a_published_article_offers_no_editing(pictured, qtbot):
    pictured.panel.set_read_only(True)
    view = the_panel(pictured.edit).views[0]
    with qtbot.assertNotEmitted(pictured.panel.picture_editing_wanted):
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton)
        QTest.keyClick(view, Qt.Key.Key_Return)
    buttons = the_panel(pictured.edit).findChildren(QToolButton)
    assert not [each for each in buttons if each.isVisible() and not isinstance(each.parent(), QLineEdit)]
