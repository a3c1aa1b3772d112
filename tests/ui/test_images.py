"""Pictures are decoded as small as they are shown, and come out of Qt as they went in."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.services.reading import read_pictures
from bulletin_editor.ui.images import decoded, lossless
from issue_strategies import PICTURES

FILE = next(iter(PICTURES.values()))


@pytest.mark.parametrize("file", PICTURES.values(), ids=range(len(PICTURES)))
@pytest.mark.parametrize("room", [QSize(30, 300), QSize(300, 30)], ids=["upright", "lying"])
def test_a_picture_is_as_large_as_its_room_and_keeps_its_shape(file: PictureFile, room: QSize) -> None:
    image = decoded(file, room)
    assert image.width() == room.width() or image.height() == room.height()
    assert image.width() <= room.width() and image.height() <= room.height()
    assert abs(image.width() * file.height - image.height() * file.width) <= max(file.width, file.height)


@pytest.mark.parametrize(
    ("form", "colour"),
    [(QImage.Format.Format_RGB32, "#ff0b3c7d"), (QImage.Format.Format_ARGB32, "#400b3c7d")],
    ids=["opaque", "transparent"],
)
def test_an_image_becomes_a_file_that_shows_the_same(form: QImage.Format, colour: str) -> None:
    image = QImage(3, 2, form)
    image.fill(QColor(colour))
    (file,) = read_pictures([lossless(image)]).files
    assert decoded(file, QSize(3, 2)).pixelColor(1, 1) == QColor(colour)


def test_a_damaged_picture_is_no_image() -> None:
    assert decoded(replace(FILE, data=FILE.data[:200]), QSize(30, 30)).isNull()


def test_no_thread_hands_a_device_of_pythons_to_qt() -> None:
    """Qt waits for Python's lock then while it holds its own: the window could stand still for ever."""
    for function in (decoded, lossless):
        assert not {"QBuffer", "QImageReader", "QImageWriter"} & set(function.__code__.co_names)
