"""The window: outline, article, pages and findings around one desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit

from bulletin_editor.checks.finding import Finding, Severity
from bulletin_editor.checks.waiving import open_findings, waivers_in_use
from bulletin_editor.model import edits
from bulletin_editor.model.derived import number_line
from bulletin_editor.model.edits import section_with
from bulletin_editor.model.issue import Issue, IssueKey, Status
from bulletin_editor.model.place import Place
from bulletin_editor.services.workspace import Change
from bulletin_editor.ui.actions import ROW_MENU, Actions
from bulletin_editor.ui.bars import Bars
from bulletin_editor.ui.cover_panel import CoverPanel
from bulletin_editor.ui.editor.article_panel import ArticlePanel
from bulletin_editor.ui.find_bar import FindBar
from bulletin_editor.ui.findings_panel import FindingsPanel
from bulletin_editor.ui.flows.closing import WindowClosing
from bulletin_editor.ui.flows.designing import AgencyDesigning
from bulletin_editor.ui.flows.examining import StoreExamining
from bulletin_editor.ui.flows.exporting import IssueExporting
from bulletin_editor.ui.flows.importing import DocumentImporting
from bulletin_editor.ui.flows.issue_list import IssueList
from bulletin_editor.ui.flows.library import PictureLibrary
from bulletin_editor.ui.flows.opening import IssueOpening
from bulletin_editor.ui.flows.pasting import ArticlePasting
from bulletin_editor.ui.flows.picture_requests import PictureRequests
from bulletin_editor.ui.flows.pictures import PictureInserting, PictureIntake
from bulletin_editor.ui.flows.waiving import FindingSettling
from bulletin_editor.ui.guide import AboutBox, GuideWindow
from bulletin_editor.ui.live_checks import LiveChecks
from bulletin_editor.ui.outline.outline_panel import OutlinePanel
from bulletin_editor.ui.panel_layout import PanelLayout
from bulletin_editor.ui.preview.controller import PreviewController
from bulletin_editor.ui.preview.panel import PreviewPanel
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.progress_line import keep_room
from bulletin_editor.ui.save_label import SaveLabel
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.shown_pictures import ShownPictures
from bulletin_editor.ui.structure import Structure
from bulletin_editor.ui.threads import Worker
from bulletin_editor.ui.visits import Visits
from bulletin_editor.ui.welcome import WelcomePage
from bulletin_editor.ui.window_keys import WindowKeys
from bulletin_editor.ui.writing_area import COVER, WritingArea, is_standing

_Text: TypeAlias = QTextEdit | QPlainTextEdit | QLineEdit


class MainWindow(QMainWindow):
    """Puts the panels around the desk and tells each of them what concerns it.

    Signals:
        ready: the start is over, with an issue or without.
        renewal_wanted: the language was changed; the window is to be made anew.
        stayed: the window was to close, and the officer keeps it.
    """

    ready = Signal()
    renewal_wanted = Signal()
    stayed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.is_ready = False
        self._has_stopped = False
        self._make_parts()
        self._place_parts()
        self._make_bars()
        self._connect_desk()
        self._connect_panels()
        self._show_issue()
        self._opening.start()

    # ---- Building --------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        session = self.session
        self.actions_by_name = Actions(session.messages, self)
        self.outline = OutlinePanel()
        self.welcome = WelcomePage()
        self.cover = CoverPanel(session.messages, shown=ShownPictures(session.assistant.do, self))
        self.article = ArticlePanel(shown=ShownPictures(session.assistant.do, self))
        self.find_bar = FindBar()
        self.writing = WritingArea(session.desk, self.welcome, self.cover, self.article, self.find_bar)
        self.preview = PreviewPanel()
        self.findings = FindingsPanel(session.messages)
        pages = Worker("pages", self)
        self._drawing = PreviewController(self.preview, pages, session.messages.error, self)
        self._checks = LiveChecks(self)
        self._structure = Structure(session, self.outline)
        self._opening = IssueOpening(session, self)
        self._list = IssueList(session, self._opening, pages, self)
        self._pictures = PictureIntake(session, self)
        self._inserting = PictureInserting(session, self.writing, self.article, self)
        self._pasting = ArticlePasting(session, self.writing, self.article, self)
        self._requests = PictureRequests(session, self._pictures, self._inserting, self.writing, self)
        self._requests.follow(self.cover, self.article)
        self._library = PictureLibrary(session, self._pictures, self._inserting, self.writing, self)
        self._importing = DocumentImporting(session, self)
        self._settling = FindingSettling(session, self)
        self._designing = AgencyDesigning(session, self._pictures, self)
        self._exporting = IssueExporting(session, self)
        self._examining = StoreExamining(session, self)
        self._closing = WindowClosing(session, self._is_expecting, self)
        self._keys = WindowKeys(self.writing, self.actions_by_name.of_the_window())
        self._visits = Visits(session.preferences, session.keeper.path, self)

    def _place_parts(self) -> None:
        area = Qt.DockWidgetArea
        self._panels = PanelLayout(self, self.session.preferences)
        self._panels.add("outline", self.tr("Outline"), self.outline, area.LeftDockWidgetArea)
        self.setCentralWidget(self.writing)  # behind the outline, for Tab goes in the order of placing
        self._panels.add("pages", self.tr("Preview"), self.preview, area.RightDockWidgetArea)
        self._findings_dock = self._panels.add(
            "findings", self.tr("Findings"), self.findings, area.BottomDockWidgetArea
        )
        self._panels.restore_size()
        self._save_label = SaveLabel(self.session.messages)
        self.statusBar().addPermanentWidget(self._save_label)
        keep_room(self.statusBar())

    def _make_bars(self) -> None:
        article_actions = self.article.menu_actions()
        self._bars = Bars(self, self.actions_by_name, article_actions, self._panels.actions())
        self.outline.set_row_actions([self.actions_by_name[name] for name in ROW_MENU])

    # ---- Wiring ----------------------------------------------------------------------------------------

    def _connect_desk(self) -> None:
        desk = self.session.desk
        desk.opened.connect(self._show_issue)
        desk.changed.connect(self._follow)
        desk.furnished.connect(self._look_again)
        desk.refused.connect(self._show_refusal)
        self.session.autosave.told.connect(self._save_label.show_report)
        self._opening.placed.connect(self.writing.go_to)
        self._opening.ready.connect(self._end_start)
        self._checks.found.connect(self._show_findings)
        self._designing.language_changed.connect(self.renewal_wanted)
        self._closing.given_up.connect(self.stayed)
        # Later, for a window cannot be closed again while it is asked whether it may close.
        self._closing.may_close.connect(self._close_for_good, Qt.ConnectionType.QueuedConnection)

    def _connect_panels(self) -> None:
        self.welcome.new_wanted.connect(self._opening.new)
        self.welcome.demo_wanted.connect(self._opening.open_demo)
        self.welcome.import_wanted.connect(self._opening.choose_file)
        self.outline.place_wanted.connect(self.writing.show_place)
        self.outline.edited.connect(self.session.desk.change)
        self.outline.files_dropped.connect(self._import_dropped)
        self.article.documents_dropped.connect(self._import_dropped)
        self.cover.documents_dropped.connect(self._import_dropped)
        self._importing.place_wanted.connect(self.writing.go_to)
        self._library.place_wanted.connect(self.writing.go_to)
        self._library.issue_wanted.connect(self._opening.open)
        self.writing.moved.connect(self._follow_cursor)
        self.writing.left_article.connect(self.session.autosave.save_now)
        self._structure.place_wanted.connect(self.writing.go_to)
        self._pasting.undo_wanted.connect(partial(self._turn, self.session.desk.undo))
        self.preview.place_clicked.connect(self.writing.go_to)
        self.findings.place_wanted.connect(self.writing.go_to)
        self.findings.fix_wanted.connect(self._mend)
        self.findings.waiver_wanted.connect(self._settling.ask_reason)
        self.findings.finding_wanted_back.connect(self._settling.look_again)
        self.findings.counted.connect(self._bars.show_counts)
        self._bars.findings_wanted.connect(self._show_findings_dock)
        self.session.desk.pictures_added.connect(self._look_again)
        self.actions_by_name.status_group.triggered.connect(lambda action: self._set_status(action.data()))
        self.writing.reopen_wanted.connect(partial(self._set_status, Status.DRAFT))
        self.actions_by_name.connect_all(self._slots())

    def _slots(self) -> dict[str, Callable[[], object]]:
        desk, structure = self.session.desk, self._structure
        return {
            "new_issue": self._opening.new,
            "all_issues": self._list.show,
            "picture_library": self._library.show,
            "import_issue": self._opening.choose_file,
            "import_documents": self._import_documents,
            "save": self._save,
            "export": self._export,
            "settings": self._designing.show,
            "quit": self.close,
            "undo": partial(self._turn, desk.undo),
            "redo": partial(self._turn, desk.redo),
            "cut": partial(self._ask_text, lambda text: text.cut()),
            "copy": partial(self._ask_text, lambda text: text.copy()),
            "paste": self._paste,
            "select_all": partial(self._ask_text, lambda text: text.selectAll()),
            "find": partial(self.writing.open_find_bar, replacing=False),
            "replace": partial(self.writing.open_find_bar, replacing=True),
            "new_article": partial(self._restructure, structure.add_article),
            "new_section": partial(self._restructure, structure.add_section),
            "rename": self.outline.rename_current,
            "duplicate": partial(self._restructure, structure.duplicate),
            "move_up": partial(self._restructure, partial(self.outline.move_current, -1)),
            "move_down": partial(self._restructure, partial(self.outline.move_current, 1)),
            "delete": partial(self._restructure, structure.delete),
            "show_cover": partial(self.writing.show_place, COVER),
            "previous_article": partial(structure.step, -1),
            "next_article": partial(structure.step, 1),
            "guide": lambda: GuideWindow(self).show(),
            "about": lambda: AboutBox(self).open(),
        }

    @property
    def issue(self) -> Issue | None:
        """The open issue as it is now."""
        return self.session.desk.issue

    def open_issue(self, key: IssueKey) -> None:
        """Put the stored issue `key` on the desk."""
        self._opening.open(key)

    # ---- What happens ----------------------------------------------------------------------------------

    def _show_issue(self) -> None:
        """Show the issue that came to the desk, or that there is none."""
        issue = self.issue
        self._panels.show(issue is not None)
        self._drawing.clear()
        self.outline.show_issue(issue)
        self.writing.show_issue()
        self.findings.clear()
        if issue is None:
            self._checks.stop()
        self._show_state()
        self._look_again()

    def _end_start(self) -> None:
        self.is_ready = True
        self.ready.emit()
        self._examining.begin()
        self.session.reader.warm_up_soon()

    def _follow(self, change: Change) -> None:
        # First of all: whatever goes wrong on the screen, the work is safe.
        self.session.autosave.note(change.after, self.session.desk.pictures)
        self.outline.show_issue(change.after)
        self.writing.follow(change)
        self._show_state()
        self._look_again()

    def _look_again(self) -> None:
        issue = self.issue
        if issue is not None:
            self._request_pages()
            self._checks.look_at(issue, self.session.desk.yardstick)

    def _request_pages(self) -> None:
        desk = self.session.desk
        if desk.issue is not None and desk.template is not None:
            self._drawing.request(desk.issue, desk.agency, desk.template, desk.pictures)

    def _follow_cursor(self, place: Place) -> None:
        self.outline.choose(place)
        self.preview.show_place(place)
        if self.issue is not None:
            self._visits.note(self.issue.id, place)

    def _turn(self, step: Callable[[], None]) -> None:
        """Undo or redo, and go to where that happened."""
        self.writing.commit()
        places: list[Place] = []
        connection = self.session.desk.changed.connect(lambda change: places.append(change.place))
        try:
            step()
        finally:
            self.session.desk.changed.disconnect(connection)
        if places:  # its length is that of the words before or after: nothing is selected by it
            self.writing.go_to(replace(places[-1], end=places[-1].start))

    def _show_findings(self, issue: Issue, found: tuple[Finding, ...]) -> None:
        now = self.issue
        if now is None or now.id != issue.id:
            return
        standing = open_findings(issue, found)
        self.findings.show_findings(issue, standing, waivers_in_use(issue, found))
        severities: dict[str, Severity] = {}
        for finding in standing:
            name = finding.place.article_id
            severities[name] = max(severities.get(name, finding.severity), finding.severity)
        self.outline.show_severities(severities)

    def _show_findings_dock(self) -> None:
        self._findings_dock.show()
        self._findings_dock.raise_()
        self.findings.setFocus()

    def _import_documents(self) -> None:
        self.writing.commit()
        self._importing.choose(self._chosen_section())

    def _import_dropped(self, paths: list[Path], section_id: str = "") -> None:
        self.writing.commit()
        self._importing.show(paths, section_id or self._chosen_section())

    def _chosen_section(self) -> str:
        """Return the id of the section that is chosen in the outline, or that the chosen article is in."""
        chosen, issue = self.outline.current_place(), self.issue
        if chosen is None or issue is None:
            return ""
        return section_with(issue, chosen.article_id).id if chosen.article_id else chosen.section_id

    def _set_status(self, status: Status) -> None:
        edit = partial(edits.set_status, status=status, day=self.session.today())
        self.session.desk.change(edit, self.tr("Change the status"), COVER)

    def _restructure(self, step: Callable[[], None]) -> None:
        """Change the outline; a name or a composition that is not finished becomes an edit before."""
        self.writing.commit()
        step()

    def _mend(self, finding: Finding) -> None:
        if self.issue is None or not is_standing(self.issue, finding.place):
            return  # found before its article went; the next look will not find it
        self.writing.commit()
        self._settling.mend(finding)

    def _paste(self) -> None:
        """Paste where the cursor is; a picture that is pasted on the cover page is for the cover."""
        copied: QMimeData | None = QGuiApplication.clipboard().mimeData()  # another program may hold it
        if not (copied and self.writing.shows_cover and self.cover.paste_picture(copied)):
            self._ask_text(lambda text: text.paste())

    def _ask_text(self, act: Callable[[_Text], None]) -> None:
        """Let the text that the cursor is in do something, else that of the article that is shown, if any."""
        field = self.focusWidget()
        if isinstance(field, _Text):
            act(field)
        elif self.writing.article_id:
            act(self.article.edit)

    def _save(self) -> None:
        self.writing.commit()
        self.session.autosave.save_now()

    def _export(self) -> None:
        self.writing.commit()
        self._exporting.show()

    def _show_refusal(self, error: Exception) -> None:
        show_problem(self, self.session.messages, error)
        self.writing.show_again()

    def _show_state(self) -> None:
        """Show which actions can be used now, and in the title what is open."""
        self._bars.follow(self.session.desk)
        issue = self.issue
        parts = [self.tr("Bulletin Editor")]
        if issue is not None:
            parts[:0] = [number_line(issue.key), self.session.messages.text(f"status-{issue.status.value}")]
        self.setWindowTitle(" · ".join(parts))

    # ---- Closing ---------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save first: the window closes once everything is in the store."""
        if self._closing.is_over:
            event.accept()
            return
        event.ignore()
        self.writing.commit()
        self._closing.begin()

    def _is_expecting(self) -> bool:
        """Tell whether something that was asked for has not come in yet."""
        return self._pictures.is_reading or self._pasting.is_reading

    def _close_for_good(self) -> None:
        self._panels.remember()
        self._visits.write_down()
        self.stop_work()
        self.close()

    def stop_work(self) -> None:
        """End the threads of the panels: nothing is laid out or checked any more. Twice does no harm."""
        if not self._has_stopped:
            self._has_stopped = True
            self._pasting.cancel()
            self._list.close()
            self._library.close()
            self._importing.close()
            self._drawing.close()
            self._checks.close()
