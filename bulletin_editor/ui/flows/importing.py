"""Documents from outside into the issue on the desk: read one by one, looked at, and taken in as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from bulletin_editor.errors import BulletinError, ReadingError
from bulletin_editor.model.issue import Issue, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.services.importing import (
    SUFFIXES,
    IncomingDocument,
    ProposedArticle,
    read_incoming,
    read_whole_page,
    with_articles,
)
from bulletin_editor.ui.dialogs.importing.dialog import ImportDialog
from bulletin_editor.ui.folders import nearest_folder
from bulletin_editor.ui.preview.controller import PreviewController
from bulletin_editor.ui.reader import Reading
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.threads import Worker

_SHOWN = 10_000  # ms

Choose = Callable[[], Sequence[Path]]
Task = Callable[[Path], IncomingDocument]


class DocumentImporting(QObject):
    """Shows what documents would bring, and brings it to the desk when the officer agrees.

    Signals:
        place_wanted(Place): articles came in; the first one stands there.
    """

    place_wanted = Signal(object)

    def __init__(self, session: Session, window: QMainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._dialog: ImportDialog | None = None
        self._leaving: list[Worker] = []  # pages of a long document may be under way when its dialog is left

    def close(self) -> None:
        """Close the dialog, if it is open, and end its threads: the program ends."""
        if self._dialog is not None:
            self._dialog.reject()
        for worker in self._leaving:
            worker.wait()

    def choose(self, section_id: str = "") -> None:
        """Ask for documents, to go into a section: that of `section_id`, or the first."""
        paths = self._chosen()
        if paths:
            self.show(paths, section_id)

    def show(self, paths: Sequence[Path], section_id: str = "") -> None:
        """Show what the documents `paths` would bring into a section."""
        issue = self._session.desk.issue
        if issue is None or self._session.desk.is_locked:
            return
        sections = issue.sections or (Section(id=self._session.new_id(), label=""),)
        dialog = self._dialog = ImportDialog(sections, section_id, self._session.messages, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        visit = _Visit(self._session, issue, dialog, self._chosen)
        visit.left.connect(self._let_go)
        visit.read(paths)
        dialog.import_wanted.connect(partial(self._import, issue, dialog))
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None

    def _let_go(self, worker: Worker) -> None:
        self._leaving = [each for each in self._leaving if not each.is_over] + [worker]

    def _chosen(self) -> list[Path]:
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Documents ({})").format(endings)
        folder = nearest_folder(self._folder)
        paths, _ = QFileDialog.getOpenFileNames(self._window, self._name(), folder, kinds)
        if paths:
            self._folder = str(Path(paths[0]).parent)
        return [Path(path) for path in paths]

    def _import(
        self, issue: Issue, dialog: ImportDialog, section_id: str, articles: tuple[ProposedArticle, ...]
    ) -> None:
        """Bring `articles` to the issue that they were meant for."""
        desk = self._session.desk
        if desk.issue is None or desk.issue.id != issue.id or desk.is_locked:
            self._window.statusBar().showMessage(
                self.tr("The articles were not imported: the issue they were meant for is not open."), _SHOWN
            )
            return
        known = {article.id for article in desk.issue.articles}
        desk.add_pictures(file for document in dialog.documents for file in document.pictures)
        place = Place(part=Part.SECTION, section_id=section_id)
        desk.change(partial(self._edited, section_id=section_id, articles=articles), self._name(), place)
        new = [article.id for article in desk.issue.articles if article.id not in known]
        if new:
            self.place_wanted.emit(Place(part=Part.HEADLINE, article_id=new[0]))

    def _edited(self, issue: Issue, section_id: str, articles: tuple[ProposedArticle, ...]) -> Issue:
        if not issue.sections:
            issue = replace(issue, sections=(Section(id=section_id, label=""),))
        return with_articles(issue, section_id, articles, self._session.new_id)

    def _name(self) -> str:
        return self.tr("Import documents")


class _Visit(QObject):
    """One showing of the dialog: reads its files, and draws the pages of the article that is looked at.

    Signals:
        left(Worker): the dialog is closed; what draws its pages has this left to do.
    """

    left = Signal(object)

    def __init__(self, session: Session, issue: Issue, dialog: ImportDialog, choose: Choose) -> None:
        super().__init__(dialog)
        self._session = session
        self._issue = issue
        self._dialog = dialog
        self._choose = choose
        self._readings: dict[Path, Reading] = {}
        self._drawing = PreviewController(
            dialog.preview, Worker("import pages"), session.messages.error, self
        )
        dialog.files_wanted.connect(lambda: self.read(self._choose()))
        dialog.files_dropped.connect(self.read)
        dialog.rereading_wanted.connect(self._read_again)
        dialog.preview_wanted.connect(self._draw)
        dialog.finished.connect(self._end)

    def read(self, paths: Sequence[Path]) -> None:
        """Read the documents `paths`, those that are not there already."""
        for path in paths:
            if not self._dialog.expect(path):
                continue
            if path.is_dir():
                self._refuse(path, ReadingError("document.folder", name=path.name))
            else:
                self._begin(path, read_incoming)

    def _read_again(self, path: Path, whole: bool) -> None:  # noqa: FBT001
        """Read `path` again; how it was to be read before matters no more."""
        self._readings[path].cancel()
        self._begin(path, read_whole_page if whole else read_incoming)

    def _begin(self, path: Path, task: Task) -> None:
        self._readings[path] = self._session.reader.read(
            task,
            path,
            done=partial(self._dialog.show_document, path),
            failed=partial(self._refuse, path),
            has_steps=True,
        )

    def _refuse(self, path: Path, error: Exception) -> None:
        """Tell why a file was not read; what nobody thought of is told there, too, and raised again."""
        known = error if isinstance(error, BulletinError) else None
        trouble = known or ReadingError("reading.failed", detail=repr(error))
        self._dialog.show_problem(path, self._session.messages.error(trouble))
        if known is None:
            raise error

    def _draw(self, article: ProposedArticle | None) -> None:
        desk = self._session.desk
        if article is None or desk.template is None:
            self._drawing.clear()
            return
        section = Section(id="section", label=self._dialog.section)
        issue = replace(self._issue, sections=(section,))
        issue = with_articles(issue, section.id, (article,), lambda: "article")
        incoming = {file.sha256: file for document in self._dialog.documents for file in document.pictures}
        self._drawing.request(issue, desk.agency, desk.template, {**desk.pictures, **incoming})
        self._dialog.preview.show_place(Place(part=Part.HEADLINE, article_id="article"))

    def _end(self) -> None:
        for reading in self._readings.values():
            reading.cancel()
        self.left.emit(self._drawing.leave())
