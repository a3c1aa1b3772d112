"""The dialog in which the officer makes the most of a picture (chỉnh ảnh)."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from bulletin_editor.model.adjustments import Adjustments, Crop, Focus, straightened_size
from bulletin_editor.model.blocks import Picture
from bulletin_editor.text.normal import without_forbidden
from bulletin_editor.ui.dialogs.picture.crop_view import CropView
from bulletin_editor.ui.dialogs.picture.frame import crop_of, focus_at, frame_of, largest, point_of
from bulletin_editor.ui.dialogs.picture.printing import Printing
from bulletin_editor.ui.dialogs.picture.tools import PictureTools
from bulletin_editor.ui.dialogs.sizes import fit_to_screen

_SIZE = QSize(1120, 660)  # px


class PictureDialog(QDialog):
    """Shows one picture and what is done to it before it is printed; the stored original stays as it is.

    After it was accepted, `picture` is the answer. Changes are not thrown away without a question.
    """

    def __init__(self, picture: Picture, printing: Printing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit picture"))
        self._picture = picture
        self._printing = printing
        self._adjustments = picture.adjustments
        self._focus = picture.focus
        self.view = CropView(self)
        self.view.show_slogan(printing.slogan)
        self.tools = PictureTools(printing.shapes, self)
        self.tools.alt.setText(picture.alt)
        self.tools.alt.setCursorPosition(0)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._lay_out()
        fit_to_screen(self, _SIZE)
        self._connect()
        self._show()
        self._at_first = self.picture
        self.view.setFocus()

    @property
    def picture(self) -> Picture:
        """The picture as it is in the dialog now."""
        alt = without_forbidden(self.tools.alt.text())
        return replace(self._picture, alt=alt, adjustments=self._adjustments, focus=self._focus)

    def show_picture(self, image: QImage) -> None:
        """Show `image`, a copy of the stored original that is as large as a screen can show."""
        self.view.show_picture(image)

    def reject(self) -> None:
        """Close without an answer; where something was changed, ask first."""
        changes = self._changes()
        if changes:
            self._ask(changes)
        else:
            super().reject()

    # ---- Making ----

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self.view, 1)
        above.addWidget(self.tools)
        layout = QVBoxLayout(self)
        layout.addLayout(above, 1)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.view.cropped.connect(self._crop)
        self.view.focused.connect(self._set_focus)
        tools = self.tools
        tools.shape_chosen.connect(self._take_shape)
        tools.turned.connect(self._turn)
        tools.angle.chosen.connect(lambda angle: self._become(replace(self._adjustments, angle=angle)))
        tools.angle.held.connect(self.view.show_grid)
        tools.brightness.chosen.connect(
            lambda level: self._become(replace(self._adjustments, brightness=round(level)))
        )
        tools.contrast.chosen.connect(
            lambda level: self._become(replace(self._adjustments, contrast=round(level)))
        )
        tools.focus_centred.connect(lambda: self._set_focus(Focus()))
        tools.original_wanted.connect(self._reset)

    # ---- Changing ----

    def _crop(self, crop: Crop) -> None:
        """Take another crop; a focus that was chosen stays on what it was chosen for."""
        size = self._size()
        before, after = frame_of(self._adjustments.crop, size), frame_of(crop, size)
        if self._focus != Focus():
            self._focus = focus_at(point_of(self._focus, before), after)
        self._become(replace(self._adjustments, crop=crop))

    def _set_focus(self, focus: Focus) -> None:
        self._focus = focus
        self._show()

    def _take_shape(self, ratio: float | None) -> None:
        """Keep the frame in the shape `ratio` (width to height) from now on; None lets it be free."""
        self.view.hold_shape(ratio)
        if ratio is not None:
            self._crop(crop_of(self._largest(ratio), self._size()))

    def _largest(self, ratio: float) -> QRectF:
        size = self._size()
        return largest(ratio, size, point_of(self._focus, frame_of(self._adjustments.crop, size)))

    def _turn(self, turns: int) -> None:
        """Turn by quarters clockwise; crop and focus turn with the picture."""
        for _ in range(turns):
            crop, focus = self._adjustments.crop, self._focus
            turned = Crop(left=crop.bottom, top=crop.left, right=crop.top, bottom=crop.right)
            self._focus = Focus(x=1 - focus.y, y=focus.x)
            self._adjustments = replace(
                self._adjustments, turns=(self._adjustments.turns + 1) % 4, crop=turned
            )
        self._take_shape(self.tools.shape)
        self._show()

    def _reset(self) -> None:
        self._focus = Focus()
        self.tools.choose_free_shape()
        self._become(Adjustments())

    def _become(self, adjustments: Adjustments) -> None:
        self._adjustments = adjustments
        self._show()

    def _size(self) -> QSizeF:
        return QSizeF(*straightened_size(self._printing.width, self._printing.height, self._adjustments))

    def _show(self) -> None:
        cut_off = self._printing.cut_off(self._adjustments, self._focus)
        self.view.show_adjusted(self._adjustments, self._focus, cut_off)
        self.tools.show_adjusted(self._adjustments, self._focus)
        self.tools.show_resolution(self._printing.resolution(self._adjustments))

    # ---- Leaving ----

    def _changes(self) -> list[str]:
        """Return in words what was changed here."""
        before, after = self._at_first, self.picture
        old, new = before.adjustments, after.adjustments
        changed = (
            (self.tr("crop"), old.crop != new.crop),
            (self.tr("turning"), old.turns != new.turns),
            (self.tr("straightening"), old.angle != new.angle),
            (self.tr("brightness"), old.brightness != new.brightness),
            (self.tr("contrast"), old.contrast != new.contrast),
            (self.tr("focus"), before.focus != after.focus),
            (self.tr("alternative text"), before.alt != after.alt),
        )
        return [words for words, is_changed in changed if is_changed]

    def _ask(self, changes: list[str]) -> None:
        """Ask what is to become of the `changes`."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("The picture was changed"))
        box.setText(self.tr("Closing now throws these changes away: {}.").format(", ".join(changes)))
        take = box.addButton(self.tr("Take the changes"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self.tr("Discard the changes"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Go on editing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        take.clicked.connect(self.accept)
        discard.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        box.open()
