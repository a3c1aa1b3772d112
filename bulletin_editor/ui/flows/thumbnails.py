"""Stored pictures made small for the screen, off the GUI thread, as they come into sight."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from bulletin_editor.errors import BulletinError
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.store import Store
from bulletin_editor.ui.images import decoded
from bulletin_editor.ui.store_keeper import StoreKeeper
from bulletin_editor.ui.threads import Worker

_AT_ONCE = 2
"""Pictures under way: while one is decoded the next is read. A save need not wait for more."""


class Thumbnailing(QObject):
    """Reads pictures in the thread of the store and decodes them in `worker`, to fit into `room`.

    `room` is in px of the window, of which `ratio` px of the screen make one.

    Signals:
        made(str, QImage): the picture of this name (SHA-256), small.
    """

    made = Signal(str, object)

    def __init__(
        self, keeper: StoreKeeper, worker: Worker, room: QSize, ratio: float, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._worker = worker
        self._room = room
        self._ratio = ratio
        self._waiting: list[str] = []
        self._under_way: set[str] = set()
        self._hopeless: set[str] = set()
        self._is_closed = False

    def want(self, names: Sequence[str]) -> None:
        """Make these pictures in this order; those that were wanted before and are not begun no more."""
        self._waiting = [name for name in names if name not in self._under_way | self._hopeless]
        self._go_on()

    def close(self) -> None:
        """Make no more; what is under way is told to nobody."""
        self._is_closed = True

    def _go_on(self) -> None:
        while self._waiting and len(self._under_way) < _AT_ONCE and not self._is_closed:
            name = self._waiting.pop(0)
            self._under_way.add(name)
            self._keeper.ask(
                partial(_read, name=name), partial(self._decode, name), partial(self._leave_out, name)
            )

    def _decode(self, name: str, file: PictureFile | None) -> None:
        if self._is_closed:
            return
        if file is None:  # deleted meanwhile
            self._end(name)
            return
        work = partial(_small, file, self._room, self._ratio)
        self._worker.do(work, partial(self._tell, name), partial(self._leave_out, name))

    def _tell(self, name: str, image: QImage) -> None:
        if self._is_closed:
            return
        self.made.emit(name, image)
        self._end(name)

    def _end(self, name: str) -> None:
        self._under_way.discard(name)
        self._go_on()

    def _leave_out(self, name: str, error: Exception) -> None:
        """Go on without a picture that cannot be read; the examination of the store tells of it."""
        self._hopeless.add(name)
        self._end(name)
        if not isinstance(error, BulletinError):
            raise error


def _read(store: Store, name: str) -> PictureFile | None:
    return store.pictures([name]).get(name)


def _small(file: PictureFile, room: QSize, ratio: float) -> QImage:
    """Return `file` in the form in which the screen takes it at once."""
    image = decoded(file, room * ratio)
    image.convertTo(QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    return image
