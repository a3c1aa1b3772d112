"""The settings: what the agency is called and prints with, and how the program speaks and looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from bulletin_editor.export.template_settings import TemplateSettings
from bulletin_editor.messages import Messages
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.services.designing import TemplateEntry
from bulletin_editor.ui.dialogs.notice import Notice
from bulletin_editor.ui.dialogs.settings_pages.design_page import DesignPage
from bulletin_editor.ui.dialogs.settings_pages.emblem_page import EmblemPage
from bulletin_editor.ui.dialogs.settings_pages.imprint_page import ImprintPage
from bulletin_editor.ui.dialogs.settings_pages.masthead_page import MastheadPage
from bulletin_editor.ui.dialogs.settings_pages.program_page import ProgramPage
from bulletin_editor.ui.dialogs.sizes import fit_to_screen
from bulletin_editor.ui.preferences import ThemeChoice

_SIZE = QSize(620, 600)  # px
_BUTTON = QDialogButtonBox.StandardButton


class SettingsDialog(QDialog):
    """Shows the agency. It holds nothing up: each valid change is told at once, and the pages follow.

    Signals:
        agency_changed(Agency): the agency with one more change.
        emblem_wanted(Path): the picture in this file is to be the agency's emblem.
        language_chosen(str), theme_chosen(ThemeChoice): how the program is to speak and look.
    """

    agency_changed = Signal(object)
    emblem_wanted = Signal(object)
    language_chosen = Signal(str)
    theme_chosen = Signal(object)

    def __init__(
        self, messages: Messages, templates: Sequence[TemplateEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._agency = Agency()
        self._at_first: Agency | None = None
        self._template_settings: TemplateSettings | None = None
        self._pictures: dict[str, PictureFile] = {}
        self.setWindowTitle(self.tr("Agency and template"))
        fit_to_screen(self, _SIZE)
        self.problem = Notice(self.tr("What went wrong"), self)
        self.masthead = MastheadPage(messages, self)
        self.imprint = ImprintPage(messages, self)
        self.emblem = EmblemPage(self)
        self.design = DesignPage(templates, self)
        self.program = ProgramPage(self)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(self.windowTitle())
        self._lay_out()
        self._connect()

    def show_agency(
        self, agency: Agency, template_settings: TemplateSettings, pictures: Mapping[str, PictureFile]
    ) -> None:
        """Show `agency`; `pictures` hold its emblem.

        `template_settings` are those of its template as it was read, without what the agency chose in it.
        The first agency shown is the one that Reset goes back to. Whoever hears `agency_changed` shows the
        agency again: only they know another template's settings, and whether it can be used at all.
        """
        self._template_settings = template_settings
        self._pictures |= pictures
        self.problem.tell("")
        opened = self._at_first is None
        if opened:
            self._at_first = agency
        self._show(agency, afresh=opened)

    def show_preferences(self, language: str, theme: ThemeChoice) -> None:
        """Show how the program speaks and looks."""
        self.program.show_preferences(language, theme)

    def show_problem(self, lines: Sequence[str]) -> None:
        """Tell what went wrong with what was chosen last: an emblem, a template."""
        self.problem.tell("\n".join(lines))

    # ---- Making ----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for page, title in (
            (self.masthead, self.tr("&Masthead")),
            (self.imprint, self.tr("&Imprint")),
            (self.emblem, self.tr("Em&blem")),
            (self.design, self.tr("&Design")),
            (self.program, self.tr("P&rogram")),
        ):
            self.tabs.addTab(_scrolling(page), title)
        self.buttons = QDialogButtonBox(_BUTTON.Reset | _BUTTON.Close, self)
        self.reset_button = self.buttons.button(_BUTTON.Reset)
        self.reset_button.setText(self.tr("Rese&t"))
        self.reset_button.setToolTip(self.tr("Back to how the agency was when this window was opened"))
        self.reset_button.setAutoDefault(False)
        self.close_button = self.buttons.button(_BUTTON.Close)
        self.close_button.setText(self.tr("&Close"))
        self.close_button.setAutoDefault(False)  # Enter in a field is no wish to close
        layout = QVBoxLayout(self)
        for widget in (self.problem, self.tabs, self.buttons):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.masthead.changed.connect(lambda masthead: self._change(masthead=masthead))
        self.imprint.changed.connect(lambda imprint: self._change(imprint=imprint))
        self.design.changed.connect(lambda choice: self._change(template=choice))
        self.emblem.emblem_wanted.connect(self.emblem_wanted)
        self.emblem.emblem_unwanted.connect(lambda: self.masthead.edit("emblem", None))
        self.program.language_chosen.connect(self.language_chosen)
        self.program.theme_chosen.connect(self.theme_chosen)
        self.reset_button.clicked.connect(self._reset)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._forget)

    # ---- Changing --------------------------------------------------------------------------------------

    def _show(self, agency: Agency, *, afresh: bool) -> None:
        self._agency = agency
        self.masthead.show_part(agency.masthead, afresh=afresh)
        self.imprint.show_part(agency.imprint, afresh=afresh)
        self.emblem.show_emblem(agency.masthead.emblem, self._pictures)
        if self._template_settings:
            self.design.show_choice(agency.template, self._template_settings)

    def _change(self, **parts: Any) -> None:
        self._agency = replace(self._agency, **parts)
        self.emblem.show_emblem(self._agency.masthead.emblem, self._pictures)
        self.agency_changed.emit(self._agency)

    def _reset(self) -> None:
        if self._at_first:
            self._show(self._at_first, afresh=True)
            self.agency_changed.emit(self._at_first)

    def _forget(self) -> None:
        """Let the next opening have a beginning of its own."""
        self._at_first = None


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
