"""Bringing an issue to the desk: at the start, from the list, as a new one, or from a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from bulletin_editor.checks.finding import Archive
from bulletin_editor.errors import StoreError, TemplateError
from bulletin_editor.export.template import Template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.value import Value
from bulletin_editor.paths import shipped
from bulletin_editor.services.checking import archive_of
from bulletin_editor.services.designing import template_for
from bulletin_editor.services.issues import Proposal, begin_issue, import_issue, propose_issue
from bulletin_editor.services.opening import OpenedIssue, open_issue
from bulletin_editor.store import Store
from bulletin_editor.ui.dialogs.new_issue import NewIssueDialog
from bulletin_editor.ui.preferences import LastVisit
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.session import Session

DEMO = Path("demo") / "demo.md"


class _Start(Value, frozen=True):
    """What the window begins with; `problem` is what is wrong with the agency's own template."""

    agency: Agency
    template: Template
    emblem: tuple[PictureFile, ...]
    opened: OpenedIssue | None
    problem: TemplateError | None


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

    def start(self) -> None:
        """Begin where the officer left off in this store; in an empty one with nothing."""
        session = self._session
        visit = session.preferences.last_visit(session.keeper.path)
        work = partial(_start, visit=visit, own=session.own_templates, shipped=session.shipped_templates)
        session.keeper.ask(work, partial(self._started, visit), self._tell)

    def open(self, key: IssueKey) -> None:
        """Put the stored issue `key` on the desk, once the one before is saved."""
        load = partial(self._session.keeper.ask, partial(open_issue, key=key), self._opened, self._tell)
        self._session.autosave.save_now(after=load)

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
        self._session.autosave.save_now(after=ask)

    def open_demo(self) -> None:
        """Put the sample issue on the desk."""
        self._import(shipped("resources") / DEMO, self.open)

    def choose_file(self) -> None:
        """Ask for a file with an issue, and take it in."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import an issue"), "", self.tr("Bulletin Markdown (*.md)")
        )
        if path:
            self._import(Path(path), partial(self._ask_to_replace, Path(path)))

    # ---- Inside ----------------------------------------------------------------------------------------

    def _started(self, visit: LastVisit | None, start: _Start) -> None:
        self._session.desk.furnish(start.agency, start.template, start.emblem)
        if start.opened:
            stays = visit is not None and visit.issue_id == start.opened.issue.id
            self._opened(start.opened, visit.place if visit and stays else None)
        if start.problem:
            self._tell(start.problem)
        self.ready.emit()

    def _opened(self, opened: OpenedIssue, place: Place | None = None) -> None:
        self._session.autosave.begin(opened.issue)
        self._session.desk.open(opened)
        self.placed.emit(place or Place(part=Part.COVER))

    def _ask_for_new(self, asked: tuple[Proposal, Archive]) -> None:
        proposal, archive = asked
        dialog = NewIssueDialog(proposal, archive, self._session.messages, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._begin(dialog.chosen()))
        dialog.open()

    def _begin(self, chosen: Proposal) -> None:
        work = partial(begin_issue, proposal=chosen, new_id=self._session.new_id)
        self._session.keeper.ask(work, lambda issue: self.open(issue.key), self._tell)

    def _import(self, path: Path, on_taken: Callable[[IssueKey], None], *, replacing: bool = False) -> None:
        """Take in the issue in `path`; where its number is taken, `on_taken` hears which it is."""

        def failed(error: Exception) -> None:
            if isinstance(error, StoreError) and isinstance(key := error.facts.get("key"), IssueKey):
                on_taken(key)
            else:
                self._tell(error)

        work = partial(import_issue, path=path, new_id=self._session.new_id, replacing=replacing)
        ask = partial(self._session.keeper.ask, work, self._imported, failed)
        self._session.autosave.save_now(after=ask)

    def _ask_to_replace(self, path: Path, key: IssueKey) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Import an issue"))
        box.setText(self.tr("Issue {} is in the store already.").format(key))
        box.setInformativeText(self.tr("Replacing it discards what was written in it before."))
        replace = box.addButton(self.tr("Replace it"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Open the one in the store"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        replace.clicked.connect(lambda: self._import(path, self.open, replacing=True))
        keep.clicked.connect(lambda: self.open(key))
        box.open()

    def _imported(self, issue: Issue) -> None:
        self.open(issue.key)

    def _tell(self, error: Exception) -> None:
        show_problem(self._window, self._session.messages, error)


def _latest(store: Store) -> OpenedIssue | None:
    summaries = store.summaries()
    return open_issue(store, summaries[0].key) if summaries else None


def _start(store: Store, visit: LastVisit | None, own: Path, shipped: Path) -> _Start:
    agency = store.agency()
    try:
        template, problem = template_for(agency, own, shipped), None
    except TemplateError as error:
        template, problem = template_for(Agency(), own, shipped), error
    emblem = agency.masthead.emblem
    summaries = store.summaries()
    last = [each for each in summaries if visit and each.id == visit.issue_id] or list(summaries[:1])
    return _Start(
        agency=agency,
        template=template,
        emblem=tuple(store.pictures([emblem.sha256]).values()) if emblem else (),
        opened=open_issue(store, last[0].key) if last else None,
        problem=problem,
    )
