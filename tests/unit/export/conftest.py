"""The shipped template, a printer for it, and prints of issues in both formats."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template, read_template
from bulletin_editor.paths import shipped
from full_issue import full_agency, full_issue
from printed_issue import PrintIssue, Prints, print_both


@pytest.fixture(scope="session")
def template() -> Template:
    """The shipped template."""
    return read_template(shipped("templates") / "dien-bien")


@pytest.fixture(scope="session")
def printer(template: Template) -> Iterator[PdfPrinter]:
    """A PDF printer for all tests: what it printed before must not show in the next print."""
    with PdfPrinter(template) as made:
        yield made


@pytest.fixture(scope="session")
def print_issue(template: Template, printer: PdfPrinter) -> PrintIssue:
    """Print an issue into a folder, in both formats."""
    return partial(print_both, printer, template)


@pytest.fixture(scope="session")
def full(print_issue: PrintIssue, tmp_path_factory: pytest.TempPathFactory) -> Prints:
    """The prints of `full_issue`: every field filled, every kind of block."""
    return print_issue(full_issue(), tmp_path_factory.mktemp("full"), full_agency())


@pytest.fixture
def own_template(template: Template, tmp_path: Path) -> Path:
    """The folder of a user's own template ``cua-toi``, to break: a copy of the shipped one."""
    return Path(shutil.copytree(template.folder, tmp_path / "templates" / "cua-toi"))
