"""What goes on in the background, said in the status bar, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QWidget


class ProgressLine(QWidget):
    """Words and a button to stop, in a status bar until `end`.

    Signals:
        stop_wanted: what goes on is to stop.
    """

    stop_wanted = Signal()

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._words = QLabel(self)
        self._stop = QPushButton(self.tr("Stop"), self)
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the text
        self._stop.clicked.connect(self.stop_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words)
        line.addWidget(self._stop)
        bar.insertPermanentWidget(0, self)  # messages and tips would hide another

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    def tell(self, words: str) -> None:
        """Say `words`."""
        self._words.setText(words)
        self._stop.setAccessibleName(f"{self._stop.text()}: {words}")

    def end(self) -> None:
        """Go out of the status bar."""
        self._bar.removeWidget(self)
        self.deleteLater()


def keep_room(bar: QStatusBar) -> None:
    """Let `bar` be as high as it is with a line: else each that comes or goes moves the whole window."""
    line = ProgressLine(bar)
    bar.setMinimumHeight(bar.sizeHint().height())
    line.end()
