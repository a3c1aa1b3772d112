"""The settings: each valid change is told at once, what is refused is said in its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QColorDialog, QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bulletin_editor.errors import InvalidValue
from bulletin_editor.export.template import Template, read_template
from bulletin_editor.messages import Messages
from bulletin_editor.model.agency import Agency, Imprint, ImprintProfile, Masthead, TemplateChoice
from bulletin_editor.model.blocks import Picture
from bulletin_editor.paths import shipped
from bulletin_editor.services.designing import TemplateEntry
from bulletin_editor.ui.dialogs.settings import SettingsDialog
from bulletin_editor.ui.preferences import ThemeChoice
from bulletin_editor.ui.theme import apply_theme
from issue_strategies import PICTURES

TEMPLATES = (TemplateEntry(id="dien-bien", name="Điện Biên"), TemplateEntry(id="rieng", name="Riêng"))
EMBLEM = Picture(sha256=next(iter(PICTURES)))
LICENCE = ("licence_number", "printer", "print_run", "periodicity")


@pytest.fixture(scope="module")
def template() -> Template:
    """The shipped template."""
    return read_template(shipped("templates") / "dien-bien")


@pytest.fixture
def dialog(qtbot: QtBot, messages: Messages, template: Template) -> SettingsDialog:
    """The settings of the default agency."""
    made = SettingsDialog(messages, TEMPLATES)
    qtbot.addWidget(made)
    made.show_agency(Agency(), template.settings, {})
    made.show_preferences("vi", ThemeChoice.LIGHT)
    made.show()
    return made


@pytest.fixture
def told(dialog: SettingsDialog) -> list[Agency]:
    """The agencies that were told, as they came."""
    agencies: list[Agency] = []
    dialog.agency_changed.connect(agencies.append)
    return agencies


def go_to(dialog: SettingsDialog, page: int) -> None:
    dialog.tabs.setCurrentIndex(page)


def type_into(field: QWidget, text: str) -> None:
    """Type letter by letter, each committed by an input method, as Vietnamese is typed."""
    for letter in text:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(field, event)


def choose(box: QComboBox, row: int, qtbot: QtBot) -> None:
    """Choose a row with the arrow keys, as the keyboard does."""
    box.setFocus()
    while box.currentIndex() != row:
        qtbot.keyClick(box, Qt.Key.Key_Down if row > box.currentIndex() else Qt.Key.Key_Up)


# ---- Masthead --------------------------------------------------------------------------------------


def test_the_names_are_shown(dialog: SettingsDialog) -> None:
    fields = dialog.masthead.editors
    assert fields["agency"].text() == "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    assert fields["subtitle"].toPlainText() == "\n".join(Masthead().subtitle)
    assert fields["links"].toPlainText() == "\n".join(Masthead().links)


@pytest.mark.parametrize("name", ["parent_agency", "agency", "title", "running_title"])
def test_each_letter_typed_is_told(dialog: SettingsDialog, told: list[Agency], name: str) -> None:
    field = dialog.masthead.editors[name]
    field.clear()
    type_into(field, "AB")
    assert [getattr(agency.masthead, name) for agency in told] == ["A", "AB"]
    assert replace(told[-1].masthead, **{name: getattr(Masthead(), name)}) == Masthead()


def test_lines_become_a_string_each(qtbot: QtBot, dialog: SettingsDialog, told: list[Agency]) -> None:
    field = dialog.masthead.editors["subtitle"]
    field.selectAll()
    type_into(field, "MỘT")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    type_into(field, "HAI")
    assert told[-1].masthead.subtitle == ("MỘT", "HAI")


def test_a_bad_link_stays_in_its_field_is_said_there_and_not_told(
    dialog: SettingsDialog, told: list[Agency], messages: Messages, template: Template
) -> None:
    field = dialog.masthead.editors["links"]
    field.setPlainText("skhcn.gov.vn")
    assert told == []
    said = dialog.masthead.notice_of("links")
    assert said == "\n".join(messages.error(InvalidValue("value.link", link="skhcn.gov.vn")))
    title = dialog.masthead.editors["title"]
    type_into(title, "!")
    dialog.show_agency(told[-1], template.settings, {})
    assert field.toPlainText() == "skhcn.gov.vn"
    assert told[-1].masthead.links == Masthead().links
    field.setPlainText("https://skhcn.gov.vn")
    assert told[-1].masthead.links == ("https://skhcn.gov.vn",)
    assert dialog.masthead.notice_of("links") == ""


def test_what_is_being_typed_is_left_alone_when_the_agency_comes_back(
    dialog: SettingsDialog, told: list[Agency], template: Template
) -> None:
    field = dialog.masthead.editors["title"]
    field.clear()
    type_into(field, "THÔNG TIN ")
    assert told[-1].masthead.title == "THÔNG TIN"
    dialog.show_agency(told[-1], template.settings, {})
    assert field.text() == "THÔNG TIN "
    dialog.show_agency(replace(told[-1], masthead=Masthead(title="KHÁC")), template.settings, {})
    assert field.text() == "KHÁC"


# ---- Imprint ---------------------------------------------------------------------------------------


def test_the_fields_of_a_licence_are_there_for_the_licensed_profile_alone(
    qtbot: QtBot, dialog: SettingsDialog, told: list[Agency]
) -> None:
    go_to(dialog, 1)
    assert not any(dialog.imprint.editors[name].isVisible() for name in LICENCE)
    assert not dialog.imprint.date.isVisible()
    choose(dialog.imprint.profile, 1, qtbot)
    assert told[-1].imprint.profile is ImprintProfile.LICENSED
    assert all(dialog.imprint.editors[name].isVisible() for name in LICENCE)
    assert dialog.imprint.date.isVisible()
    assert dialog.imprint.editors["address"].isVisible()


@pytest.mark.parametrize("name", [field for field in Imprint.__struct_fields__ if field not in (
    "profile", "licence_date")])  # fmt: skip
def test_every_line_of_the_imprint_can_be_written(
    dialog: SettingsDialog, told: list[Agency], name: str
) -> None:
    type_into(dialog.imprint.editors[name], "Xyz")
    assert getattr(told[-1].imprint, name) == "Xyz"


def test_the_date_of_the_licence_is_printed_when_ticked(
    qtbot: QtBot, dialog: SettingsDialog, told: list[Agency], template: Template
) -> None:
    imprint = Imprint(profile=ImprintProfile.LICENSED)
    dialog.show_agency(Agency(imprint=imprint), template.settings, {})
    go_to(dialog, 1)
    assert not dialog.imprint.date.isEnabled()
    qtbot.keyClick(dialog.imprint.has_date, Qt.Key.Key_Space)
    dialog.imprint.date.setDate(QDate(2026, 7, 1))
    assert told[-1].imprint.licence_date == date(2026, 7, 1)
    qtbot.keyClick(dialog.imprint.has_date, Qt.Key.Key_Space)
    assert told[-1].imprint.licence_date is None


def test_showing_an_imprint_is_no_change(
    dialog: SettingsDialog, told: list[Agency], template: Template
) -> None:
    imprint = Imprint(profile=ImprintProfile.LICENSED, licence_date=date(2025, 3, 4), phone="0215")
    dialog.show_agency(Agency(imprint=imprint), template.settings, {})
    assert dialog.imprint.date.date() == QDate(2025, 3, 4)
    assert told == []


# ---- Emblem ----------------------------------------------------------------------------------------


def test_a_picture_can_be_chosen_as_emblem(
    qtbot: QtBot, dialog: SettingsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "logo.png"), ""))
    with qtbot.waitSignal(dialog.emblem_wanted) as wanted:
        dialog.emblem.choose.click()
    assert wanted.args == [tmp_path / "logo.png"]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(dialog.emblem_wanted):
        dialog.emblem.choose.click()


def test_the_emblem_is_seen_and_can_be_removed(
    dialog: SettingsDialog, told: list[Agency], template: Template
) -> None:
    go_to(dialog, 2)
    assert not dialog.emblem.remove.isEnabled()
    assert not dialog.emblem.preview.isVisible()
    dialog.show_agency(Agency(masthead=Masthead(emblem=EMBLEM)), template.settings, PICTURES)
    assert not dialog.emblem.preview.pixmap().isNull()
    dialog.emblem.remove.click()
    assert told[-1].masthead == Masthead()
    assert not dialog.emblem.preview.isVisible()


def test_a_picture_that_cannot_be_read_is_told(dialog: SettingsDialog, template: Template) -> None:
    dialog.show_problem(["Tệp không phải ảnh."])
    assert dialog.problem.isVisible()
    dialog.show_agency(Agency(), template.settings, {})
    assert not dialog.problem.isVisible()


# ---- Design ----------------------------------------------------------------------------------------


def pick(qtbot: QtBot, dialog: SettingsDialog, name: str, colour: str | None) -> None:
    """Click the swatch of a colour and choose another, or think better of it."""
    go_to(dialog, 3)
    qtbot.keyClick(dialog.design.swatches[name], Qt.Key.Key_Space)
    chooser = dialog.design.findChild(QColorDialog)
    if colour is None:
        chooser.reject()
    else:
        chooser.setCurrentColor(QColor(colour))
        chooser.accept()
    qtbot.waitUntil(lambda: dialog.design.findChild(QColorDialog) is None)


def test_every_colour_of_the_template_has_a_swatch(dialog: SettingsDialog, template: Template) -> None:
    shown = {name: swatch.text() for name, swatch in dialog.design.swatches.items()}
    assert shown == template.settings.colours
    names = {swatch.accessibleName() for swatch in dialog.design.swatches.values()}
    assert len(names) == len(shown)


def test_a_colour_is_chosen_and_reset(qtbot: QtBot, dialog: SettingsDialog, told: list[Agency]) -> None:
    pick(qtbot, dialog, "navy", "#0b5d3b")
    assert told[-1].template.colours == {"navy": "#0B5D3B"}
    assert dialog.design.swatches["navy"].text() == "#0B5D3B"
    assert [name for name, reset in dialog.design.resets.items() if reset.isEnabled()] == ["navy"]
    pick(qtbot, dialog, "navy", None)
    assert len(told) == 1
    dialog.design.resets["navy"].click()
    assert told[-1].template.colours == {}
    assert dialog.design.swatches["navy"].text() == "#0B3C7D"


def test_colours_that_can_hardly_be_read_are_warned_of(
    qtbot: QtBot, dialog: SettingsDialog, told: list[Agency]
) -> None:
    assert dialog.design.warning.words == ""
    pick(qtbot, dialog, "grey", "#BBBBBB")
    assert "“Captions and notes” on “White page”" in dialog.design.warning.words
    assert dialog.design.warning.isVisible()
    assert told[-1].template.colours == {"grey": "#BBBBBB"}
    dialog.design.resets["grey"].click()
    assert dialog.design.warning.words == ""


def test_whether_articles_start_pages_is_the_template_s_until_it_is_chosen(
    qtbot: QtBot, dialog: SettingsDialog, told: list[Agency]
) -> None:
    box = dialog.design.article_per_page
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert [agency.template.article_per_page for agency in told] == [False, True]


def test_another_template_is_told_and_its_colours_are_shown(
    qtbot: QtBot, dialog: SettingsDialog, told: list[Agency], template: Template
) -> None:
    go_to(dialog, 3)
    choose(dialog.design.templates, 1, qtbot)
    assert told[-1].template == TemplateChoice(name="rieng")
    other = replace(template.settings, colours={**template.settings.colours, "lá": "#445566"})
    dialog.show_agency(told[-1], other, {})
    assert dialog.design.swatches.keys() == other.colours.keys()
    assert dialog.design.swatches["lá"].accessibleName() == "lá: #445566"


# ---- Program, and the whole ------------------------------------------------------------------------


def test_language_and_theme_are_told(qtbot: QtBot, dialog: SettingsDialog) -> None:
    go_to(dialog, 4)
    assert dialog.program.language.currentText() == "Tiếng Việt"
    with qtbot.waitSignal(dialog.language_chosen) as language:
        choose(dialog.program.language, 1, qtbot)
    with qtbot.waitSignal(dialog.theme_chosen) as theme:
        choose(dialog.program.theme, 2, qtbot)
    assert (language.args, theme.args) == (["en"], [ThemeChoice.DARK])


def test_reset_goes_back_to_the_beginning_bad_values_too(dialog: SettingsDialog, told: list[Agency]) -> None:
    type_into(dialog.masthead.editors["title"], " MỚI")
    dialog.masthead.editors["links"].setPlainText("không phải liên kết")
    type_into(dialog.imprint.editors["phone"], "0215")
    dialog.design.article_per_page.click()
    dialog.reset_button.click()
    assert told[-1] == Agency()
    assert dialog.masthead.editors["title"].text() == Masthead().title
    assert dialog.masthead.editors["links"].toPlainText() == "\n".join(Masthead().links)
    assert dialog.masthead.notice_of("links") == ""
    assert dialog.design.article_per_page.isChecked()


def test_a_second_opening_has_a_beginning_of_its_own(
    dialog: SettingsDialog, told: list[Agency], template: Template
) -> None:
    type_into(dialog.masthead.editors["title"], " MỚI")
    dialog.masthead.editors["links"].setPlainText("không phải liên kết")
    dialog.close_button.click()
    dialog.show_agency(told[-1], template.settings, {})
    dialog.show()
    assert dialog.masthead.editors["links"].toPlainText() == "\n".join(Masthead().links)
    dialog.reset_button.click()
    assert told[-1].masthead.title == Masthead().title + " MỚI"


def test_escape_closes_and_enter_does_not(qtbot: QtBot, dialog: SettingsDialog) -> None:
    qtbot.keyClick(dialog.masthead.editors["title"], Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.masthead.editors["title"], Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_holds_nothing_up(dialog: SettingsDialog) -> None:
    assert not dialog.isModal()


@pytest.fixture
def light_again(qapp: QApplication) -> Iterator[None]:
    """Leave the light theme to the tests that follow."""
    yield
    apply_theme(qapp, ThemeChoice.LIGHT)


@pytest.mark.usefixtures("light_again")
def test_a_sign_follows_the_theme(qapp: QApplication, dialog: SettingsDialog) -> None:
    def brightest() -> int:
        image = dialog.problem.grab().toImage()
        return max(QColor(image.pixel(x, y)).lightness() for x in range(18) for y in range(18))

    dialog.show_problem(["Chuyện"])
    apply_theme(qapp, ThemeChoice.DARK)
    assert brightest() > 200


def test_everything_has_a_name_for_those_who_cannot_see_it(dialog: SettingsDialog) -> None:
    fields = [*dialog.masthead.editors.values(), *dialog.imprint.editors.values()]
    fields += [dialog.imprint.profile, dialog.imprint.date, dialog.design.templates, dialog.emblem.preview]
    fields += [*dialog.design.resets.values(), dialog.program.language, dialog.program.theme]
    assert all(field.accessibleName() for field in fields)
