"""What is inserted into a Word file as a file of another kind (``w:altChunk``): web pages and plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import ReadDocument

_HEAD = 4096  # bytes that tell of what kind it is
_ARCHIVE = re.compile(rb"\s*(?:[\w-]+:.*\r?\n)*?mime-version:", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|p|table)\b", re.IGNORECASE)
_TITLE = re.compile(rb"<title\b.*?</title\s*>", re.IGNORECASE | re.DOTALL)  # it is not on the page


def read_inserted(name: str, data: bytes) -> ReadDocument:
    """Read the inserted part `name`, all of it.

    Raises:
        InputError: it is of no kind that is read, or it holds more text than any bulletin has.
    """
    from bulletin_editor.importers.html import read_html_file, read_web_archive
    from bulletin_editor.importers.plain import read_text_file

    read: Callable[[Path], ReadDocument] = read_text_file
    if _ARCHIVE.match(data, 0, _HEAD):
        read = partial(read_web_archive, whole=True)
    elif _PAGE.search(data, 0, _HEAD):
        read = partial(read_html_file, whole=True)
    elif not name.lower().endswith(".txt"):
        raise InputError("word.no-word-file")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "inserted"
        path.write_bytes(_TITLE.sub(b"", data))
        document = read(path)
    return replace(document, headings={at: level or 1 for at, level in document.headings.items()})
