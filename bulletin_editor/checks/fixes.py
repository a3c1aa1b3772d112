"""What the program can mend by itself: one function per finding that has a fix, found by its code.

A fix is one step to undo, and the officer asks for it; its words stand in the messages under ``[fix]``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from msgspec.structs import replace

from bulletin_editor.checks.finding import Archive, Finding
from bulletin_editor.model import edits
from bulletin_editor.model.derived import week_from
from bulletin_editor.model.issue import CoverLine, Issue, IssueKey, Period

Fix = Callable[[Issue, Finding, Archive], Issue]


def swap_days(issue: Issue, _finding: Finding, _archive: Archive) -> Issue:
    """Let a period run forward."""
    return edits.set_period(issue, Period(start=issue.period.end, end=issue.period.start))


def start_after_last(issue: Issue, _finding: Finding, archive: Archive) -> Issue:
    """Begin the day after the issue before; the end stays where that leaves a week or less."""
    last = archive.before(issue.key)
    if last is None:
        return issue
    week = week_from(archive.periods[last].end + timedelta(days=1))
    kept = replace(week, end=issue.period.end)
    return edits.set_period(issue, kept if 1 <= kept.days <= week.days else week)


def report_on_a_week(issue: Issue, _finding: Finding, _archive: Archive) -> Issue:
    """End six days after the first day."""
    return edits.set_period(issue, week_from(issue.period.start))


def take_next_number(issue: Issue, _finding: Finding, archive: Archive) -> Issue:
    """Take the number after the issue before, or the first one after it that is free."""
    last = archive.before(issue.key)
    number = last.number + 1 if last and last.year == issue.key.year else issue.key.number
    while IssueKey(year=issue.key.year, number=number) in archive.periods:
        number += 1
    return edits.renumber(issue, IssueKey(year=issue.key.year, number=number))


def use_headline(issue: Issue, finding: Finding, _archive: Archive) -> Issue:
    """Let the cover line follow the headline."""
    return edits.change_article(issue, finding.place.article_id, cover_line=CoverLine())


def make_slogan(issue: Issue, finding: Finding, archive: Archive) -> Issue:
    """Add the cover line's words to the slogan, and let the cover line follow the headline."""
    words = edits.article_of(issue, finding.place.article_id).cover_line.text
    return edits.set_slogan(use_headline(issue, finding, archive), (*issue.slogan, words))


FIXES: Mapping[str, Fix] = MappingProxyType(
    {
        "period-backwards": swap_days,
        "period-overlap": start_after_last,
        "period-early": start_after_last,
        "period-length": report_on_a_week,
        "number-taken": take_next_number,
        "number-skips": take_next_number,
        "cover-line-differs": use_headline,
        "cover-line-stray": make_slogan,
    }
)
