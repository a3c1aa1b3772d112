"""A text file as a document, in any encoding that Vietnamese was written in."""

from __future__ import annotations

from pathlib import Path

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.plain.reader import blocks_from_text
from bulletin_editor.importers.text_file import text_of_file


def read_text_file(path: Path) -> ReadDocument:
    """Read the text file `path`: paragraphs and lists.

    Raises:
        InputError: it cannot be read, or holds more text than any bulletin has.
    """
    text, notes = text_of_file(path)
    return ReadDocument(blocks=blocks_from_text(text), notes=notes)
