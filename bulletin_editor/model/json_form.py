"""The versioned JSON form of an issue, an article's body and the agency.

Reading is strict: a block kind or a field that this version does not know is refused with a
sentence, because dropping it would lose somebody's words.
"""

from __future__ import annotations

import re
from typing import Annotated, TypeVar

import msgspec

from bulletin_editor.errors import BulletinError, InvalidValue
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import Block
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.value import Value

VERSION = 3  # 1 had no waivers, milestones and template choice, 2 no adjustments of pictures

_UNKNOWN_BLOCK = re.compile(r"Invalid value '(?P<kind>.*)' - at `(?P<place>[^`]*)\.type`", re.DOTALL)

Content = TypeVar("Content")


class _Envelope(Value, frozen=True):
    version: Annotated[int, msgspec.Meta(ge=1)]
    content: msgspec.Raw


def issue_to_json(issue: Issue) -> bytes:
    """Return `issue` as UTF-8 JSON."""
    return _seal(issue)


def issue_from_json(data: bytes) -> Issue:
    """Read what `issue_to_json` wrote.

    Raises:
        InvalidValue: a newer version, an unknown block kind or field, or no such JSON at all.
    """
    return _open(data, Issue)


def body_to_json(body: tuple[Block, ...]) -> bytes:
    """Return an article's body as UTF-8 JSON."""
    return _seal(body)


def body_from_json(data: bytes | str) -> tuple[Block, ...]:
    """Read what `body_to_json` wrote.

    Raises:
        InvalidValue: as for `issue_from_json`.
    """
    return _open(data, tuple[Block, ...])


def agency_to_json(agency: Agency) -> bytes:
    """Return `agency` as UTF-8 JSON."""
    return _seal(agency)


def agency_from_json(data: bytes | str) -> Agency:
    """Read what `agency_to_json` wrote.

    Raises:
        InvalidValue: as for `issue_from_json`.
    """
    return _open(data, Agency)


def _seal(content: object) -> bytes:
    return msgspec.json.encode({"version": VERSION, "content": content})


def _open(data: bytes | str, kind: type[Content]) -> Content:
    try:
        envelope = msgspec.json.decode(data, type=_Envelope)
        if envelope.version > VERSION:
            raise InvalidValue("json.newer", version=envelope.version, known=VERSION)
        return msgspec.json.decode(envelope.content, type=kind)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:  # the last: nested without end
        # `__post_init__` refusals arrive wrapped; the inner error says more.
        if isinstance(error.__cause__, BulletinError):
            raise error.__cause__ from error
        unknown = _UNKNOWN_BLOCK.search(str(error))
        if unknown:
            raise InvalidValue("json.unknown-block", kind=unknown["kind"], place=unknown["place"]) from error
        raise InvalidValue("json.unreadable", detail=str(error)) from error
