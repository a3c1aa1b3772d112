"""The field for an article's line on the cover, with what it says otherwise than the headline."""

from __future__ import annotations

from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from bulletin_editor.model.issue import CoverLine, CoverMode
from bulletin_editor.text.normal import one_line, without_forbidden
from bulletin_editor.ui.theme import current_colours


class CoverLineField(QWidget):
    """Chooses between the headline, other words and no line at all.

    `difference` is put below the field by whoever shows it, as wide as there is room.
    Other words that are blank count as the headline until some are written.

    Signals:
        edited(str): the cover line has become another; with the name of the change, empty for typing.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline = ""
        self._known = CoverLine()
        self.mode = QComboBox(self)
        self.mode.setAccessibleName(self.tr("Cover line"))
        for mode, words in (
            (CoverMode.SAME, self.tr("As the headline")),
            (CoverMode.OTHER, self.tr("Other words")),
            (CoverMode.OFF, self.tr("Not on the cover")),
        ):
            self.mode.addItem(words, mode)
        self.words = QLineEdit(self)
        self.words.setAccessibleName(self.tr("Words of the cover line"))
        self.words.setPlaceholderText(self.tr("What the cover says instead"))
        self.difference = QLabel(self)
        self.difference.setWordWrap(True)
        self.difference.setTextFormat(Qt.TextFormat.RichText)
        self.difference.setAccessibleName(self.tr("Difference to the headline"))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.mode, 0, 0)
        layout.addWidget(self.words, 0, 1)
        layout.setColumnStretch(1, 1)
        self.mode.activated.connect(self._chosen)
        self.words.textChanged.connect(self._typed)
        self._arrange()

    @property
    def cover_line(self) -> CoverLine:
        """The cover line as it will be saved."""
        mode = CoverMode(self.mode.currentData())
        if mode is not CoverMode.OTHER:
            return CoverLine(mode=mode)
        words = one_line(without_forbidden(self.words.text()))
        return CoverLine(mode=mode, text=words) if words else CoverLine()

    def show_cover_line(self, line: CoverLine, headline: str) -> None:
        """Show `line` beside `headline`."""
        self._headline = headline
        if line != self.cover_line:
            self._known = line
            self.mode.setCurrentIndex(self.mode.findData(line.mode))
            self.words.blockSignals(True)
            self.words.setText(line.text)
            self.words.blockSignals(False)
        self._arrange()

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001
        """Let the line be changed only if not `on`."""
        self.mode.setEnabled(not on)
        self.words.setReadOnly(on)

    def _chosen(self) -> None:
        other = CoverMode(self.mode.currentData()) is CoverMode.OTHER
        if other and not self.words.text():
            self.words.blockSignals(True)
            self.words.setText(self._headline)
            self.words.blockSignals(False)
        self._arrange()
        if other:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(self.tr("Cover line"))

    def _typed(self) -> None:
        self._arrange()
        self._tell("")

    def _tell(self, name: str) -> None:
        if self.cover_line != self._known:
            self._known = self.cover_line
            self.edited.emit(name)

    def _arrange(self) -> None:
        other = CoverMode(self.mode.currentData()) is CoverMode.OTHER
        self.words.setVisible(other)
        words = one_line(self.words.text())
        differs = other and bool(words) and words != self._headline
        self.difference.setVisible(differs)
        if differs:
            colours = current_colours()
            marked = marked_difference(self._headline, words, gone=colours.error, added=colours.good)
            self.difference.setText(self.tr("Difference:") + " " + marked)


def marked_difference(old: str, new: str, *, gone: str, added: str) -> str:
    """Return `new` as HTML, word by word against `old`.

    What is gone is struck out, in the colour `gone`; what was added is underlined, in the colour `added`.
    """
    before, after = old.split(), new.split()
    parts = []
    for change, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change == "equal":
            parts.append(escape(" ".join(after[c:d])))
            continue
        if a < b:
            parts.append(f'<s style="color:{gone}">{escape(" ".join(before[a:b]))}</s>')
        if c < d:
            parts.append(f'<u style="color:{added}"><b>{escape(" ".join(after[c:d]))}</b></u>')
    return " ".join(parts)
