"""A text file as a document, in any encoding that Vietnamese was written in."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.plain.reader import MAX_CHARACTERS, blocks_from_text
from bulletin_editor.text.decoding import decoded_text
from bulletin_editor.text.legacy import Encoding

_MAX_BYTES = 4 * MAX_CHARACTERS  # as long as that many characters can be
_OLD = frozenset({*(each.value for each in Encoding), "VISCII"})


class TextOfFile(NamedTuple):
    """What a text file says, and what is to be said of how it was read."""

    text: str
    notes: tuple[Note, ...]


def text_of_file(path: Path) -> TextOfFile:
    """Return the text of the file `path`, in whatever encoding it is.

    Raises:
        InputError: it cannot be read, or holds more text than any bulletin has.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
    except OSError as error:
        raise InputError("document.unreadable", detail=error.strerror or str(error)) from error
    if len(data) > _MAX_BYTES:
        raise InputError("reading.too-much-text", characters=MAX_CHARACTERS)
    text, encoding = decoded_text(data)
    is_old = encoding in _OLD
    return TextOfFile(text, (Note("converted-encoding", facts={"encoding": encoding}),) if is_old else ())


def read_text_file(path: Path) -> ReadDocument:
    """Read the text file `path`: paragraphs and lists.

    Raises:
        InputError: as for `text_of_file`.
    """
    text, notes = text_of_file(path)
    return ReadDocument(blocks=blocks_from_text(text), notes=notes)
