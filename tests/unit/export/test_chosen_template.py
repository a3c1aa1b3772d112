"""What the agency chose in its template reaches both prints."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template, chosen
from bulletin_editor.model.agency import TemplateChoice
from full_issue import full_agency, full_issue
from print_agreement import disagreements
from printed_issue import Prints, print_both

NEW = {
    "navy": "#0B5D3B",
    "deep": "#084A2F",
    "blue": "#1B7F4B",
    "red": "#8A4B08",
    "gold": "#D8C24A",
    "ink": "#20261F",
    "mist": "#EEF7F0",
    "grey": "#59665D",
    "line": "#BCD0C2",
    "paper": "#FFFFF4",
}
_DRAWN = re.compile(rb"(?<![\d.])([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN|rg|RG)\b")


@pytest.fixture(scope="module")
def green(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Prints:
    """The full issue with every colour of the template changed."""
    assert NEW.keys() == template.settings.colours.keys()
    changed = chosen(template, TemplateChoice(colours=NEW))
    with PdfPrinter(changed) as printer:
        return print_both(printer, changed, full_issue(), tmp_path_factory.mktemp("green"), full_agency())


def colours_drawn(pdf: Path) -> set[str]:
    """All colours that lines, grounds and words of the pages have."""
    drawn: set[str] = set()
    with pikepdf.open(pdf) as file:
        for part in file.objects:
            if isinstance(part, pikepdf.Stream) and part.get("/Subtype") != "/Image":
                for parts in _DRAWN.findall(part.read_bytes()):
                    drawn.add("#" + "".join(f"{round(float(each) * 255):02X}" for each in parts))
    return drawn


def colours_written(docx: Path) -> set[str]:
    """All that may be a colour in the parts of a Word file that say how it looks."""
    with zipfile.ZipFile(docx) as archive:
        content = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".xml"))
    return {"#" + found.decode().upper() for found in re.findall(rb'(?<=[="#])[0-9A-Fa-f]{6}(?=")', content)}


def test_no_colour_of_the_template_is_left_in_word(green: Prints, full: Prints, template: Template) -> None:
    old = set(template.settings.colours.values())
    assert old <= colours_written(full.docx)
    assert not old & colours_written(green.docx)
    assert set(NEW.values()) <= colours_written(green.docx)


def test_no_colour_of_the_template_is_left_in_the_pdf(
    green: Prints, full: Prints, template: Template
) -> None:
    old = set(template.settings.colours.values())
    assert old <= colours_drawn(full.pdf)
    assert not old & colours_drawn(green.pdf)
    assert set(NEW.values()) <= colours_drawn(green.pdf)


def test_the_pictures_of_word_s_bands_and_rules_follow(green: Prints, full: Prints) -> None:
    def pictures(path: Path) -> set[bytes]:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.endswith(".png")]
            return {archive.read(name) for name in names if b"PLTE" in archive.read(name)}

    assert len(pictures(full.docx)) == len(pictures(green.docx)) >= 4
    assert not pictures(full.docx) & pictures(green.docx)


def test_the_prints_agree_as_before(green: Prints, full: Prints) -> None:
    assert disagreements(green.docx, green.pdf) == []
    assert green.layout.extents == full.layout.extents


def test_colours_may_change_places(template: Template) -> None:
    own = template.settings.colours
    swapped = chosen(template, TemplateChoice(colours={"navy": own["gold"], "gold": own["navy"]}))
    assert own["navy"].encode() in swapped.file("assets/quote.svg")
    assert swapped.recolouring == {own["navy"]: own["gold"], own["gold"]: own["navy"]}


def test_a_colour_that_the_template_does_not_name_is_left_out(template: Template) -> None:
    changed = chosen(template, TemplateChoice(colours={"purple": "#800080", "navy": "#0b3c7d"}))
    assert changed.settings.colours.keys() == template.settings.colours.keys()
    assert changed.recolouring == {}


@pytest.mark.parametrize(("choice", "expected"), [(None, True), (True, True), (False, False)])
def test_where_articles_start_is_the_agency_s_choice(
    template: Template, choice: bool | None, expected: bool
) -> None:
    assert template.settings.options.article_per_page
    changed = chosen(template, TemplateChoice(article_per_page=choice))
    assert changed.settings.options.article_per_page is expected


def test_without_a_choice_the_template_is_as_it_was_read(template: Template) -> None:
    assert chosen(template, TemplateChoice()) == template
