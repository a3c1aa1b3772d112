"""Issues coming into the store: imported from a file, begun as the next one, or copied from another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

from msgspec.structs import replace

from bulletin_editor.checks.finding import Archive, Finding
from bulletin_editor.checks.issue_rules import NUMBER_AND_PERIOD
from bulletin_editor.checks.rules import findings_in
from bulletin_editor.errors import IssueLocked
from bulletin_editor.model.derived import next_key, next_period, opening_sections, week_from
from bulletin_editor.model.edits import LOCKED
from bulletin_editor.model.issue import Issue, IssueKey, Period, Section, Status
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.value import Value
from bulletin_editor.store import Store

NewId = Callable[[], str]

READING_TIME = 120.0
"""Seconds that reading a whole issue may take: it may bring forty photographs along."""


class ReadIssue(Value, frozen=True):
    """An issue read from a file, with its pictures; it is in no store yet."""

    issue: Issue
    pictures: tuple[PictureFile, ...]


def new_id() -> str:
    """Return an id that nothing has yet."""
    return uuid4().hex


def read_issue(path: Path, *, new_id: NewId = new_id) -> ReadIssue:
    """Read the Bulletin Markdown file `path`. Meant to be run by a `ChildProcess`.

    Raises:
        InputError: the file or a picture in it cannot be read.
    """
    from bulletin_editor.importers.markdown import read_markdown  # heavy: only where something is read
    from bulletin_editor.media.prepare import prepare_picture

    read = read_markdown(path, new_id=new_id, prepare=prepare_picture)
    return ReadIssue(issue=read.issue, pictures=tuple(read.pictures))


def take_in(store: Store, read: ReadIssue, *, replacing: bool) -> Issue:
    """Put an issue that was read into `store` and return it as it is there.

    With `replacing`, an issue of the same number gives way to it; without, that is an error.

    Raises:
        IssueLocked: the one that would give way is published.
        StoreError: the number is taken, or the store cannot be written.
    """
    issue = read.issue
    there = next((each for each in store.summaries() if each.key == issue.key), None)
    if replacing and there:
        if there.status in LOCKED:
            raise IssueLocked("issue.locked", key=str(issue.key))
        issue = replace(issue, id=there.id)
    store.save(issue, read.pictures)
    return issue


def import_issue(store: Store, path: Path, *, new_id: NewId, replacing: bool) -> Issue:
    """Read the Bulletin Markdown file `path` into `store` and return the issue.

    Raises:
        InputError, StoreError: as for `read_issue` and `take_in`; the store is as it was.
    """
    return take_in(store, read_issue(path, new_id=new_id), replacing=replacing)


class Proposal(Value, frozen=True):
    """What a new issue is to be: its number, its period and the labels of its sections."""

    key: IssueKey
    period: Period
    labels: tuple[str, ...]


def propose_issue(
    store: Store, today: date, *, number: int | None = None, start: date | None = None
) -> Proposal:
    """Propose the next number and week, with the last issue's sections.

    `number` and `start` (the first of seven days) go before what would be proposed.

    Raises:
        InvalidValue: a number below 1, or a week beyond the calendar.
    """
    last = store.latest()
    period = week_from(start) if start else next_period(last.period if last else None, today)
    key = next_key([summary.key for summary in store.summaries()], period)
    if number is not None:
        key = IssueKey(year=key.year, number=number)
    return Proposal(key=key, period=period, labels=opening_sections(last))


def issue_warnings(key: IssueKey, period: Period, archive: Archive) -> tuple[Finding, ...]:
    """Return what speaks against giving a new issue this number and period, the gravest first."""
    return findings_in(Issue(id="", key=key, period=period), archive, NUMBER_AND_PERIOD)


def begin_issue(store: Store, proposal: Proposal, *, new_id: NewId) -> Issue:
    """Store a new issue with empty sections and return it.

    Raises:
        StoreError: the number is taken, or the store cannot be written.
    """
    sections = tuple(Section(id=new_id(), label=label) for label in proposal.labels)
    issue = Issue(id=new_id(), key=proposal.key, period=proposal.period, sections=sections)
    store.save(issue)
    return issue


def duplicate_issue(store: Store, key: IssueKey, today: date, *, new_id: NewId) -> Issue:
    """Store a copy of the issue `key` as the next issue, a draft of the next week, and return it.

    Raises:
        StoreError: there is no such issue, or the store cannot be read or written.
    """
    proposal = propose_issue(store, today)
    original = store.load(key)
    issue = replace(
        original,
        id=new_id(),
        key=proposal.key,
        period=proposal.period,
        status=Status.DRAFT,
        sections=tuple(_copied(section, new_id) for section in original.sections),
        milestones=(),
        waivers=(),
    )
    store.save(issue)
    return issue


def _copied(section: Section, new_id: NewId) -> Section:
    articles = tuple(replace(article, id=new_id()) for article in section.articles)
    return replace(section, id=new_id(), articles=articles)
