"""The program's window in this process, drawn in memory: opened over a store, used, and closed again."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from bench.event_loop import pause, wait_until
from bulletin_editor.app import close_session, make_application, make_session
from bulletin_editor.messages import LANGUAGES, Messages
from bulletin_editor.model.issue import IssueKey
from bulletin_editor.ui.main_window import MainWindow
from bulletin_editor.ui.preferences import Preferences, ThemeChoice
from bulletin_editor.ui.theme import apply_theme
from bulletin_editor.ui.translations import install_language

SIZE = (1400, 900)  # px

_SETTLED = 1500  # ms after the last page is drawn: the checks have run, and the pages are as exported


class OpeningTimes(NamedTuple):
    """Seconds until an issue that was to be opened shows its cover, and until its first page is painted."""

    cover: float
    page: float


class MeasuredWindow:
    """A window over the store `path`, with its threads; use it in a ``with`` statement."""

    def __init__(self, path: Path) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a screen is not needed
        self._app = make_application()
        apply_theme(self._app, ThemeChoice.LIGHT)
        install_language(self._app, LANGUAGES[0])
        self._folder = tempfile.TemporaryDirectory(prefix="bulletin-window-")
        preferences = Preferences(Path(self._folder.name) / "preferences.ini")
        self.session = make_session(path, Messages(LANGUAGES[0]), preferences)
        self.main = MainWindow(self.session)
        self.drawing = self.main._drawing
        self.main.resize(*SIZE)

    def __enter__(self) -> MeasuredWindow:
        """Show the window, and wait until it is at rest."""
        self.main.show()
        self.main.activateWindow()
        wait_until(lambda: self.main.is_ready)
        self.rest()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the window and end its threads."""
        self.main.close()
        wait_until(lambda: not self.main.isVisible())
        close_session(self.session)
        self._folder.cleanup()

    def rest(self) -> None:
        """Wait until all pages near the one that is looked at are drawn, and nothing more comes."""
        wait_until(lambda: self._are_pages_drawn())
        pause(_SETTLED)
        wait_until(lambda: self._are_pages_drawn())

    def open_issue(self, key: IssueKey) -> OpeningTimes:
        """Open a stored issue, and wait for its cover and for its first page."""
        cover, pages = _Painting(self.main), list[float]()
        painted = self.drawing.painted.connect(lambda _number: pages.append(time.perf_counter()))
        opening = self.main._opening
        placed = opening.placed.connect(cover.watch)
        begun = time.perf_counter()
        opening.open(key)
        wait_until(lambda: cover.done_at and pages)
        self.drawing.painted.disconnect(painted)
        opening.placed.disconnect(placed)
        return OpeningTimes(cover.done_at - begun, pages[0] - begun)

    def _are_pages_drawn(self) -> bool:
        preview = self.main.preview
        return bool(preview.looked_at()) and not preview.wanted(beside=True)


class _Painting(QObject):
    """Notes in `done_at` when a window has painted what is new, and has nothing else left to do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.done_at = 0.0
        self._window = window
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._note)

    def watch(self) -> None:
        """Watch from now on: what comes next counts."""
        self._window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See that the window paints whatever is to be painted."""
        if event.type() is QEvent.Type.UpdateRequest:
            self._idle.start()
        return False

    def _note(self) -> None:
        self._window.removeEventFilter(self)
        self.done_at = time.perf_counter()
