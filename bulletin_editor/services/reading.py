"""What comes from outside, read as values that can be sent from the process in which it is read.

These functions are meant to be run by a `ChildProcess`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from bulletin_editor.errors import PictureError
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.value import Value

PictureSource: TypeAlias = Path | bytes
"""Where a picture comes from: a file, or the bytes of one."""


class ReadPictures(Value, frozen=True):
    """Pictures ready to be stored, and what is wrong with the others, both in the order of their sources."""

    files: tuple[PictureFile, ...] = ()
    problems: tuple[PictureError, ...] = ()


def get_ready() -> None:
    """Load what reading needs."""
    import bulletin_editor.media.many
    import bulletin_editor.services.pasting  # noqa: F401


def read_pictures(sources: Sequence[PictureSource]) -> ReadPictures:
    """Read picture files and make them ready to be stored and printed."""
    from bulletin_editor.media.many import prepare_pictures

    named = [(source.name if isinstance(source, Path) else "", source) for source in sources]
    results = prepare_pictures(named)
    return ReadPictures(
        files=tuple(result for result in results if isinstance(result, PictureFile)),
        problems=tuple(result for result in results if isinstance(result, PictureError)),
    )
