"""The officer's desk: the open issue with all that belongs to it, for the panels to show and to change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from bulletin_editor.checks.finding import Archive
from bulletin_editor.errors import BulletinError
from bulletin_editor.export.template import Template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.edits import Edit, is_locked
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Place
from bulletin_editor.services.checking import Yardstick, sizes_of
from bulletin_editor.services.opening import OpenedIssue
from bulletin_editor.services.workspace import MERGE_SECONDS, Change, Workspace


class Desk(QObject):
    """Holds one open issue or none.

    Signals:
        leaving: the issue on the desk is about to go; what is not yet an edit of it must become one now.
        opened: another issue is on the desk, or none.
        changed(Change): the issue was changed, or a change undone or done again.
        refused(BulletinError): a change was not possible; the issue is as it was.
        furnished: agency, template or the other issues are no longer what they were.
        pictures_added(dict): pictures, by their SHA-256, came to the desk.
    """

    leaving = Signal()
    opened = Signal()
    changed = Signal(object)
    refused = Signal(object)
    furnished = Signal()
    pictures_added = Signal(object)

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._work: Workspace | None = None
        self._earlier: Desk | None = None
        self._pictures: dict[str, PictureFile] = {}
        self._emblem: dict[str, PictureFile] = {}
        self.archive = Archive()
        self.agency = Agency()
        self.template: Template | None = None

    @property
    def issue(self) -> Issue | None:
        """The open issue as it is now."""
        return self._work.issue if self._work else None

    @property
    def is_locked(self) -> bool:
        """Whether the open issue can only be read."""
        return self.issue is not None and is_locked(self.issue)

    @property
    def pictures(self) -> Mapping[str, PictureFile]:
        """The pictures at hand by their SHA-256: the agency's emblem, those of the issue and later ones."""
        return self._pictures | self._emblem

    @property
    def yardstick(self) -> Yardstick:
        """What the open issue is checked against."""
        return Yardstick(archive=self.archive, template=self.template, sizes=sizes_of(self._pictures))

    @property
    def undo_name(self) -> str:
        """What would be undone; empty where there is nothing."""
        return self._work.undo_name if self._work else ""

    @property
    def redo_name(self) -> str:
        """What would be done again; empty where there is nothing."""
        return self._work.redo_name if self._work else ""

    def furnish(self, agency: Agency, template: Template, emblem: Iterable[PictureFile]) -> None:
        """Print for `agency` from now on, with `template`; `emblem` holds its own emblem, if it has one."""
        self.agency, self.template = agency, template
        self._emblem = {file.sha256: file for file in emblem}
        self.furnished.emit()

    def follow_on(self, earlier: Desk) -> None:
        """Take the place of `earlier`: if its issue is the first here, what was done there can be undone."""
        self._earlier = earlier

    def open(self, opened: OpenedIssue) -> None:
        """Put another issue on the desk; what was done to the one before can no longer be undone."""
        self.leaving.emit()
        self._work = Workspace(opened.issue, clock=self._clock)
        self._pictures = dict(opened.pictures)
        earlier, self._earlier = self._earlier, None
        if earlier and earlier._work and earlier.issue == opened.issue:
            self._work = earlier._work.handed_on()
            self._pictures = earlier._pictures | self._pictures  # an undone step may want one back
        self._work.listen(self._tell)
        self.archive = opened.archive
        self.opened.emit()

    def clear(self) -> None:
        """Take the issue off the desk."""
        self.leaving.emit()
        self._work = self._earlier = None
        self._pictures = {}
        self.archive = Archive()
        self.opened.emit()

    def change(
        self,
        edit: Edit,
        name: str,
        place: Place,
        merge: str = "",
        *,
        pause: float = MERGE_SECONDS,
        origin: object = None,
    ) -> None:
        """Change the open issue as `Workspace.change` does; what the model refuses is told by `refused`."""
        if self._work is None:
            return
        try:
            self._work.change(edit, name=name, place=place, merge=merge, pause=pause, origin=origin)
        except BulletinError as error:
            self.refused.emit(error)

    def know_archive(self, archive: Archive) -> None:
        """Know the other issues as they are now."""
        self.archive = archive
        self.furnished.emit()

    def undo(self) -> None:
        """Take the last step back."""
        if self._work:
            self._work.undo()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        if self._work:
            self._work.redo()

    def seal(self) -> None:
        """Let what is typed next be another step to undo."""
        if self._work:
            self._work.seal()

    def add_pictures(self, files: Iterable[PictureFile]) -> None:
        """Bring pictures to the desk, for the issue to use; they are stored with the issue."""
        added = {file.sha256: file for file in files}
        self._pictures.update(added)
        self.pictures_added.emit(added)

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
