"""The pictures met in HTML: their files, their places in the line, and those that are not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from bulletin_editor.importers.document import Note, RawPicture, raw_picture
from bulletin_editor.importers.html.images import Missing, is_small, smiley_of, sources_of, words_of
from bulletin_editor.importers.html.styles import Attributes, Style
from bulletin_editor.model.blocks import Picture

MAX_PICTURES = 500
"""In one document; of those behind them it is only said how many there are."""


class Pictures:
    """Takes pictures in. What is at the address of one, `data_at` says."""

    def __init__(self, data_at: Callable[[str], bytes | Missing]) -> None:
        self.files: dict[str, RawPicture] = {}
        self._data_at = data_at
        self._missing: Counter[Missing] = Counter()
        self._before: list[Picture] = []
        self._behind: list[Picture] = []
        self._shown = 0

    def begin_anew(self) -> None:
        """Forget all pictures."""
        self.files.clear()
        self._missing.clear()
        self._before.clear()
        self._behind.clear()
        self._shown = 0

    def show(self, attributes: Attributes, style: Style, *, is_behind: bool) -> str:
        """Take in an ``img`` that stands before the text of its line, or in it and so behind.

        Returns the words in place of one that is too small for a picture, or a smiley.
        """
        if is_small(attributes, style) or style.get("display") == "none":
            return "" if attributes.get("alt", "").isalnum() else attributes.get("alt", "")
        if smiley := smiley_of(attributes):
            return smiley
        self._shown += 1
        if self._shown > MAX_PICTURES:
            return ""
        data = self._data(attributes)
        if isinstance(data, Missing):
            self._missing[data] += 1
        elif data:
            file = raw_picture(data, words_of(attributes))
            self.files.setdefault(file.sha256, file)
            (self._behind if is_behind else self._before).append(
                Picture(sha256=file.sha256, alt=words_of(attributes))
            )
        return ""

    def _data(self, attributes: Attributes) -> bytes | Missing:
        """Return the picture of an ``img``: the first of its addresses at which there is one.

        Where there is none, that of which the first of them is missing counts.
        """
        missing: Missing | None = None
        for source in sources_of(attributes):
            data = self._data_at(source)
            if not isinstance(data, Missing):
                return data
            missing = missing or data
        return missing or Missing.NOT_FOUND

    def take_before(self) -> list[Picture]:
        """Return the pictures before the text of the line, and begin anew."""
        taken, self._before = self._before, []
        return taken

    def take_behind(self) -> list[Picture]:
        """Return the pictures behind the text of the line, and begin anew."""
        taken, self._behind = self._behind, []
        return taken

    def notes(self) -> tuple[Note, ...]:
        """Return what is to be said of pictures that are not there."""
        web, lost = self._missing[Missing.ON_THE_WEB], self._missing[Missing.NOT_FOUND]
        notes = (
            Note(code="pictures-on-the-web", count=web),
            Note(code="pictures-not-found", count=lost),
            Note(code="pictures-too-many", count=max(self._shown - MAX_PICTURES, 0)),
        )
        return tuple(note for note in notes if note.count)
