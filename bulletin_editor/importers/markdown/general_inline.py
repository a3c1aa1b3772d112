"""The text of one paragraph of other people's Markdown: its formats, its links, its pictures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import NamedTuple

from markdown_it.token import Token
from msgspec.structs import replace

from bulletin_editor.importers.document import Note, RawPicture, raw_picture
from bulletin_editor.importers.flow.lines import rich_text_of
from bulletin_editor.importers.flow.links import followed
from bulletin_editor.importers.html.images import Missing, data_of
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.rich_text import RichText, Run

_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LOOKS: Mapping[str, Mapping[str, bool]] = {
    "strong_open": {"bold": True},
    "strong_close": {"bold": False},
    "em_open": {"italic": True},
    "em_close": {"italic": False},
}


class FoundPictures:
    """The pictures that were met; those in files are read from `folder` and below alone."""

    def __init__(self, folder: Path) -> None:
        self.files: dict[str, RawPicture] = {}
        self._folder = folder
        self._missing: Counter[Missing] = Counter()

    def take(self, source: str, alt: str) -> Picture | None:
        """Return the picture at the address `source`; None where there is none to be had."""
        data = data_of(source, self._folder)
        if isinstance(data, Missing):
            self._missing[data] += 1
            return None
        file = raw_picture(data, PurePath(source).name if len(source) < 200 else "")
        self.files.setdefault(file.sha256, file)
        return Picture(sha256=file.sha256, alt=alt)

    def notes(self) -> tuple[Note, ...]:
        """Return what is to be said of pictures that are not there."""
        codes = {Missing.ON_THE_WEB: "pictures-on-the-web", Missing.NOT_FOUND: "pictures-not-found"}
        return tuple(Note(codes[why], count=count) for why, count in self._missing.items())


class InlineText(NamedTuple):
    """Words, the pictures among them, and the caption that one of those brings along."""

    text: RichText
    pictures: tuple[Picture, ...]
    caption: str


def read_inline(token: Token, found: FoundPictures) -> InlineText:
    """Read an inline `token`. Where a picture is not there, the words that describe it stay as text."""
    look, pieces = Run(text=""), list[tuple[Run, str]]()
    pictures, captions = list[Picture](), list[str]()
    for child in token.children or ():
        match child.type:
            case "softbreak":
                pieces.append((look, " "))
            case "hardbreak":
                pieces.append((look, "\n"))
            case "link_open":
                look = replace(look, link=followed(str(child.attrGet("href") or "")))
            case "link_close":
                look = replace(look, link="")
            case "image":
                picture = found.take(str(child.attrGet("src") or ""), child.content)
                pictures += [picture] if picture else []
                pieces += [] if picture else [(look, child.content)]
                captions.append(str(child.attrGet("title") or ""))
            case kind if kind in _LOOKS:
                look = replace(look, **_LOOKS[kind])
            case _:
                pieces.append((look, "\n" if _LINE_BREAK.fullmatch(child.content) else child.content))
    return InlineText(rich_text_of(pieces), tuple(pictures), " ".join(filter(None, captions)))
