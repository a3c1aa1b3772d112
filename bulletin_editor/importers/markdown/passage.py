"""Lines of the file that is read, and where they stand in it: every error names its line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bulletin_editor.errors import InputError, InvalidValue, PictureError
from bulletin_editor.text.normal import forbidden_character


@dataclass(frozen=True)
class Passage:
    """A part of a Markdown file, or all of it; `first_line` is the number of its first line in the file."""

    file: str
    text: str
    first_line: int = 1

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their line feeds."""
        return self.text.split("\n")

    def part(self, text: str, index: int) -> Passage:
        """Return `text`, which begins at line `index` (from 0) of this passage, as a passage of its own."""
        return Passage(self.file, text, self.first_line + index)

    def place(self, index: int = 0) -> str:
        """Return where line `index` (from 0) stands: ``so-12.md:14``."""
        return f"{self.file}:{self.first_line + index}"

    def error(self, code: str, index: int = 0, **facts: object) -> InputError:
        """Make the error `code` about line `index` (from 0)."""
        return InputError(code, **{**facts, "place": self.place(index)})

    @contextmanager
    def refusing(self, index: int = 0) -> Iterator[None]:
        """Turn what the model or the picture room refuses into an error about line `index` (from 0)."""
        try:
            yield
        except (InvalidValue, PictureError) as error:
            raise self.error(error.code, index, **error.facts) from error


def read_passage(path: Path) -> Passage:
    """Read a whole Markdown file, with ``\\n`` line breaks.

    Nothing else is brought to normal form here: the model does that with text, while a tab may be
    indentation, and a decomposed letter the true name of a picture file.

    Raises:
        InputError: the file cannot be read, is not UTF-8, or holds a control character.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        detail = error.strerror or str(error)
        raise InputError("markdown.unreadable", place=str(path), detail=detail) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start)
        raise Passage(path.name, "").error("markdown.not-utf8", line) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    passage = Passage(path.name, text)
    found = forbidden_character(text)
    if found:
        line = text.count("\n", 0, found.start())
        raise passage.error("markdown.control-character", line, character=f"U+{ord(found[0]):04X}")
    return passage
