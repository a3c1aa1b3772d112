"""The line under the article's tools: what was changed in, or left out of, what was just pasted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from bulletin_editor.ui.icons import icon


class PasteBar(QFrame):
    """Says a sentence, and offers to undo what it tells of. Nobody needs to answer.

    Signals:
        undo_wanted: what was changed is to be as it was pasted.
    """

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pasteBar")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.setAccessibleName(self.tr("Undo what was changed in the pasted text"))
        self._undo.clicked.connect(self.undo_wanted)
        close = QToolButton(self)
        close.setIcon(icon("close"))
        close.setAutoRaise(True)
        close.setToolTip(self.tr("Close this line"))
        close.setAccessibleName(self.tr("Close this line"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._undo)
        layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty where it is not shown."""
        return self._words.text() if not self.isHidden() else ""

    def say(self, words: str, *, can_undo: bool) -> None:
        """Show `words`, until something else is to be said or done."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._undo.setVisible(can_undo)
        self.show()

    def withdraw_undo(self) -> None:
        """Offer no undo any more: it would undo something else."""
        self._undo.hide()
