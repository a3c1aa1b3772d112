"""Bringing an issue to the desk: at the start, from the list, as a new one, or from a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from bulletin_editor.checks.finding import Archive
from bulletin_editor.errors import BulletinError, StoreError, TemplateError
from bulletin_editor.export.template import Template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.value import Value
from bulletin_editor.paths import shipped
from bulletin_editor.services.checking import archive_of
from bulletin_editor.services.designing import template_for
from bulletin_editor.services.issues import (
    READING_TIME,
    Proposal,
    ReadIssue,
    begin_issue,
    propose_issue,
    read_issue,
    take_in,
)
from bulletin_editor.services.opening import OpenedIssue, open_issue
from bulletin_editor.store import Store
from bulletin_editor.ui.autosave import SaveReport
from bulletin_editor.ui.dialogs.new_issue import NewIssueDialog
from bulletin_editor.ui.preferences import LastVisit
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.session import Session

DEMO = Path("demo") / "demo.md"

Choice = Callable[[Store], IssueKey | None]
"""Says which issue to begin with."""


class _Start(Value, frozen=True):
    """What the window begins with; `problems` are what kept it from being all that was wanted."""

    agency: Agency
    template: Template
    emblem: tuple[PictureFile, ...]
    opened: OpenedIssue | None
    problems: tuple[BulletinError, ...]


class IssueOpening(QObject):
    """Puts issues on the desk.

    Signals:
        placed(Place): an issue lies on the desk; the work goes on at this place.
        ready: the start is over, with an issue or without.
    """

    placed = Signal(object)
    ready = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._new_dialog: NewIssueDialog | None = None

    def start(self) -> None:
        """Begin where the officer left off in this store; in an empty one with nothing."""
        visit = self._session.preferences.last_visit(self._session.keeper.path)
        self._furnish(partial(_last_visited, visit=visit), visit)

    def open(self, key: IssueKey, place: Place | None = None) -> None:
        """Put the stored issue `key` on the desk, once the one before is saved, and go to `place` there."""
        self._after_saving(partial(self._load, key, place))

    def open_latest(self) -> None:
        """Put the newest stored issue on the desk, if there is one."""

        def opened(found: OpenedIssue | None) -> None:
            if found:
                self._opened(found)

        self._session.keeper.ask(_latest, opened, self._tell)

    def new(self) -> None:
        """Ask for number, week and sections of a new issue, and begin it."""
        ask = partial(
            self._session.keeper.ask,
            lambda store: (propose_issue(store, self._session.today()), archive_of(store)),
            self._ask_for_new,
            self._tell,
        )
        self._after_saving(ask)

    def open_demo(self) -> None:
        """Put the sample issue on the desk."""
        self._read(shipped("resources") / DEMO, lambda read: self.open(read.issue.key))

    def choose_file(self) -> None:
        """Ask for a file with an issue, and take it in."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import an issue"), "", self.tr("Bulletin Markdown (*.md)")
        )
        if path:
            self._read(Path(path), self._ask_to_replace)

    # ---- Putting on the desk ---------------------------------------------------------------------------

    def _furnish(self, choose: Choice, visit: LastVisit | None = None) -> None:
        """Read agency and template, and the issue that `choose` names."""
        session = self._session
        work = partial(_start, choose=choose, own=session.own_templates, shipped=session.shipped_templates)
        session.keeper.ask(work, partial(self._started, visit), self._fail_to_start)

    def _started(self, visit: LastVisit | None, start: _Start) -> None:
        self._session.desk.furnish(start.agency, start.template, start.emblem)
        if start.opened:
            stays = visit is not None and visit.issue_id == start.opened.issue.id
            self._opened(start.opened, visit.place if visit and stays else None)
        for problem in start.problems:
            self._tell(problem)
        self._session.keeper.ask(Store.get_ready_to_write, failed=self._tell)
        self.ready.emit()

    def _fail_to_start(self, error: Exception) -> None:
        self.ready.emit()
        self._tell(error)

    def _load(self, key: IssueKey, place: Place | None) -> None:
        if self._session.desk.template is None:  # the start failed: what it should have read is read now
            self._furnish(lambda _store: key)
        else:
            opened = partial(self._opened, place=place)
            self._session.keeper.ask(partial(open_issue, key=key), opened, self._tell)

    def _opened(self, opened: OpenedIssue, place: Place | None = None) -> None:
        if self._session.autosave.has_unsaved(opened.issue.id):  # written on while it was read
            self.open(opened.issue.key, place)
            return
        self._session.desk.open(opened)
        self.placed.emit(place or Place(part=Part.COVER))

    # ---- A new one -------------------------------------------------------------------------------------

    def _ask_for_new(self, asked: tuple[Proposal, Archive]) -> None:
        if self._new_dialog is not None:
            return
        proposal, archive = asked
        dialog = self._new_dialog = NewIssueDialog(proposal, archive, self._session.messages, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._begin(dialog.chosen()))
        dialog.finished.connect(self._forget_new_dialog)
        dialog.open()

    def _forget_new_dialog(self) -> None:
        self._new_dialog = None

    def _begin(self, chosen: Proposal) -> None:
        work = partial(begin_issue, proposal=chosen, new_id=self._session.new_id)
        self._session.keeper.ask(work, lambda issue: self.open(issue.key), self._tell)

    # ---- From a file -----------------------------------------------------------------------------------

    def _read(self, path: Path, on_taken: Callable[[ReadIssue], None]) -> None:
        """Read and take in the issue in `path`; where its number is taken, `on_taken` decides."""
        self._session.reader.read(
            read_issue,
            path,
            done=lambda read: self._after_saving(partial(self._take_in, read, on_taken)),
            failed=self._tell,
            seconds=READING_TIME,
        )

    def _take_in(self, read: ReadIssue, on_taken: Callable[[ReadIssue], None]) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, StoreError) and error.code == "store.duplicate-number":
                on_taken(read)
            else:
                self._tell(error)

        self._session.keeper.ask(partial(take_in, read=read, replacing=False), self._imported, failed)

    def _ask_to_replace(self, read: ReadIssue) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Import an issue"))
        box.setText(self.tr("Issue {} is in the store already.").format(read.issue.key))
        box.setInformativeText(self.tr("Replacing it discards what was written in it before."))
        replace = box.addButton(self.tr("Replace it"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Open the one in the store"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        replace.clicked.connect(lambda: self._after_saving(partial(self._replace, read)))
        keep.clicked.connect(lambda: self.open(read.issue.key))
        box.open()

    def _replace(self, read: ReadIssue) -> None:
        """Let the issue that was read take the place of the stored one, which leaves the desk before."""
        issue = self._session.desk.issue
        if issue is not None and issue.key == read.issue.key:
            self._session.desk.clear()
        self._session.keeper.ask(
            partial(take_in, read=read, replacing=True), self._imported, partial(self._reopen, read.issue.key)
        )

    def _reopen(self, key: IssueKey, error: Exception) -> None:
        self._tell(error)
        self.open(key)

    def _imported(self, issue: Issue) -> None:
        self.open(issue.key)

    # ---- Inside ----------------------------------------------------------------------------------------

    def _after_saving(self, go_on: Callable[[], object]) -> None:
        """Save what is on the desk and go on; where it cannot be saved, stay and say so."""
        self._session.autosave.save_now(after=go_on, failed=self._stay)

    def _stay(self, report: SaveReport) -> None:
        if report.error:
            self._tell(report.error)

    def _tell(self, error: Exception) -> None:
        show_problem(self._window, self._session.messages, error)


def _last_visited(store: Store, visit: LastVisit | None) -> IssueKey | None:
    summaries = store.summaries()
    last = [each for each in summaries if visit and each.id == visit.issue_id] or list(summaries[:1])
    return last[0].key if last else None


def _latest(store: Store) -> OpenedIssue | None:
    summaries = store.summaries()
    return open_issue(store, summaries[0].key) if summaries else None


def _start(store: Store, choose: Choice, own: Path, shipped: Path) -> _Start:
    """Read what the window begins with; an issue or template that cannot be read is left out and told."""
    problems: list[BulletinError] = []
    agency = store.agency()
    try:
        template = template_for(agency, own, shipped)
    except TemplateError as error:
        template = template_for(Agency(), own, shipped)
        problems.append(error)
    emblem = agency.masthead.emblem
    opened = None
    try:
        key = choose(store)
        opened = open_issue(store, key) if key else None
    except StoreError as error:
        problems.append(error)
    return _Start(
        agency=agency,
        template=template,
        emblem=tuple(store.pictures([emblem.sha256]).values()) if emblem else (),
        opened=opened,
        problems=tuple(problems),
    )
