"""A print template: a folder with ``template.toml``, ``bulletin.typ``, ``bulletin.docx`` and ``assets/``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

import msgspec
from msgspec.structs import replace

from bulletin_editor.errors import TemplateError
from bulletin_editor.export.recolouring import Recolouring, recoloured
from bulletin_editor.export.settings_checks import settings_problems
from bulletin_editor.export.template_settings import TemplateSettings, read_settings
from bulletin_editor.model.agency import TemplateChoice
from bulletin_editor.model.issue import IssueKey

SETTINGS = "template.toml"
TYPST = "bulletin.typ"
WORD = "bulletin.docx"
EMBLEM = "assets/emblem.svg"
EMBLEM_FOR_WORD = "assets/emblem.png"
WORD_ASSETS = (EMBLEM_FOR_WORD, "assets/quote.png", "assets/gold.png", "assets/diamond.png")
NEEDED_FILES = (SETTINGS, TYPST, WORD, EMBLEM, *WORD_ASSETS)


class Template(msgspec.Struct, frozen=True):
    """A loaded template: its folder's name, where it is and what its settings say.

    `recolouring` tells which colours its files are to show instead of their own.
    """

    id: str
    folder: Path
    settings: TemplateSettings
    recolouring: Recolouring = MappingProxyType({})

    def file(self, name: str) -> bytes:
        """Return the content of one of its files, such as ``assets/quote.svg``, in the colours chosen.

        Raises:
            OSError: there is no such file, or it cannot be read.
        """
        return recoloured(name, (self.folder / name).read_bytes(), self.recolouring)

    def file_stem(self, key: IssueKey) -> str:
        """Return the name, without suffix, of the files that `key` is exported to."""
        return self.settings.file_name.format(number=key.number, year=key.year)


def chosen(template: Template, choice: TemplateChoice) -> Template:
    """Return `template`, as it was read, with what the agency has changed in it.

    Both prints then follow: by the settings, and by its files, where its own colours are replaced.
    """
    settings = chosen_settings(template.settings, choice)
    own = {name: value.upper() for name, value in template.settings.colours.items()}
    new = {own[name]: value.upper() for name, value in settings.colours.items()}
    recolouring = {old: value for old, value in new.items() if old != value}
    return replace(template, settings=settings, recolouring=recolouring)


def chosen_settings(settings: TemplateSettings, choice: TemplateChoice) -> TemplateSettings:
    """Return `settings` with the colours and options of `choice`.

    A colour that the template does not name is left out: it was chosen for another template, or another
    version of this one, and the issue must be printed all the same.
    """
    colours = {name: choice.colours.get(name, value) for name, value in settings.colours.items()}
    options = settings.options
    if choice.article_per_page is not None:
        options = replace(options, article_per_page=choice.article_per_page)
    return replace(settings, colours=colours, options=options)


def find_template(name: str, folders: Iterable[Path]) -> Path:
    """Return the folder of the template called `name`, from the first of `folders` that has it.

    Raises:
        TemplateError: there is none of that name.
    """
    folders = tuple(folders)
    for parent in folders:
        folder = parent / name
        if _is_folder_name(name) and folder.is_dir():
            return folder
    raise TemplateError("template.unknown", name=name, known=", ".join(template_names(folders)) or "-")


def _is_folder_name(name: str) -> bool:
    return bool(name.strip(".")) and not set(name) & set("/\\:")


def template_names(folders: Iterable[Path]) -> list[str]:
    """Return the names of all templates in `folders`, in order of the alphabet."""
    settings = (path for folder in folders if folder.is_dir() for path in folder.glob(f"*/{SETTINGS}"))
    return sorted({path.parent.name for path in settings})


def read_template(folder: Path) -> Template:
    """Read the template in `folder` and check its files and settings, all at once.

    Raises:
        TemplateError: with every problem in `problems`.
    """
    settings, problems = examined(folder)
    if problems or settings is None:
        raise TemplateError("template.wrong", name=folder.name, problems=tuple(problems))
    return Template(id=folder.name, folder=folder, settings=settings)


def examined(folder: Path) -> tuple[TemplateSettings | None, list[TemplateError]]:
    """Return the settings in `folder`, if they can be read, and all that is wrong with settings and files."""
    problems = [
        TemplateError("template.missing-file", place=str(folder), file=name)
        for name in NEEDED_FILES
        if not (folder / name).is_file()
    ]
    settings = None
    if (folder / SETTINGS).is_file():
        try:
            settings = read_settings(folder / SETTINGS)
        except TemplateError as error:
            problems.append(error)
        else:
            problems += settings_problems(settings, str(folder / SETTINGS))
    return settings, problems
