"""A print template: a folder with ``template.toml``, ``bulletin.typ``, ``bulletin.docx`` and ``assets/``."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from bulletin_editor.errors import TemplateError
from bulletin_editor.model.issue import IssueKey

FORMAT = 1
SETTINGS = "template.toml"
TYPST = "bulletin.typ"
WORD = "bulletin.docx"
EMBLEM = "assets/emblem.svg"
EMBLEM_FOR_WORD = "assets/emblem.png"
WORD_ASSETS = (EMBLEM_FOR_WORD, "assets/quote.png", "assets/gold.png", "assets/diamond.png")
NEEDED_FILES = (SETTINGS, TYPST, WORD, EMBLEM, *WORD_ASSETS)

STYLES = (
    "body", "lead", "section_tag", "headline", "subheading", "callout", "pull_quote", "speaker", "bullet",
    "pictures", "caption", "table_caption", "table_header", "table_cell", "byline", "source", "imprint",
    "parent_agency", "agency", "badge", "title", "subtitle", "period", "slogan", "contents_title",
    "cover_line", "cover_line_compact", "cover_line_dense", "cover_number", "cover_page", "cover_foot",
    "running_header", "footer",
)  # fmt: skip
COLOURS = ("navy", "deep", "blue", "red", "gold", "ink", "mist", "grey", "line", "paper")

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


Length = Annotated[float, msgspec.Meta(ge=0, le=2000)]
"""A length in mm or pt: none is negative, none larger than a poster."""

Size = Annotated[float, msgspec.Meta(gt=0, le=2000)]
"""A length that is not nothing."""


class _Setting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Part of template.toml: a misspelt key is an error, not ignored."""


class Options(_Setting, frozen=True):
    """Choices of the layout that an agency may change."""

    article_per_page: bool = True
    repeat_section_tag: bool = True


class Page(_Setting, frozen=True):
    """Page size, margins and bands in mm."""

    width: Size
    height: Size
    top: Length
    bottom: Length
    side: Length
    header_band: Length
    header_rule: Length
    footer_from_edge: Length

    @property
    def text_width(self) -> float:
        """Width between the side margins in mm."""
        return self.width - 2 * self.side


class Fonts(_Setting, frozen=True):
    """The font family of the layout, and the families for characters that it lacks."""

    family: str
    fallback: tuple[str, ...] = ()


class DensityStep(_Setting, frozen=True):
    """One way to set the cover's contents: characters in a line, size of the number and gap in pt."""

    name: Literal["roomy", "compact", "dense"]
    characters: Annotated[int, msgspec.Meta(gt=0)]
    number: Size
    gap: Length


class Density(_Setting, frozen=True):
    """How the cover's contents are made to fit: they begin `above` mm below the upper edge of the page."""

    above: Length
    steps: tuple[DensityStep, ...]


class Cover(_Setting, frozen=True):
    """Heights on the cover in mm."""

    band: Length
    band_rule: Length
    emblem: Size
    picture_height: Size
    dense_picture_height: Size
    slogan_band: Length
    foot_band: Length
    density: Density


class Pictures(_Setting, frozen=True):
    """Picture rows: gap and row heights in mm, corner radius in pt, crop as a share."""

    gap: Length
    heights: tuple[Size, Size, Size, Size]
    most_crop: Annotated[float, msgspec.Meta(ge=0, lt=1)]
    corner: Length


class ParagraphStyle(_Setting, frozen=True):
    """One paragraph style: sizes and spaces in pt, indents in mm, colours by name."""

    size: Size
    line: Size
    before: Length = 0
    after: Length = 0
    indent: Length = 0
    right: Length = 0
    first_line: Length = 0
    step: Length = 0
    weight: Literal["regular", "medium", "semibold", "bold", "extrabold", "black"] = "regular"
    italic: bool = False
    colour: str = "ink"
    ground: str = ""
    align: Literal["left", "center", "right", "justify"] = "left"
    tracking: float = 0


class TemplateSettings(_Setting, frozen=True):
    """The content of template.toml."""

    format: int
    name: str
    description: str
    language: str
    file_name: str
    options: Options
    page: Page
    colours: dict[str, str]
    fonts: Fonts
    cover: Cover
    pictures: Pictures
    styles: dict[str, ParagraphStyle]


class Template(msgspec.Struct, frozen=True):
    """A loaded template: its folder's name, where it is and what its settings say."""

    id: str
    folder: Path
    settings: TemplateSettings

    def file_stem(self, key: IssueKey) -> str:
        """Return the name, without suffix, of the files that `key` is exported to."""
        return self.settings.file_name.format(number=key.number, year=key.year)


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


def settings_problems(settings: TemplateSettings, place: str) -> list[TemplateError]:
    """Return what is wrong with `settings` beyond their types."""
    problems = [
        TemplateError("template.missing-entry", place=place, entry=f"{table}.{name}")
        for table, needed in (("styles", STYLES), ("colours", COLOURS))
        for name in needed
        if name not in getattr(settings, table)
    ]
    problems += [
        TemplateError("template.colour", place=place, entry=f"colours.{name}", value=value)
        for name, value in settings.colours.items()
        if not _COLOUR.fullmatch(value)
    ]
    problems += [
        TemplateError("template.colour", place=place, entry=f"styles.{name}", value=colour)
        for name, style in settings.styles.items()
        for colour in (style.colour, style.ground)
        if colour and colour not in settings.colours
    ]
    if not settings.cover.density.steps:
        problems.append(TemplateError("template.missing-entry", place=place, entry="cover.density.steps"))
    if not _is_file_name(settings.file_name):
        problems.append(TemplateError("template.file-name", place=place, value=settings.file_name))
    return problems


def _is_file_name(pattern: str) -> bool:
    """Whether `pattern` names number and year, and nothing that leaves the folder."""
    try:
        fields = {field for _, field, _, _ in string.Formatter().parse(pattern) if field is not None}
    except ValueError:
        return False
    return fields == {"number", "year"} and not set(pattern) & set('/\\:*?"<>|')


def read_settings(path: Path) -> TemplateSettings:
    """Read template.toml alone.

    Raises:
        TemplateError: it is no TOML, lacks an entry, has an unknown one or a value of the wrong kind.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
        settings = msgspec.convert(content, TemplateSettings)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise TemplateError("template.settings", place=str(path), detail=str(error)) from error
    if settings.format > FORMAT:
        raise TemplateError("template.newer", place=str(path), version=settings.format, known=FORMAT)
    return settings
