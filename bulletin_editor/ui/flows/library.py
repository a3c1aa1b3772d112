"""The picture library, with what is done in the store and on the desk from there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, Place
from bulletin_editor.services.library import Shelved, shelved
from bulletin_editor.store import PictureUse, Store, StoredPicture
from bulletin_editor.ui.autosave import SaveReport
from bulletin_editor.ui.dialogs.library.details import PREVIEW
from bulletin_editor.ui.dialogs.library.shelf_rows import THUMBNAIL, shown
from bulletin_editor.ui.dialogs.library.window import LibraryWindow
from bulletin_editor.ui.flows.pictures import PictureInserting, PictureIntake, Use
from bulletin_editor.ui.flows.thumbnails import Thumbnailing
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.threads import Worker
from bulletin_editor.ui.writing_area import COVER, WritingArea


class PictureLibrary(QObject):
    """Opens the library, and does what is asked there.

    Signals:
        place_wanted(Place): the work is to go on there, in the issue on the desk.
        issue_wanted(IssueKey, Place): the same in another issue.
    """

    place_wanted = Signal(object)
    issue_wanted = Signal(object, object)

    def __init__(
        self,
        session: Session,
        intake: PictureIntake,
        inserting: PictureInserting,
        writing: WritingArea,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._intake = intake
        self._inserting = inserting
        self._writing = writing
        self._window = window
        self._library: LibraryWindow | None = None  # as long as it is open: answers may come later
        self._worker: Worker | None = None
        session.desk.opened.connect(self._follow)
        session.desk.changed.connect(self._follow)
        writing.moved.connect(self._follow)

    def show(self) -> None:
        """Open the library, or bring it to the front."""
        if self._library is None:
            self._library = self._opened()
            self._follow()
            self._refresh()
        self._library.show()
        self._library.raise_()
        self._library.activateWindow()

    def close(self) -> None:
        """Close the library, if it is open."""
        if self._library is not None:
            self._library.close()

    # ---- Opening and closing ---------------------------------------------------------------------------

    def _opened(self) -> LibraryWindow:
        library = LibraryWindow(self._window)
        library.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._worker = Worker("thumbnails", self)
        self._draw(library, self._worker)
        library.article_use_wanted.connect(self._use_in_article)
        library.cover_use_wanted.connect(self._use_as_cover)
        library.adding_wanted.connect(lambda: self._intake.choose(self._store, several=True))
        library.pictures_dropped.connect(lambda sources: self._intake.take(sources, self._store))
        library.clearing_wanted.connect(self._ask_to_clear)
        library.deletion_wanted.connect(self._delete)
        library.came_back.connect(self._refresh)
        library.details.place_wanted.connect(self._go_to)
        library.finished.connect(self._forget)
        return library

    def _draw(self, library: LibraryWindow, worker: Worker) -> None:
        keeper, ratio = self._session.keeper, library.devicePixelRatioF()
        small = Thumbnailing(keeper, worker, THUMBNAIL, ratio, library)
        large = Thumbnailing(keeper, worker, PREVIEW, ratio, library)
        library.shelf.thumbnails_wanted.connect(small.want)
        small.made.connect(library.shelf.rows.set_thumbnail)
        library.details.preview_wanted.connect(lambda name: large.want([name]))
        large.made.connect(library.set_preview)
        for drawing in (small, large):
            library.finished.connect(drawing.close)

    def _forget(self) -> None:
        self._library = None
        if self._worker is not None:
            self._worker.close()
            self._worker.deleteLater()
            self._worker = None

    # ---- What is shown ---------------------------------------------------------------------------------

    def _refresh(self, _done: object = None) -> None:
        """Read what the store holds by now, with what was just written."""
        self._session.autosave.save_now()
        self._session.keeper.ask(Store.library, self._index, self._tell)

    def _index(self, pictures: tuple[StoredPicture, ...]) -> None:
        if self._worker is not None:
            self._worker.do(partial(shelved, pictures), self._show_pictures)

    def _show_pictures(self, pictures: tuple[Shelved, ...]) -> None:
        if self._library is not None:
            self._library.show_library(pictures)

    def _follow(self, _change: object = None) -> None:
        if self._library is None:
            return
        desk = self._session.desk
        can_change = desk.issue is not None and not desk.is_locked
        self._library.set_usable(
            article=can_change and bool(self._writing.article_id),
            cover=can_change,
            issue_id=desk.issue.id if desk.issue else "",
        )

    # ---- Using -----------------------------------------------------------------------------------------

    def _use_in_article(self, pictures: Sequence[StoredPicture]) -> None:
        self._use(pictures, self._inserting.at(self._writing.place))

    def _use_as_cover(self, picture: StoredPicture) -> None:
        self._use([picture], self._inserting.on_the_cover())

    def _use(self, pictures: Sequence[StoredPicture], use: Use) -> None:
        """Bring pictures to the desk, and then let them be used."""

        def bring(files: dict[str, PictureFile]) -> None:
            self._session.desk.add_pictures(files.values())
            at_hand = tuple(shown(picture) for picture in pictures if picture.sha256 in files)
            if at_hand:
                use(at_hand)
                self._refresh()

        names = [picture.sha256 for picture in pictures]
        self._session.keeper.ask(lambda store: store.pictures(names), bring, self._tell)

    def _go_to(self, use: PictureUse) -> None:
        if use.issue is None:
            return
        place = Place(part=Part.BODY, article_id=use.article_id) if use.article_id else COVER
        issue = self._session.desk.issue
        if issue is not None and issue.id == use.issue.id:
            self.place_wanted.emit(place)
        else:
            self.issue_wanted.emit(use.issue.key, place)
        self._window.activateWindow()

    # ---- Adding and deleting ---------------------------------------------------------------------------

    def _store(self, pictures: tuple[Picture, ...]) -> None:
        """Store pictures that no issue uses yet; they are on the desk by now."""
        at_hand = self._session.desk.pictures
        files = [at_hand[picture.sha256] for picture in pictures]
        self._session.keeper.ask(lambda store: store.add_pictures(files), self._refresh, self._tell)

    def _ask_to_clear(self) -> None:
        """Find out what is unused now, and ask about it."""

        def ask(pictures: tuple[StoredPicture, ...]) -> None:
            if self._library is not None:
                self._library.ask_to_delete([picture for picture in pictures if not picture.uses])

        self._after_saving(lambda: self._session.keeper.ask(Store.library, ask, self._tell))

    def _delete(self, names: list[str]) -> None:
        """Delete what is unused still: the officer may have used some of it while being asked."""
        self._after_saving(
            lambda: self._session.keeper.ask(
                lambda store: store.drop_pictures(names), self._refresh, self._tell
            )
        )

    def _after_saving(self, go_on: Callable[[], object]) -> None:
        """Go on once what is on the desk is in the store, too; where it cannot be saved, say so."""
        self._session.autosave.save_now(after=go_on, failed=self._stay)

    def _stay(self, report: SaveReport) -> None:
        if report.error:
            self._tell(report.error)

    def _tell(self, error: Exception) -> None:
        show_problem(self._library or self._window, self._session.messages, error)
