"""Editing a picture of the issue on the desk: shown in a dialog, taken over as one step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QMainWindow

from bulletin_editor.export.compose import cover_frame
from bulletin_editor.export.picture_fit import Fit, Framer, Shape, fitted
from bulletin_editor.export.template_settings import TemplateSettings
from bulletin_editor.model.blocks import MAX_PICTURES_IN_ROW, Picture, PictureRow, RowLayout
from bulletin_editor.model.edits import article_of
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_edits import change_picture
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import Part, PicturePlace, Place
from bulletin_editor.model.placed_pictures import placed_pictures
from bulletin_editor.ui.dialogs.picture.dialog import PictureDialog
from bulletin_editor.ui.dialogs.picture.printing import FrameShape, Printing
from bulletin_editor.ui.images import decoded
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.writing_area import COVER

_LARGEST = QSize(1200, 1200)
"""Pixels of the copy that is worked on: more of them no slider could follow."""

_SHOWN = 10_000  # ms

_FIRST_TEXT = 2  # of a row of pictures, that speaks of a picture: before it come caption and credit
_COVER_SHAPE = MAX_PICTURES_IN_ROW + 2  # behind those of rows of one to four, and of the tall row


class PictureEditing(QObject):
    """Opens the dialog for a picture, and puts what comes of it on the desk."""

    def __init__(self, session: Session, window: QMainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def open(self, place: PicturePlace) -> None:
        """Show the picture at `place`; one that is not at hand, or must not be changed, is not shown."""
        desk = self._session.desk
        picture = _picture_at(desk.issue, place)
        file = desk.pictures.get(picture.sha256) if picture else None
        if not (desk.issue and desk.template and picture and file) or desk.is_locked:
            return
        printing = self._printing(desk.issue, place, file, desk.template.settings)
        dialog = PictureDialog(picture, printing, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        job = self._session.assistant.do(partial(decoded, file, _LARGEST), dialog.show_picture)
        # Not `job.cancel`: the job may end with its thread, and would take the connection along from there,
        # which waits for the window while that waits for the same signal.
        dialog.finished.connect(lambda: job.cancel())
        dialog.accepted.connect(lambda: self._take(place, picture, dialog.picture))
        dialog.open()

    def _take(self, place: PicturePlace, before: Picture, after: Picture) -> None:
        """Put `after` in the place of `before`, wherever that is by now: other pictures may have come in."""
        now = _place_of(before, self._session.desk.issue, place)
        if now is None:
            words = self.tr("The picture was not changed: it is no longer in the issue.")
            self._window.statusBar().showMessage(words, _SHOWN)
            return
        where = COVER if now.is_cover else _in_text(now)
        edit = partial(change_picture, place=now, change=lambda _before: after)
        self._session.desk.change(edit, self.tr("Edit picture"), where)

    # ---- The page ----

    def _printing(
        self, issue: Issue, place: PicturePlace, file: PictureFile, settings: TemplateSettings
    ) -> Printing:
        framer, cover = Framer(settings.pictures, settings.page.text_width), cover_frame(issue, settings)
        shapes = self._shapes(framer, cover)
        slogan = 0.0
        if place.is_cover:
            own, fit = _COVER_SHAPE, partial(_fit_cover, cover)
            slogan = settings.cover.slogan_band / cover[1] if issue.slogan else 0.0
        else:
            row = article_of(issue, place.article_id).body[place.block]
            assert isinstance(row, PictureRow), "there is a picture"
            own, fit = _shape_in(row, place.number), partial(_fit_row, framer, row, place.number)
        first = shapes.pop(own)
        return Printing(width=file.width, height=file.height, shapes=(first, *shapes), fit=fit, slogan=slogan)

    def _shapes(self, framer: Framer, cover: tuple[float, float]) -> list[FrameShape]:
        """Return the shapes of the layout's frames, in the order of `_shape_in`, and the cover's."""
        side, tall = RowLayout.SIDE_BY_SIDE, RowLayout.TALL_BESIDE_TWO
        frames = (
            (self.tr("One picture, as wide as the text"), framer.frames(1, side)[0]),
            (self.tr("Two in a row"), framer.frames(2, side)[0]),
            (self.tr("Three in a row"), framer.frames(3, side)[0]),
            (self.tr("Four in a row"), framer.frames(4, side)[0]),
            (self.tr("Tall, beside two"), framer.frames(3, tall)[0]),
            (self.tr("Beside a tall one"), framer.frames(3, tall)[1]),
            (self.tr("Cover"), cover),
        )
        return [FrameShape(name, width / height) for name, (width, height) in frames]


def _shape_in(row: PictureRow, number: int) -> int:
    """Return which of the layout's shapes picture `number` of `row` has: those of one to four come first."""
    if row.layout is RowLayout.TALL_BESIDE_TWO:
        return MAX_PICTURES_IN_ROW + min(number, 1)
    return len(row.pictures) - 1


def _fit_cover(frame: tuple[float, float], shape: Shape) -> Fit:
    return fitted(shape, *frame)


def _fit_row(framer: Framer, row: PictureRow, number: int, shape: Shape) -> Fit:
    return framer.row([shape] * len(row.pictures), row.layout)[number]


def _picture_at(issue: Issue | None, place: PicturePlace) -> Picture | None:
    return dict(placed_pictures(issue)).get(place) if issue else None


def _place_of(picture: Picture, issue: Issue | None, last: PicturePlace) -> PicturePlace | None:
    """Return where `picture` is in `issue`: of several places, that nearest to where it was `last`."""

    def distance(place: PicturePlace) -> tuple[bool, int, int]:
        is_elsewhere = place.article_id != last.article_id
        return is_elsewhere, abs(place.block - last.block), abs(place.number - last.number)

    places = [place for place, found in placed_pictures(issue) if found == picture] if issue else []
    return min(places, key=distance, default=None)


def _in_text(place: PicturePlace) -> Place:
    text = _FIRST_TEXT + place.number
    return Place(part=Part.BODY, article_id=place.article_id, block=place.block, text=text)
