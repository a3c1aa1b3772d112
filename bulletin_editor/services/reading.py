"""What comes from outside, read as values that can be sent from the process in which it is read.

These functions are meant to be run by a `ChildProcess`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from bulletin_editor.errors import PictureError
from bulletin_editor.model.picture_file import MAX_BYTES, PictureFile
from bulletin_editor.model.value import Value

PictureSource: TypeAlias = Path | bytes
"""Where a picture comes from: a file, or the bytes of one."""


class ReadPictures(Value, frozen=True):
    """Pictures ready to be stored, and what is wrong with the others, both in the order of their sources."""

    files: tuple[PictureFile, ...] = ()
    problems: tuple[PictureError, ...] = ()


def get_ready() -> None:
    """Load what reading needs."""
    import bulletin_editor.media.prepare  # noqa: F401


def read_pictures(sources: Sequence[PictureSource]) -> ReadPictures:
    """Read picture files and make them ready to be stored and printed."""
    from bulletin_editor.media.prepare import prepare_picture

    files: list[PictureFile] = []
    problems: list[PictureError] = []
    for source in sources:
        try:
            name = source.name if isinstance(source, Path) else ""
            files.append(prepare_picture(_content(source), name=name))
        except PictureError as error:
            problems.append(error)
    return ReadPictures(files=tuple(files), problems=tuple(problems))


def _content(source: PictureSource) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        with source.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)  # one more than is taken: enough to be refused
    except OSError as error:
        raise PictureError(
            "picture.unreadable", place=str(source), name=source.name, detail=error.strerror or str(error)
        ) from error
