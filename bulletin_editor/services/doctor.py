"""How the program itself is: versions, places, fonts, store and templates, for whoever helps the officer."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version
from pathlib import Path

from bulletin_editor import __version__
from bulletin_editor.errors import BulletinError, TemplateError
from bulletin_editor.export.fonts import font_folders
from bulletin_editor.export.template import read_template, template_names
from bulletin_editor.export.template_lint import lint_template
from bulletin_editor.model.value import Value
from bulletin_editor.store import Store, StoreHealth

_LIBRARIES = ("typst", "docxtpl", "python-docx", "pillow", "sqlite-utils", "markdown-it-py", "msgspec")


class TemplateReport(Value, frozen=True):
    """A template's name and folder, and what is wrong with it."""

    name: str
    folder: str
    problems: tuple[TemplateError, ...]


class Report(Value, frozen=True):
    """What the doctor found. `fonts` counts the font files in each font folder."""

    versions: dict[str, str]
    store_path: str
    store: StoreHealth
    store_problems: tuple[BulletinError, ...]
    fonts: dict[str, int]
    templates: tuple[TemplateReport, ...]

    @property
    def is_well(self) -> bool:
        """Whether nothing needs mending."""
        templates_are_well = not any(report.problems for report in self.templates)
        store_is_well = not (self.store.damage or self.store_problems)
        return templates_are_well and store_is_well and all(self.fonts.values())


def examine(store: Store, store_path: Path, folders: tuple[Path, ...]) -> Report:
    """Examine the open `store` and the templates in `folders`."""
    versions = {
        "bulletin-editor": __version__,
        "python": sys.version.split()[0],
        "system": platform.platform(),
    }
    versions |= {name: version(name) for name in _LIBRARIES}
    return Report(
        versions=versions,
        store_path=str(store_path),
        store=store.health(),
        store_problems=store.examine(),
        fonts={str(folder): len(list(folder.glob("*.ttf"))) for folder in font_folders()},
        templates=tuple(
            TemplateReport(name=name, folder=str(folder / name), problems=_problems(folder / name))
            for folder in folders
            for name in template_names([folder])
        ),
    )


def _problems(folder: Path) -> tuple[TemplateError, ...]:
    try:
        template = read_template(folder)
    except TemplateError as error:
        return tuple(problem for problem in error.problems if isinstance(problem, TemplateError))
    return tuple(lint_template(template))
