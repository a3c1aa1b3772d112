"""The line above a published issue: it is read, and how it can be changed again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class LockedBar(QFrame):
    """Says that the issue can only be read.

    Signals:
        reopen_wanted: the issue is to be worked on again.
    """

    reopen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lockedBar")
        words = QLabel(self.tr("This issue has been published: it can be read, and not changed."), self)
        words.setWordWrap(True)
        self.reopen = QPushButton(self.tr("Reopen it to change it"), self)
        self.reopen.clicked.connect(self.reopen_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.addWidget(words, 1)
        layout.addWidget(self.reopen)
