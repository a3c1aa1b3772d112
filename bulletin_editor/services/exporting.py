"""Exporting: an issue as files for distribution."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from pathlib import Path

from bulletin_editor.checks.finding import Archive, Finding, Severity
from bulletin_editor.checks.waiving import open_findings
from bulletin_editor.errors import ExportCancelled, ExportError
from bulletin_editor.export.template import Template
from bulletin_editor.files import holds, refuse_existing, write_atomic
from bulletin_editor.model.agency import Agency
from bulletin_editor.model.issue import Issue, IssueKey
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.value import Value
from bulletin_editor.services.checking import Yardstick, archive_for, found_in, sizes_of
from bulletin_editor.store import Store

Progress = Callable[[str], None]
"""Told the code of each step as it begins: pictures, md, pdf, docx, write."""

Cancelled = Callable[[], bool]
"""Asked at each step whether to stop; once files are being written it is too late."""


class Format(Enum):
    """What an issue can be exported to; the value is the suffix of the file."""

    PDF = "pdf"
    DOCX = "docx"
    MD = "md"


class ExportJob(Value, frozen=True):
    """All that an export needs, so that it can run while its issue is worked on.

    `pictures` are those of `needed_pictures`; `archive` is what the checks may know of the other issues.
    """

    issue: Issue
    agency: Agency
    template: Template
    pictures: Mapping[str, PictureFile]
    formats: tuple[Format, ...]
    folder: Path
    archive: Archive = Archive()

    @property
    def paths(self) -> dict[Format, Path]:
        """The files that will be made, by their formats; pictures of Markdown come beside its file."""
        stem = self.template.file_stem(self.issue.key)
        return {format: self.folder / f"{stem}.{format.value}" for format in self.formats}


class Exported(Value, frozen=True):
    """What came of an export: a file for each format, and what should be looked at in the issue."""

    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]


def export(
    job: ExportJob, *, overwrite: bool, progress: Progress, cancelled: Cancelled = lambda: False
) -> Exported:
    """Write the files of `job`. Nothing is written before everything is made.

    Findings of error level that were not let pass keep an issue from being printed; as Markdown, which
    is no print, it can always be had.

    Raises:
        ExportError: the issue has errors, cannot be printed, or a file exists or cannot be written.
        ExportCancelled: `cancelled` said so; no file was written.
    """

    def step(code: str) -> None:
        if cancelled():
            raise ExportCancelled("export.cancelled")
        progress(code)

    if not overwrite:
        refuse_existing(job.paths.values())
    findings = open_findings(job.issue, found_in(job.issue, _yardstick(job)))
    if _prints_wanted(job):
        _refuse_errors(job.issue, findings)
    files = _made(job, step)
    step("write")
    for path, data in files.items():
        _write(path, data, overwrite)
    return Exported(paths=tuple(job.paths.values()), findings=findings)


def export_issue(
    store: Store,
    key: IssueKey,
    formats: Iterable[Format],
    folder: Path,
    template: Template,
    *,
    overwrite: bool,
    progress: Progress,
) -> Exported:
    """Export the issue `key` as it is in `store`.

    Raises:
        StoreError: there is no such issue, or the store cannot be read.
        ExportError: as for `export`.
    """
    issue, agency = store.load(key), store.agency()
    progress("pictures")
    job = ExportJob(
        issue=issue,
        agency=agency,
        template=template,
        pictures=store.pictures(needed_pictures(issue, agency)),
        formats=tuple(dict.fromkeys(formats)),
        folder=folder,
        archive=archive_for(store, issue),
    )
    return export(job, overwrite=overwrite, progress=progress)


def needed_pictures(issue: Issue, agency: Agency) -> list[str]:
    """Return the SHA-256 of each picture that a print of `issue` shows."""
    emblem = (agency.masthead.emblem,) if agency.masthead.emblem else ()
    return [picture.sha256 for picture in (*issue.pictures, *emblem)]


def _prints_wanted(job: ExportJob) -> bool:
    return any(format is not Format.MD for format in job.formats)


def _yardstick(job: ExportJob) -> Yardstick:
    return Yardstick(archive=job.archive, template=job.template, sizes=sizes_of(job.pictures))


def _refuse_errors(issue: Issue, findings: tuple[Finding, ...]) -> None:
    errors = tuple(found for found in findings if found.severity is Severity.ERROR)
    if errors:
        raise ExportError("export.findings", key=str(issue.key), count=len(errors), findings=errors)


def _made(job: ExportJob, step: Progress) -> dict[Path, bytes]:
    """Return the content of all files, each after those it needs."""
    files: dict[Path, bytes] = {}
    if Format.MD in job.formats:
        step("md")
        files |= _markdown(job)
    if _prints_wanted(job):
        prints = _prints(job, step)
        files |= {job.paths[format]: data for format, data in prints.items() if format in job.formats}
    return files


def _markdown(job: ExportJob) -> dict[Path, bytes]:
    from bulletin_editor.export.markdown import to_markdown

    made = to_markdown(job.issue, job.pictures)
    beside = {job.folder / name: data for name, data in made.pictures.items()}
    return {**beside, job.paths[Format.MD]: made.text.encode()}  # last: no text without its pictures


def _prints(job: ExportJob, step: Progress) -> dict[Format, bytes]:
    """Return the issue in the print formats. Word needs the pages of the PDF, so that is always made."""
    from bulletin_editor.export.layout import lay_out
    from bulletin_editor.export.pdf.printer import PdfPrinter
    from bulletin_editor.services.developing import developed_issue

    step("pdf")
    issue, pictures = developed_issue(job.issue, job.pictures)
    with PdfPrinter(job.template) as printer:
        layout = lay_out(printer, issue, job.agency, job.template, pictures)
    made = {Format.PDF: layout.pdf}
    if Format.DOCX in job.formats:
        from bulletin_editor.export.word.printer import print_word

        step("docx")
        made[Format.DOCX] = print_word(
            layout.printout, job.template, pictures, layout.extents, issue.period.end
        )
    return made


def _write(path: Path, data: bytes, overwrite: bool) -> None:
    """Write a file; a picture that is there already, byte for byte, is left as it is."""
    if overwrite or not holds(path, data):
        write_atomic(path, data, overwrite=overwrite)
