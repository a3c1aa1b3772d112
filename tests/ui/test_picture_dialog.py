"""The dialog for one picture: cropped, turned, straightened and brightened by mouse and keys."""

from __future__ import annotations

import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from bulletin_editor.export.picture_fit import fitted
from bulletin_editor.model.adjustments import Adjustments, Crop, Focus
from bulletin_editor.model.blocks import Picture
from bulletin_editor.ui.dialogs.picture.dialog import PictureDialog
from bulletin_editor.ui.dialogs.picture.printing import FrameShape, Printing
from hands import click_button, type_text

NAME = "a" * 64
WIDTH, HEIGHT = 1200, 800
SQUARE, WIDE = FrameShape("Vuông", 1.0), FrameShape("Rộng", 2.0)
PRINTING = Printing(
    width=WIDTH, height=HEIGHT, shapes=(SQUARE, WIDE), fit=lambda shape: fitted(shape, 80, 80)
)
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[PictureDialog]:
    """The dialog over a picture with nothing done to it, its left half red and the right one blue."""
    yield from opened(qtbot, Picture(sha256=NAME, alt="Chợ"))


@pytest.fixture
def cropped(qtbot: QtBot) -> Iterator[PictureDialog]:
    """The dialog over a picture of which only the middle half is left in each direction."""
    half = Crop(left=0.25, top=0.25, right=0.25, bottom=0.25)
    yield from opened(qtbot, Picture(sha256=NAME, adjustments=Adjustments(crop=half)))


def opened(qtbot: QtBot, picture: Picture) -> Iterator[PictureDialog]:
    dialog = PictureDialog(picture, PRINTING)
    qtbot.addWidget(dialog)
    dialog.resize(1100, 640)
    dialog.show()
    dialog.activateWindow()
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for x in range(300, 600):
        for y in range(400):
            image.setPixelColor(x, y, QColor("blue"))
    dialog.show_picture(image)
    yield dialog


def adjusted(dialog: PictureDialog) -> Adjustments:
    return dialog.picture.adjustments


def drag(dialog: PictureDialog, start: QPointF, by: QPoint) -> None:
    """Pull with the left button from a point of the view."""
    view, at = dialog.view, start.toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    for step in (1, 2, 3):
        QTest.mouseMove(view, at + by * step / 3)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at + by)


def point(dialog: PictureDialog, across: float, down: float) -> QPointF:
    """The point of the view where these shares of the whole picture are."""
    room = dialog.view.room()
    return QPointF(room.x() + across * room.width(), room.y() + down * room.height())


# ---- Cropping ------------------------------------------------------------------------------------------


def test_a_corner_is_drawn_with_the_mouse(dialog: PictureDialog) -> None:
    room = dialog.view.room()
    drag(dialog, room.topLeft(), QPoint(round(room.width() / 4), round(room.height() / 2)))
    crop = adjusted(dialog).crop
    assert (crop.left, crop.top, crop.right, crop.bottom) == pytest.approx((0.25, 0.5, 0, 0), abs=0.01)


def test_the_frame_is_moved_with_the_mouse(cropped: PictureDialog) -> None:
    drag(cropped, point(cropped, 0.4, 0.4), QPoint(-1000, 0))
    crop = adjusted(cropped).crop
    assert (crop.left, crop.top, crop.right, crop.bottom) == pytest.approx((0, 0.25, 0.5, 0.25), abs=0.01)


def test_a_drag_that_ends_on_the_picture_sets_no_focus(cropped: PictureDialog) -> None:
    drag(cropped, point(cropped, 0.4, 0.4), QPoint(40, 0))
    assert cropped.picture.focus == Focus()


def test_arrows_move_the_frame_and_shift_resizes_it(cropped: PictureDialog) -> None:
    cropped.view.setFocus()
    QTest.keyClick(cropped.view, Qt.Key.Key_Left)
    QTest.keyClick(cropped.view, Qt.Key.Key_Down)
    crop = adjusted(cropped).crop
    assert (crop.left, crop.top) == pytest.approx((0.24, 0.26), abs=0.001)
    QTest.keyClick(cropped.view, Qt.Key.Key_Right, SHIFT)
    assert adjusted(cropped).crop.right == pytest.approx(0.25, abs=0.001)
    QTest.keyClick(cropped.view, Qt.Key.Key_Up, SHIFT)
    assert adjusted(cropped).crop.bottom == pytest.approx(0.25, abs=0.001)


def test_a_shape_of_the_layout_is_taken_and_kept(dialog: PictureDialog) -> None:
    shape = dialog.tools.shapes
    assert shape.itemText(1) == "As here: Vuông"
    shape.setFocus()
    QTest.keyClick(shape, Qt.Key.Key_Down)
    assert pixels(dialog) == pytest.approx((HEIGHT, HEIGHT), abs=1)
    drag(dialog, dialog.view.frame().bottomRight(), QPoint(-60, -20))
    width, height = pixels(dialog)
    assert width == pytest.approx(height, abs=2)
    assert width < HEIGHT


def pixels(dialog: PictureDialog) -> tuple[float, float]:
    """Width and height of what the crop leaves."""
    crop = adjusted(dialog).crop
    turned = adjusted(dialog).turns % 2
    width, height = (HEIGHT, WIDTH) if turned else (WIDTH, HEIGHT)
    return width * (1 - crop.left - crop.right), height * (1 - crop.top - crop.bottom)


def test_what_is_cropped_off_is_dim(cropped: PictureDialog) -> None:
    image = cropped.view.grab().toImage()
    outside = image.pixelColor(point(cropped, 0.1, 0.1).toPoint())
    inside = image.pixelColor(point(cropped, 0.35, 0.3).toPoint())
    assert inside == QColor("red")
    assert outside.red() < 150


# ---- Turning, straightening, light ---------------------------------------------------------------------


def test_it_is_turned_by_quarters_and_crop_and_focus_turn_with_it(qtbot: QtBot) -> None:
    crop, focus = Crop(left=0.1, top=0.2, right=0.3), Focus(x=0.25, y=0.75)
    picture = Picture(sha256=NAME, adjustments=Adjustments(crop=crop), focus=focus)
    for dialog in opened(qtbot, picture):
        QTest.mouseClick(dialog.tools.turn_right, Qt.MouseButton.LeftButton)
        assert adjusted(dialog) == Adjustments(turns=1, crop=Crop(top=0.1, right=0.2, bottom=0.3))
        assert dialog.picture.focus == Focus(x=0.25, y=0.25)
        colours = dialog.view.grab().toImage()
        room = dialog.view.room()
        assert room.height() > room.width()
        assert colours.pixelColor(point(dialog, 0.3, 0.2).toPoint()) == QColor("red")
        QTest.mouseClick(dialog.tools.turn_left, Qt.MouseButton.LeftButton)
        assert dialog.picture == picture


def test_it_is_straightened_with_a_grid_over_it(dialog: PictureDialog) -> None:
    plain = dialog.view.grab().toImage()
    dialog.tools.angle.slider.setFocus()
    gridded = dialog.view.grab().toImage()
    assert gridded != plain
    QTest.keyClick(dialog.tools.angle.slider, Qt.Key.Key_Right)
    assert adjusted(dialog).angle == 0.1
    dialog.tools.angle.field.setFocus()
    dialog.tools.angle.field.selectAll()
    QTest.keyClicks(dialog.tools.angle.field, "-12")
    QTest.keyClick(dialog.tools.angle.field, Qt.Key.Key_Tab)
    assert adjusted(dialog).angle == -12
    assert dialog.tools.angle.slider.value() == -120


def test_light_is_changed_and_seen_at_once(dialog: PictureDialog) -> None:
    at = point(dialog, 0.2, 0.15).toPoint()
    QTest.keyClick(dialog.tools.brightness.slider, Qt.Key.Key_Home)
    QTest.keyClick(dialog.tools.contrast.slider, Qt.Key.Key_End)
    assert (adjusted(dialog).brightness, adjusted(dialog).contrast) == (-100, 100)
    assert dialog.view.grab().toImage().pixelColor(at) == QColor("red"), "black and white stay"
    grey = QImage(60, 40, QImage.Format.Format_RGB32)
    grey.fill(QColor(128, 128, 128))
    dialog.show_picture(grey)
    assert dialog.view.grab().toImage().pixelColor(at).red() < 80


# ---- Focus and print -----------------------------------------------------------------------------------


def test_a_click_sets_the_focus_and_what_the_page_cuts_off_follows(dialog: PictureDialog) -> None:
    before = dialog.view.grab().toImage()
    at = point(dialog, 0.2, 0.6).toPoint()
    QTest.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=at)
    focus = dialog.picture.focus
    assert (focus.x, focus.y) == pytest.approx((0.2, 0.6), abs=0.01)
    assert adjusted(dialog) == Adjustments()
    assert PRINTING.cut_off(Adjustments(), focus).left == 0, "the page shows the left of it"
    hatched = point(dialog, 0.75, 0.5).toPoint()
    assert differs(before, dialog.view.grab().toImage(), hatched)
    QTest.mouseClick(dialog.tools.centre, Qt.MouseButton.LeftButton)
    assert dialog.picture.focus == Focus()


def test_a_click_beside_the_frame_sets_the_focus_at_its_edge(cropped: PictureDialog) -> None:
    QTest.mouseClick(cropped.view, Qt.MouseButton.LeftButton, pos=point(cropped, 0.1, 0.5).toPoint())
    assert (cropped.picture.focus.x, cropped.picture.focus.y) == pytest.approx((0, 0.5), abs=0.01)
    QTest.mouseClick(cropped.view, Qt.MouseButton.LeftButton, pos=point(cropped, 0.5, -0.02).toPoint())
    assert cropped.picture.focus.x == 0, "beside the picture there is nothing to keep"


def test_what_the_slogan_covers_is_hatched_and_said(qtbot: QtBot, dialog: PictureDialog) -> None:
    before = dialog.view.grab().toImage()
    dialog.view.show_slogan(0.25)
    after = dialog.view.grab().toImage()
    assert differs(before, after, point(dialog, 0.3, 0.9).toPoint())
    assert differs(before, after, point(dialog, 0.5, 0.875).toPoint()), "the words stand in the middle of it"
    assert not differs(before, after, point(dialog, 0.3, 0.68).toPoint())
    assert not differs(before, after, point(dialog, 0.05, 0.9).toPoint()), "the page cuts that off"


def differs(one: QImage, other: QImage, near: QPoint) -> bool:
    """Whether two images differ in a small square."""
    square = (near.x() - 15, near.y() - 15, 30, 30)
    return one.copy(*square) != other.copy(*square)


def test_the_focus_is_moved_by_keys(dialog: PictureDialog) -> None:
    QTest.keyClick(dialog.view, Qt.Key.Key_Right, CONTROL)
    assert dialog.picture.focus.x == pytest.approx(0.51, abs=0.001)


def test_the_focus_stays_on_what_it_was_set_on(dialog: PictureDialog) -> None:
    QTest.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=point(dialog, 0.75, 0.5).toPoint())
    room = dialog.view.room()
    drag(dialog, QPointF(room.left(), room.center().y()), QPoint(round(room.width() / 2), 0))
    assert dialog.picture.focus.x == pytest.approx(0.5, abs=0.02), "of the right half, its middle"


def test_the_resolution_in_print_follows_the_crop(dialog: PictureDialog) -> None:
    assert dialog.tools.resolution_words == "In print: 254 dpi"
    room = dialog.view.room()
    drag(dialog, room.topLeft(), (room.center() - room.topLeft()).toPoint())
    words = dialog.tools.resolution_words
    assert "127 dpi" in words
    assert "blurred" in words


# ---- The answer ----------------------------------------------------------------------------------------


def test_back_to_the_original(cropped: PictureDialog) -> None:
    cropped.tools.angle.field.setValue(5)
    QTest.mouseClick(cropped.tools.reset, Qt.MouseButton.LeftButton)
    assert cropped.picture == Picture(sha256=NAME)
    assert cropped.tools.angle.field.value() == 0
    assert not cropped.tools.reset.isEnabled()


def test_the_alternative_text_is_part_of_the_answer(dialog: PictureDialog) -> None:
    assert dialog.tools.alt.text() == "Chợ"
    dialog.tools.alt.setFocus()
    dialog.tools.alt.end(False)
    type_text(" phiên")
    assert dialog.picture.alt == "Chợ phiên"


def test_enter_takes_the_answer_and_escape_does_not(qtbot: QtBot, dialog: PictureDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.view, Qt.Key.Key_Escape)


@pytest.mark.parametrize("way", ["Escape", "Cancel", "the window's cross"])
def test_work_is_not_thrown_away_without_a_question(qtbot: QtBot, dialog: PictureDialog, way: str) -> None:
    QTest.keyClick(dialog.view, Qt.Key.Key_Right, CONTROL)
    dialog.tools.angle.field.setValue(2)
    with qtbot.assertNotEmitted(dialog.finished):
        if way == "Escape":
            QTest.keyClick(dialog.view, Qt.Key.Key_Escape)
        elif way == "Cancel":
            dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
        else:
            dialog.close()
        (box,) = dialog.findChildren(QMessageBox)
        assert box.text() == "Closing now throws these changes away: straightening, focus."
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert adjusted(dialog) == Adjustments(angle=2)


def test_the_question_has_a_button_for_each_answer(qtbot: QtBot, dialog: PictureDialog) -> None:
    dialog.tools.alt.setText("Chợ phiên")
    dialog.reject()
    with qtbot.waitSignal(dialog.rejected):
        click_button(dialog.findChildren(QMessageBox)[-1], "Discard the changes")
    assert not dialog.isVisible()
    dialog.show()
    dialog.reject()
    with qtbot.waitSignal(dialog.accepted):
        click_button(dialog.findChildren(QMessageBox)[-1], "Take the changes")
    assert dialog.picture.alt == "Chợ phiên"


def test_what_was_put_back_as_it_was_is_left_without_a_question(qtbot: QtBot, dialog: PictureDialog) -> None:
    QTest.mouseClick(dialog.tools.turn_right, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.tools.turn_left, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.view, Qt.Key.Key_Escape)


def test_until_the_picture_is_there_nothing_can_be_pulled_at(qtbot: QtBot) -> None:
    dialog = PictureDialog(Picture(sha256=NAME), PRINTING)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.grab()
    QTest.mouseClick(dialog.view, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog.view, Qt.Key.Key_Right, CONTROL)
    assert dialog.picture == Picture(sha256=NAME)


def test_every_control_has_a_name_and_is_reached_by_keys(dialog: PictureDialog) -> None:
    controls = [each for each in dialog.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    reached = set()
    dialog.view.setFocus()
    for _ in range(40):
        reached.add(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    visible = {each for each in controls if each.isVisible() and each.isEnabled() and not each.focusProxy()}
    assert visible <= reached
    for each in visible:
        words = each.text() if isinstance(each, QAbstractButton) else ""
        assert each.accessibleName() or words, each


def test_it_is_gone_once_it_is_closed(qtbot: QtBot) -> None:
    dialog = PictureDialog(Picture(sha256=NAME), PRINTING)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    gone = weakref.ref(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del dialog
    assert gone() is None
