"""Both themes can be read, and everything follows when the theme changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bulletin_editor.export.fonts import FAMILY
from bulletin_editor.ui import icons
from bulletin_editor.ui.icons import NAMES, icon
from bulletin_editor.ui.preferences import ThemeChoice
from bulletin_editor.ui.theme import DARK, LIGHT, Colours, apply_theme, current_colours, palette_of

READABLE = 4.5
"""The contrast that WCAG AA asks for."""

GROUNDS = ("window", "base", "raised", "tint")
INKS = ("text", "quiet", "accent", "link", "error", "warning", "hint", "good")
PAIRS = [
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
]


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, ThemeChoice.LIGHT)


def luminance(colour: QColor) -> float:
    channels = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(first: QColor, second: QColor) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_ground(colours: Colours) -> None:
    pairs = [*product(INKS, GROUNDS), ("on_accent", "accent")]
    faint = {
        pair: round(found, 2)
        for pair in pairs
        if (found := contrast(*(QColor(getattr(colours, name)) for name in pair))) < READABLE
    }
    assert faint == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_can_be_read(colours: Colours) -> None:
    palette = palette_of(colours)
    assert all(contrast(palette.color(ink), palette.color(ground)) >= READABLE for ink, ground in PAIRS)


def test_the_windows_wear_the_chosen_theme_and_the_family(qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("Đề cương")
    qtbot.addWidget(label)
    for choice, colours in (
        (ThemeChoice.DARK, DARK),
        (ThemeChoice.LIGHT, LIGHT),
        (ThemeChoice.SYSTEM, LIGHT),
    ):
        apply_theme(qapp, choice)
        assert current_colours() is colours
        assert label.palette().color(QPalette.ColorRole.Window) == QColor(colours.window)
        assert QFontInfo(label.font()).family() == FAMILY


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_icon_is_drawn(name: str) -> None:
    image = icon(name).pixmap(24, 24).toImage()
    inked = sum(image.pixelColor(x, y).alpha() > 128 for x in range(24) for y in range(24))
    assert inked > 10, "nothing is drawn"


def test_without_a_choice_the_theme_is_that_of_the_computer(qapp: QApplication) -> None:
    apply_theme(qapp, ThemeChoice.DARK)
    apply_theme(qapp, ThemeChoice.SYSTEM)
    scheme = qapp.styleHints().colorScheme()
    assert current_colours() is (DARK if scheme is Qt.ColorScheme.Dark else LIGHT)


def test_an_icon_follows_the_theme_after_it_was_made(qapp: QApplication) -> None:
    stroke = icon("minus")
    for choice, colours in ((ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)):
        apply_theme(qapp, choice)
        assert stroke.pixmap(24, 24).toImage().pixelColor(12, 12) == QColor(colours.text)
        disabled = stroke.pixmap(24, 24, QIcon.Mode.Disabled).toImage()
        assert disabled.pixelColor(12, 12) == QColor(colours.faint)


def test_an_unknown_icon_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_no_icon_is_left_over() -> None:
    package = Path(icons.__file__).parent
    others = [path.read_text("utf-8") for path in package.rglob("*.py") if path != Path(icons.__file__)]
    assert [name for name in sorted(NAMES) if not any(f'"{name}"' in source for source in others)] == []
