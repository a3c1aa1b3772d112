"""Files that are dropped from elsewhere are copied, even where the other program proposes to move them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bulletin_editor.messages import Messages
from bulletin_editor.model.place import Part, Place
from bulletin_editor.paths import shipped
from bulletin_editor.ui.dialogs.importing.dialog import ImportDialog
from bulletin_editor.ui.dialogs.library.window import LibraryWindow
from bulletin_editor.ui.main_window import MainWindow
from bulletin_editor.ui.writing_area import COVER
from open_window import OpenWindow

PICTURE = shipped("resources") / "demo" / "pictures" / "hall.jpg"
BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(target: QWidget, path: Path, at: QPoint) -> Qt.DropAction:
    """Drag a file over `target` and drop it at `at`; return what the other program is told of it.

    On X11 it is told while the mouse moves, on Windows by the drop.
    """
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    for over in (QDragEnterEvent, QDragMoveEvent):
        proposed = over(at, BOTH, data, LEFT, NO_KEYS)
        proposed.setDropAction(Qt.DropAction.MoveAction)
        proposed.accept()  # as Qt sends it
        QApplication.sendEvent(target, proposed)
        assert proposed.dropAction() is Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(at), BOTH, data, LEFT, NO_KEYS)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(target, event)
    assert event.isAccepted()
    return event.dropAction()


@pytest.fixture
def demo(open_window: OpenWindow) -> MainWindow:
    return open_window.with_demo()


def test_on_the_text(qtbot: QtBot, demo: MainWindow) -> None:
    assert demo.issue is not None
    demo.writing.show_place(Place(part=Part.BODY, article_id=demo.issue.articles[0].id))
    assert drop(demo.article.edit.viewport(), PICTURE, QPoint(20, 20)) is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: not demo._pictures.is_reading, timeout=20_000)


def test_on_the_cover(qtbot: QtBot, demo: MainWindow) -> None:
    demo.writing.show_place(COVER)
    assert drop(demo.cover.viewport(), PICTURE, QPoint(20, 20)) is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: not demo._pictures.is_reading, timeout=20_000)


def test_on_the_outline(qtbot: QtBot, demo: MainWindow, tmp_path: Path) -> None:
    document = tmp_path / "tin.txt"
    document.write_text("Tin vui", "utf-8")
    tree = demo.outline.tree
    at = tree.visualRect(demo.outline.model.index(1, 0)).center()
    with qtbot.waitSignal(demo.outline.files_dropped):
        assert drop(tree.viewport(), document, at) is Qt.DropAction.CopyAction
    (dialog,) = demo.findChildren(ImportDialog)
    dialog.reject()


def test_on_the_library_and_on_the_dialog_of_imports(qtbot: QtBot) -> None:
    for window in (LibraryWindow(), ImportDialog((), "", Messages("vi"))):
        qtbot.addWidget(window)
        window.show()
        assert drop(window, PICTURE, QPoint(20, 20)) is Qt.DropAction.CopyAction
