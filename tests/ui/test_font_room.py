"""Stacked marks are seen whole in every widget."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bulletin_editor.export.fonts import FAMILY, face_file
from bulletin_editor.ui.font_room import with_room_for_marks

STACKED = "ỔỄẬỨẲỖ"


@pytest.mark.parametrize("bold", [False, True])
def test_the_line_is_as_high_as_capitals_with_two_marks(qtbot: QtBot, bold: bool) -> None:
    label = QLabel(STACKED)
    qtbot.addWidget(label)
    font = QFont(label.font())
    font.setBold(bold)
    font.setPixelSize(200)  # else heights are rounded to whole pixels
    metrics = QFontMetricsF(font)
    assert font.family() == FAMILY
    assert metrics.ascent() >= -metrics.tightBoundingRect(STACKED).top()


def test_a_label_shows_the_marks(qtbot: QtBot) -> None:
    with_marks, without = QLabel("Ổ"), QLabel("Ô")
    for label in (with_marks, without):
        qtbot.addWidget(label)
        label.resize(label.sizeHint())
    assert ink(with_marks.grab().toImage()) > ink(without.grab().toImage())


def ink(image: QImage) -> int:
    """Return how many pixels are dark."""
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).lightness() < 128 for x, y in pixels)


def test_nothing_but_the_ascent_of_the_font_is_changed() -> None:
    font = face_file(FAMILY, "Regular").read_bytes()
    changed = with_room_for_marks(font)
    assert len(changed) == len(font)
    assert sum(before != after for before, after in zip(font, changed, strict=True)) <= 4
