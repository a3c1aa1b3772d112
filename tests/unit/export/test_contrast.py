"""Words that can hardly be read on their ground."""

from __future__ import annotations

import pytest

from bulletin_editor.export.contrast import PAGE, FaintText, faint_texts
from bulletin_editor.export.template import Template, chosen_settings
from bulletin_editor.model.agency import TemplateChoice


def pairs(template: Template, **colours: str) -> set[tuple[str, str]]:
    """Text and ground that are too near to each other with `colours`."""
    settings = chosen_settings(template.settings, TemplateChoice(colours=colours))
    return {(faint.text, faint.ground) for faint in faint_texts(settings)}


def test_the_shipped_template_can_be_read(template: Template) -> None:
    assert pairs(template) == set()


@pytest.mark.parametrize(
    ("colours", "expected"),
    [
        ({"grey": "#9AA5B1"}, {("grey", PAGE)}),
        ({"red": "#FF8080"}, {("red", PAGE), ("paper", "red")}),
        ({"mist": "#1B2430"}, {("navy", "mist"), ("blue", "mist")}),
        ({"gold": "#0B3C7E"}, {("gold", "navy")}),
        ({"paper": "#0B3C7E"}, {("paper", "navy"), ("paper", "red")}),
    ],
)
def test_faint_words_are_told_with_their_ground(
    template: Template, colours: dict[str, str], expected: set[tuple[str, str]]
) -> None:
    assert pairs(template, **colours) == expected


def test_a_colour_that_no_words_have_may_be_anything(template: Template) -> None:
    assert pairs(template, line="#FFFFFE") == set()


def test_the_contrast_is_that_of_the_standard(template: Template) -> None:
    settings = chosen_settings(template.settings, TemplateChoice(colours={"grey": "#777777"}))
    (faint,) = faint_texts(settings)
    assert faint == FaintText(text="grey", ground=PAGE, contrast=pytest.approx(4.478, abs=0.001))
