"""The template and what the agency changes in it: colours, and whether each article starts a page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bulletin_editor.export.contrast import PAGE, FaintText, faint_texts
from bulletin_editor.export.template import chosen_settings
from bulletin_editor.export.template_settings import TemplateSettings
from bulletin_editor.model.agency import TemplateChoice
from bulletin_editor.services.designing import TemplateEntry
from bulletin_editor.ui.dialogs.notice import Notice
from bulletin_editor.ui.icons import icon

_SWATCH = 16  # px


class DesignPage(QWidget):
    """Shows a choice of template beside the settings of that template.

    Signals:
        changed(TemplateChoice): something else was chosen.
    """

    changed = Signal(object)

    def __init__(self, templates: Sequence[TemplateEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = TemplateChoice()
        self._settings: TemplateSettings | None = None
        self.templates = QComboBox(self)
        self.templates.setAccessibleName(self.tr("Template"))
        for entry in templates:
            self.templates.addItem(entry.name, entry.id)
        self.article_per_page = QCheckBox(self.tr("Each article starts a new &page"), self)
        self.colours = QGroupBox(self.tr("Colours"), self)
        self._grid = QGridLayout(self.colours)
        self._grid.setColumnStretch(0, 1)
        self.swatches: dict[str, QPushButton] = {}
        self.resets: dict[str, QToolButton] = {}
        self.warning = Notice(self.tr("Hard to read"), self, sign="alert-outline")
        form = QFormLayout()
        form.addRow(self.tr("Template"), self.templates)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addLayout(form)
        for widget in (self.article_per_page, self.colours, self.warning):
            layout.addWidget(widget)
        layout.addStretch()
        self.templates.activated.connect(lambda: self._choose(name=self.templates.currentData()))
        self.article_per_page.clicked.connect(lambda checked: self._choose(article_per_page=checked))

    def show_choice(self, choice: TemplateChoice, settings: TemplateSettings) -> None:
        """Show `choice`; `settings` are those of the template itself, without what was chosen in it."""
        self._choice = choice
        if self._settings is None or self._settings.colours.keys() != settings.colours.keys():
            self._make_rows(settings)
        self._settings = settings
        self._show(choice, settings)

    # ---- Showing ---------------------------------------------------------------------------------------

    def _show(self, choice: TemplateChoice, settings: TemplateSettings) -> None:
        shown = chosen_settings(settings, choice)
        self.templates.setCurrentIndex(self.templates.findData(choice.name))
        self.article_per_page.setChecked(shown.options.article_per_page)
        for name, colour in shown.colours.items():
            swatch = self.swatches[name]
            swatch.setIcon(_swatch(colour))
            swatch.setText(colour.upper())
            swatch.setAccessibleName(f"{self._label(name)}: {colour.upper()}")
            self.resets[name].setEnabled(name in choice.colours)
        self.warning.tell("\n".join(self._worded(faint) for faint in faint_texts(shown)))

    def _make_rows(self, settings: TemplateSettings) -> None:
        for widget in self.colours.findChildren(QWidget):
            widget.deleteLater()
        self.swatches, self.resets = {}, {}
        for row, name in enumerate(settings.colours):
            label = self._label(name)
            swatch = QPushButton(self.colours)
            swatch.setAutoDefault(False)
            swatch.clicked.connect(partial(self._ask_colour, name))
            reset = QToolButton(self.colours)
            reset.setIcon(icon("restore"))
            reset.setToolTip(self.tr("The template's own colour"))
            reset.setAccessibleName(self.tr("{}: the template's own colour").format(label))
            reset.clicked.connect(partial(self._reset_colour, name))
            self._grid.addWidget(QLabel(label, self.colours), row, 0)
            self._grid.addWidget(swatch, row, 1)
            self._grid.addWidget(reset, row, 2)
            self.swatches[name], self.resets[name] = swatch, reset

    def _label(self, name: str) -> str:
        """Return what the colour `name` is for; one that only this template has is called as it calls it."""
        return {
            "navy": self.tr("Bands and headlines"),
            "deep": self.tr("Leads"),
            "blue": self.tr("Subheadings, links and bars"),
            "red": self.tr("Title and section labels"),
            "gold": self.tr("Rules and ornaments"),
            "ink": self.tr("Text"),
            "mist": self.tr("Ground of callouts and table headers"),
            "grey": self.tr("Captions and notes"),
            "line": self.tr("Thin lines"),
            "paper": self.tr("Words on coloured ground"),
            PAGE: self.tr("White page"),
        }.get(name, name)

    def _worded(self, faint: FaintText) -> str:
        return self.tr("“{text}” on “{ground}” is hard to read: make one darker or lighter.").format(
            text=self._label(faint.text), ground=self._label(faint.ground)
        )

    # ---- Choosing --------------------------------------------------------------------------------------

    def _ask_colour(self, name: str) -> None:
        dialog = QColorDialog(QColor(self.swatches[name].text()), self)
        dialog.setWindowTitle(self._label(name))
        dialog.colorSelected.connect(lambda colour: self._set_colour(name, colour.name().upper()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set_colour(self, name: str, colour: str) -> None:
        self._choose(colours={**self._choice.colours, name: colour})

    def _reset_colour(self, name: str) -> None:
        self._choose(colours={key: value for key, value in self._choice.colours.items() if key != name})

    def _choose(self, **fields: object) -> None:
        choice = replace(self._choice, **fields)
        if choice == self._choice or self._settings is None:
            return
        self._choice = choice
        self._show(choice, self._settings)
        self.changed.emit(choice)


def _swatch(colour: str) -> QIcon:
    """Return a square in `colour`, its edge in the colour of text: it is seen on any ground."""
    picture = QPixmap(_SWATCH, _SWATCH)
    picture.fill(QColor(colour))
    painter = QPainter(picture)
    painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
    painter.drawRect(0, 0, _SWATCH - 1, _SWATCH - 1)
    painter.end()
    return QIcon(picture)
