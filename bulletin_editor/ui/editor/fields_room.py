"""The room of an article's fields: as high as they are, and lower where the text needs the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QFrame, QScrollArea, QSizePolicy, QWidget

_LEAST = 64  # px: the first line of the headline, and a bit of what follows


class FieldsRoom(QScrollArea):
    """Shows `fields`, and lets them be scrolled in a low window."""

    def __init__(self, fields: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields = fields
        self.setWidget(fields)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for kind in (QComboBox, QAbstractSpinBox):
            for field in fields.findChildren(kind):
                field.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As high as all fields are in this width."""
        size = self._fields.sizeHint()
        if self._fields.hasHeightForWidth():  # while words are shown that may take several lines
            size.setHeight(self._fields.heightForWidth(self.viewport().width()))
        return size

    def minimumSizeHint(self) -> QSize:
        """As wide as the fields must be, and not as high."""
        return QSize(self._fields.minimumSizeHint().width(), _LEAST)

    def viewportEvent(self, event: QEvent) -> bool:
        """Be as high as the fields have become."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height: in another width words take other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll, and not change what it happens to roll over."""
        # Qt has its own parts watched by the same filter.
        is_field = isinstance(watched, QComboBox | QAbstractSpinBox) and not watched.hasFocus()
        if is_field and event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
