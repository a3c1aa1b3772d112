"""Rows of pictures look in the editor as they will in print: cut, adjusted, and of the same shape."""

from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolButton

from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.adjustments import Adjustments, Crop, Focus
from bulletin_editor.model.blocks import Picture, PictureRow, RowLayout
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.ui.editor.picture_view import PictureView
from bulletin_editor.ui.editor.printed_rows import USUAL
from picture_row_examples import AFTER, BEFORE, button, the_panel


def photo(colour: str, size: tuple[int, int], right: str = "") -> PictureFile:
    """A picture of one colour, or with another right half."""
    image = Image.new("RGB", size, colour)
    if right:
        image.paste(right, (size[0] // 2, 0, *size))
    stream = BytesIO()
    image.save(stream, "PNG")
    return prepare_picture(stream.getvalue(), name="ảnh.png")


def show_photos(writing, *files: PictureFile, **fields: object) -> PictureRow:
    """Begin with an article of one row that shows `files`."""
    row = PictureRow(pictures=tuple(Picture(sha256=file.sha256) for file in files), **fields)
    writing.show(BEFORE, row, AFTER)
    writing.panel.add_pictures({file.sha256: file for file in files})
    return row


def colour_at(view: PictureView, across: float, down: float) -> QColor:
    image = view.grab().toImage()
    return image.pixelColor(int(across * image.width()), int(down * image.height()))


def test_a_picture_is_shown_adjusted_and_cut_around_its_focus(writing):
    file, other = photo("red", (2000, 500), right="blue"), photo("white", (600, 400))
    row = show_photos(writing, file, other)
    view = the_panel(writing.edit).views[0]
    assert (colour_at(view, 0.2, 0.8), colour_at(view, 0.8, 0.8)) == (QColor("red"), QColor("blue"))
    left = replace(row.pictures[0], focus=Focus(x=0.1))
    writing.edit.show_body((BEFORE, replace(row, pictures=(left, row.pictures[1])), AFTER))
    assert the_panel(writing.edit).views[0] is view
    assert colour_at(view, 0.8, 0.8) == QColor("red")
    cropped = replace(left, adjustments=Adjustments(crop=Crop(left=0.5)))
    writing.edit.show_body((BEFORE, replace(row, pictures=(cropped, row.pictures[1])), AFTER))
    assert colour_at(view, 0.2, 0.8) == QColor("blue")


def test_the_row_has_the_measures_of_the_template(pictured):
    before = the_panel(pictured.edit).views[0].height()
    low = replace(USUAL, look=replace(USUAL.look, heights=(84, 20, 39, 31)))
    pictured.panel.measure_by(low)
    view = the_panel(pictured.edit).views[0]
    assert view.height() == pytest.approx(before * 20 / 52, abs=2)
    layout = pictured.edit.document().documentLayout()
    after = pictured.edit.document().findBlockByNumber(2)
    assert the_panel(pictured.edit).geometry().bottom() <= layout.blockBoundingRect(after).top() < 400


def test_a_picture_that_comes_late_is_shown(writing):
    file = photo("red", (600, 400))
    writing.show(PictureRow(pictures=(Picture(sha256=file.sha256),)))
    assert colour_at(the_panel(writing.edit).views[0], 0.5, 0.8) != QColor("red")
    writing.panel.add_pictures({file.sha256: file})
    assert colour_at(the_panel(writing.edit).views[0], 0.5, 0.8) == QColor("red")


def test_too_few_pixels_are_said_with_a_word_over_the_picture(writing):
    show_photos(writing, photo("red", (400, 300)), photo("blue", (1600, 1200)))
    coarse, sharp = the_panel(writing.edit).views
    assert coarse.warning == "122 dpi"
    assert coarse.accessibleDescription() == "122 dpi"
    assert sharp.warning == ""


def test_one_tall_picture_stands_beside_two(writing):
    files = [photo(colour, (600, 400)) for colour in ("red", "blue", "white")]
    show_photos(writing, *files, layout=RowLayout.TALL_BESIDE_TWO)
    tall, upper, lower = (view.geometry() for view in the_panel(writing.edit).views)
    assert tall.left() == 0
    assert upper.left() == lower.left() > tall.right()
    assert (upper.top(), lower.bottom()) == pytest.approx((tall.top(), tall.bottom()), abs=1)
    assert lower.top() > upper.bottom()


def test_the_arrangement_is_chosen_by_its_drawing_and_undone_at_once(writing):
    row = show_photos(writing, *(photo(colour, (600, 400)) for colour in ("red", "blue", "white")))
    pressed = [
        each.accessibleName()
        for each in the_panel(writing.edit).findChildren(QToolButton)
        if each.isChecked()
    ]
    assert pressed == ["Three pictures in a row"]
    assert not button(writing.edit, "Four pictures in a row").isEnabled()
    button(writing.edit, "One tall picture beside two").click()
    assert writing.body[1] == replace(row, layout=RowLayout.TALL_BESIDE_TWO)
    button(writing.edit, "Two pictures in a row").click()
    pairs = (PictureRow(pictures=row.pictures[:2]), PictureRow(pictures=row.pictures[2:]))
    assert writing.body == (BEFORE, *pairs, AFTER)
    assert len(writing.edit.rows.panels) == 2
    writing.workspace.undo()
    assert writing.body[1] == replace(row, layout=RowLayout.TALL_BESIDE_TWO)
    writing.workspace.undo()
    assert writing.body == (BEFORE, row, AFTER)
