"""One issue printed in both formats, as the export does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletin_editor.export.layout import Layout, lay_out
from bulletin_editor.export.pdf.printer import PdfPrinter
from bulletin_editor.export.template import Template
from bulletin_editor.export.word.printer import print_word
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from issue_strategies import PICTURES


@dataclass(frozen=True)
class Prints:
    """The two files, and the layout that both were made from."""

    layout: Layout
    pdf: Path
    docx: Path


PrintIssue = Callable[..., Prints]
"""Prints an issue into a folder: `print_both` with a printer and a template given already."""


def print_both(
    printer: PdfPrinter,
    template: Template,
    issue: Issue,
    folder: Path,
    agency: Agency | None = None,
    pictures: Mapping[str, PictureFile] = PICTURES,
) -> Prints:
    """Print `issue` as ``issue.pdf`` and ``issue.docx`` into `folder`."""
    layout = lay_out(printer, issue, agency or Agency(), template, pictures)
    prints = Prints(layout, folder / "issue.pdf", folder / "issue.docx")
    prints.pdf.write_bytes(layout.pdf)
    prints.docx.write_bytes(print_word(layout.printout, template, pictures, layout.extents, issue.period.end))
    return prints
