"""A file read as a whole, and the text in it in any usual encoding."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note
from bulletin_editor.text.decoding import decoded_text

MAX_BYTES = 5_000_000
_UNICODE = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


class FileText(NamedTuple):
    """What a text file says, and a note where it was converted from an encoding that is not Unicode."""

    text: str
    notes: tuple[Note, ...]


def text_of_file(path: Path) -> FileText:
    """Read the text in the file `path`, with ``\\n`` line breaks.

    Raises:
        InputError: it cannot be read, or is too large.
    """
    text, encoding = decoded_text(bytes_of_file(path, MAX_BYTES))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    known = encoding in _UNICODE or text.isascii()
    return FileText(text, () if known else (Note("converted-encoding", facts={"encoding": encoding}),))


def bytes_of_file(path: Path, limit: int) -> bytes:
    """Read the file `path`, which has at most `limit` bytes.

    Raises:
        InputError: it cannot be read, or is too large.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise InputError("document.unreadable", detail=error.strerror or str(error)) from error
    if len(data) > limit:
        raise InputError("document.too-large", limit=limit // 1_000_000)
    return data
