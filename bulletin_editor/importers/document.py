"""What an importer makes of a document: blocks, with their pictures as they came."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from bulletin_editor.model.blocks import Block
from bulletin_editor.model.value import Value


class RawPicture(Value, frozen=True):
    """A picture file as it stood in a document, not yet looked at. `name` says where, for people."""

    sha256: str
    name: str
    data: bytes


class Note(Value, frozen=True):
    """Something that was left out or changed, for the officer to know. `code` names its sentence.

    `count` tells how often; `facts` fill the sentence.
    """

    code: str
    count: int = 1
    facts: Mapping[str, str] = {}


class ReadDocument(Value, frozen=True):
    """A document that was read.

    `headings` tells which of the blocks are its headings, by their position from 0, and their level: 0 for
    the title of the whole, else 1 to 9. The pictures in the blocks are named by the SHA-256 of the bytes in
    `pictures`, as they came.
    """

    blocks: tuple[Block, ...]
    headings: Mapping[int, int] = {}
    pictures: Mapping[str, RawPicture] = {}
    notes: tuple[Note, ...] = ()


def raw_picture(data: bytes, name: str) -> RawPicture:
    """Return a picture as it came, named by the SHA-256 of its bytes."""
    return RawPicture(sha256=hashlib.sha256(data).hexdigest(), name=name, data=data)
