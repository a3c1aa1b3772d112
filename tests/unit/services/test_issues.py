"""Issues that are begun: proposed, warned of, stored, or copied from another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from bulletin_editor.checks.finding import Severity
from bulletin_editor.errors import StoreError
from bulletin_editor.model.edits import set_status
from bulletin_editor.model.issue import FIRST_SECTIONS, Issue, IssueKey, Period, Section, Status, Waiver
from bulletin_editor.model.place import Place
from bulletin_editor.services.checking import archive_of
from bulletin_editor.services.issues import (
    Proposal,
    begin_issue,
    duplicate_issue,
    issue_warnings,
    propose_issue,
)
from bulletin_editor.store import Store
from full_issue import full_issue
from issue_strategies import PICTURES, id_counter

TODAY = date(2031, 2, 12)  # a Wednesday


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store.open(tmp_path / "ban-tin.db", clock=lambda: datetime(2031, 2, 12, tzinfo=UTC)) as store:
        yield store


def key(number: int, year: int = 2031) -> IssueKey:
    return IssueKey(year=year, number=number)


def week(month: int, day: int) -> Period:
    return Period(start=date(2031, month, day), end=date(2031, month, day + 6))


def stored(store: Store, number: int, period: Period, *labels: str) -> Issue:
    return begin_issue(store, Proposal(key=key(number), period=period, labels=labels), new_id=id_counter())


def test_the_first_issue_is_that_of_this_week(store: Store) -> None:
    proposal = propose_issue(store, TODAY)
    assert proposal == Proposal(key=key(1), period=week(2, 10), labels=FIRST_SECTIONS)


def test_the_next_issue_follows_the_last(store: Store) -> None:
    stored(store, 6, week(2, 3), "TIN TRONG TUẦN", "HỎI ĐÁP")
    proposal = propose_issue(store, TODAY)
    assert proposal == Proposal(key=key(7), period=week(2, 10), labels=("TIN TRONG TUẦN", "HỎI ĐÁP"))


def test_a_chosen_number_and_day_go_before_the_proposal(store: Store) -> None:
    proposal = propose_issue(store, TODAY, number=9, start=date(2031, 3, 3))
    assert (proposal.key, proposal.period) == (key(9), week(3, 3))


def test_the_trash_is_not_counted(store: Store) -> None:
    store.delete(stored(store, 6, week(2, 3)).id)
    assert propose_issue(store, TODAY).key == key(1)


def test_what_is_begun_is_stored(store: Store) -> None:
    issue = stored(store, 6, week(2, 3), "TIN", "HỎI ĐÁP")
    assert store.load(key(6)) == issue
    assert [section.label for section in issue.sections] == ["TIN", "HỎI ĐÁP"]
    assert len({issue.id, *(section.id for section in issue.sections)}) == 3
    with pytest.raises(StoreError, match="store.duplicate-number"):
        stored(store, 6, week(2, 10))


@pytest.mark.parametrize(
    ("number", "period", "codes"),
    [
        (7, week(2, 10), []),
        (6, week(2, 10), ["number-taken"]),
        (8, week(2, 10), ["number-skips"]),
        (7, week(2, 17), ["period-gap"]),
        (7, week(2, 9), ["period-overlap"]),
        (7, Period(start=date(2031, 2, 10), end=date(2031, 2, 17)), ["period-length"]),
        (7, Period(start=date(2031, 2, 10), end=date(2031, 2, 9)), ["period-backwards"]),
    ],
)
def test_warnings_before_there_is_an_issue(
    store: Store, number: int, period: Period, codes: list[str]
) -> None:
    stored(store, 6, week(2, 3))
    stored_before = store.summaries()
    found = issue_warnings(key(number), period, archive_of(store))
    assert [finding.code for finding in found] == codes
    assert store.summaries() == stored_before
    taken = [finding for finding in found if finding.severity is Severity.ERROR]
    assert bool(taken) == (codes in (["number-taken"], ["period-backwards"]))


def test_a_copy_is_the_next_issue_with_ids_of_its_own(store: Store) -> None:
    waiver = Waiver(code="period-gap", place=Place(), facts={}, reason="Nghỉ Tết")
    original = set_status(replace(full_issue(), waivers=(waiver,)), Status.PUBLISHED, TODAY)
    store.save(original, PICTURES.values())
    numbers = id_counter()
    copy = duplicate_issue(store, original.key, TODAY, new_id=lambda: f"copy-{numbers()}")
    assert copy.key == replace(original.key, number=original.key.number + 1)
    assert copy.period.start > original.period.end
    assert (copy.status, copy.milestones, copy.waivers) == (Status.DRAFT, (), ())
    assert (copy.slogan, copy.cover_picture) == (original.slogan, original.cover_picture)
    assert without_ids(copy) == without_ids(original)
    assert ids_of(copy).isdisjoint(ids_of(original))
    assert len(ids_of(copy)) == len(ids_of(original))
    assert store.load(copy.key) == copy
    assert store.load(original.key) == original


def without_ids(issue: Issue) -> list[Section]:
    return [
        replace(section, id="", articles=tuple(replace(article, id="") for article in section.articles))
        for section in issue.sections
    ]


def ids_of(issue: Issue) -> set[str]:
    return {issue.id, *(part.id for part in (*issue.sections, *issue.articles))}
