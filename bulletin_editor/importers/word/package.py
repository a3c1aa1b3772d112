"""The package that a Word file is: a zip of parts that refer to each other."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from lxml import etree

from bulletin_editor.errors import InputError
from bulletin_editor.importers.word.markup import parsed, tag

MAX_FILE = 200_000_000
"""Bytes of the file."""

MAX_XML = 40_000_000
"""Bytes of an unpacked XML part: ten times what 200 pages have."""

MAX_UNPACKED = 400_000_000
"""Bytes that are unpacked in all, whatever the zip claims; pictures beyond that are left out."""

MAX_PARTS = 20_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,  # a kind of zip that Python does not know
    RuntimeError,  # a password
    ValueError,
)


@dataclass(frozen=True)
class Relation:
    """What a part refers to by an id: another part by its name, or something `external` by its address.

    `kind` is the last word of its type: ``image``, ``styles``, ``hyperlink``.
    """

    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Part:
    """A part with XML in it, and what it refers to by id."""

    root: etree._Element
    relations: Mapping[str, Relation]

    def first(self, kind: str) -> Relation | None:
        """Return the first relation of a kind that leads to another part."""
        found = (each for each in self.relations.values() if each.kind == kind and not each.external)
        return next(found, None)


class Package:
    """The parts of an open Word file, by name. Capitals and the direction of slashes make no difference."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries = {_key(unquote(info.filename)): info for info in archive.infolist()}
        self._unpacked = 0

    @property
    def has_macros(self) -> bool:
        """Whether there is a program in it."""
        return any(name.endswith("vbaproject.bin") for name in self._entries)

    def main(self) -> Part:
        """Return the part with the text.

        Raises:
            InputError: the file is damaged, or no Word document.
        """
        start = self._relations("").values()
        found = [each.target for each in start if each.kind == "officeDocument" and not each.external]
        part = self.part((found or ["word/document.xml"])[0])
        if part is None or part.root.tag != tag("w:document"):
            raise InputError("word.no-word-file")
        return part

    def part(self, name: str) -> Part | None:
        """Return the XML part `name`, if it is there."""
        data = self.data(name, MAX_XML)
        if data is None:
            return None
        if len(data) > MAX_XML:
            raise InputError("word.too-large")
        return Part(parsed(data), self._relations(name))

    def data(self, name: str, limit: int) -> bytes | None:
        """Return the bytes of the part `name`, if it is there; one more than `limit` at the most.

        Raises:
            InputError: it is damaged, or all that was unpacked so far is too much.
        """
        info = self._entries.get(_key(name))
        if info is None:
            return None
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise InputError("word.damaged")
        limit = min(limit, MAX_UNPACKED - self._unpacked)
        try:
            with self._archive.open(info) as stream:
                data = stream.read(limit + 1)
        except _ZIP_TROUBLE as error:
            raise InputError("word.damaged") from error
        self._unpacked += len(data)
        if self._unpacked > MAX_UNPACKED:
            raise InputError("word.too-large")
        return data

    def _relations(self, name: str) -> dict[str, Relation]:
        folder, base = posixpath.split(name)
        data = self.data(posixpath.join(folder, "_rels", f"{base}.rels"), MAX_XML)
        found = parsed(data).iter(tag("rel:Relationship")) if data else ()
        return {each.get("Id", ""): _relation(folder, each) for each in found}


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Open the Word file `path`.

    Raises:
        InputError: it cannot be read, or is no zip at all, an encrypted or an old Word file.
    """
    try:
        with path.open("rb") as stream, open_stream(stream) as package:
            yield package
    except OSError as error:
        raise InputError("word.unreadable", detail=error.strerror or str(error)) from error


@contextmanager
def open_stream(stream: BinaryIO) -> Iterator[Package]:
    """Open the Word file of which these are the bytes.

    Raises:
        InputError: it is no zip at all, an encrypted or an old Word file.
    """
    with _archive(stream) as archive:
        yield Package(archive)


def _archive(stream: BinaryIO) -> zipfile.ZipFile:
    head = stream.read(8)
    if head == _OLE:
        raise _compound_error(stream.read(MAX_FILE))
    if not head.startswith(b"PK"):
        raise InputError("word.no-word-file")
    if stream.seek(0, 2) > MAX_FILE:
        raise InputError("word.too-large")
    try:
        archive = zipfile.ZipFile(stream)
    except _ZIP_TROUBLE as error:
        raise InputError("word.damaged") from error
    if len(archive.infolist()) > MAX_PARTS:
        raise InputError("word.too-large")
    return archive


def _compound_error(data: bytes) -> InputError:
    """Tell what stands in an old compound file of Office, whose directory names it in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return InputError("word.encrypted")
    if "WordDocument".encode("utf-16-le") in data:
        return InputError("word.old-format")
    return InputError("word.no-word-file")


def _relation(folder: str, element: etree._Element) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode", "").lower() == "external"
    return Relation(
        kind=element.get("Type", "").rpartition("/")[2],
        target=target if external else posixpath.join(folder, unquote(target).replace("\\", "/")),
        external=external,
    )


def _key(name: str) -> str:
    """Return a part's name as it is looked up. It is only that: no file is ever opened by it."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").lower()
