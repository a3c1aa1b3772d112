"""A text file as a document, in any encoding that Vietnamese was written in."""

from __future__ import annotations

import re
from pathlib import Path

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.plain.reader import document_from_text
from bulletin_editor.importers.text_file import text_of_file

_HEADING = re.compile(r"^#{1,6} +\S", re.MULTILINE)


def read_text_file(path: Path) -> ReadDocument:
    """Read the text file `path`: headlines, paragraphs and lists.

    Raises:
        InputError: it cannot be read, or holds more text than any bulletin has.
    """
    text, notes = text_of_file(path)
    blocks, headings = document_from_text(text)
    return ReadDocument(blocks=blocks, headings=headings, notes=notes)


def is_markdown(path: Path) -> bool:
    """Tell whether the text file `path` has headings as Markdown writes them.

    Raises:
        InputError: it cannot be read.
    """
    return len(_HEADING.findall(text_of_file(path).text)) > 1
