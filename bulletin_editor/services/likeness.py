"""Whether a picture that comes in is in the issue already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import PicturePlace
from bulletin_editor.model.placed_pictures import placed_pictures

Look: TypeAlias = int
"""What a picture looks like, to be compared with others."""


def look_of(file: PictureFile) -> Look:
    """Return what `file` looks like; it is decoded for that, which takes its time."""
    from bulletin_editor.media.alike import fingerprint

    return fingerprint(file)


class Likeness:
    """Knows pictures again by their looks, each of which is found out once."""

    def __init__(self) -> None:
        self._looks: dict[str, Look] = {}

    def remember(self, file: PictureFile, look: Look) -> None:
        """Keep what `file` looks like."""
        self._looks[file.sha256] = look

    def strangers(
        self, fresh: Iterable[PictureFile], issue: Issue, files: Mapping[str, PictureFile]
    ) -> list[PictureFile]:
        """Return the pictures whose looks are still to be found out before `fresh` can be looked for.

        `files` holds those of the issue by their SHA-256; of one that is not among them only the name is
        looked at. What the issue shows byte by byte is known by its name, too.
        """
        shown = {picture.sha256 for picture in issue.pictures}
        unnamed = {file.sha256: file for file in fresh if file.sha256 not in shown}
        others = {name: files[name] for name in shown & files.keys()} if unnamed else {}
        return [file for name, file in (unnamed | others).items() if name not in self._looks]

    def places_of(self, fresh: Sequence[PictureFile], issue: Issue) -> tuple[PicturePlace, ...]:
        """Return where `issue` shows pictures of `fresh`: for each that it has, the first place.

        A smaller copy that was compressed once more is the same picture.
        """
        return tuple(self._places(fresh, issue))

    def _places(self, fresh: Sequence[PictureFile], issue: Issue) -> Iterator[PicturePlace]:
        shown = list(placed_pictures(issue))
        for file in fresh:
            place = next((place for place, picture in shown if self._is_like(file, picture.sha256)), None)
            if place is not None:
                yield place

    def _is_like(self, file: PictureFile, name: str) -> bool:
        own, theirs = self._looks.get(file.sha256), self._looks.get(name)
        if file.sha256 == name or own is None or theirs is None:
            return file.sha256 == name
        from bulletin_editor.media.alike import looks_alike

        return looks_alike(own, theirs)
