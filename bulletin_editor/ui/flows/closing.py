"""Closing the window: not before everything is saved, unless the officer says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from bulletin_editor.ui.autosave import SaveReport
from bulletin_editor.ui.session import Session

_REST = 100  # ms between two looks whether everything has come in


class WindowClosing(QObject):
    """Saves what is not saved, and tells when the window may go.

    Signals:
        may_close: everything is in the store, or the officer gave it up.
        given_up: the window stays.
    """

    may_close = Signal()
    given_up = Signal()

    def __init__(self, session: Session, is_expecting: Callable[[], bool], window: QWidget) -> None:
        """`is_expecting` tells whether something that was asked for has not come in yet."""
        super().__init__(window)
        self._session = session
        self._is_expecting = is_expecting
        self._window = window
        self._has_begun = False
        self.is_over = False

    def begin(self) -> None:
        """Save, and then let the window close; ask before, where something is still being read."""
        if self._has_begun:
            return
        self._has_begun = True
        if self._is_expecting():
            self._ask_to_wait()
        else:
            self._save()

    def _save(self) -> None:
        self._session.autosave.save_now(after=self._finish, failed=self._fail)

    def _finish(self) -> None:
        self.is_over = True
        self.may_close.emit()

    def _lose(self) -> None:
        self._session.autosave.give_up()
        self._finish()

    def _fail(self, report: SaveReport) -> None:
        self._has_begun = False
        self._ask(report)

    def _stay(self) -> None:
        self._has_begun = False
        self.given_up.emit()

    def _ask_to_wait(self) -> None:
        """Ask whether what is still being read is to be left out."""
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Not everything has come in"))
        words = self.tr("Pictures or pasted text are still being read. Closing now leaves them out.")
        box.setText(words)
        stay = box.addButton(self.tr("Keep the window open"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(self.tr("Close without them"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        stay.clicked.connect(self._stay)
        leave.clicked.connect(self._save)
        box.open()
        look = QTimer(box, interval=_REST)
        look.timeout.connect(partial(self._answer, box))
        look.start()

    def _answer(self, box: QMessageBox) -> None:
        """Answer in the officer's place once nothing is being read any more: the question has no reason."""
        if self._is_expecting() or box.isHidden():
            return
        box.done(QMessageBox.StandardButton.NoButton)
        if QApplication.activeModalWidget():  # something could not be read: that is to be seen
            self._stay()
        else:
            self._save()

    def _ask(self, report: SaveReport) -> None:
        """Ask what to do with work that cannot be saved."""
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(self.tr("Not saved"))
        box.setText(self.tr("The last changes could not be saved."))
        if report.error:
            box.setInformativeText("\n".join(self._session.messages.error(report.error)))
        again = box.addButton(self.tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
        lose = box.addButton(self.tr("Close and lose the changes"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Keep the window open"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(again)
        box.setEscapeButton(stay)
        again.clicked.connect(self.begin)
        lose.clicked.connect(self._lose)
        stay.clicked.connect(self.given_up)
        box.open()
