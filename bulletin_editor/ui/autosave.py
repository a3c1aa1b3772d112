"""Saving by itself: within a second of any change, again after a failure, and never on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from typing import NamedTuple

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
    """The state, when the last save was done, and what kept one from being done, where that is known."""

    state: SaveState
    at: datetime | None = None
    error: BulletinError | None = None


class _Waiting(NamedTuple):
    after: Callable[[], object]
    failed: Callable[[SaveReport], object]


class Autosave(QObject):
    """Saves the issues that were noted, each as it was noted last.

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
        self._unsaved: dict[str, Issue] = {}  # by id: a change of one issue never covers that of another
        self._pictures: Mapping[str, PictureFile] = {}
        self._is_saving = False
        self._waiting: list[_Waiting] = []
        self.report = SaveReport(state=SaveState.SAVED)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._save)

    @property
    def is_saved(self) -> bool:
        """Whether everything is in the store."""
        return not self._unsaved and not self._is_saving

    def has_unsaved(self, issue_id: str) -> bool:
        """Tell whether the issue was changed since it was last saved."""
        return issue_id in self._unsaved

    def note(self, issue: Issue, pictures: Mapping[str, PictureFile]) -> None:
        """Save `issue` soon. Of `pictures`, which are at hand, the store takes those that it has not.

        That may also be one that it had: unused pictures can be deleted, and undoing bring one back.
        """
        self._unsaved[issue.id] = issue
        self._pictures = {**self._pictures, **pictures}
        if self.report.state is SaveState.SAVED:
            self._tell(SaveReport(state=SaveState.UNSAVED, at=self.report.at))
        if not self._timer.isActive() and not self._is_saving:
            self._timer.start(DELAY)

    def save_now(
        self,
        after: Callable[[], object] = lambda: None,
        failed: Callable[[SaveReport], object] = lambda _report: None,
    ) -> None:
        """Save what is not saved yet without waiting.

        Once everything is saved, `after` is called; where a save fails, `failed` is, and `after` never.
        """
        self._waiting.append(_Waiting(after, failed))
        if not self._is_saving:
            self._save()

    def give_up(self) -> None:
        """Let what could not be saved be lost: the officer said so."""
        self._timer.stop()
        self._unsaved.clear()

    def _save(self) -> None:
        self._timer.stop()
        if not self._unsaved:
            self._call_waiting()
            return
        issue = next(iter(self._unsaved.values()))
        # What is not at hand is in the store already, or the store says that it is missing.
        names = {picture.sha256 for picture in issue.pictures}
        at_hand = [self._pictures[name] for name in names & self._pictures.keys()]
        del self._unsaved[issue.id]
        self._is_saving = True
        self._keeper.ask(
            lambda store: store.save(issue, at_hand),
            lambda _: self._saved(),
            lambda error: self._failed(issue, error),
        )

    def _saved(self) -> None:
        self._is_saving = False
        state = SaveState.UNSAVED if self._unsaved else SaveState.SAVED
        self._tell(SaveReport(state=state, at=self._clock()))
        if not self._unsaved:
            self._pictures = {}
            self._call_waiting()
        elif self._waiting:
            self._save()
        else:
            self._timer.start(DELAY)

    def _failed(self, issue: Issue, error: Exception) -> None:
        """Keep what could not be saved, say so, and try again; what is a fault of the program goes on."""
        self._is_saving = False
        self._unsaved.setdefault(issue.id, issue)
        self._timer.start(RETRY)
        known = error if isinstance(error, BulletinError) else None
        report = SaveReport(state=SaveState.FAILED, at=self.report.at, error=known)
        self._tell(report)
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each.failed(report)
        if known is None:
            raise error

    def _call_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each.after()

    def _tell(self, report: SaveReport) -> None:
        self.report = report
        self.told.emit(report)
