"""What the window shows as long as there is no issue: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCommandLinkButton, QLabel, QVBoxLayout, QWidget

from bulletin_editor.ui.icons import icon

_WIDTH = 460  # px


class WelcomePage(QWidget):
    """Greets the officer.

    Signals:
        new_wanted, demo_wanted, import_wanted: what was chosen.
    """

    new_wanted = Signal()
    demo_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.setSpacing(14)
        title = QLabel(self.tr("Welcome"), self)
        title.setFont(_larger(title.font()))
        words = QLabel(
            self.tr(
                "Write the weekly bulletin here; the pages at the right show it as it will be printed. "
                "Everything is saved by itself."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setFixedWidth(_WIDTH)
        layout.addWidget(title)
        layout.addWidget(words)
        new = self._button(
            self.tr("Create the first issue"),
            self.tr("Number, week and sections are proposed."),
            "file-document-plus-outline",
        )
        demo = self._button(
            self.tr("Open the sample issue"),
            self.tr("A finished issue to look at and to try things on."),
            "book-open-page-variant-outline",
        )
        from_file = self._button(
            self.tr("Import from a file"), self.tr("An issue in Bulletin Markdown."), "file-import-outline"
        )
        for button, signal in (
            (new, self.new_wanted),
            (demo, self.demo_wanted),
            (from_file, self.import_wanted),
        ):
            button.clicked.connect(signal)
            layout.addWidget(button)

    def _button(self, words: str, more: str, icon_name: str) -> QCommandLinkButton:
        button = QCommandLinkButton(words, more, self)
        button.setIcon(icon(icon_name))
        button.setAutoDefault(True)  # Enter presses it, as in a dialog
        button.setFixedWidth(_WIDTH)
        return button


def _larger(font: QFont) -> QFont:
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * 2)
    larger.setBold(True)
    return larger
