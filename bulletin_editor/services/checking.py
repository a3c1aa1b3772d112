"""The checks, run over an issue among the other issues of the store."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin_editor.checks.finding import Archive, Finding
from bulletin_editor.checks.rules import findings_in
from bulletin_editor.model.issue import Issue
from bulletin_editor.store import IssueSummary, Store


def check_issue(store: Store, issue: Issue) -> tuple[Finding, ...]:
    """Return what the rules find in `issue`, the gravest first."""
    return findings_in(issue, archive_for(store, issue))


def archive_for(store: Store, issue: Issue) -> Archive:
    """Return what the rules may know of the issues beside `issue`."""
    return _archive(summary for summary in store.summaries() if summary.id != issue.id)


def archive_of(store: Store) -> Archive:
    """Return what the rules may know of the issues in `store` about one that is not there yet."""
    return _archive(store.summaries())


def _archive(summaries: Iterable[IssueSummary]) -> Archive:
    return Archive(periods={summary.key: summary.period for summary in summaries})
