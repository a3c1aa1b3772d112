"""Whether a picture that comes in is in the issue already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import PicturePlace
from bulletin_editor.model.placed_pictures import placed_pictures


def places_of(
    fresh: Sequence[PictureFile], issue: Issue, files: Mapping[str, PictureFile]
) -> tuple[PicturePlace, ...]:
    """Return where `issue` shows pictures of `fresh`: for each that it has, the first place.

    A smaller copy that was compressed once more is the same picture. `files` holds those of the issue by
    their SHA-256; of one that is not among them only the name is looked at.
    """
    return tuple(_places(fresh, issue, files))


def _places(
    fresh: Sequence[PictureFile], issue: Issue, files: Mapping[str, PictureFile]
) -> Iterator[PicturePlace]:
    from bulletin_editor.media.alike import fingerprint, looks_alike

    shown = list(placed_pictures(issue))
    at_hand = {picture.sha256: files[picture.sha256] for _, picture in shown if picture.sha256 in files}
    prints = {name: fingerprint(file) for name, file in at_hand.items()}
    for file in fresh:
        own = fingerprint(file)
        alike = {name for name, theirs in prints.items() if looks_alike(own, theirs)} | {file.sha256}
        place = next((place for place, picture in shown if picture.sha256 in alike), None)
        if place is not None:
            yield place
