"""The picture files that a Markdown file names."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Protocol
from urllib.parse import unquote

from bulletin_editor.importers.markdown.passage import Passage
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.picture_file import MAX_BYTES, PictureFile


class Prepare(Protocol):
    """Makes a picture that can be stored of the bytes of a file called `name`, or raises `PictureError`."""

    def __call__(self, data: bytes, *, name: str) -> PictureFile: ...


class PictureShelf:
    """Fetches pictures from one folder, each file once, and keeps them in the order of their first use."""

    def __init__(self, folder: Path, prepare: Prepare) -> None:
        self._folder = folder.resolve()
        self._prepare = prepare
        self._by_path: dict[Path, PictureFile] = {}

    @property
    def files(self) -> tuple[PictureFile, ...]:
        """All pictures that were fetched, each once."""
        return tuple({file.sha256: file for file in self._by_path.values()}.values())

    def picture(self, name: str, alt: str, passage: Passage) -> Picture:
        """Return the picture in file `name`, a path relative to the folder; `passage` speaks of it.

        Raises:
            InputError: the path leads out of the folder, the file is missing, or no usable picture.
        """
        path = self._path(name, passage)
        with passage.refusing():
            if path not in self._by_path:
                self._by_path[path] = self._prepare(_read(path, name, passage), name=name)
            return Picture(sha256=self._by_path[path].sha256, alt=alt)

    def _path(self, name: str, passage: Passage) -> Path:
        """Find the file under one of the spellings of its name."""
        outside = passage.error("markdown.picture-outside", name=name)
        for spelling in _spellings(name):
            if _leads_out(spelling):
                raise outside
            try:
                path = (self._folder / spelling).resolve()
                found = path.is_file()
            except (OSError, ValueError, RuntimeError):  # too long, a zero byte, a ring of links
                continue
            if not path.is_relative_to(self._folder):  # by a symbolic link
                raise outside
            if found:
                return path
        raise passage.error("markdown.picture-missing", name=name)


def _spellings(name: str) -> dict[str, None]:
    """Return what a file called `name` may be called on the disk, likeliest first.

    Many editors write a space in a path as ``%20``, and archives from a Mac hold decomposed letters.
    """
    plain = (name, unquote(name))
    return dict.fromkeys((*plain, *(unicodedata.normalize("NFD", spelling) for spelling in plain)))


def _leads_out(name: str) -> bool:
    """Tell whether a path, read as any system would read it, is absolute, an address, or climbs up."""
    windows = PureWindowsPath(name)
    absolute = PurePosixPath(name).is_absolute() or bool(windows.anchor)
    return absolute or "://" in name or ".." in windows.parts


def _read(path: Path, name: str, passage: Passage) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)  # no more into memory than shows that it is too much
    except OSError as error:
        detail = error.strerror or str(error)
        raise passage.error("markdown.picture-unreadable", name=name, detail=detail) from error
