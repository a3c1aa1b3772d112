"""The window speaks Vietnamese, in Qt's own dialogs and menus too, or English."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QProgressDialog,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bulletin_editor.paths import shipped
from bulletin_editor.ui.translations import install_language

THE_SAME = {"%p%", "&HTML:", "Alt+Left", "Alt+Right", "Alt+Up"}
NOT_ASKED = ("QShortcut", "QGuiApplication")
"""Names of keys stay as they stand on the keys; the other is no text but the direction of writing."""


class Recorder(QTranslator):
    """Translates nothing, and notes what it was asked for: context, source, comment."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str, str | None]] = set()

    def translate(self, context: str, source: str, comment: str | None = None, _: int = -1) -> str:
        self.asked.add((context, source, comment))
        return ""

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.fixture
def recorder(qapp: QApplication) -> Iterator[Recorder]:
    asked = Recorder()
    qapp.installTranslator(asked)
    yield asked
    qapp.removeTranslator(asked)


def message_box() -> QWidget:
    button = QMessageBox.StandardButton
    decisions = (
        button.Yes | button.YesToAll | button.No | button.NoToAll | button.Ok | button.Cancel | button.Close
    )
    saving = button.Save | button.SaveAll | button.Discard | button.Open | button.Apply | button.Help
    repairs = button.Abort | button.Retry | button.Ignore | button.Reset | button.RestoreDefaults
    return QMessageBox(QMessageBox.Icon.Question, "", "?", decisions | saving | repairs)


def opening() -> QWidget:
    return QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)


def saving() -> QWidget:
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return dialog


def choosing_folder() -> QWidget:
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    return dialog


def colours() -> QWidget:
    return QColorDialog(options=QColorDialog.ColorDialogOption.DontUseNativeDialog)


def menu_of_line() -> QWidget:
    line = QLineEdit("chữ")
    line.createStandardContextMenu().setParent(line)
    return line


def menu_of_text() -> QWidget:
    text = QTextEdit("chữ")
    text.createStandardContextMenu().setParent(text)
    return text


def panels() -> QWidget:
    window = QMainWindow()
    QDockWidget("Đề cương", window).show()
    return window


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize(
    "make",
    [
        message_box, opening, saving, choosing_folder, colours,
        menu_of_line, menu_of_text, panels, QProgressDialog,
    ],
)  # fmt: skip
def test_qts_own_words_are_vietnamese(make: Callable[[], QWidget], recorder: Recorder, qtbot: QtBot) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    english = {
        asked
        for asked in recorder.asked
        if asked[0] not in NOT_ASKED
        and asked[1] not in THE_SAME
        and QCoreApplication.translate(*asked) == asked[1]
    }
    assert recorder.asked
    assert english == set()
    widget.close()


def test_the_language_can_be_changed_and_changed_back(qapp: QApplication, qtbot: QtBot) -> None:
    for language, cancel, monday in (("vi", "Hủy", "Thứ Hai"), ("en", "Cancel", "Monday")) * 2:
        install_language(qapp, language)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == cancel
        assert QLocale().dayName(1) == monday


def test_the_words_stay_when_an_update_replaces_their_file(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "translations"
    shutil.copytree(shipped("resources") / "translations", folder)
    with monkeypatch.context() as patched:
        patched.setattr("bulletin_editor.ui.translations.shipped", lambda _: tmp_path)
        install_language(qapp, "vi")
    for path in folder.glob("*.qm"):
        path.write_bytes(bytes(path.stat().st_size))
    assert QCoreApplication.translate("LibraryWindow", "Close") == "Đóng"


def test_a_language_that_was_not_compiled_is_no_reason_to_speak_another(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin_editor.ui.translations.shipped", lambda _: tmp_path)
    with pytest.raises(FileNotFoundError):
        install_language(qapp, "vi")
