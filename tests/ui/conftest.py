"""Widgets are tested as they are shown: in the fonts and colours of the program. Nothing may stay behind."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker
from shiboken6 import isValid

from bulletin_editor.messages import Messages
from bulletin_editor.ui.preferences import Preferences, ThemeChoice
from bulletin_editor.ui.theme import apply_theme
from bulletin_editor.ui.translations import install_language
from kept_process import KeptProcess

if TYPE_CHECKING:
    from open_window import OpenWindow

OF_THIS_FOLDER = Path(__file__).parent
PATIENCE = 30_000  # ms
OF_THE_PLATFORM = "This plugin does not support"
"""What Qt says of every window where there is no window manager."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a warning of Qt fail the test that gave rise to it."""
    for item in items:
        if OF_THIS_FOLDER in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(OF_THE_PLATFORM))


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Fonts and colours of the program."""
    apply_theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture(scope="session", autouse=True)
def there_before(dressed: None) -> None:  # noqa: ARG001
    """Set aside what there is before the first test: looking through it after each takes longer than most."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer or a window."""
    windows = qapp.topLevelWidgets()
    threads = pythons_threads()
    loops, timers = recorded(monkeypatch, QThread), recorded(monkeypatch, QTimer)
    yield
    qapp.clipboard().clear()  # Qt would let go of it after Python's end, and fall over it
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # what only waits in a cycle was let go
    assert [thread for thread in alive(loops) if thread.isRunning()] == [], "threads are left"
    assert pythons_threads() <= threads, "Python's threads are left"
    assert [timer for timer in alive(timers) if timer.isActive()] == [], "timers are left"
    assert [window for window in qapp.topLevelWidgets() if is_left(window, windows)] == [], "windows are left"


def pythons_threads() -> set[threading.Thread]:
    """Return the threads that Python began; a dummy only stands for one of Qt's, even after its end."""
    return {each for each in threading.enumerate() if not isinstance(each, threading._DummyThread)}


def recorded(monkeypatch: pytest.MonkeyPatch, kind: type[QThread] | type[QTimer]) -> list[weakref.ref[Any]]:
    """Return a list that will hold each object of `kind` that is started."""
    started: list[weakref.ref[Any]] = []
    original: Callable[..., None] = kind.start

    def start(self: Any, *arguments: Any) -> None:
        started.append(weakref.ref(self))
        original(self, *arguments)

    monkeypatch.setattr(kind, "start", start)
    return started


def alive(references: Iterable[weakref.ref[Any]]) -> list[Any]:
    """Return what is referred to and was deleted neither by Python nor by Qt."""
    found = (reference() for reference in references)
    return [each for each in found if isinstance(each, QObject) and isValid(each)]


def is_left(window: QWidget, before: list[QWidget]) -> bool:
    """Tell whether a test left `window`; a tip, which Qt keeps for the next one, is not left."""
    return window not in before and window.metaObject().className() != "QTipLabel"


class PatientBot(QtBot):
    """Waits longer where nothing else is said: on a busy computer a process takes seconds to start."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        """Wait until `callback` returns something true, at the most `timeout` ms."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **how: Any) -> SignalBlocker:
        """Wait for `signal`, at the most `timeout` ms."""
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:  # noqa: ARG001
    """What acts and waits in place of a person."""
    return PatientBot(request)


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[None]:
    """Let windows made in the test speak Vietnamese; else they speak English, as the source does."""
    install_language(qapp, "vi")
    yield
    install_language(qapp, "en")


@pytest.fixture
def messages() -> Messages:
    """The sentences of the lower floors, in Vietnamese."""
    return Messages("vi")


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Preferences of the test's own."""
    return Preferences(tmp_path / "preferences.ini")


@pytest.fixture
def open_window(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    vietnamese: None,  # noqa: ARG001
    kept_process: KeptProcess,
) -> Iterator[OpenWindow]:
    """Windows as the program builds them; the last one is closed at the end."""
    from open_window import OpenWindow  # the tests of single widgets need not load the whole window

    monkeypatch.setattr("bulletin_editor.ui.reader.ChildProcess", lambda: kept_process)
    windows = OpenWindow(qtbot, tmp_path)
    yield windows
    windows.close()
