"""At an unexpected error the work is saved, the details are kept, and the officer is told and may go on."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
)

from bulletin_editor import __version__
from bulletin_editor.errors import BulletinError
from bulletin_editor.files import write_atomic
from bulletin_editor.messages import Messages
from bulletin_editor.ui.icons import icon


class CrashHandler(QObject):
    """Takes the place of ``sys.excepthook`` until `remove`: errors of slots, timers, events, jobs end there.

    `save` is called first, whatever happened. The details go into a file of `folder`. One dialog is shown
    at a time: what goes wrong meanwhile is only written down. A `BulletinError` is no fault of the program,
    and is told as its sentences.
    """

    _came = Signal(object, str)

    def __init__(
        self, save: Callable[[], None], folder: Path, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._folder = folder
        self._messages = messages
        self._is_handling = False
        self._dialog: QDialog | None = None
        # Never from inside the event that failed: it may be a paint event, or come from another thread.
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._hook_before = sys.excepthook
        sys.excepthook = self._handle

    def remove(self) -> None:
        """Let errors go where they went before."""
        sys.excepthook = self._hook_before
        if self._dialog:
            self._dialog.close()

    def _handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.closeAllWindows()
            return
        if self._is_handling:  # saving or writing failed in turn
            return
        self._is_handling = True
        try:
            details = "".join(traceback.format_exception(kind, error, trace)) + self._save_first()
            if not isinstance(error, BulletinError):
                traceback.print_exception(error)
                self._write_down(details)
            if QThread.currentThread().loopLevel() or QThread.currentThread() is not self.thread():
                self._came.emit(error, details)
            else:  # nothing is running that would show it later
                self._show(error, details)
                if self._dialog:
                    self._dialog.exec()
        finally:
            self._is_handling = False

    def _save_first(self) -> str:
        """Save; return what went wrong with it, to be read beside the rest."""
        if QThread.currentThread() is not self.thread():  # what is open belongs to the window's thread
            return ""
        try:
            self._save()
        except Exception:  # noqa: BLE001 - the first error is the one to be told, whatever this is
            return "\nSaving failed:\n" + traceback.format_exc()
        return ""

    def _write_down(self, details: str) -> None:
        now = datetime.now(UTC)
        about = f"{now:%Y-%m-%d %H:%M:%S} UTC\n{_versions()}\n\n"
        path = self._folder / f"{now:%Y%m%d-%H%M%S-%f}.txt"
        with suppress(BulletinError):  # the disk is full, say; the dialog still has the details
            write_atomic(path, (about + details).encode(), overwrite=False)

    @Slot(object, str)
    def _show(self, error: BaseException, details: str) -> None:
        if self._dialog:
            return
        if isinstance(error, BulletinError):
            self._dialog = _problem_box(self._messages.error(error))
        else:
            self._dialog = CrashDialog(f"{_versions()}\n\n{details}")
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    @Slot()
    def _forget(self) -> None:
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None


class CrashDialog(QDialog):
    """Tells of an unexpected error: what was saved, the details to copy, go on or close the program."""

    def __init__(self, details: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setModal(True)
        self.setWindowTitle(self.tr("Unexpected error"))
        self.resize(620, 420)
        said = QLabel(
            self.tr(
                "The program met an unexpected error. Your work has been saved as far as that was possible.\n"
                "You can go on. If this happens again, send the details below to whoever looks after "
                "the program."
            )
        )
        said.setWordWrap(True)
        self.details = QPlainTextEdit(details, readOnly=True)
        self.details.setAccessibleName(self.tr("Details of the error"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox()
        self.go_on = buttons.addButton(self.tr("&Continue"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.copy = buttons.addButton(self.tr("Copy the &details"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setIcon(icon("content-copy"))
        self.quit = buttons.addButton(
            self.tr("Close the &program"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.go_on.clicked.connect(self.accept)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        self.quit.clicked.connect(self._quit)
        layout = QVBoxLayout(self)
        for widget in (said, self.details, buttons):
            layout.addWidget(widget)
        self.go_on.setDefault(True)
        self.go_on.setFocus()

    def _quit(self) -> None:
        self.reject()
        QApplication.closeAllWindows()
        QApplication.exit(1)  # also when a window would rather stay


def _problem_box(lines: list[str]) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, "", lines[0], parent=QApplication.activeWindow())
    box.setWindowTitle(QApplication.applicationDisplayName())
    box.setInformativeText("\n".join(lines[1:]))
    return box


def _versions() -> str:
    return f"{__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
