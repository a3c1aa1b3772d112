"""What makes LibreOffice bring other files into a document, taken out of it before it is opened.

Its settings against links hold for OpenDocument; its readers of Rich Text and old Word files do not ask them.
Sources: Rich Text Format specification 1.9.1, fields and shape properties; [MS-DOC] 2.9.90, field types.
"""

from __future__ import annotations

import re

from bulletin_editor.importers.kinds import Kind

_INSTRUCTION = re.compile(rb"(?:\\\*\s*)?\\fldinst(?![a-zA-Z])")
_FIRST_WORD = re.compile(rb"(?:[{}\s]|\\[a-zA-Z]+-?\d* ?)*([a-zA-Z]+)")
_HARMLESS = (
    b"HYPERLINK", b"PAGE", b"PAGEREF", b"NUMPAGES", b"REF", b"DATE", b"TIME", b"SEQ", b"TOC", b"SYMBOL",
    b"FORMTEXT", b"FORMCHECKBOX", b"FORMDROPDOWN", b"TITLE", b"AUTHOR", b"MERGEFIELD", b"EQ", b"QUOTE",
)  # fmt: skip
_UNKNOWN = rb"\*\leftout"  # a group that no reader knows, and that is marked to be passed over
_LINKED_PICTURE = re.compile(rb"pibName\b")

_BRINGING = ("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "DDEAUTO", "DDE", "LINK")
_OLD_FIELD = re.compile(
    b"|".join(
        rb"(?<=\x13)" + zero + rb"\s*" + zero + word.encode(encoding) + rb"[^\x13-\x15]{0,4000}"
        for word in _BRINGING
        for encoding, zero in (("latin-1", b""), ("utf-16-le", rb"\x00?"))
    ),
    re.IGNORECASE,
)


def defused(data: bytes, kind: Kind) -> bytes:
    """Return a document without the fields that bring in files; what they last showed stays."""
    if kind is Kind.RICH_TEXT:
        return _LINKED_PICTURE.sub(b"leftout", _INSTRUCTION.sub(_kept_if_harmless, data))
    if kind is Kind.OLD_WORD:
        return _OLD_FIELD.sub(lambda found: _blank(found[0]), data)  # as long as before: places are counted
    return data


def _kept_if_harmless(found: re.Match[bytes]) -> bytes:
    word = _FIRST_WORD.match(found.string, found.end())
    return found[0] if word and word[1].upper() in _HARMLESS else _UNKNOWN


def _blank(text: bytes) -> bytes:
    return bytes(byte if byte in (0, 0x20) else 0x20 for byte in text)
