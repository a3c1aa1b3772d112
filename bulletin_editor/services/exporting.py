"""Exporting: an issue of the store as files for distribution."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import Enum
from pathlib import Path

from bulletin_editor.checks.finding import Severity
from bulletin_editor.errors import ExportError
from bulletin_editor.export.template import Template
from bulletin_editor.files import holds, refuse_existing, write_atomic
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.services.checking import check_issue
from bulletin_editor.store import Store

Progress = Callable[[str], None]
"""Told the code of each step as it begins: pictures, pdf, docx, md, write."""

Pictures = Mapping[str, PictureFile]


class Format(Enum):
    """What an issue can be exported to; the value is the suffix of the file."""

    PDF = "pdf"
    DOCX = "docx"
    MD = "md"


def export_issue(
    store: Store,
    key: IssueKey,
    formats: Iterable[Format],
    folder: Path,
    template: Template,
    *,
    overwrite: bool,
    progress: Progress,
) -> list[Path]:
    """Write the issue `key` into `folder`, once per format, and return the paths of those files.

    Nothing is written before everything is made. Findings of error level keep an issue from being
    printed; as Markdown, which is no print, it can always be had.

    Raises:
        StoreError: there is no such issue, or the store cannot be read.
        ExportError: the issue has errors, cannot be printed, or a file exists or cannot be written.
    """
    wanted = tuple(dict.fromkeys(formats))
    issue = store.load(key)
    paths = {format: folder / f"{template.file_stem(key)}.{format.value}" for format in wanted}
    if not overwrite:
        refuse_existing(paths.values())
    progress("pictures")
    agency = store.agency()
    pictures = store.pictures(_pictures_of(issue, agency))
    files: dict[Path, bytes] = {}
    if Format.MD in paths:
        progress("md")
        files |= _markdown(issue, pictures, paths[Format.MD])
    printed = [format for format in wanted if format is not Format.MD]
    if printed:
        _refuse_errors(store, issue)
        for format, data in _prints(issue, agency, template, pictures, printed, progress).items():
            files[paths[format]] = data
    progress("write")
    for path, data in files.items():
        _write(path, data, overwrite)
    return list(paths.values())


def _pictures_of(issue: Issue, agency: Agency) -> list[str]:
    emblem = (agency.masthead.emblem,) if agency.masthead.emblem else ()
    return [picture.sha256 for picture in (*issue.pictures, *emblem)]


def _refuse_errors(store: Store, issue: Issue) -> None:
    errors = [found for found in check_issue(store, issue) if found.severity is Severity.ERROR]
    if errors:
        raise ExportError("export.findings", key=str(issue.key), count=len(errors), findings=tuple(errors))


def _markdown(issue: Issue, pictures: Pictures, path: Path) -> dict[Path, bytes]:
    from bulletin_editor.export.markdown import to_markdown

    made = to_markdown(issue, pictures)
    beside = {path.parent / name: data for name, data in made.pictures.items()}
    return {**beside, path: made.text.encode()}  # last, so that there is no text without its pictures


def _prints(
    issue: Issue,
    agency: Agency,
    template: Template,
    pictures: Pictures,
    formats: Collection[Format],
    progress: Progress,
) -> dict[Format, bytes]:
    """Return the issue in the print formats. Word needs the pages of the PDF, so that is always made."""
    from bulletin_editor.export.layout import lay_out
    from bulletin_editor.export.pdf.printer import PdfPrinter

    progress("pdf")
    with PdfPrinter(template) as printer:
        layout = lay_out(printer, issue, agency, template, pictures)
    made = {Format.PDF: layout.pdf}
    if Format.DOCX in formats:
        from bulletin_editor.export.word.printer import print_word

        progress("docx")
        made[Format.DOCX] = print_word(layout.printout, template, pictures, layout.extents, issue.period.end)
    return {format: made[format] for format in formats}


def _write(path: Path, data: bytes, overwrite: bool) -> None:
    """Write a file; a picture that is there already, byte for byte, is left as it is."""
    if overwrite or not holds(path, data):
        write_atomic(path, data, overwrite=overwrite)
