"""The program with its window: the one place that builds everything and hands it on."""

from __future__ import annotations

import gc
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from bulletin_editor import __version__
from bulletin_editor.messages import LANGUAGES, Messages
from bulletin_editor.paths import APP_NAME, lock_folder, template_folders, user_data_folder
from bulletin_editor.services.issues import new_id
from bulletin_editor.ui.autosave import Autosave
from bulletin_editor.ui.crash_dialog import CrashHandler
from bulletin_editor.ui.desk import Desk
from bulletin_editor.ui.editor.clipboard import lasting
from bulletin_editor.ui.icons import icon
from bulletin_editor.ui.main_window import MainWindow
from bulletin_editor.ui.preferences import Preferences, ThemeChoice
from bulletin_editor.ui.reader import Reader
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.single_instance import SingleInstance
from bulletin_editor.ui.store_keeper import StoreKeeper
from bulletin_editor.ui.theme import apply_theme
from bulletin_editor.ui.threads import Worker
from bulletin_editor.ui.translations import install_language

_TURN = 0.0005
"""Seconds that another thread may go on in Python before the window's has its turn: ten times less than
is usual, for a letter that is typed takes several turns."""


def run(store_path: Path, language: str | None = None) -> int:
    """Show the window of the store `store_path` until it is closed, and return the exit code.

    Where another process has a window for this store already, that one comes to the front instead.
    `language` is one of `LANGUAGES`; without it, the one that was chosen last counts.
    """
    app = make_application()
    instance = SingleInstance(store_path, lock_folder())
    if not instance.is_first:
        instance.raise_first()
        return 0
    preferences = Preferences(user_data_folder() / "preferences.ini")
    program = Program(app, store_path, preferences, language or preferences.language or LANGUAGES[0])
    instance.raise_wanted.connect(program.raise_window)
    program.open_window()
    code = app.exec()
    if app.clipboard().ownsClipboard():
        app.clipboard().setMimeData(lasting(app.clipboard().mimeData()))
    program.close()
    preferences.save()
    instance.close()
    return code


def make_application() -> QApplication:
    """Return the application, known to the desktop by its name."""
    sys.setswitchinterval(_TURN)
    gc.freeze()  # all that is imported stays: to look through it for garbage would hold up the window
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("bulletin-editor")
    app.setWindowIcon(icon("newspaper-variant-outline"))
    return app


class Program(QObject):
    """Keeps the window of one store, and makes it anew in another language."""

    def __init__(self, app: QApplication, store_path: Path, preferences: Preferences, language: str) -> None:
        super().__init__(app)
        self._app = app
        self._store_path = store_path
        self._preferences = preferences
        self._language = language
        self._is_renewing = False
        self._session: Session | None = None
        app.setQuitOnLastWindowClosed(False)
        app.lastWindowClosed.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        apply_theme(app, preferences.theme)

    def open_window(self) -> None:
        """Build the window with all it needs, and show it."""
        install_language(self._app, self._language)
        self._app.setApplicationDisplayName(QCoreApplication.translate("Program", "Bulletin Editor"))
        messages = Messages(self._language)
        session = self._session = make_session(self._store_path, messages, self._preferences)
        save = session.autosave.save_now
        self._crashes = CrashHandler(save, user_data_folder() / "errors", messages)
        self.window = MainWindow(session)
        self.window.renewal_wanted.connect(self._renew)
        self.window.stayed.connect(self._stay)
        self.window.show()

    def close(self) -> None:
        """Save what is not saved, and end all threads, however the program comes to its end."""
        if self._session is None:
            return
        self.window.stop_work()
        close_session(self._session)
        self._crashes.remove()
        self._session = None

    @Slot()
    def raise_window(self) -> None:
        """Bring the window before all others."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    @Slot()
    def _renew(self) -> None:
        self._is_renewing = True
        self.window.close()

    @Slot()
    def _go_on(self) -> None:
        """Open the next window, or end: the last one has closed, and all it had is saved."""
        desk = self.window.session.desk
        self.window.deleteLater()
        self.close()
        if self._is_renewing:
            self._is_renewing = False
            self._language = self._preferences.language or self._language
            self.open_window()
            self.window.session.desk.follow_on(desk)
        else:
            self._app.quit()

    @Slot()
    def _stay(self) -> None:
        """Speak the language as it is: the window was not to be closed after all."""
        self._is_renewing = False

    @Slot()
    def _follow_system(self) -> None:
        if self._preferences.theme is ThemeChoice.SYSTEM:
            apply_theme(self._app, ThemeChoice.SYSTEM)


def make_session(store_path: Path, messages: Messages, preferences: Preferences) -> Session:
    """Return what the parts of a window share; `close_session` ends its threads."""
    keeper = StoreKeeper(store_path, _now)
    own_templates, shipped_templates = template_folders()
    return Session(
        messages=messages,
        preferences=preferences,
        keeper=keeper,
        desk=Desk(time.monotonic),
        autosave=Autosave(keeper, _now),
        assistant=Worker("assistant"),
        reader=Reader(),
        own_templates=own_templates,
        shipped_templates=shipped_templates,
        new_id=new_id,
        now=_now,
    )


def close_session(session: Session) -> None:
    """Do what is still to be done with the store, and end the threads."""
    session.autosave.save_now()  # what was changed at the very end
    session.assistant.close()
    session.reader.close()
    session.keeper.close()


def _now() -> datetime:
    return datetime.now(UTC)
