"""Letters that are pressed with Alt: in a menu and in a dialog, each of them leads to one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from bulletin_editor.export.picture_fit import fitted
from bulletin_editor.messages import Messages
from bulletin_editor.model.blocks import Picture
from bulletin_editor.services.exporting import Format
from bulletin_editor.ui.dialogs.export import ExportDialog
from bulletin_editor.ui.dialogs.importing.dialog import ImportDialog
from bulletin_editor.ui.dialogs.library.window import LibraryWindow
from bulletin_editor.ui.dialogs.picture.dialog import PictureDialog
from bulletin_editor.ui.dialogs.picture.printing import FrameShape, Printing
from bulletin_editor.ui.translations import install_language
from open_window import OpenWindow


@pytest.fixture(params=["vi", "en"])
def language(qapp: QApplication, request: pytest.FixtureRequest, vietnamese: None) -> Iterator[str]:  # noqa: ARG001
    """Both languages of the window, one after the other."""
    install_language(qapp, request.param)
    yield request.param
    install_language(qapp, "vi")


def doubled(texts: Iterable[str]) -> list[str]:
    """Return those of `texts` whose letter another has, too."""
    letters = {text: QKeySequence.mnemonic(text).toString() for text in texts}
    counts = Counter(letters.values())
    return [text for text, letter in letters.items() if letter and counts[letter] > 1]


def words_in(dialog: QWidget) -> Iterator[str]:
    yield from (each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible())
    yield from (each.text() for each in dialog.findChildren(QLabel) if each.isVisible() and each.buddy())


def menus_below(menu: QWidget) -> Iterator[tuple[str, list[str]]]:
    actions = [action for action in menu.actions() if not action.isSeparator()]
    yield menu.objectName(), [action.text() for action in actions]
    for action in actions:
        below = action.menu()
        if isinstance(below, QMenu):
            yield from menus_below(below)


@pytest.mark.usefixtures("language")
def test_in_no_menu_a_letter_stands_for_two_things(open_window: OpenWindow) -> None:
    window = open_window.with_demo()
    found = [doubled(texts) for _, texts in menus_below(window.menuBar())]
    assert [each for each in found if each] == []


def export_dialog(folder: Path) -> QWidget:
    dialog = ExportDialog(Messages("vi"))
    dialog.show_choice("so-12", folder, (Format.DOCX, Format.PDF), ())
    return dialog


def picture_dialog(_folder: Path) -> QWidget:
    printing = Printing(
        width=300, height=200, shapes=(FrameShape("x", 1.5),), fit=lambda shape: fitted(shape, 150, 100)
    )
    return PictureDialog(Picture(sha256="0" * 64), printing)


DIALOGS: dict[str, Callable[[Path], QWidget]] = {
    "export": export_dialog,
    "import": lambda _folder: ImportDialog((), "", Messages("vi")),
    "library": lambda _folder: LibraryWindow(),
    "picture": picture_dialog,
}


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("name", DIALOGS)
def test_in_no_dialog_a_letter_stands_for_two_things(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    dialog = DIALOGS[name](tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert doubled(words_in(dialog)) == []
