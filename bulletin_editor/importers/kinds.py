"""What kind of document a file is. Its content tells; the end of its name only where the content cannot."""

from __future__ import annotations

import re
import zipfile
import zlib
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from bulletin_editor.errors import InputError

MAX_BYTES = 200_000_000
"""Bytes of the largest document that is taken in."""

_HEAD = 4096
_HALVES = frozenset("ĂăĐđ".encode("utf-16-le")[::2])  # control characters are half of letters there
_CONTROLS = frozenset({*range(9), *range(14, 32)}) - _HALVES
_FEW_CONTROLS = 0.01
_ENTRY = 100_000
_MAX_UNPACKED = 300_000_000  # bytes of an OpenDocument file, which LibreOffice unpacks whole
_MANIFEST = "META-INF/manifest.xml"
_PDF = re.compile(rb"(?:\xef\xbb\xbf)?\s*%PDF-\d\.\d")
_PDF_BEHIND = re.compile(rb".{,1019}?%PDF-\d\.\d[^\r\n]*[\r\n]\s*(?:%[^\r\n]*[\r\n]\s*)*\d+ \d+ obj\b", re.S)
_RTF = b"{\\rtf"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html)\b", re.I | re.S
)
_MAIL = re.compile(  # in any order: Word begins with the version
    rb"(?=(?:\xef\xbb\xbf)?\s*[\w-]+:)(?=.*^MIME-Version:)(?=.*^Content-Type:\s*\w+/)", re.I | re.M | re.S
)
_WEB_ARCHIVE = re.compile(rb"^Content-Type:\s*(?:multipart/related|text/html)", re.I | re.M)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"

# Names of streams in the old compound files of Office, whose directory holds them as UTF-16.
_STREAMS = {
    "EncryptedPackage": "encrypted",
    "WordDocument": "word",
    "Workbook": "Excel",
    "PowerPoint Document": "PowerPoint",
}
_PARTS = {"xl/": "Excel", "ppt/": "PowerPoint", "visio/": "Visio"}
_MAGIC = {
    re.compile(magic, re.S): name
    for magic, name in {
        rb"\xff\xd8\xff": "JPEG", rb"\x89PNG\r\n\x1a\n": "PNG", rb"GIF8[79]a.{,6}\x00": "GIF",
        rb"RIFF.{4}WEBPVP8": "WebP", rb"II\*\x00": "TIFF", rb"MM\x00\*": "TIFF", rb"Rar!\x1a\x07": "RAR",
        rb"7z\xbc\xaf\x27\x1c": "7z", rb"\x1f\x8b\x08": "gzip", rb"MZ.{,61}\x00": "EXE",
        rb"\x7fELF[\x01\x02]": "ELF",
    }.items()
}  # fmt: skip
"""What files begin with that are no documents. Words can be among it: what follows them is in no text."""


class Kind(Enum):
    """A kind of document that can be read, under the name that people know it by."""

    WORD = "Word (.docx)"
    OLD_WORD = "Word 97-2003 (.doc)"
    RICH_TEXT = "Rich Text (.rtf)"
    OPEN_DOCUMENT = "OpenDocument (.odt)"
    PDF = "PDF"
    HTML = "HTML"
    WEB_ARCHIVE = "MHTML (.mht)"
    MARKDOWN = "Markdown (.md)"
    TEXT = "Text (.txt)"


SUFFIXES = {
    ".docx": Kind.WORD,
    ".docm": Kind.WORD,
    ".dotx": Kind.WORD,
    ".doc": Kind.OLD_WORD,
    ".rtf": Kind.RICH_TEXT,
    ".odt": Kind.OPEN_DOCUMENT,
    ".pdf": Kind.PDF,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".mht": Kind.WEB_ARCHIVE,
    ".mhtml": Kind.WEB_ARCHIVE,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".txt": Kind.TEXT,
}
"""How the names of documents end, in small letters, and what they promise."""


class Recognised(NamedTuple):
    """The kind of a file, and whether its name promises the same."""

    kind: Kind
    as_named: bool


def recognise(path: Path) -> Recognised:
    """Tell what kind of document the file `path` is.

    Raises:
        InputError: it cannot be read, is too large, is encrypted, or is of a kind that is not read.
    """
    named = SUFFIXES.get(path.suffix.lower())
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError("document.too-large", limit=MAX_BYTES // 1_000_000)
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
        kind = _kind_by_content(path, head, named)
    except OSError as error:
        raise InputError("document.unreadable", detail=error.strerror or str(error)) from error
    if not head:
        raise InputError("document.empty")
    return Recognised(kind, kind is named)


def _kind_by_content(path: Path, head: bytes, named: Kind | None) -> Kind:
    if _PDF.match(head):
        return Kind.PDF
    if head.startswith(_RTF):
        return Kind.RICH_TEXT
    if head.startswith(_OLE):
        return _kind_of_compound(path.read_bytes())
    if head.startswith(_ZIP):
        return _kind_of_zip(path)
    for magic, name in _MAGIC.items():
        if magic.match(head):
            raise _unsupported(name)
    if _MAIL.match(head):
        if not _WEB_ARCHIVE.search(head):  # an e-mail, whose attachments nobody would see
            raise _unsupported("EML")
        return Kind.WEB_ARCHIVE
    if _HTML.match(head):
        return Kind.HTML
    if _PDF_BEHIND.match(head):  # what a printer, a mail or a server was told stands before it
        return Kind.PDF
    if _is_binary(head):
        raise InputError("document.damaged") if named else _unsupported(path.suffix or "?")
    return named if named in (Kind.TEXT, Kind.MARKDOWN, Kind.HTML) else Kind.TEXT


def _is_binary(head: bytes) -> bool:
    """Tell whether `head` begins no text. In UTF-16 every other byte may be a control character."""
    sides = [sum(byte in _CONTROLS for byte in head[side::2]) for side in (0, 1)]
    return min(sides) > _FEW_CONTROLS * len(head)


def _kind_of_compound(data: bytes) -> Kind:
    for stream, what in _STREAMS.items():
        if stream.encode("utf-16-le") in data:
            if what == "encrypted":
                raise InputError("document.encrypted")
            if what == "word":
                return Kind.OLD_WORD
            raise _unsupported(what)
    raise InputError("document.damaged")  # cut off before its directory of streams


def _kind_of_zip(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            unpacked = sum(entry.file_size for entry in archive.infolist())
            mimetype = _beginning(archive, "mimetype")
            manifest = _beginning(archive, _MANIFEST) if mimetype else b""
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise InputError("document.damaged") from error
    if mimetype.startswith(_OPEN_DOCUMENT):
        if b"encryption-data" in manifest:
            raise InputError("document.encrypted")
        if unpacked > _MAX_UNPACKED:
            raise InputError("document.too-large", limit=_MAX_UNPACKED // 1_000_000)
        return Kind.OPEN_DOCUMENT
    for part, name in _PARTS.items():
        if any(each.startswith(part) for each in names):
            raise _unsupported(name)
    if any(each.startswith("word/") for each in names):
        return Kind.WORD
    raise _unsupported("ZIP")


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return what an entry begins with: as much as matters, however large it claims to be."""
    try:
        with archive.open(name) as entry:
            return entry.read(_ENTRY)
    except KeyError:
        return b""


def _unsupported(name: str) -> InputError:
    return InputError("document.unsupported", kind=name, known=", ".join(SUFFIXES))
