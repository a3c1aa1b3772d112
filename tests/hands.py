"""The officer's hands: mouse and keyboard on the widgets that are to be seen, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QMainWindow,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot


def type_text(text: str) -> None:
    """Type where the focus is, letter by letter; a composed letter comes as one key, as Unikey sends it."""
    for letter in text:
        if letter == "\n":
            press("Return")
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def compose(*steps: str) -> None:
    """Write a word as an input method does: each of `steps` is what it shows, the last what it commits."""
    for shown in steps[:-1]:
        QApplication.sendEvent(focused(), QInputMethodEvent(shown, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(steps[-1])
    QApplication.sendEvent(focused(), event)


def press(keys: str, times: int = 1) -> None:
    """Press keys where the focus is, such as ``Ctrl+B``."""
    for _ in range(times):
        QTest.keySequence(focused(), QKeySequence(keys))
        QApplication.processEvents()  # no hand is faster than what a key sets going


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click on a widget that can be seen and used."""
    assert widget.isVisible(), f"{widget.accessibleName() or widget} is not to be seen"
    assert widget.isEnabled(), f"{widget.accessibleName() or widget} cannot be used"
    come_to_rest(widget)
    if isinstance(widget, QCheckBox) and at is None:
        at = QPoint(8, widget.height() // 2)  # a box may be wider than its words
    at = at or widget.rect().center()
    assert widget.rect().contains(at), f"{widget.accessibleName() or widget} is not at {at}"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)


def come_to_rest(widget: QWidget) -> None:
    """Let what was only just shown be laid out: a layout within a layout takes more than one round."""
    place = None
    while place != (place := (widget.mapToGlobal(QPoint()), widget.size())):
        QApplication.processEvents()


def click_button(parent: QWidget, words: str) -> None:
    """Click on the button that says `words`."""
    buttons = [each for each in parent.findChildren(QAbstractButton) if each.isVisible()]
    named = {each.text().replace("&", "") or each.accessibleName(): each for each in buttons}
    assert words in named, f"{words!r} is none of {sorted(named)}"
    click(named[words])


def click_item(view: QAbstractItemView, row: int, column: int = 0) -> None:
    """Click on a cell of the first level of `view`."""
    index = view.model().index(row, column)
    view.scrollTo(index)
    click(view.viewport(), view.visualRect(index).center())


def choose(qtbot: QtBot, box: QComboBox, words: str) -> None:
    """Choose an entry of a drop-down list."""
    click(box)
    row = box.findText(words)
    assert row >= 0, f"{words!r} is none of {[box.itemText(each) for each in range(box.count())]}"
    view = box.view()
    qtbot.waitUntil(view.window().isActiveWindow)
    QTest.keyClick(view, Qt.Key.Key_Home)
    for _ in range(row):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    bring_to_front(qtbot, box.window())


def choose_in_menu(qtbot: QtBot, window: QMainWindow, menu: str, entry: str) -> None:
    """Open a menu of the menu bar with the mouse and click on one of its entries, which opens no dialog."""
    bar = window.menuBar()
    opener = _worded(bar.actions(), menu)
    click(bar, bar.actionGeometry(opener).center())
    opened = opener.menu()
    assert isinstance(opened, QMenu)
    qtbot.waitUntil(opened.isActiveWindow)
    action = _worded(opened.actions(), entry)
    assert action.isEnabled(), entry
    click(opened, opened.actionGeometry(action).center())
    bring_to_front(qtbot, window)


def fill(field: QWidget, text: str) -> None:
    """Click into a field and write `text` in place of all that it holds."""
    click(field)
    press("Ctrl+A")
    type_text(text)


def copy_html(html: str) -> None:
    """Have `html` on the clipboard, as another program put it there."""
    data = QMimeData()
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def bring_to_front(qtbot: QtBot, window: QWidget) -> None:
    """Do what the desktop does when a dialog before `window` has closed: here is none that would."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def focused() -> QWidget:
    """Return the widget that gets the keys."""
    front = QApplication.activeWindow()
    widget = QApplication.activePopupWidget() or QApplication.focusWidget() or front
    assert widget is not None, "no window is in front"
    return widget


def _worded(actions: list[QAction], words: str) -> QAction:
    named = {each.text().replace("&", ""): each for each in actions}
    assert words in named, f"{words!r} is none of {sorted(named)}"
    return named[words]
