"""Windows for tests: built as the program builds them, over a store in a folder of the test's own."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from bulletin_editor.app import close_session, make_session
from bulletin_editor.messages import Messages
from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.paths import shipped
from bulletin_editor.services.issues import import_issue
from bulletin_editor.store import Store
from bulletin_editor.ui.main_window import MainWindow
from bulletin_editor.ui.preferences import Preferences

DEMO_KEY = IssueKey(year=2026, number=24)


class OpenWindow:
    """Opens one window after another over the store `path`; `close` closes the last one."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.path = folder / "ban-tin.db"
        self._preferences = folder / "preferences.ini"
        self._window: MainWindow | None = None

    @staticmethod
    def clock() -> datetime:
        """Return the time as it is."""
        return datetime.now(UTC)

    def empty(self) -> MainWindow:
        """Open a window over a store without issues."""
        return self.again()

    def with_demo(self) -> MainWindow:
        """Open a window over a store with the demo issue, which is shown."""
        with Store.open(self.path, clock=self.clock) as store:
            demo = shipped("resources") / "demo" / "demo.md"
            import_issue(store, demo, new_id=lambda: uuid4().hex, replacing=False)
        return self.again()

    def with_issues(self, *issues: Issue) -> MainWindow:
        """Open a window over a store with `issues`, of which the latest is shown; they have no pictures."""
        with Store.open(self.path, clock=self.clock) as store:
            for issue in issues:
                store.save(issue)
        return self.again()

    def at(self, path: Path) -> MainWindow:
        """Open a window over another store file, whatever is in it."""
        self.path = path
        return self._open()

    def again(self) -> MainWindow:
        """Open a window over the store as it is, and wait until the start is over."""
        window = self._open()
        self._qtbot.waitUntil(lambda: window.is_ready, timeout=20_000)
        return window

    def close(self) -> None:
        """Close the window as the officer does, and end its threads."""
        window, self._window = self._window, None
        if window is None:
            return
        window.close()
        self._qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
        close_session(window.session)
        window.deleteLater()

    def stored(self, key: IssueKey) -> Issue:
        """Return an issue as it is in the store now."""
        with Store.open(self.path, clock=self.clock) as store:
            return store.load(key)

    def problem_text(self) -> str:
        """Return what the window complains of; nothing where it does not."""
        boxes = self._window.findChildren(QMessageBox) if self._window else []
        return boxes[0].text() if boxes else ""

    def _open(self) -> MainWindow:
        session = make_session(self.path, Messages("vi"), Preferences(self._preferences))
        self._window = MainWindow(session)
        self._window.show()
        return self._window
