"""Pictures from files to the desk: read and made ready off the GUI thread, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from bulletin_editor.errors import PictureError
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.picture_file import MAX_BYTES, PictureFile
from bulletin_editor.model.value import Value
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.session import Session

Use = Callable[[tuple[Picture, ...]], None]


class _Taken(Value, frozen=True):
    files: tuple[PictureFile, ...]
    problems: tuple[PictureError, ...]


class PictureIntake(QObject):
    """Brings pictures to the desk and tells those who asked for them."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

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

    def take(self, sources: Sequence[Path | bytes], use: Use) -> None:
        """Read pictures from files, or from the bytes of files, and bring them to the desk."""
        self._session.assistant.do(
            partial(_taken, tuple(sources)), partial(self._bring, use), partial(self._tell)
        )

    def _bring(self, use: Use, taken: _Taken) -> None:
        if taken.files:
            self._session.desk.add_pictures(taken.files)
            use(tuple(Picture(sha256=file.sha256) for file in taken.files))
        for problem in taken.problems:
            self._tell(problem)

    def _tell(self, error: Exception) -> None:
        show_problem(self._window, self._session.messages, error)


def _taken(sources: tuple[Path | bytes, ...]) -> _Taken:
    from bulletin_editor.media.prepare import prepare_picture  # Pillow loads slowly: not at the start

    files: list[PictureFile] = []
    problems: list[PictureError] = []
    for source in sources:
        try:
            name = source.name if isinstance(source, Path) else ""
            files.append(prepare_picture(_content(source), name=name))
        except PictureError as error:
            problems.append(error)
    return _Taken(files=tuple(files), problems=tuple(problems))


def _content(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        with source.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)  # one more than is taken: enough to be refused
    except OSError as error:
        raise PictureError(
            "picture.unreadable", place=str(source), name=source.name, detail=error.strerror or str(error)
        ) from error
