"""The program itself: the language it speaks, light or dark."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from bulletin_editor.ui.preferences import ThemeChoice

_LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}  # each in its own words


class ProgramPage(QWidget):
    """Shows the preferences.

    Signals:
        language_chosen(str): ``vi`` or ``en``.
        theme_chosen(ThemeChoice): light or dark.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = QComboBox(self)
        for code, name in _LANGUAGES.items():
            self.language.addItem(name, code)
        self.theme = QComboBox(self)
        for words, theme in (
            (self.tr("As the computer is set"), ThemeChoice.SYSTEM),
            (self.tr("Light"), ThemeChoice.LIGHT),
            (self.tr("Dark"), ThemeChoice.DARK),
        ):
            self.theme.addItem(words, theme)
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(10)
        for label, box in ((self.tr("Language"), self.language), (self.tr("Appearance"), self.theme)):
            box.setAccessibleName(label)
            form.addRow(label, box)
        self.language.activated.connect(lambda: self.language_chosen.emit(self.language.currentData()))
        self.theme.activated.connect(lambda: self.theme_chosen.emit(self.theme.currentData()))

    def show_preferences(self, language: str, theme: ThemeChoice) -> None:
        """Show what is chosen now."""
        self.language.setCurrentIndex(self.language.findData(language))
        self.theme.setCurrentIndex(self.theme.findData(theme))
