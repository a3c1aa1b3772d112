"""Developing: an issue whose pictures are adjusted, as one whose pictures are stored just as they are shown.

The prints know nothing of adjustments: they get an issue that was developed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from bulletin_editor.media.develop import developed
from bulletin_editor.media.screen_copy import screen_copy
from bulletin_editor.model.adjustments import Adjustments, developed_size
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_edits import change_picture
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.placed_pictures import placed_pictures

Develop = Callable[[PictureFile, Adjustments], PictureFile]
"""Makes of a stored picture what is shown of it."""

_AS_MADE = Adjustments()


def developed_issue(
    issue: Issue, pictures: Mapping[str, PictureFile], develop: Develop = developed
) -> tuple[Issue, Mapping[str, PictureFile]]:
    """Return `issue` with developed pictures, and `pictures`, by their SHA-256, with these among them.

    A picture that is not among `pictures` is left as it is. `develop` is what develops one; it is asked once
    for each picture and way to adjust it.

    Raises:
        PictureError: a picture cannot be read.
    """
    made: dict[tuple[str, Adjustments], PictureFile] = {}
    for place, picture in placed_pictures(issue):
        if picture.adjustments == _AS_MADE or picture.sha256 not in pictures:
            continue
        key = picture.sha256, picture.adjustments
        if key not in made:
            made[key] = develop(pictures[picture.sha256], picture.adjustments)
        issue = change_picture(issue, place, _shown_as(made[key]))
    return issue, {**pictures, **{file.sha256: file for file in made.values()}}


class ScreenDeveloper:
    """Develops small copies of pictures, each at most `long_side` px long, for one screen.

    They have the measures of what would be printed, so that the pages are the same. Copies that the issue
    developed last has no use for are forgotten.
    """

    def __init__(self, long_side: int) -> None:
        self._long_side = long_side
        self._copies: dict[tuple[str, Adjustments], PictureFile] = {}

    def developed_issue(
        self, issue: Issue, pictures: Mapping[str, PictureFile]
    ) -> tuple[Issue, Mapping[str, PictureFile]]:
        """Return `issue` with developed pictures and these, as the function of the same name does.

        Raises:
            PictureError: a picture cannot be read.
        """
        used: dict[tuple[str, Adjustments], PictureFile] = {}

        def develop(picture: PictureFile, adjustments: Adjustments) -> PictureFile:
            key = picture.sha256, adjustments
            used[key] = self._copies.get(key) or self._copy(picture, adjustments)
            width, height = developed_size(picture.width, picture.height, adjustments)
            return replace(used[key], width=width, height=height)

        made = developed_issue(issue, pictures, develop)
        self._copies = used
        return made

    def shown(self, picture: PictureFile) -> PictureFile:
        """Return the small copy whose pixels stand for `picture`, of an issue as it was developed last."""
        copies = {copy.sha256: copy for copy in self._copies.values()}
        return copies.get(picture.sha256) or screen_copy(picture, self._long_side)

    def _copy(self, picture: PictureFile, adjustments: Adjustments) -> PictureFile:
        """Return `picture` developed from a copy that leaves `long_side` px of what is shown of it."""
        shown = max(developed_size(picture.width, picture.height, adjustments))
        whole = max(picture.width, picture.height)
        return developed(screen_copy(picture, math.ceil(whole * self._long_side / shown)), adjustments)


def _shown_as(file: PictureFile) -> Callable[[Picture], Picture]:
    return lambda picture: replace(picture, sha256=file.sha256, adjustments=_AS_MADE)
