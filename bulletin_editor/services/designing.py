"""The design that the agency prints with: its template, its colours."""

from __future__ import annotations

from pathlib import Path

from bulletin_editor.errors import TemplateError
from bulletin_editor.export.template import SETTINGS, Template, chosen, template_names
from bulletin_editor.export.template_lint import open_template
from bulletin_editor.export.template_settings import read_settings
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.value import Value


class TemplateEntry(Value, frozen=True):
    """A template to choose from: `id` is its folder's name, `name` and `description` are for people."""

    id: str
    name: str
    description: str = ""


def template_for(agency: Agency, own: Path, shipped: Path) -> Template:
    """Return the template of `agency`, from the user's folder `own` or else `shipped`, in its colours.

    Looking at a template of the user's own takes about a second. Where only the choice in it changes, give
    the template as `open_template` read it to `export.template.chosen`.

    Raises:
        TemplateError: there is none of that name, or it is wrong; every problem is in `problems`.
    """
    return chosen(open_template(agency.template.name, own, shipped), agency.template)


def templates_to_choose(own: Path, shipped: Path) -> tuple[TemplateEntry, ...]:
    """Return all templates, in order of the alphabet.

    One whose settings cannot be read is called by its folder's name: choosing it tells what is wrong.
    """
    return tuple(_entry(name, own, shipped) for name in template_names((own, shipped)))


def _entry(name: str, own: Path, shipped: Path) -> TemplateEntry:
    parent = own if (own / name).is_dir() else shipped
    try:
        settings = read_settings(parent / name / SETTINGS)
    except TemplateError:
        return TemplateEntry(id=name, name=name)
    return TemplateEntry(id=name, name=settings.name, description=settings.description)
