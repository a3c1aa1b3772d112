"""The text of one paragraph, gathered piece by piece."""

from __future__ import annotations

import re

from bulletin_editor.importers.flow.lines import rich_text_of
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.text.normal import is_blank

_SPACES = re.compile("[ \t\n\r\f]+")


class GatheredText:
    """Pieces of text with their look (a run, of which only the format counts).

    White space in HTML is one space at the most and none at the edges, unless it is kept (``verbatim``).
    """

    def __init__(self) -> None:
        self._pieces: list[tuple[Run, str, bool]] = []
        self._is_blank = True

    @property
    def ends_with_break(self) -> bool:
        """Whether the last thing was a line break."""
        return bool(self._pieces) and self._pieces[-1][1].endswith("\n")

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read yet."""
        return self._is_blank

    def add(self, text: str, look: Run, *, verbatim: bool) -> None:
        """Add `text`; white space that follows other white space, or begins the paragraph, falls away."""
        if not verbatim:
            text = _SPACES.sub(" ", text)
            if not self._pieces or self._pieces[-1][1].endswith((" ", "\n")):
                text = text.removeprefix(" ")
        if text:
            self._pieces.append((look, text, verbatim))
            self._is_blank = self._is_blank and is_blank(text)

    def break_line(self, look: Run, *, verbatim: bool) -> None:
        """Begin a new line of the same paragraph."""
        self._strip_end()
        if self._pieces or verbatim:
            self._pieces.append((look, "\n", verbatim))

    def take(self) -> RichText:
        """Return what was gathered, and begin anew. Where nothing can be read, nothing is returned."""
        if self.is_blank:
            self._pieces.clear()
        self._strip_end()
        text = rich_text_of((look, text) for look, text, _ in self._pieces)
        self._pieces.clear()
        self._is_blank = True
        return text

    def _strip_end(self) -> None:
        while self._pieces:
            look, text, verbatim = self._pieces[-1]
            kept = text if verbatim else text.rstrip(" \n")
            if kept:
                self._pieces[-1] = (look, kept, verbatim)
                return
            self._pieces.pop()
