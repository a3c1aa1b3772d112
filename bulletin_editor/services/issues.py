"""Issues coming into the store: imported from a file, or begun as the next one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from bulletin_editor.model.derived import next_key, next_period, opening_sections, week_from
from bulletin_editor.model.issue import Issue, IssueKey, Section
from bulletin_editor.store import Store

NewId = Callable[[], str]


def import_issue(store: Store, path: Path, *, new_id: NewId, replacing: bool) -> Issue:
    """Read the Bulletin Markdown file `path` into `store` and return the issue.

    With `replacing`, an issue of the same number gives way to it; without, that is an error.

    Raises:
        InputError: the file or a picture in it cannot be read; the store is as it was.
        StoreError: the number is taken, or the store cannot be written.
    """
    from bulletin_editor.importers.markdown import read_markdown  # heavy: only where something is read
    from bulletin_editor.media.prepare import prepare_picture

    read = read_markdown(path, new_id=new_id, prepare=prepare_picture)
    issue = read.issue
    if replacing:
        known = {summary.key: summary.id for summary in store.summaries()}
        issue = replace(issue, id=known.get(issue.key, issue.id))
    store.save(issue, read.pictures)
    return issue


def begin_issue(
    store: Store, *, today: date, new_id: NewId, number: int | None = None, start: date | None = None
) -> Issue:
    """Store a new empty issue and return it: the next number and week, with the last issue's sections.

    `number` and `start` (the first of seven days) go before what is proposed.

    Raises:
        InvalidValue: a number below 1, or a week beyond the calendar.
        StoreError: the number is taken, or the store cannot be written.
    """
    last = store.latest()
    period = next_period(last.period if last else None, today)
    if start is not None:
        period = week_from(start)
    key = next_key([summary.key for summary in store.summaries()], period)
    if number is not None:
        key = IssueKey(year=key.year, number=number)
    sections = tuple(Section(id=new_id(), label=label) for label in opening_sections(last))
    issue = Issue(id=new_id(), key=key, period=period, sections=sections)
    store.save(issue)
    return issue
