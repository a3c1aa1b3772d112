"""How a picture fills the frame that the layout gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from bulletin_editor.export.pictures import picture_path
from bulletin_editor.export.printout import PrintedPicture
from bulletin_editor.export.template_settings import Pictures
from bulletin_editor.model.picture_file import PictureFile


class Framer(msgspec.Struct, frozen=True):
    """Frames the picture rows of an article, `scale` times as high as usual. `text_width` is in mm."""

    look: Pictures
    text_width: float
    files: Mapping[str, PictureFile]
    scale: float = 1

    def row(self, names: Sequence[str], alts: Sequence[str]) -> tuple[PrintedPicture, ...]:
        """Return the pictures called `names` (SHA-256) side by side, at one height."""
        count = len(names)
        height = self.look.heights[count - 1] * self.scale
        files = [self.files[name] for name in names]
        if count == 1:
            return (fitted_single(files[0], alts[0], self.text_width, height, self.look.most_crop),)
        width = (self.text_width - self.look.gap * (count - 1)) / count
        return tuple(fitted(file, alt, width, height) for file, alt in zip(files, alts, strict=True))


def fitted(picture: PictureFile, alt: str, width: float, height: float) -> PrintedPicture:
    """Return `picture` filling a frame of `width` × `height` mm, cropped evenly on two sides."""
    ratio = picture.width / picture.height
    frame = width / height
    sideways = max(0.0, (1 - frame / ratio) / 2)
    upright = max(0.0, (1 - ratio / frame) / 2)
    return PrintedPicture(
        sha256=picture.sha256,
        file=picture_path(picture),
        alt=alt,
        width=width,
        height=height,
        crop=(sideways, upright, sideways, upright),
    )


def fitted_single(
    picture: PictureFile, alt: str, width: float, height: float, most_crop: float
) -> PrintedPicture:
    """Return a picture that stands alone: as wide as the text where little is lost by it.

    One that would lose more than the share `most_crop` keeps its shape, at the same height but narrower.
    """
    ratio = picture.width / picture.height
    if ratio >= width / height * (1 - most_crop):
        return fitted(picture, alt, width, height if ratio <= width / height else width / ratio)
    return fitted(picture, alt, height * ratio, height)
