"""Pictures from files to the desk: read and made ready off the GUI thread, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget

from bulletin_editor.model import edits
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.place import Place
from bulletin_editor.services.reading import ReadPictures, read_pictures
from bulletin_editor.ui.desk import Desk
from bulletin_editor.ui.editor.article_panel import ArticlePanel
from bulletin_editor.ui.editor.insertion import rows_of
from bulletin_editor.ui.images import png_of
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.writing_area import WritingArea, is_standing

_SHOWN = 10_000  # ms

Use = Callable[[tuple[Picture, ...]], None]
Source: TypeAlias = Path | QImage
"""Where a picture comes from: a file, or an image that was copied."""
Tell = Callable[[Exception], None]


class PictureIntake(QObject):
    """Brings pictures to the desk and tells those who asked for them."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._asked_for: set[str] = set()  # once is enough: what the store has not, it has not

    def choose(self, use: Use, *, several: bool) -> None:
        """Ask for picture files; `use` gets the pictures once they are on the desk."""
        title = self.tr("Choose pictures") if several else self.tr("Choose a picture")
        kinds = self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif)")
        if several:
            paths, _ = QFileDialog.getOpenFileNames(self._window, title, "", kinds)
        else:
            path, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
            paths = [path] if path else []
        if paths:
            self.take([Path(path) for path in paths], use)

    def take(self, sources: Sequence[Source], use: Use, tell: Tell | None = None) -> None:
        """Read pictures from files, or of what was copied, and bring them to the desk.

        `tell` hears what is wrong with a file; without it, the officer is told over the window.
        """
        tell = tell or self._tell
        contents = tuple(png_of(source) if isinstance(source, QImage) else source for source in sources)
        self._session.reader.read(read_pictures, contents, done=partial(self._bring, use, tell), failed=tell)

    def fetch_missing(self, issue: Issue) -> None:
        """Take out of the store what `issue` shows and the desk has not: it came from another issue."""
        missing = {picture.sha256 for picture in issue.pictures} - self._session.desk.pictures.keys()
        if missing - self._asked_for:
            self._asked_for |= missing
            self._session.keeper.ask(
                lambda store: store.pictures(missing),
                lambda found: self._session.desk.add_pictures(found.values()),
                self._tell,
            )

    def _bring(self, use: Use, tell: Tell, taken: ReadPictures) -> None:
        if taken.files:
            self._session.desk.add_pictures(taken.files)
            use(tuple(Picture(sha256=file.sha256) for file in taken.files))
        for problem in taken.problems:
            tell(problem)

    def _tell(self, error: Exception) -> None:
        show_problem(self._window, self._session.messages, error)


class PictureInserting(QObject):
    """Puts pictures that were long in coming where they were asked for, wherever the officer is by then."""

    def __init__(self, desk: Desk, writing: WritingArea, article: ArticlePanel, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._writing = writing
        self._article = article
        self._window = window

    def at(self, place: Place) -> Use:
        """Return what puts pictures at `place`: at the cursor if it is there still, else behind the block."""

        def use(pictures: tuple[Picture, ...]) -> None:
            if self._writing.article_id == place.article_id:
                self._article.insert_pictures(pictures)
            elif self._desk.issue and is_standing(self._desk.issue, place):
                rows = rows_of(pictures)
                edit = partial(
                    edits.insert_blocks, article_id=place.article_id, position=place.block + 1, blocks=rows
                )
                self._desk.change(edit, self.tr("Insert pictures"), place)

        return self.into_this_issue(use)

    def into_this_issue(self, use: Use) -> Use:
        """Return `use`, but for the issue that is on the desk now, and as long as it can be changed."""
        wanted = self._desk.issue

        def use_here(pictures: tuple[Picture, ...]) -> None:
            issue = self._desk.issue
            if issue and wanted and issue.id == wanted.id and not self._desk.is_locked:
                use(pictures)
            else:
                self._window.statusBar().showMessage(
                    self.tr("The pictures were not inserted: the issue they were meant for is not open."),
                    _SHOWN,
                )

        return use_here
