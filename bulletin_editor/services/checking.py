"""The checks, run over an issue among the other issues of the store."""

from __future__ import annotations

from bulletin_editor.checks.finding import Archive, Finding
from bulletin_editor.checks.rules import findings_in
from bulletin_editor.model.issue import Issue
from bulletin_editor.store import Store


def check_issue(store: Store, issue: Issue) -> tuple[Finding, ...]:
    """Return what the rules find in `issue`, the gravest first."""
    others = {summary.key: summary.period for summary in store.summaries() if summary.id != issue.id}
    return findings_in(issue, Archive(periods=others))
