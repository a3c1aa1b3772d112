"""The content of template.toml: page, colours, fonts, measures and paragraph styles of a template."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from bulletin_editor.errors import TemplateError
from bulletin_editor.export.lengths import POINTS_PER_MM

FORMAT = 1
"""The newest form of template.toml that this program reads."""

Length = Annotated[float, msgspec.Meta(ge=0, le=2000)]
"""A length in mm or pt: none is negative, none larger than a poster."""

Size = Annotated[float, msgspec.Meta(gt=0, le=2000)]
"""A length that is not nothing."""

Border = Annotated[float, msgspec.Meta(ge=0, le=12)]
"""A width in pt that Word draws as a border: it has none wider than 12 pt."""


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

    @property
    def text_height(self) -> float:
        """Height between the margins above and below in mm."""
        return self.height - self.top - self.bottom


class Fonts(_Setting, frozen=True):
    """The font family of the layout, and the families for characters that it lacks.

    The family must be one that comes with the program, for it is put into the Word file.
    """

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
    """Picture rows: gap and row heights in mm, corner radius in pt, crop as a share.

    `tall_height` is that of one tall picture beside two; where it is not given, that of a single picture.
    """

    gap: Length
    heights: tuple[Size, Size, Size, Size]
    most_crop: Annotated[float, msgspec.Meta(ge=0, lt=1)]
    corner: Length
    tall_height: Size | None = None

    @property
    def tall_row(self) -> float:
        """Height in mm of a row with one tall picture beside two."""
        return self.tall_height or self.heights[0]


class Measures(_Setting, frozen=True):
    """What stands beside and between paragraphs: columns and marks in mm; rooms, spaces and bars in pt."""

    rule_width: Size
    rule_height: Size
    rule_before: Length
    rule_after: Length
    quote_width: Size
    quote_height: Size
    quote_left: Length
    quote_up: Length
    number_column: Size
    page_column: Size
    article_gap: Length
    table_after: Annotated[float, msgspec.Meta(ge=1, le=2000)]
    cell_x: Length
    cell_y: Length
    tag_x: Border
    tag_y: Border
    callout_bar: Border
    callout_left: Length
    callout_right: Length
    callout_y: Length
    mark_room: Size

    @property
    def rule_height_mm(self) -> float:
        """Height of the gold rule in mm, in which pictures are measured."""
        return self.rule_height / POINTS_PER_MM


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
    language: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}-[A-Z]{2}$")]
    file_name: str
    options: Options
    page: Page
    colours: dict[str, str]
    fonts: Fonts
    cover: Cover
    pictures: Pictures
    measures: Measures
    styles: dict[str, ParagraphStyle]


def read_settings(path: Path) -> TemplateSettings:
    """Read template.toml alone.

    Raises:
        TemplateError: it is no TOML, lacks an entry, has an unknown one or a value of the wrong kind; or
            it is written for a newer program, which may well know other entries.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
        version = content.get("format")
        if isinstance(version, int) and version > FORMAT:
            raise TemplateError("template.newer", place=str(path), version=version, known=FORMAT)
        return msgspec.convert(content, TemplateSettings)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise TemplateError("template.settings", place=str(path), detail=str(error)) from error
