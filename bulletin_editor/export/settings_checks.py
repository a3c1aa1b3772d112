"""What is wrong with the settings of a template beyond the types of their values."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from bulletin_editor.errors import TemplateError
from bulletin_editor.export.fonts import FAMILY
from bulletin_editor.export.template_settings import Page, TemplateSettings

STYLES = (
    "body", "lead", "section_tag", "headline", "subheading", "callout", "pull_quote", "speaker", "bullet",
    "pictures", "caption", "table_caption", "table_header", "table_cell", "byline", "source", "imprint",
    "parent_agency", "agency", "badge", "title", "subtitle", "period", "slogan", "contents_title",
    "cover_line", "cover_line_compact", "cover_line_dense", "cover_number", "cover_page", "cover_foot",
    "running_header", "footer",
)  # fmt: skip
COLOURS = ("navy", "deep", "blue", "red", "gold", "ink", "mist", "grey", "line", "paper")

LEAST_TEXT = 60
"""In mm: a page with a text less wide or less high than this cannot be set."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_DEVICE = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])", re.IGNORECASE)


def settings_problems(settings: TemplateSettings, place: str) -> list[TemplateError]:
    """Return what is wrong with `settings` beyond their types; `place` says where they stand."""
    return [
        TemplateError(code, place=place, **facts)
        for find in (
            _missing_entries,
            _wrong_colours,
            _same_colours,
            _wrong_family,
            _small_text,
            _wrong_file_name,
        )
        for code, facts in find(settings)
    ]


_Problems = Iterator[tuple[str, dict[str, object]]]


def _missing_entries(settings: TemplateSettings) -> _Problems:
    for table, needed in (("styles", STYLES), ("colours", COLOURS)):
        for name in needed:
            if name not in getattr(settings, table):
                yield "template.missing-entry", {"entry": f"{table}.{name}"}
    if not settings.cover.density.steps:
        yield "template.missing-entry", {"entry": "cover.density.steps"}


def _wrong_colours(settings: TemplateSettings) -> _Problems:
    for name, value in settings.colours.items():
        if not _COLOUR.fullmatch(value):
            yield "template.colour", {"entry": f"colours.{name}", "value": value}
    for name, style in settings.styles.items():
        for colour in (style.colour, style.ground):
            if colour and colour not in settings.colours:
                yield "template.colour", {"entry": f"styles.{name}", "value": colour}


def _same_colours(settings: TemplateSettings) -> _Problems:
    """Yield colours that are one and the same: in the Word file, nobody could tell which of them is meant."""
    names: dict[str, str] = {}
    for name, value in settings.colours.items():
        other = names.setdefault(value.upper(), name)
        if other != name:
            yield "template.colour-twice", {"entry": f"colours.{name}", "value": value, "other": other}


def _wrong_family(settings: TemplateSettings) -> _Problems:
    if settings.fonts.family != FAMILY:
        yield "template.font", {"value": settings.fonts.family, "known": FAMILY}


def _small_text(settings: TemplateSettings) -> _Problems:
    page: Page = settings.page
    if min(page.text_width, page.text_height) < LEAST_TEXT:
        size = f"{page.text_width:g} × {page.text_height:g} mm"
        yield "template.small-text", {"found": size, "least": f"{LEAST_TEXT} × {LEAST_TEXT} mm"}


def _wrong_file_name(settings: TemplateSettings) -> _Problems:
    if not _is_file_name(settings.file_name):
        yield "template.file-name", {"value": settings.file_name}


def _is_file_name(pattern: str) -> bool:
    """Whether `pattern` holds number and year as they are, and names a file on every system."""
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError:
        return False
    fields = {field for _, field, _, _ in parts if field is not None}
    if fields != {"number", "year"} or any(spec or conversion for _, _, spec, conversion in parts):
        return False
    return (
        pattern.isprintable()
        and not set(pattern) & set('/\\:*?"<>|')
        and pattern == pattern.strip(" .")
        and not any(_is_device(pattern.format(number=number, year=2026)) for number in range(10))
    )


def _is_device(name: str) -> bool:
    """Whether Windows takes `name` for a device: it looks at what stands before the first dot only."""
    return _DEVICE.fullmatch(name.partition(".")[0].strip()) is not None
