"""How the program itself is: versions, places, fonts, store and templates, for whoever helps the officer."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from bulletin_editor import __version__
from bulletin_editor.errors import BulletinError, StoreError, TemplateError
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
    """What the doctor found. `fonts` counts the font files in each font folder.

    `store` is missing where there is no store yet, or where it cannot be opened: `store_problems` tells.
    """

    versions: dict[str, str]
    store_path: str
    store: StoreHealth | None
    store_problems: tuple[BulletinError, ...]
    fonts: dict[str, int]
    template_folder: str
    templates: tuple[TemplateReport, ...]

    @property
    def is_well(self) -> bool:
        """Whether nothing needs mending."""
        templates_are_well = not any(report.problems for report in self.templates)
        return templates_are_well and not self.store_problems and all(self.fonts.values())


def examine(open_store: Callable[[], Store], store_path: Path, own: Path, shipped: Path) -> Report:
    """Examine the store, if there is one, and the templates in the user's `own` and the `shipped` folder."""
    health, problems = _store_health(open_store) if store_path.exists() else (None, ())
    return Report(
        versions=_versions(),
        store_path=str(store_path),
        store=health,
        store_problems=problems,
        fonts={str(folder): len(list(folder.glob("*.ttf"))) for folder in font_folders()},
        template_folder=str(own),
        templates=tuple(
            TemplateReport(name=name, folder=str(folder / name), problems=_problems(folder / name))
            for folder in (own, shipped)
            for name in template_names([folder])
        ),
    )


def _versions() -> dict[str, str]:
    own = {"bulletin-editor": __version__, "python": sys.version.split()[0], "system": platform.platform()}
    return own | {name: version(name) for name in _LIBRARIES}


def _store_health(open_store: Callable[[], Store]) -> tuple[StoreHealth | None, tuple[BulletinError, ...]]:
    """Return how the store is; one that cannot be opened is a finding, and the examination goes on."""
    try:
        with open_store() as store:
            return store.health(), store.examine()
    except StoreError as error:
        return None, (error,)


def _problems(folder: Path) -> tuple[TemplateError, ...]:
    try:
        template = read_template(folder)
    except TemplateError as error:
        return tuple(problem for problem in error.problems if isinstance(problem, TemplateError))
    return tuple(lint_template(template))
