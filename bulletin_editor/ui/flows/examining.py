"""Looking through the whole store once a week: damage is to be known while there is still a copy."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bulletin_editor.errors import BulletinError
from bulletin_editor.model.value import Value
from bulletin_editor.store import Store
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.session import Session

EVERY = timedelta(days=7)
SPELL = 0.05  # s of one spell of reading; a save waits no longer than one

Examination = Iterator[BulletinError | None]


class _Spell(Value, frozen=True):
    found: tuple[BulletinError, ...]
    is_over: bool


class StoreExamining(QObject):
    """Reads everything in the store in small spells between other work, and tells what is wrong."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._found: list[BulletinError] = []

    def begin(self) -> None:
        """Examine the store, if that was not done within a week."""
        last = self._session.preferences.last_examination(self._session.keeper.path)
        if last is None or self._session.now() - last >= EVERY:
            self._session.keeper.ask(Store.examination, self._go_on, self._give_up)

    def _go_on(self, examination: Examination) -> None:
        self._session.keeper.ask(
            partial(_spell, examination=examination), partial(self._look, examination), self._give_up
        )

    def _look(self, examination: Examination, spell: _Spell) -> None:
        self._found += spell.found
        if not spell.is_over:
            self._go_on(examination)
            return
        self._session.preferences.remember_examination(self._session.keeper.path, self._session.now())
        if self._found:
            show_problem(self._window, self._session.messages, self._found[0])

    def _give_up(self, error: Exception) -> None:
        """Leave it for the next start: whoever needs the store now hears of its trouble anyway."""
        if not isinstance(error, BulletinError):
            raise error


def _spell(_store: Store, examination: Examination) -> _Spell:
    """Read on for a moment; the store is named because only its own thread may do this."""
    until = time.monotonic() + SPELL
    found: list[BulletinError] = []
    for error in examination:
        if error:
            found.append(error)
        if time.monotonic() >= until:
            return _Spell(found=tuple(found), is_over=False)
    return _Spell(found=tuple(found), is_over=True)
