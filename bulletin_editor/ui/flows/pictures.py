"""Pictures from files to the desk: read and made ready off the GUI thread, a few at a time."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow

from bulletin_editor.errors import BulletinError
from bulletin_editor.model import edits
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.derived import shown_headline
from bulletin_editor.model.edits import article_of
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_edits import add_pictures, rows_of
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import PicturePlace, Place
from bulletin_editor.model.placed_pictures import placed_pictures
from bulletin_editor.ui.editor.article_panel import ArticlePanel
from bulletin_editor.ui.editor.clipboard import PICTURE_SUFFIXES
from bulletin_editor.ui.flows.picture_reading import PictureReading, Source, together
from bulletin_editor.ui.flows.picture_recognition import PictureRecognition
from bulletin_editor.ui.folders import nearest_folder
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.progress_line import ProgressLine
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.writing_area import COVER, WritingArea, is_standing

_SHOWN = 10_000  # ms

Use = Callable[[tuple[Picture, ...]], None]
Tell = Callable[[Exception], None]


class PictureIntake(QObject):
    """Brings pictures to the desk and tells those who asked for them."""

    def __init__(self, session: Session, window: QMainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        self._under_way: set[PictureReading] = set()

    @property
    def is_reading(self) -> bool:
        """Whether pictures are still on their way."""
        return bool(self._under_way)

    def choose(self, use: Use, *, several: bool) -> None:
        """Ask for picture files; `use` gets the pictures once they are on the desk."""
        title = self.tr("Choose pictures") if several else self.tr("Choose a picture")
        endings = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
        kinds = self.tr("Pictures ({})").format(endings)
        folder = nearest_folder(self._folder)
        if several:
            paths, _ = QFileDialog.getOpenFileNames(self._window, title, folder, kinds)
        else:
            path, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
            paths = [path] if path else []
        if paths:
            self._folder = str(Path(paths[0]).parent)
            self.take([Path(path) for path in paths], use)

    def take(self, sources: Sequence[Source], use: Use, tell: Tell | None = None) -> None:
        """Read pictures and bring them to the desk; `use` gets some as soon as they are there.

        `tell` hears at the end what is wrong with those that could not be read; without it, the officer is
        told over the window.
        """
        session = self._session
        reading = PictureReading(sources, session.reader, session.assistant, self)
        self._under_way.add(reading)
        line = ProgressLine(self._window.statusBar())
        line.stop_wanted.connect(reading.stop)
        reading.reading.connect(lambda number: line.tell(self._progress(number, len(sources))))
        reading.read.connect(partial(self._bring, use))
        reading.ended.connect(lambda problems: self._end(reading, line, tell or self._tell, problems))
        reading.begin()

    def _progress(self, number: int, count: int) -> str:
        if count == 1:
            return self.tr("Reading the picture…")
        return self.tr("Reading picture {} of {}…").format(number, count)

    def _bring(self, use: Use, files: tuple[PictureFile, ...]) -> None:
        self._session.desk.add_pictures(files)
        use(tuple(Picture(sha256=file.sha256) for file in files))

    def _end(
        self, reading: PictureReading, line: ProgressLine, tell: Tell, problems: tuple[BulletinError, ...]
    ) -> None:
        self._under_way.discard(reading)
        line.end()
        if problems:
            tell(together(problems))

    def _tell(self, error: Exception) -> None:
        """Tell what is wrong over the window, once no dialog is open there: documents may have come along."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.finished.connect(lambda: self._tell(error))
        else:
            show_problem(self._window, self._session.messages, error)


class PictureInserting(QObject):
    """Puts pictures that were long in coming where they were asked for, wherever the officer is by then."""

    def __init__(
        self, session: Session, writing: WritingArea, article: ArticlePanel, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._session = session
        self._desk = session.desk
        self._writing = writing
        self._article = article
        self._window = window
        self._numbers = itertools.count(1)
        self._recognition = PictureRecognition(session.desk, session.assistant, self)
        self._recognition.recognised.connect(self._say_where)

    def at(self, place: Place) -> Use:
        """Return what puts pictures at `place`: at the cursor if it is there still, else behind the block.

        Pictures that come later, however long they take, go behind the first ones, and are undone together
        with them.
        """
        merge = f"pictures/{next(self._numbers)}"
        last: list[Picture] = []

        def use(pictures: tuple[Picture, ...]) -> None:
            block = self._block_of(place, last)
            if block is not None:
                self._change(partial(add_pictures, block=block, pictures=pictures), place, merge)
            elif self._writing.article_id == place.article_id:
                self._article.insert_pictures(pictures, merge)
            elif self._desk.issue and is_standing(self._desk.issue, place):
                rows = rows_of(pictures)
                edit = partial(edits.insert_blocks, position=place.block + 1, blocks=rows)
                self._change(edit, place, merge)
            else:
                self._say(self.tr("The pictures were not inserted: the article they were meant for is gone."))
            last[:] = pictures[-1:]

        return self.into_this_issue(use)

    def on_the_cover(self) -> Use:
        """Return what makes a picture the cover's: of several, the first."""
        return self.into_this_issue(self._set_cover)

    def into_this_issue(self, use: Use) -> Use:
        """Return `use`, but for the issue that is on the desk now, and as long as it can be changed."""
        wanted = self._desk.issue

        def use_here(pictures: tuple[Picture, ...]) -> None:
            issue = self._desk.issue  # as it is before: in it, the pictures are looked for
            if issue and wanted and issue.id == wanted.id and not self._desk.is_locked:
                use(pictures)
                self._recognition.look_for(pictures, issue)
            else:
                self._say(
                    self.tr("The pictures were not inserted: the issue they were meant for is not open.")
                )

        return use_here

    def _set_cover(self, pictures: tuple[Picture, ...]) -> None:
        edit = partial(edits.set_cover_picture, picture=pictures[0])
        self._desk.change(edit, self.tr("Change the cover picture"), COVER)

    def _change(self, edit: Callable[..., Issue], place: Place, merge: str) -> None:
        self._writing.commit()
        edit = partial(edit, article_id=place.article_id)
        self._desk.change(edit, self.tr("Insert pictures"), place, merge, pause=math.inf)

    def _block_of(self, place: Place, last: list[Picture]) -> int | None:
        """Return the block, from `place` on, of the picture that was put in last, if it is still there."""
        if not (last and self._desk.issue):
            return None
        blocks = (
            at.block
            for at, picture in placed_pictures(self._desk.issue)
            if at.article_id == place.article_id and picture.sha256 == last[0].sha256
        )
        return min((block for block in blocks if block >= place.block), default=None)

    # ---- What is in the issue already ----

    def _say_where(self, found: tuple[tuple[Issue, PicturePlace], ...]) -> None:
        names = ", ".join(dict.fromkeys(self._name(issue, place) for issue, place in found))
        self._say(self.tr("In this issue already: %n pictures ({})", "", len(found)).format(names))

    def _name(self, issue: Issue, place: PicturePlace) -> str:
        if place.is_cover:
            return self.tr("cover")
        return "“" + shown_headline(article_of(issue, place.article_id)) + "”"

    def _say(self, words: str) -> None:
        self._window.statusBar().showMessage(words, _SHOWN)
