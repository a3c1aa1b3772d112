"""The tools beside the picture: shape, turning, straightening, light, focus, and how sharp it will print."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.model.adjustments import MAX_ANGLE, Adjustments, Focus
from bulletin_editor.model.resolution import LEAST_DPI, Resolution
from bulletin_editor.ui.dialogs.picture.printing import FrameShape
from bulletin_editor.ui.dialogs.picture.slider_row import SliderRow
from bulletin_editor.ui.icons import icon

_WIDTH = 300  # px
_ICON = QSize(18, 18)
_LEFT = 3  # quarter turns clockwise that make one to the left


class PictureTools(QWidget):
    """Shows what is done to a picture and lets it be chosen.

    Signals:
        shape_chosen(object): the frame is to have this width to its height; None leaves it free.
        turned(int): by so many quarters, clockwise.
        focus_centred: no point of the picture matters more than its middle.
        original_wanted: nothing is to be done to the picture any more.
    """

    shape_chosen = Signal(object)
    turned = Signal(int)
    focus_centred = Signal()
    original_wanted = Signal()

    def __init__(self, shapes: tuple[FrameShape, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shapes = self._shape_box(shapes)
        self.turn_left = self._button("rotate-left", self.tr("Turn &left"), lambda: self.turned.emit(_LEFT))
        self.turn_right = self._button("rotate-right", self.tr("Turn &right"), lambda: self.turned.emit(1))
        self.angle = SliderRow(self.tr("Straighten"), MAX_ANGLE, digits=1, unit="°", parent=self)
        self.brightness = SliderRow(self.tr("Brightness"), 100, parent=self)
        self.contrast = SliderRow(self.tr("Contrast"), 100, parent=self)
        self.centre = self._button(
            "image-filter-center-focus", self.tr("Focus in the &middle"), self.focus_centred.emit
        )
        self.reset = self._button("restore", self.tr("&Back to the original"), self.original_wanted.emit)
        self.alt = QLineEdit(self)
        self.alt.setAccessibleName(self.tr("Alternative text"))
        self.alt.setPlaceholderText(self.tr("What the picture shows…"))
        self._sign = QLabel(self)
        self._resolution = QLabel(self)
        self._resolution.setWordWrap(True)
        self._resolution.setAccessibleName(self.tr("Resolution in print"))
        self.setFixedWidth(_WIDTH)
        self._lay_out()

    @property
    def shape(self) -> float | None:
        """The shape that is chosen for the frame, its width to its height; None where it is free."""
        ratio: float | None = self.shapes.currentData()
        return ratio

    def choose_free_shape(self) -> None:
        """Leave the shape of the frame free."""
        self.shapes.setCurrentIndex(0)
        self.shape_chosen.emit(None)

    def show_adjusted(self, adjustments: Adjustments, focus: Focus) -> None:
        """Show what is done to the picture."""
        self.angle.show_number(adjustments.angle)
        self.brightness.show_number(adjustments.brightness)
        self.contrast.show_number(adjustments.contrast)
        self.centre.setEnabled(focus != Focus())
        self.reset.setEnabled(adjustments != Adjustments() or focus != Focus())

    def show_resolution(self, resolution: Resolution) -> None:
        """Show how sharp the picture will be on paper."""
        is_low = resolution.dpi < LEAST_DPI
        words = self.tr("In print: {} dpi").format(resolution.dpi)
        if is_low:
            words += "\n" + self.tr("Too few pixels: the picture will look blurred.")
        self._resolution.setText(words)
        name, colour = ("alert", "warning") if is_low else ("check-circle-outline", "good")
        self._sign.setPixmap(icon(name, colour).pixmap(_ICON))

    @property
    def resolution_words(self) -> str:
        """What is said of the resolution now."""
        return self._resolution.text()

    # ---- Making ----

    def _shape_box(self, shapes: tuple[FrameShape, ...]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Shape of the crop"))
        box.addItem(self.tr("Free"), None)
        for number, shape in enumerate(shapes):
            box.addItem(self.tr("As here: {}").format(shape.name) if number == 0 else shape.name, shape.ratio)
        box.activated.connect(lambda _row: self.shape_chosen.emit(box.currentData()))
        return box

    def _button(self, sign: str, words: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(sign), words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: slot())
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        turns = QHBoxLayout()
        turns.addWidget(self.turn_left)
        turns.addWidget(self.turn_right)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(6)
        form.addRow(self.tr("&Crop to"), self.shapes)
        form.addRow(turns)
        for words, row in (
            (self.tr("&Straighten"), self.angle),
            (self.tr("Bri&ghtness"), self.brightness),
            (self.tr("C&ontrast"), self.contrast),
        ):
            label = QLabel(words, self)
            label.setBuddy(row.slider)
            form.addRow(label, row)
        form.addRow(self.tr("&Alternative text"), self.alt)
        layout.addLayout(form)
        layout.addWidget(self._hint())
        layout.addWidget(self.centre)
        layout.addStretch(1)
        sharpness = QHBoxLayout()
        sharpness.addWidget(self._sign)
        sharpness.addWidget(self._resolution, 1)
        layout.addLayout(sharpness)
        layout.addWidget(self.reset)

    def _hint(self) -> QLabel:
        words = self.tr(
            "Click on what must stay in sight. The dashed frame shows what the page leaves of the picture."
        )
        hint = QLabel(words, self)
        hint.setWordWrap(True)
        return hint
