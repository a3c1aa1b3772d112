"""How grave a finding is can be told by the shape of its sign, not by its colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from bulletin_editor.checks.finding import Severity
from bulletin_editor.ui.preferences import ThemeChoice
from bulletin_editor.ui.severity import clean_icon, severity_icon
from bulletin_editor.ui.theme import DARK, LIGHT, apply_theme


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, ThemeChoice.LIGHT)


def inked(icon: QIcon) -> QImage:
    return icon.pixmap(24, 24).toImage()


def shape(icon: QIcon) -> QImage:
    return inked(icon).convertToFormat(QImage.Format.Format_Alpha8)


def colours(icon: QIcon) -> set[str]:
    image = inked(icon)
    pixels = (image.pixelColor(x, y) for x in range(24) for y in range(24))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


def test_each_sign_has_a_shape_of_its_own() -> None:
    signs = [severity_icon(severity) for severity in Severity] + [clean_icon()]
    assert all(shape(one) != shape(other) for one, other in combinations(signs, 2))


def test_signs_wear_the_colours_of_the_theme(qapp: QApplication) -> None:
    error, clean = severity_icon(Severity.ERROR), clean_icon()
    for choice, theme in ((ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)):
        apply_theme(qapp, choice)
        assert colours(error) == {theme.error}
        assert colours(clean) == {theme.good}
        assert colours(severity_icon(Severity.WARNING)) == {theme.warning}
        assert colours(severity_icon(Severity.HINT)) == {theme.hint}
