"""The store in its own thread: the one owner of the database, asked by everyone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from bulletin_editor.store import Store
from bulletin_editor.ui.threads import Job, Worker

Result = TypeVar("Result")


class StoreKeeper(QObject):
    """Keeps the store `path` open in a thread of its own; jobs are done in the order in which they are asked.

    The file is opened with the first job, and made where there is none. Where that fails the job fails, and
    the next one tries again.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._clock = clock
        self._store: Store | None = None
        self._worker = Worker("store", self)

    def ask(
        self,
        job: Callable[[Store], Result],
        done: Callable[[Result], None] = lambda _result: None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Do `job` with the store; `done` hears its result, `failed` its error, on the GUI thread."""
        return self._worker.do(lambda: job(self._open()), done, failed)

    def close(self) -> None:
        """Do what has been asked, and let go of the file."""
        self._worker.do(self._close)
        self._worker.finish()

    def _open(self) -> Store:
        if self._store is None:
            self._store = Store.open(self.path, clock=self._clock)
        return self._store

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
