"""Findings that the officer has let pass, with a reason: they no longer stand in the way."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin_editor.checks.finding import Finding
from bulletin_editor.model.issue import Issue, Waiver


def is_waived(issue: Issue, finding: Finding) -> bool:
    """Tell whether just this was let pass: the same code at the same place with the same facts."""
    found = (finding.code, finding.place, dict(finding.facts))
    return any((waiver.code, waiver.place, waiver.facts) == found for waiver in issue.waivers)


def open_findings(issue: Issue, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those of `findings` that were not let pass, in their order."""
    return tuple(finding for finding in findings if not is_waived(issue, finding))


def waivers_in_use(issue: Issue, findings: Iterable[Finding]) -> tuple[Waiver, ...]:
    """Return the waivers of `issue` that one of `findings` is let pass by."""
    found = [(finding.code, finding.place, dict(finding.facts)) for finding in findings]
    return tuple(waiver for waiver in issue.waivers if (waiver.code, waiver.place, waiver.facts) in found)
