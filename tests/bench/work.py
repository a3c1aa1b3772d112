"""The pieces of work that are measured inside a process, each as a function to be run in a new one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

from msgspec.structs import replace

from bench.generator import generated_issue
from bulletin_editor.export.compose import compose
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template, load_template
from bulletin_editor.export.word.printer import print_word
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.paths import shipped
from bulletin_editor.store import Store

TEMPLATE = "dien-bien"


class PrintTimes(NamedTuple):
    """Seconds that each print of an issue took, and how many pages it has."""

    pdf: float
    word: float
    pages: int


class StoreTimes(NamedTuple):
    """Seconds that each work of the store took."""

    opening: float
    loading: float
    saving: float


class _Material(NamedTuple):
    """All that a print is made from."""

    issue: Issue
    agency: Agency
    pictures: Mapping[str, PictureFile]
    template: Template

    def print(self, printer: PdfPrinter) -> bytes:
        printout = compose(self.issue, self.agency, self.template, self.pictures)
        return printer.print(printout, self.pictures, self.issue.period.end)


def make_large_issue(store_path: Path, articles: int, pictures: int) -> None:
    """Put a made-up issue into a new store."""
    made = generated_issue(
        Random(articles), IssueKey(year=2031, number=1), date(2031, 1, 6), articles=articles, pictures=pictures
    )
    with _opened(store_path) as store:
        store.save(made.issue, made.pictures)


def print_times(store_path: Path) -> PrintTimes:
    """Print the newest issue of a store once in each format; nothing is kept from earlier prints."""
    material = _material(store_path)
    begun = time.perf_counter()
    with PdfPrinter(material.template) as printer:
        material.print(printer)
        pdf = time.perf_counter() - begun
        starts = printer.article_starts()
        pages = max(start.page for start in starts.values())
    issue, agency, pictures, template = material
    begun = time.perf_counter()
    print_word(compose(issue, agency, template, pictures), template, pictures, starts, issue.period.end)
    return PrintTimes(pdf, time.perf_counter() - begun, pages)


def reprint_times(store_path: Path, count: int) -> list[float]:
    """Change a word of the newest issue and print it again, `count` times; return the seconds of each."""
    material = _material(store_path)
    with PdfPrinter(material.template) as printer:
        material.print(printer)
        return [
            _seconds(lambda edited=material._replace(issue=with_word(material.issue, f"sửa{number}")): edited.print(printer))
            for number in range(count)
        ]
