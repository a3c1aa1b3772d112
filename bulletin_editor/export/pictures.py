"""The pictures that an export works with: all of them there, each with its path in a work folder."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin_editor.errors import ExportError
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile


def require_pictures(issue: Issue, pictures: Mapping[str, PictureFile]) -> None:
    """Check that `pictures`, by their SHA-256, hold all that `issue` shows.

    Raises:
        ExportError: one is missing.
    """
    missing = {picture.sha256 for picture in issue.pictures} - pictures.keys()
    if missing:
        raise ExportError("export.missing-picture", issue=str(issue.key), picture=min(missing))


def picture_path(picture: PictureFile) -> str:
    """Return the path, in the work folder of a print, of the drawing that shows the picture."""
    return f"pictures/{picture.sha256}.svg"
