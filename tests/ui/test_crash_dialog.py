"""At an unexpected error the work is saved first, the details are kept, and one dialog tells of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bulletin_editor.errors import StoreError
from bulletin_editor.messages import Messages
from bulletin_editor.ui.crash_dialog import CrashDialog, CrashHandler
from bulletin_editor.ui.threads import Worker

pytestmark = [pytest.mark.qt_no_exception_capture, pytest.mark.usefixtures("handler")]


class Painted(QWidget):
    """Fails when it is painted."""

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        raise RuntimeError("broken inside")


class Saver:
    """Counts the saves; fails if told to."""

    def __init__(self) -> None:
        self.count = 0
        self.failing = False

    def __call__(self) -> None:
        self.count += 1
        if self.failing:
            raise OSError("disk full")


def fail() -> None:
    raise RuntimeError("broken inside")


def fail_in_slot(qtbot: QtBot) -> QWidget:
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(fail)
    button.show()
    QTimer.singleShot(0, button.click)
    return button


def fail_in_timer(_: QtBot) -> None:
    QTimer.singleShot(0, fail)


def fail_in_painting(qtbot: QtBot) -> QWidget:
    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def fail_in_job(qtbot: QtBot) -> None:
    worker = Worker("test")
    with qtbot.waitSignal(worker._finished):
        worker.do(fail)
    worker.close()


@pytest.fixture
def saver() -> Saver:
    return Saver()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "errors"


@pytest.fixture
def handler(qapp: QApplication, saver: Saver, folder: Path, messages: Messages) -> Iterator[CrashHandler]:
    before = sys.excepthook
    crashes = CrashHandler(saver, folder, messages)
    yield crashes
    crashes.remove()
    assert sys.excepthook is before
    qapp.processEvents()


def shown(qtbot: QtBot, kind: type[CrashDialog] | type[QMessageBox] = CrashDialog) -> CrashDialog:
    """Wait until a dialog is shown, and return it."""
    found: list[CrashDialog] = []

    def is_shown() -> bool:
        found[:] = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
        ]
        return bool(found)

    qtbot.waitUntil(is_shown)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("fail_somewhere", [fail_in_slot, fail_in_timer, fail_in_painting, fail_in_job])
def test_wherever_it_happens_it_is_saved_written_down_and_told(
    fail_somewhere: Callable[[QtBot], QWidget | None], saver: Saver, folder: Path, qtbot: QtBot
) -> None:
    widget = fail_somewhere(qtbot)
    dialog = shown(qtbot)
    assert saver.count >= 1
    report = sorted(folder.iterdir())[0].read_text("utf-8")
    for text in (report, dialog.details.toPlainText()):
        assert "RuntimeError: broken inside" in text
        assert "PySide6" in text or "Qt 6" in text
    if widget:
        widget.hide()  # it would fail again when the dialog no longer covers it
    dialog.accept()


def test_the_details_can_be_copied_and_the_work_goes_on(qtbot: QtBot) -> None:
    fail_in_timer(qtbot)
    dialog = shown(qtbot)
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.details.toPlainText()
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    fail_in_timer(qtbot)
    shown(qtbot).accept()


def test_what_goes_wrong_meanwhile_is_only_written_down(saver: Saver, folder: Path, qtbot: QtBot) -> None:
    for _ in range(3):
        fail_in_timer(qtbot)
    dialog = shown(qtbot)
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 3)
    assert saver.count == 3
    dialog.accept()


def test_a_save_that_fails_too_is_told_beside_the_error(saver: Saver, qtbot: QtBot) -> None:
    saver.failing = True
    fail_in_timer(qtbot)
    dialog = shown(qtbot)
    assert "broken inside" in dialog.details.toPlainText()
    assert "disk full" in dialog.details.toPlainText()
    assert saver.count == 1
    dialog.accept()


def test_a_folder_that_cannot_be_written_is_no_reason_to_be_silent(folder: Path, qtbot: QtBot) -> None:
    folder.write_text("a file is in the way")
    fail_in_timer(qtbot)
    shown(qtbot).accept()


def test_a_known_error_is_told_as_its_sentence(
    saver: Saver, folder: Path, messages: Messages, qtbot: QtBot
) -> None:
    error = StoreError("store.locked", place="kho.db")

    def refuse() -> None:
        raise error

    QTimer.singleShot(0, refuse)
    box = shown(qtbot, QMessageBox)
    assert box.text() == messages.error(error)[0]
    assert "Traceback" not in box.text() + box.informativeText()
    assert not folder.exists()
    assert saver.count == 1
    box.accept()


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from bulletin_editor.messages import Messages
from bulletin_editor.ui.crash_dialog import CrashDialog, CrashHandler

app = QApplication([])
handler = CrashHandler(lambda: print("saved", flush=True), Path(sys.argv[1]), Messages("vi"))
window = QWidget()
window.show()

def close_program():
    for widget in app.topLevelWidgets():
        if isinstance(widget, CrashDialog):
            widget.quit.click()
            return
    QTimer.singleShot(20, close_program)

def fail():
    raise RuntimeError("broken inside")

QTimer.singleShot(0, close_program)
if sys.argv[2] == "running":
    QTimer.singleShot(0, fail)
    sys.exit(app.exec())
fail()
"""


@pytest.mark.parametrize("when", ["running", "starting"])
def test_the_program_can_be_closed_from_the_dialog(when: str, folder: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(folder), when]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, "saved\n")
    assert "broken inside" in done.stderr
    assert len(list(folder.iterdir())) == 1
