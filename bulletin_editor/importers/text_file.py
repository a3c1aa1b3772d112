"""The text in a file, in any usual encoding."""

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
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError("document.unreadable", detail=error.strerror or str(error)) from error
    if len(data) > MAX_BYTES:
        raise InputError("document.too-large", limit=MAX_BYTES // 1_000_000)
    text, encoding = decoded_text(data)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    known = encoding in _UNICODE or text.isascii()
    return FileText(text, () if known else (Note("converted-encoding", facts={"encoding": encoding}),))
