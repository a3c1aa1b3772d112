"""A sentence that must not be missed: why something was refused, or what to beware of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bulletin_editor.ui.icons import icon

_ICON = QSize(18, 18)


class Notice(QWidget):
    """A sign and some words beside it; without words it is not there at all."""

    def __init__(self, name: str, parent: QWidget | None = None, *, sign: str = "alert-circle") -> None:
        super().__init__(parent)
        self._icon = icon(sign)
        self._sign = QLabel(self)
        self._sign.setPixmap(self._icon.pixmap(_ICON))
        self._words = QLabel(self)
        self._words.setAccessibleName(name)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    def tell(self, words: str) -> None:
        """Show `words` in place of those before; none hide it."""
        self._words.setText(words)
        self.setVisible(bool(words))

    @property
    def words(self) -> str:
        """What is told now."""
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign anew in the colours of another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._sign.setPixmap(self._icon.pixmap(_ICON))
