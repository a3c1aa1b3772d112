"""Prints of issues, in both formats, with the shipped template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bulletin_editor.export.compose import compose
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.printout import ArticleStart, Printout
from bulletin_editor.export.template import Template, load_template
from bulletin_editor.export.word.printer import print_word
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.paths import shipped
from full_issue import full_agency, full_issue
from issue_strategies import PICTURES

DAY = date(2031, 2, 10)


@dataclass(frozen=True)
class Prints:
    """One issue in both formats, and what it was printed from."""

    printout: Printout
    starts: Mapping[str, ArticleStart]
    pdf: Path
    docx: Path


PrintIssue = Callable[..., Prints]


@pytest.fixture(scope="session")
def template() -> Template:
    """The shipped template."""
    return load_template("dien-bien", [shipped("templates")])


@pytest.fixture(scope="session")
def printer(template: Template) -> Iterator[PdfPrinter]:
    """A PDF printer for all tests: what it printed before must not show in the next print."""
    with PdfPrinter(template) as made:
        yield made


@pytest.fixture(scope="session")
def print_issue(template: Template, printer: PdfPrinter) -> PrintIssue:
    """Print an issue into a folder, in both formats."""

    def both(
        issue: Issue,
        folder: Path,
        agency: Agency | None = None,
        pictures: Mapping[str, PictureFile] = PICTURES,
    ) -> Prints:
        printout = compose(issue, agency or Agency(), template, pictures)
        prints = Prints(printout, {}, folder / "issue.pdf", folder / "issue.docx")
        prints.pdf.write_bytes(printer.print(printout, pictures, DAY))
        starts = printer.article_starts()
        prints.docx.write_bytes(print_word(printout, template, pictures, starts, DAY))
        return Prints(printout, starts, prints.pdf, prints.docx)

    return both


@pytest.fixture(scope="session")
def full(print_issue: PrintIssue, tmp_path_factory: pytest.TempPathFactory) -> Prints:
    """The prints of `full_issue`: every field filled, every kind of block."""
    return print_issue(full_issue(), tmp_path_factory.mktemp("full"), full_agency())
