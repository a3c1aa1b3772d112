"""Many pictures, read a few at a time: the first are there while the others are still being read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from bulletin_editor.errors import BulletinError, PictureError, ReadingCancelled
from bulletin_editor.services.reading import PictureSource, ReadPictures, read_pictures
from bulletin_editor.ui.images import lossless
from bulletin_editor.ui.reader import Reader, Reading
from bulletin_editor.ui.threads import Job, Worker

Source: TypeAlias = Path | bytes | QImage
"""Where a picture comes from: a file, the bytes of one, or an image that was copied."""

_TOGETHER = 2  # as many as are prepared at the same time


class PictureReading(QObject):
    """Reads pictures until all are read, or it is stopped.

    Signals:
        reading(int): the one with this number, from 1, is being read now.
        read(tuple): picture files are ready.
        ended(tuple): nothing more comes; what is wrong with those that could not be read.
    """

    reading = Signal(int)
    read = Signal(object)
    ended = Signal(object)

    def __init__(self, sources: Sequence[Source], reader: Reader, assistant: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._assistant = assistant
        self._count = len(sources)
        self._left = [list(sources[at : at + _TOGETHER]) for at in range(0, len(sources), _TOGETHER)]
        self._problems: list[BulletinError] = []
        self._under_way: Reading | Job | None = None

    def begin(self) -> None:
        """Read the first, or the next, of those that are left."""
        if not self._left:
            self._end()
            return
        sources = self._left.pop(0)
        self.reading.emit(self._count - sum(map(len, self._left)) - len(sources) + 1)
        if any(isinstance(source, QImage) for source in sources):
            self._under_way = self._assistant.do(partial(_contents, sources), partial(self._read, sources))
        else:
            self._read(sources, _contents(sources))

    def stop(self) -> None:
        """Leave the others; those that are read stay."""
        if self._under_way:
            self._under_way.cancel()
        self._left.clear()
        self._end()

    def _read(self, sources: list[Source], contents: tuple[PictureSource, ...]) -> None:
        self._under_way = self._reader.read(
            read_pictures, contents, done=self._take, failed=partial(self._fail, sources)
        )

    def _take(self, taken: ReadPictures) -> None:
        self._problems += taken.problems
        if taken.files:
            self.read.emit(taken.files)
        self.begin()

    def _fail(self, sources: list[Source], error: Exception) -> None:
        """Go on after the process broke down: one by one, while it is not known over which picture."""
        if isinstance(error, ReadingCancelled):
            self._left.clear()
        elif not isinstance(error, BulletinError):
            self._end()
            raise error
        elif len(sources) > 1:
            self._left[:0] = [[source] for source in sources]
        else:
            self._problems.append(_named(error, sources[0]))
        self.begin()

    def _end(self) -> None:
        self._under_way = None
        self.ended.emit(tuple(self._problems))
        self.deleteLater()


def together(problems: tuple[BulletinError, ...]) -> BulletinError:
    """Return `problems`, of which there is at least one, as one to be told of."""
    if len(problems) == 1:
        return problems[0]
    return PictureError("picture.several-unreadable", count=len(problems), problems=problems)


def _contents(sources: list[Source]) -> tuple[PictureSource, ...]:
    return tuple(lossless(source) if isinstance(source, QImage) else source for source in sources)


def _named(error: BulletinError, source: Source) -> BulletinError:
    if not isinstance(source, Path):
        return error
    return type(error)(error.code, **{"place": source.name, **error.facts})
