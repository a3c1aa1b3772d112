"""Pictures as they were adjusted, as large as a screen needs them: made off the GUI thread, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from bulletin_editor.model.adjustments import Adjustments
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.ui.developing import developed_image
from bulletin_editor.ui.images import decoded

_LARGEST = QSize(1000, 1000)
"""Pixels that a picture has on the screen at most; decoding more of it takes longer."""

Do: TypeAlias = Callable[[Callable[[], QImage], Callable[[QImage], None]], object]
"""Does a piece of work and hands on what comes of it: `Worker.do`, or `at_once`."""
_Name: TypeAlias = tuple[str, Adjustments]


def at_once(work: Callable[[], QImage], done: Callable[[QImage], None]) -> None:
    """Do `work` here and now."""
    done(work())


class ShownPictures(QObject):
    """Makes pixmaps of pictures, and keeps them for as long as they are shown.

    Signals:
        made: a picture that was asked for is there now.
    """

    made = Signal()

    def __init__(self, do: Do = at_once, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._do = do
        self._pixmaps: dict[_Name, QPixmap] = {}
        self._wanted: set[_Name] = set()

    def pixmap(self, picture: Picture, file: PictureFile) -> QPixmap:
        """Return `picture` as it was adjusted; a null pixmap at first, where it is still to be made."""
        name = (picture.sha256, picture.adjustments)
        if name not in self._pixmaps and name not in self._wanted:
            self._wanted.add(name)
            self._do(partial(_made, file, picture.adjustments), partial(self._take, name))
        return self._pixmaps.get(name, QPixmap())

    def keep(self, pictures: Iterable[Picture]) -> None:
        """Let go of all pictures but these."""
        kept = {(picture.sha256, picture.adjustments) for picture in pictures}
        self._pixmaps = {name: pixmap for name, pixmap in self._pixmaps.items() if name in kept}
        self._wanted &= kept

    def _take(self, name: _Name, image: QImage) -> None:
        if name in self._wanted:
            self._wanted.remove(name)
            self._pixmaps[name] = QPixmap.fromImage(image)
            self.made.emit()


def _made(file: PictureFile, adjustments: Adjustments) -> QImage:
    room = _LARGEST.boundedTo(QSize(file.width, file.height))
    return developed_image(decoded(file, room), adjustments)
