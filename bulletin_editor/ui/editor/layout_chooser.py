"""How the pictures of a row stand, chosen by looking: a small drawing for each way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from bulletin_editor.model.picture_edits import Arrangement

_SIZE = QSize(26, 16)  # px
_DRAWINGS = {
    Arrangement.ONE_LARGE: ((0, 0, 12, 8),),
    Arrangement.TWO: ((0, 1, 5.5, 6), (6.5, 1, 5.5, 6)),
    Arrangement.THREE: ((0, 2, 3.4, 4), (4.3, 2, 3.4, 4), (8.6, 2, 3.4, 4)),
    Arrangement.FOUR: ((0, 2.5, 2.4, 3), (3.2, 2.5, 2.4, 3), (6.4, 2.5, 2.4, 3), (9.6, 2.5, 2.4, 3)),
    Arrangement.TALL_BESIDE_TWO: ((0, 0, 5.5, 8), (6.5, 0, 5.5, 3.5), (6.5, 4.5, 5.5, 3.5)),
}
"""Frames of the pictures: x, y, width and height on a drawing of 12 × 8."""


class LayoutChooser(QWidget):
    """A button for each arrangement; that of the row is pressed, and those it has too few pictures for rest.

    Signals:
        chosen(Arrangement): the pictures are to stand so.
    """

    chosen = Signal(object)

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Arrangement | None = None
        self._buttons: dict[Arrangement, QToolButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        for arrangement, name in self._names().items():
            button = QToolButton(self)
            button.setIcon(QIcon(_drawing(arrangement, colour, self.devicePixelRatioF())))
            button.setIconSize(_SIZE)
            button.setCheckable(True)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _on, each=arrangement: self._choose(each))
            self._buttons[arrangement] = button
            line.addWidget(button)

    @property
    def buttons(self) -> list[QToolButton]:
        """The buttons, from the left."""
        return list(self._buttons.values())

    def show_arrangement(self, arrangement: Arrangement, count: int) -> None:
        """Show how a row of `count` pictures stands."""
        self._shown = arrangement
        for each, button in self._buttons.items():
            button.setChecked(each is arrangement)
            button.setEnabled(each.count <= count)

    def _choose(self, arrangement: Arrangement) -> None:
        self._buttons[arrangement].setChecked(arrangement is self._shown)  # pressed once the row stands so
        if arrangement is not self._shown:
            self.chosen.emit(arrangement)

    def _names(self) -> dict[Arrangement, str]:
        return {
            Arrangement.ONE_LARGE: self.tr("One large picture in a row"),
            Arrangement.TWO: self.tr("Two pictures in a row"),
            Arrangement.THREE: self.tr("Three pictures in a row"),
            Arrangement.FOUR: self.tr("Four pictures in a row"),
            Arrangement.TALL_BESIDE_TWO: self.tr("One tall picture beside two"),
        }


def _drawing(arrangement: Arrangement, colour: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(_SIZE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.scale(_SIZE.width() / 12, _SIZE.height() / 8)
    for frame in _DRAWINGS[arrangement]:
        painter.fillRect(QRectF(*frame), QColor(colour))
    painter.end()
    return pixmap
