"""Pictures as parts of the Word package: each stored once, however often it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from bulletin_editor.export.printout import PrintedPicture
from bulletin_editor.export.template import Template
from bulletin_editor.export.word.drawings import inline_picture
from bulletin_editor.model.picture_file import PNG, PictureFile

FIRST_DRAWING = 1000
"""Drawings are numbered from here: those of the template have lower numbers."""


class PictureParts:
    """The pictures of one document part. (python-docx would hash all earlier pictures for each new one.)

    `files` are the issue's pictures; a picture without a hash is an asset of `template`.
    """

    def __init__(self, part: Part, files: Mapping[str, PictureFile], template: Template) -> None:
        self._part = part
        self._files = files
        self._template = template
        self._relations: dict[str, str] = {}
        self._drawings = FIRST_DRAWING

    def use(self, picture: PrintedPicture) -> tuple[str, int]:
        """Return the relationship id of `picture` and a number for one more drawing of it."""
        self._drawings += 1
        key = picture.sha256 or picture.file
        if key not in self._relations:
            self._relations[key] = self._add(picture)
        return self._relations[key], self._drawings

    def inline(self, picture: PrintedPicture) -> str:
        """Return a run that shows `picture` in the line of the text."""
        return inline_picture(picture, *self.use(picture))

    def _add(self, picture: PrintedPicture) -> str:
        media_type, data, suffix = self._content(picture)
        name = PackURI(f"/word/media/bulletin{len(self._relations) + 1}{suffix}")
        part = Part(name, media_type, data, self._part.package)
        return self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    def _content(self, picture: PrintedPicture) -> tuple[str, bytes, str]:
        if picture.sha256:
            file = self._files[picture.sha256]
            return file.media_type, file.data, file.suffix
        asset = PurePosixPath(picture.file).with_suffix(".png")  # Word shows no SVG everywhere
        return PNG, self._template.file(str(asset)), ".png"
