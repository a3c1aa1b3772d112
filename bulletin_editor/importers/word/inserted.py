"""What is inserted into a Word file as a file of another kind (``w:altChunk``): web pages and plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.kinds import SUFFIXES, Kind, recognise
from bulletin_editor.text.decoding import decoded_text
from bulletin_editor.work_folder import work_folder

_HEAD = 4096  # bytes that tell of what kind it is
_PAGE = re.compile(
    r"<(?:!doctype html|html|head|body|div|span|p|br|table|ul|ol|h[1-6]|b|i|strong|em)\b[^<>]*>",
    re.IGNORECASE,
)


def read_inserted(name: str, data: bytes) -> ReadDocument:
    """Read the inserted part `name`, all of it.

    Raises:
        InputError: it is of no kind that is read, or it holds more text than any bulletin has.
    """
    suffix = PurePosixPath(name).suffix.lower()
    with work_folder("inserted") as folder:
        path = Path(folder) / f"inserted{suffix if suffix in SUFFIXES else ''}"
        path.write_bytes(data)
        document = _reader(path, data[:_HEAD])(path)
    return replace(document, headings={at: level or 1 for at, level in document.headings.items()})


def _reader(path: Path, head: bytes) -> Callable[[Path], ReadDocument]:
    """Return what reads the part at `path`, which begins with `head`.

    Raises:
        InputError: it is of no kind that is read.
    """
    from bulletin_editor.importers.html import read_html_file, read_web_archive
    from bulletin_editor.importers.plain import read_text_file

    kind = recognise(path).kind
    if kind is Kind.TEXT and path.suffix != ".txt" and _PAGE.search(decoded_text(head).text):
        kind = Kind.HTML  # a piece of a page, whose name says nothing
    match kind:
        case Kind.HTML:
            return partial(read_html_file, whole=True, titled=False)
        case Kind.WEB_ARCHIVE:
            return partial(read_web_archive, whole=True, titled=False)
        case Kind.TEXT | Kind.MARKDOWN:
            return read_text_file
    raise InputError("word.no-word-file")
