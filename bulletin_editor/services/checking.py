"""The checks, run over an issue among the other issues of the store, as a template prints it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from bulletin_editor.checks.finding import Archive, Finding
from bulletin_editor.checks.rules import findings_in
from bulletin_editor.export.resolutions import PictureSizes, resolutions
from bulletin_editor.export.template import Template
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.value import Value
from bulletin_editor.store import IssueSummary, Store


class Yardstick(Value, frozen=True):
    """What an issue is checked against: the other issues, and the template with the sizes of its pictures.

    Without a template nothing is said of how sharp pictures are printed.
    """

    archive: Archive = Archive()
    template: Template | None = None
    sizes: PictureSizes = MappingProxyType({})


def found_in(issue: Issue, yardstick: Yardstick) -> tuple[Finding, ...]:
    """Return what the rules find in `issue`, the gravest first."""
    if yardstick.template is None:
        return findings_in(issue, yardstick.archive)
    printed = resolutions(issue, yardstick.template.settings, yardstick.sizes)
    return findings_in(issue, yardstick.archive, resolutions=printed)


def check_issue(store: Store, issue: Issue, template: Template | None = None) -> tuple[Finding, ...]:
    """Return what the rules find in `issue` of `store`, printed with `template`, the gravest first.

    Raises:
        StoreError: the store cannot be read.
    """
    pictures = store.pictures({picture.sha256 for picture in issue.pictures}) if template else {}
    return found_in(
        issue,
        Yardstick(archive=archive_for(store, issue), template=template, sizes=sizes_of(pictures)),
    )


def sizes_of(pictures: Mapping[str, PictureFile]) -> PictureSizes:
    """Return width and height in px of `pictures`."""
    return {name: (file.width, file.height) for name, file in pictures.items()}


def archive_for(store: Store, issue: Issue) -> Archive:
    """Return what the rules may know of the issues beside `issue`."""
    return _archive(summary for summary in store.summaries() if summary.id != issue.id)


def archive_of(store: Store) -> Archive:
    """Return what the rules may know of the issues in `store` about one that is not there yet."""
    return _archive(store.summaries())


def _archive(summaries: Iterable[IssueSummary]) -> Archive:
    return Archive(periods={summary.key: summary.period for summary in summaries})
