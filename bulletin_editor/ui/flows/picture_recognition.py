"""Pictures that came in, known again where their issue shows them already."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.services.likeness import Likeness, Look, look_of
from bulletin_editor.ui.desk import Desk
from bulletin_editor.ui.threads import Worker

_QUIET = 1000  # ms without another picture: those that come together are told of together


class PictureRecognition(QObject):
    """Looks for pictures in the issue as it was before they came, once no more of them come.

    The assistant looks at one picture at a time, so that nothing else waits long for it.

    Signals:
        recognised(tuple): where pictures that came are shown already, each an `Issue` and a `PicturePlace`.
    """

    recognised = Signal(object)

    def __init__(self, desk: Desk, assistant: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._assistant = assistant
        self._likeness = Likeness()
        self._came: list[tuple[tuple[PictureFile, ...], Issue]] = []
        self._is_looking = False
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._go_on)
        desk.opened.connect(self._forget)

    def look_for(self, pictures: tuple[Picture, ...], issue: Issue) -> None:
        """Look where `issue` shows `pictures`, which are on the desk."""
        self._came.append((tuple(self._desk.pictures[picture.sha256] for picture in pictures), issue))
        self._quiet.start()

    def _forget(self) -> None:
        """Let go of pictures of an issue that is not open any more."""
        self._came.clear()

    def _go_on(self) -> None:
        """Have the next picture looked at; after the last one, tell what was found."""
        if self._is_looking or self._quiet.isActive():
            return
        stranger = next(self._strangers(), None)
        if stranger is None:
            self._tell()
            return
        self._is_looking = True
        self._assistant.do(partial(look_of, stranger), partial(self._remember, stranger), self._give_up)

    def _strangers(self) -> Iterator[PictureFile]:
        for files, issue in self._came:
            yield from self._likeness.strangers(files, issue, self._desk.pictures)

    def _remember(self, file: PictureFile, look: Look) -> None:
        self._is_looking = False
        self._likeness.remember(file, look)
        self._go_on()

    def _give_up(self, error: Exception) -> None:
        self._is_looking = False
        self._came.clear()
        raise error

    def _tell(self) -> None:
        found = tuple(
            (issue, place) for files, issue in self._came for place in self._likeness.places_of(files, issue)
        )
        self._came.clear()
        if found:
            self.recognised.emit(found)
