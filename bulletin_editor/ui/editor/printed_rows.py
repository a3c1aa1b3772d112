"""What rows of pictures look like on the page: the pictures as they were adjusted, cut to their frames."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QPixmap

from bulletin_editor.export.picture_fit import Fit, Framer, Shape
from bulletin_editor.export.resolutions import resolution_of
from bulletin_editor.export.template_settings import Pictures
from bulletin_editor.model.adjustments import developed_size
from bulletin_editor.model.blocks import Block, Picture, PictureRow, RowLayout, pictures_in
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.resolution import Resolution
from bulletin_editor.ui.shown_pictures import ShownPictures

USUAL = Framer(Pictures(gap=4, heights=(84, 52, 39, 31), most_crop=0.27, corner=3), text_width=170)
"""The measures that hold until those of a template are known."""


class PrintedRows(QObject):
    """Knows the measures of the page and the picture files of one article.

    Signals:
        changed: rows look different: other measures, another file, or a picture that was made.
    """

    changed = Signal()

    def __init__(self, shown: ShownPictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._framer = USUAL
        self._files: Mapping[str, PictureFile] = {}
        shown.made.connect(self.changed)

    @property
    def files(self) -> Mapping[str, PictureFile]:
        """The picture files that are at hand, by their SHA-256."""
        return self._files

    def open_body(self, body: tuple[Block, ...], files: Mapping[str, PictureFile]) -> None:
        """Have `files` at hand for another body; of what was drawn, what `body` has not is let go."""
        self._files = files
        self._shown.keep(pictures_in(body))

    def add_files(self, files: Mapping[str, PictureFile]) -> None:
        """Have further picture files at hand, by their SHA-256."""
        self._files = {**self._files, **files}
        self.changed.emit()

    def measure_by(self, framer: Framer) -> None:
        """Frame the pictures as `framer` does, from now on."""
        if framer != self._framer:
            self._framer = framer
            self.changed.emit()

    def pixmap(self, picture: Picture) -> QPixmap:
        """Return `picture` as it was adjusted; a null pixmap where it is not at hand, or not yet."""
        file = self._files.get(picture.sha256)
        return self._shown.pixmap(picture, file) if file else QPixmap()

    def fits(self, row: PictureRow) -> tuple[Fit, ...]:
        """Return how the pictures of `row` fit their frames; one that is not at hand fills its own."""
        frames = self._framer.frames(len(row.pictures), row.layout)
        shapes = [
            self._shape(picture) or Shape(round(frame[0] * 100), round(frame[1] * 100))
            for picture, frame in zip(row.pictures, frames, strict=True)
        ]
        return self._framer.row(shapes, row.layout)

    def places(self, row: PictureRow, width: int) -> list[QRect]:
        """Return where the pictures of `row` stand in it where it is `width` px wide."""
        fits = self.fits(row)
        scale = width / self._framer.text_width
        corners = _corners(fits, row.layout, self._framer)
        return [
            QRect(round(x * scale), round(y * scale), round(fit.width * scale), round(fit.height * scale))
            for (x, y), fit in zip(corners, fits, strict=True)
        ]

    def resolution(self, picture: Picture, fit: Fit) -> Resolution | None:
        """Return how sharp `picture` is on paper; None where it is not at hand."""
        shape = self._shape(picture)
        return resolution_of(shape, fit) if shape else None

    def _shape(self, picture: Picture) -> Shape | None:
        file = self._files.get(picture.sha256)
        if file is None:
            return None
        return Shape(*developed_size(file.width, file.height, picture.adjustments), picture.focus)


def _corners(fits: tuple[Fit, ...], layout: RowLayout, framer: Framer) -> list[tuple[float, float]]:
    """Return the upper left corner of each picture, in mm of the row."""
    gap = framer.look.gap
    if layout is RowLayout.TALL_BESIDE_TWO:
        right = fits[0].width + gap
        return [(0, 0), (right, 0), (right, fits[1].height + gap)]
    if len(fits) == 1:
        return [((framer.text_width - fits[0].width) / 2, 0)]
    return [(number * (fit.width + gap), 0) for number, fit in enumerate(fits)]
