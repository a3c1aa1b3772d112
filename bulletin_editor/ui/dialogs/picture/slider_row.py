"""A number that is chosen by feel with a slider, or to the digit beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSlider, QWidget


class SliderRow(QWidget):
    """A slider and a field for the same number, from -`most` to `most`.

    Signals:
        chosen(float): the officer chose another number.
        held(bool): the slider or the field is being worked on, or no longer.
    """

    chosen = Signal(float)
    held = Signal(bool)

    def __init__(
        self, name: str, most: float, *, digits: int = 0, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._per_unit = 10**digits  # a slider knows whole numbers only
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(round(-most * self._per_unit), round(most * self._per_unit))
        self.slider.setPageStep(round(most * self._per_unit / 10))
        self.slider.setAccessibleName(name)
        self.field = QDoubleSpinBox(self)
        self.field.setRange(-most, most)
        self.field.setDecimals(digits)
        self.field.setSingleStep(1 / self._per_unit)
        self.field.setSuffix(unit)
        self.field.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.field)
        self.slider.valueChanged.connect(lambda value: self.field.setValue(value / self._per_unit))
        self.field.valueChanged.connect(self._take)
        for widget in (self.slider, self.field):
            widget.installEventFilter(self)

    def show_number(self, number: float) -> None:
        """Show `number`; nobody chose it."""
        self.blockSignals(True)
        self.field.setValue(number)
        self.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the focus comes here and when it goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.held.emit(event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _take(self, number: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(number * self._per_unit))
        self.slider.blockSignals(False)
        self.chosen.emit(number)
