"""The cover panel shows what stands on the cover, and asks for each edit."""

from __future__ import annotations

import unicodedata
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bulletin_editor.export.template_settings import read_settings
from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.messages import Messages
from bulletin_editor.model import edits
from bulletin_editor.model.adjustments import Adjustments, Crop, Focus
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.issue import (
    Article,
    CoverLine,
    CoverMode,
    Issue,
    IssueKey,
    Period,
    Section,
    Status,
)
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, Place
from bulletin_editor.paths import shipped
from bulletin_editor.ui.cover_panel import CoverPanel
from issue_strategies import PICTURES

FILE = next(iter(PICTURES.values()))
PICTURES_AT_HAND = {FILE.sha256: FILE}
ISSUE = edits.set_status(
    Issue(
        id="i",
        key=IssueKey(year=2026, number=5),
        period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
        slogan=("Dòng một", "Dòng hai"),
        cover_picture=Picture(sha256=FILE.sha256, alt="Chợ phiên"),
        sections=(
            Section(
                id="s",
                label="TIN",
                articles=(
                    Article(id="a", headline="Bài một"),
                    Article(id="b", headline="Bài hai", cover_line=CoverLine(mode=CoverMode.OFF)),
                    Article(id="c", headline="Bài ba"),
                ),
            ),
        ),
    ),
    Status.REVIEW,
    date(2026, 2, 6),
)


@pytest.fixture
def panel(qtbot: QtBot, messages: Messages) -> CoverPanel:
    panel = CoverPanel(messages)
    qtbot.addWidget(panel)
    panel.resize(640, 700)
    panel.show_issue(ISSUE, PICTURES_AT_HAND)
    panel.show()
    return panel


def edited(arguments: list[object] | None) -> Issue:
    assert arguments is not None
    edit = arguments[0]
    assert callable(edit)
    changed = edit(ISSUE)
    assert isinstance(changed, Issue)
    return changed


def test_it_shows_the_issue(panel: CoverPanel) -> None:
    assert (panel.number.value(), panel.year.value()) == (5, 2026)
    assert panel.start.text() == "02/02/2026"
    assert panel.slogan.toPlainText() == "Dòng một\nDòng hai"
    assert panel.alt.text() == "Chợ phiên"
    assert panel.picture.is_at_hand
    assert "06/02/2026" in panel.status.text()
    lines = [panel.cover_lines.item(row).text() for row in range(panel.cover_lines.count())]
    assert lines == ["01  Bài một", "02  Bài ba"]


def test_showing_it_asks_for_nothing(qtbot: QtBot, panel: CoverPanel) -> None:
    other = replace(ISSUE, key=IssueKey(year=2025, number=9), slogan=(), cover_picture=None)
    with qtbot.assertNotEmitted(panel.edited):
        panel.show_issue(other, {})
        panel.show_issue(ISSUE, PICTURES_AT_HAND)


def test_number_and_period_are_edited(qtbot: QtBot, panel: CoverPanel) -> None:
    with qtbot.waitSignal(panel.edited) as asked:
        panel.number.setFocus()
        qtbot.keyClick(panel.number, Qt.Key.Key_Up)
    assert edited(asked.args).key == IssueKey(year=2026, number=6)
    with qtbot.waitSignal(panel.edited) as asked:
        panel.end.setDate(QDate(2026, 2, 9))
    assert edited(asked.args).period.end == date(2026, 2, 9)


def test_the_slogan_is_typed_line_by_line(qtbot: QtBot, panel: CoverPanel) -> None:
    panel.slogan.selectAll()
    asked: list[object] = []
    panel.edited.connect(lambda edit, *_: asked.append(edit))
    qtbot.keyClicks(panel.slogan, "a ")
    qtbot.keyClick(panel.slogan, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.slogan, "b")
    assert edited(asked[-1:]).slogan == ("a", "b")


def test_what_was_typed_stands_as_it_was_typed(qtbot: QtBot, panel: CoverPanel) -> None:
    panel.slogan.selectAll()
    qtbot.keyClicks(panel.slogan, "a ")
    panel.show_issue(replace(ISSUE, slogan=("a",)), PICTURES_AT_HAND)
    assert panel.slogan.toPlainText() == "a "


@pytest.mark.parametrize("typed", ["hai\tlần ", unicodedata.normalize("NFD", "Điện Biên"), "Một\x02"])
def test_what_came_of_an_edit_leaves_the_fields_as_they_were_typed(panel: CoverPanel, typed: str) -> None:
    asked: list[edits.Edit] = []
    panel.edited.connect(lambda edit, *_: asked.append(edit))
    panel.slogan.setPlainText(typed)
    panel.alt.setText(typed)
    issue = ISSUE
    for edit in asked:
        issue = edit(issue)
    stood = panel.slogan.toPlainText(), panel.alt.text()
    panel.show_issue(issue, PICTURES_AT_HAND)
    assert (panel.slogan.toPlainText(), panel.alt.text()) == stood


def test_the_alternative_text_and_removing_the_picture(qtbot: QtBot, panel: CoverPanel) -> None:
    with qtbot.waitSignal(panel.edited) as asked:
        panel.alt.setText("Đồi chè")
    assert edited(asked.args).cover_picture == Picture(sha256=FILE.sha256, alt="Đồi chè")
    with qtbot.waitSignal(panel.edited) as asked:
        qtbot.mouseClick(panel.remove_picture, Qt.MouseButton.LeftButton)
    assert edited(asked.args).cover_picture is None


def test_characters_that_no_print_can_carry_are_left_out(qtbot: QtBot, panel: CoverPanel) -> None:
    with qtbot.waitSignal(panel.edited) as asked:
        panel.alt.setText("Đồi\x02 chè")
    assert edited(asked.args).cover_picture == Picture(sha256=FILE.sha256, alt="Đồi chè")
    with qtbot.waitSignal(panel.edited) as asked:
        panel.slogan.setPlainText("Một\x02 dòng\x1b")
    assert edited(asked.args).slogan == ("Một dòng",)


def test_the_alternative_text_goes_to_the_picture_that_is_there_by_then(
    qtbot: QtBot, panel: CoverPanel
) -> None:
    with qtbot.waitSignal(panel.edited) as asked:
        panel.alt.setText("Đồi chè")
    edit = (asked.args or [])[0]
    assert edit(replace(ISSUE, cover_picture=None)).cover_picture is None
    other = Picture(sha256="0" * 64)
    assert edit(replace(ISSUE, cover_picture=other)).cover_picture == replace(other, alt="Đồi chè")


def test_a_picture_that_is_not_at_hand_is_shown_once_it_is(panel: CoverPanel) -> None:
    other = list(PICTURES.values())[1]
    issue = replace(ISSUE, cover_picture=Picture(sha256=other.sha256, alt="Khác"))
    panel.show_issue(issue, {})
    assert not panel.picture.is_at_hand
    assert not panel.edit_picture.isEnabled()
    assert panel.alt.text() == "Khác"
    panel.show_issue(issue, {other.sha256: other})
    assert panel.picture.is_at_hand


def test_a_picture_is_asked_for(qtbot: QtBot, panel: CoverPanel) -> None:
    with qtbot.waitSignal(panel.picture_wanted):
        qtbot.mouseClick(panel.choose_picture, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", ["button", "double click", "Enter"])
def test_the_picture_is_to_be_edited(qtbot: QtBot, panel: CoverPanel, way: str) -> None:
    with qtbot.waitSignal(panel.picture_editing_wanted):
        if way == "button":
            qtbot.mouseClick(panel.edit_picture, Qt.MouseButton.LeftButton)
        elif way == "double click":
            qtbot.mouseDClick(panel.picture, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(panel.picture, Qt.Key.Key_Return)


def test_the_picture_is_shown_adjusted_and_cut_around_its_focus(panel: CoverPanel) -> None:
    file = halves("red", "blue")
    panel.measure_by(read_settings(shipped("templates") / "dien-bien" / "template.toml"))
    panel.show_issue(replace(ISSUE, cover_picture=Picture(sha256=file.sha256)), {file.sha256: file})
    assert colours_in(panel.picture) == {"red", "blue"}
    left = Picture(sha256=file.sha256, focus=Focus(x=0.1))
    panel.show_issue(replace(ISSUE, cover_picture=left), {file.sha256: file})
    assert colours_in(panel.picture) == {"red"}
    turned = Picture(sha256=file.sha256, adjustments=Adjustments(crop=Crop(left=0.5)))
    panel.show_issue(replace(ISSUE, cover_picture=turned), {file.sha256: file})
    assert colours_in(panel.picture) == {"blue"}


def halves(left: str, right: str) -> PictureFile:
    """A picture five times as wide as high, of two colours."""
    image = Image.new("RGB", (500, 100), left)
    image.paste(right, (250, 0, 500, 100))
    stream = BytesIO()
    image.save(stream, "PNG")
    return prepare_picture(stream.getvalue(), name="nửa.png")


def colours_in(widget: QWidget) -> set[str]:
    """Which of red and blue are seen to the left and right of the middle."""
    image = widget.grab().toImage()
    middle, height = image.width() // 2, image.height() // 2
    names = {QColor("red").rgb(): "red", QColor("blue").rgb(): "blue"}
    return {names[image.pixel(middle + step, height)] for step in (-40, 40)}


def test_a_picture_is_dropped_anywhere_on_the_cover(qtbot: QtBot, panel: CoverPanel) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/ảnh/chợ.HEIC"), QUrl.fromLocalFile("/ảnh/hai.jpg")])
    entering, drop = drag(QDragEnterEvent, data), drag(QDropEvent, data)
    QApplication.sendEvent(panel.viewport(), entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(panel.picture_dropped) as told:
        QApplication.sendEvent(panel.viewport(), drop)
    assert told.args == [Path("/ảnh/chợ.HEIC")]
    assert not [field for field in panel.widget().findChildren(QWidget) if field.acceptDrops()]


def test_nothing_but_a_picture_is_taken_from_a_drag(panel: CoverPanel) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/bài/tin.docx")])
    entering = drag(QDragEnterEvent, data)
    QApplication.sendEvent(panel.viewport(), entering)
    assert not entering.isAccepted()
    panel.set_read_only(True)
    assert not panel.viewport().acceptDrops()


def drag(kind: type[QDropEvent], data: QMimeData) -> QDropEvent:
    at = QPoint(30, 30) if kind is QDragEnterEvent else QPointF(30, 30)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = kind(at, Qt.DropAction.CopyAction, data, buttons, keys)
    event.setAccepted(False)
    return event


def test_without_a_picture_there_is_nothing_to_say_of_it(panel: CoverPanel) -> None:
    panel.show_issue(replace(ISSUE, cover_picture=None), {})
    assert not panel.alt.isEnabled()
    assert not panel.remove_picture.isEnabled()
    assert panel.picture.accessibleDescription()
    assert not panel.edit_picture.isEnabled()


def test_what_is_undone_leaves_the_focus_in_its_field(panel: CoverPanel) -> None:
    issue, cover = Place(part=Part.ISSUE), Place(part=Part.COVER)
    panel.activateWindow()
    for field, place in ((panel.year, issue), (panel.end, issue), (panel.slogan, cover), (panel.alt, cover)):
        field.setFocus()
        panel.go_to(place)
        assert panel.window().focusWidget() is field
    panel.go_to(issue)
    assert panel.window().focusWidget() is panel.start


def test_a_cover_line_leads_to_its_article(qtbot: QtBot, panel: CoverPanel) -> None:
    with qtbot.waitSignal(panel.place_wanted) as asked:
        panel.cover_lines.itemActivated.emit(panel.cover_lines.item(1))
    assert asked.args == [Place(part=Part.COVER_LINE, article_id="c")]


def test_a_published_issue_can_only_be_read(panel: CoverPanel) -> None:
    panel.set_read_only(True)
    assert panel.slogan.isReadOnly()
    assert not panel.choose_picture.isEnabled()
    panel.set_read_only(False)
    assert not panel.slogan.isReadOnly()
