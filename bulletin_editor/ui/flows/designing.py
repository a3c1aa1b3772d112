"""The settings: each change is used at once, so that the pages follow, and stored."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bulletin_editor.errors import BulletinError
from bulletin_editor.export.template import Template, chosen
from bulletin_editor.export.template_lint import open_template
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.services.designing import TemplateEntry, templates_to_choose
from bulletin_editor.ui.dialogs.settings import SettingsDialog
from bulletin_editor.ui.flows.pictures import PictureIntake
from bulletin_editor.ui.preferences import ThemeChoice
from bulletin_editor.ui.problem import show_problem
from bulletin_editor.ui.session import Session
from bulletin_editor.ui.theme import apply_theme


class AgencyDesigning(QObject):
    """Shows the settings, and does what is asked there.

    Signals:
        language_changed: another language was chosen; the window speaks it once it is made anew.
    """

    language_changed = Signal()

    def __init__(self, session: Session, pictures: PictureIntake, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._pictures = pictures
        self._window = window
        self._dialog: SettingsDialog | None = None
        self._template: Template | None = None  # as it was read, without the agency's choice
        self._wanted: Agency | None = None  # as it was chosen last: a template may still be on its way
        self._is_opening = False
        self._emblems: dict[str, PictureFile] = {}  # of this opening: the one before may be wanted back

    def show(self) -> None:
        """Open the settings, or bring them to the front."""
        if self._dialog is not None:
            self._dialog.activateWindow()
        if self._dialog is not None or self._is_opening:
            return
        self._is_opening = True
        name = self._session.desk.agency.template.name
        self._session.assistant.do(self._read(name), self._open, self._fail_to_open)

    def _read(self, name: str) -> partial[tuple[Template, tuple[TemplateEntry, ...]]]:
        return partial(_read, name, self._session.own_templates, self._session.shipped_templates)

    def _open(self, found: tuple[Template, tuple[TemplateEntry, ...]]) -> None:
        self._is_opening = False
        self._template, templates = found
        emblem = self._session.desk.agency.masthead.emblem
        at_hand = self._session.desk.pictures
        self._emblems = {emblem.sha256: at_hand[emblem.sha256]} if emblem and emblem.sha256 in at_hand else {}
        dialog = self._dialog = SettingsDialog(self._session.messages, templates, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.agency_changed.connect(self._change)
        dialog.emblem_wanted.connect(self._take_emblem)
        dialog.language_chosen.connect(self._choose_language)
        dialog.theme_chosen.connect(self._choose_theme)
        dialog.finished.connect(self._forget)
        self._show_agency()
        dialog.show_preferences(self._session.messages.language, self._session.preferences.theme)
        dialog.show()

    def _fail_to_open(self, error: Exception) -> None:
        self._is_opening = False
        self._tell(error)

    def _forget(self) -> None:
        self._dialog = None

    def _show_agency(self) -> None:
        if self._dialog and self._template:
            self._dialog.show_agency(self._session.desk.agency, self._template.settings, self._emblems)

    # ---- Changing --------------------------------------------------------------------------------------

    def _change(self, agency: Agency) -> None:
        self._wanted = agency
        if self._template and agency.template.name == self._template.id:
            self._use(agency, self._template)
            return
        self._session.assistant.do(
            self._read(agency.template.name), partial(self._use_if_wanted, agency), self._tell
        )

    def _use_if_wanted(self, agency: Agency, found: tuple[Template, tuple[TemplateEntry, ...]]) -> None:
        if self._wanted is agency:
            self._use(agency, found[0])

    def _use(self, agency: Agency, template: Template) -> None:
        self._template = template
        emblem = self._emblem_of(agency)
        self._session.desk.furnish(agency, chosen(template, agency.template), emblem)
        self._session.keeper.ask(lambda store: store.save_agency(agency, emblem), failed=self._tell)
        self._show_agency()

    def _emblem_of(self, agency: Agency) -> list[PictureFile]:
        emblem = agency.masthead.emblem
        return [self._emblems[emblem.sha256]] if emblem and emblem.sha256 in self._emblems else []

    def _take_emblem(self, path: Path) -> None:
        def use(pictures: tuple[Picture, ...]) -> None:
            name = pictures[0].sha256
            self._emblems[name] = self._session.desk.pictures[name]
            agency = self._session.desk.agency
            self._change(replace(agency, masthead=replace(agency.masthead, emblem=pictures[0])))

        self._pictures.take([path], use, self._tell)

    def _choose_language(self, language: str) -> None:
        self._session.preferences.language = language
        self.language_changed.emit()

    def _choose_theme(self, theme: ThemeChoice) -> None:
        self._session.preferences.theme = theme
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there are widgets"
        apply_theme(application, theme)

    def _tell(self, error: Exception) -> None:
        """Say what went wrong where it was asked for; what was good last stays in use."""
        if self._dialog and isinstance(error, BulletinError):
            self._show_agency()
            self._dialog.show_problem(self._session.messages.error(error))
        else:
            show_problem(self._window, self._session.messages, error)


def _read(name: str, own: Path, shipped: Path) -> tuple[Template, tuple[TemplateEntry, ...]]:
    return open_template(name, own, shipped), templates_to_choose(own, shipped)
