"""Rules 1 to 4: number and period of the issue, by itself and among the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bulletin_editor.checks.finding import Finding, Rule, Severity, Surroundings
from bulletin_editor.model.derived import day
from bulletin_editor.model.issue import Issue

DAYS_OF_WEEK = 7


def period_runs_forward(issue: Issue, _surroundings: Surroundings) -> Iterator[Finding]:
    """Rule 1: the period ends after it starts."""
    if issue.period.days < 1:
        yield Finding(
            code="period-backwards",
            severity=Severity.ERROR,
            facts={"start": day(issue.period.start), "end": day(issue.period.end)},
        )


def period_follows_last(issue: Issue, surroundings: Surroundings) -> Iterator[Finding]:
    """Rule 2: the period neither overlaps that of the issue before nor leaves days out."""
    archive = surroundings.archive
    last = archive.before(issue.key)
    if last is None or issue.period.days < 1:
        return
    expected = archive.periods[last].end + timedelta(days=1)
    if issue.period.start == expected:
        return
    overlaps = issue.period.start < expected
    if issue.period.end < archive.periods[last].start:
        code = "period-early"
    else:
        code = "period-overlap" if overlaps else "period-gap"
    yield Finding(
        code=code,
        severity=Severity.WARNING if overlaps else Severity.HINT,
        facts={
            "key": str(issue.key),
            "last": str(last),
            "day": day(issue.period.start if overlaps else expected),
            "expected": day(expected),
        },
    )


def period_is_a_week(issue: Issue, _surroundings: Surroundings) -> Iterator[Finding]:
    """Rule 3: a weekly issue reports on seven days."""
    if issue.period.days >= 1 and issue.period.days != DAYS_OF_WEEK:
        yield Finding(code="period-length", severity=Severity.WARNING, facts={"days": str(issue.period.days)})


def number_is_next(issue: Issue, surroundings: Surroundings) -> Iterator[Finding]:
    """Rule 4: the number is not taken (an error) and follows the one before (a warning)."""
    archive = surroundings.archive
    if issue.key in archive.periods:
        yield Finding(code="number-taken", severity=Severity.ERROR, facts={"key": str(issue.key)})
    last = archive.before(issue.key)
    if last and last.year == issue.key.year and last.number + 1 != issue.key.number:
        yield Finding(
            code="number-skips",
            severity=Severity.WARNING,
            facts={"key": str(issue.key), "last": str(last)},
        )


NUMBER_AND_PERIOD: tuple[Rule, ...] = (
    period_runs_forward,
    period_follows_last,
    period_is_a_week,
    number_is_next,
)
"""What can be said of an issue before anything is written in it."""
