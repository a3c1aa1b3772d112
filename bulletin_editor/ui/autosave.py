"""Saving by itself: within a second of any change, again after a failure, and never on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from bulletin_editor.errors import BulletinError
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.value import Value
from bulletin_editor.ui.store_keeper import StoreKeeper

DELAY = 600
"""ms from the first unsaved change to its saving; typing on does not put it off."""

RETRY = 3000
"""ms after which a failed save is tried again."""


class SaveState(Enum):
    """How far what stands on the screen is in the store."""

    SAVED = "saved"
    UNSAVED = "unsaved"
    FAILED = "failed"


class SaveReport(Value, frozen=True):
    """The state, when the last save was done, and what kept one from being done."""

    state: SaveState
    at: datetime | None = None
    error: BulletinError | None = None


class Autosave(QObject):
    """Saves the issue that was last noted.

    Signals:
        told(SaveReport): the state has changed, or a save was done.
    """

    told = Signal(object)

    def __init__(
        self, keeper: StoreKeeper, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._clock = clock
        self._wanted: Issue | None = None
        self._pictures: Mapping[str, PictureFile] = {}
        self._stored: set[str] = set()
        self._is_saving = False
        self._after: list[Callable[[], object]] = []
        self.report = SaveReport(state=SaveState.SAVED)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._save)

    @property
    def is_saved(self) -> bool:
        """Whether everything is in the store."""
        return self._wanted is None and not self._is_saving

    def begin(self, issue: Issue) -> None:
        """Begin with another issue, just taken out of the store with all its pictures."""
        self._stored = {picture.sha256 for picture in issue.pictures}

    def note(self, issue: Issue, pictures: Mapping[str, PictureFile]) -> None:
        """Save `issue` soon; `pictures` hold at least those that came to it since it was last saved."""
        self._wanted, self._pictures = issue, pictures
        if self.report.state is SaveState.SAVED:
            self._tell(SaveReport(state=SaveState.UNSAVED, at=self.report.at))
        if not self._timer.isActive() and not self._is_saving:
            self._timer.start(DELAY)

    def save_now(self, after: Callable[[], object] | None = None) -> None:
        """Save what is not saved yet without waiting; then, once everything is saved, call `after`."""
        if after:
            self._after.append(after)
        if not self._is_saving:
            self._save()

    def forget_waiting(self) -> None:
        """Call nobody who waits for a save: it failed, and the officer stays."""
        self._after.clear()

    def _save(self) -> None:
        self._timer.stop()
        issue, self._wanted = self._wanted, None
        if issue is None:
            self._call_waiting()
            return
        new = [self._pictures[name] for name in self._names_of(issue) - self._stored]
        self._is_saving = True
        self._keeper.ask(
            lambda store: store.save(issue, new),
            lambda _: self._saved(issue),
            lambda error: self._failed(issue, error),
        )

    def _saved(self, issue: Issue) -> None:
        self._is_saving = False
        self._stored |= self._names_of(issue)
        state = SaveState.SAVED if self._wanted is None else SaveState.UNSAVED
        self._tell(SaveReport(state=state, at=self._clock()))
        if self._wanted is None:
            self._call_waiting()
        elif self._after:
            self._save()
        else:
            self._timer.start(DELAY)

    def _failed(self, issue: Issue, error: Exception) -> None:
        self._is_saving = False
        self._wanted = self._wanted or issue
        self._timer.start(RETRY)
        if not isinstance(error, BulletinError):
            raise error
        self._tell(SaveReport(state=SaveState.FAILED, at=self.report.at, error=error))

    def _names_of(self, issue: Issue) -> set[str]:
        return {picture.sha256 for picture in issue.pictures}

    def _call_waiting(self) -> None:
        waiting, self._after = self._after, []
        for after in waiting:
            after()

    def _tell(self, report: SaveReport) -> None:
        self.report = report
        self.told.emit(report)
