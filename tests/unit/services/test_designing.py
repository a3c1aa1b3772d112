"""The template that an agency prints with, and those it can choose from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bulletin_editor.errors import TemplateError
from bulletin_editor.model.agency import Agency, TemplateChoice
from bulletin_editor.paths import shipped
from bulletin_editor.services.designing import TemplateEntry, template_for, templates_to_choose

SHIPPED = shipped("templates")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The user's folder, with a copy ``rieng`` of the shipped template called Riêng."""
    copy = shutil.copytree(SHIPPED / "dien-bien", tmp_path / "rieng")
    settings = copy / "template.toml"
    settings.write_text(settings.read_text("utf-8").replace('name = "Điện Biên"', 'name = "Riêng"'), "utf-8")
    return tmp_path


def agency(name: str, **colours: str) -> Agency:
    return Agency(template=TemplateChoice(name=name, colours=colours))


def test_the_chosen_template_comes_in_the_chosen_colours(own: Path) -> None:
    found = template_for(agency("rieng", navy="#004400"), own, SHIPPED)
    assert found.folder == own / "rieng"
    assert found.settings.colours["navy"] == "#004400"
    assert template_for(Agency(), own, SHIPPED).folder == SHIPPED / "dien-bien"


def test_a_template_that_is_gone_or_broken_is_told(own: Path) -> None:
    with pytest.raises(TemplateError) as gone:
        template_for(agency("mat-roi"), own, SHIPPED)
    assert gone.value.code == "template.unknown"
    (own / "rieng" / "bulletin.typ").unlink()
    with pytest.raises(TemplateError) as broken:
        template_for(agency("rieng"), own, SHIPPED)
    assert [problem.code for problem in broken.value.problems] == ["template.missing-file"]


def test_all_templates_can_be_chosen_by_their_names_even_broken_ones(own: Path) -> None:
    (own / "hong").mkdir()
    (own / "hong" / "template.toml").write_text("name = ")
    entries = templates_to_choose(own, SHIPPED)
    assert [(entry.id, entry.name) for entry in entries] == [
        ("dien-bien", "Điện Biên"), ("hong", "hong"), ("rieng", "Riêng"),
    ]  # fmt: skip
    assert entries[1] == TemplateEntry(id="hong", name="hong")


def test_one_of_the_user_s_own_hides_the_shipped_one_of_its_name(own: Path) -> None:
    (own / "rieng").rename(own / "dien-bien")
    assert [entry.name for entry in templates_to_choose(own, SHIPPED)] == ["Riêng"]
    assert templates_to_choose(own / "none", SHIPPED)[0].name == "Điện Biên"
