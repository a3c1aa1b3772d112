"""The desk of a new window takes over what was done in the one before."""

from __future__ import annotations

import time
from datetime import date

import pytest

from bulletin_editor.checks.finding import Archive
from bulletin_editor.model import edits
from bulletin_editor.model.issue import Issue, IssueKey, Period
from bulletin_editor.model.place import Place
from bulletin_editor.services.opening import OpenedIssue
from bulletin_editor.ui.desk import Desk
from issue_strategies import PICTURES

ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    slogan=("Một",),
)


def opened(issue: Issue) -> OpenedIssue:
    return OpenedIssue(issue=issue, pictures={}, archive=Archive())


@pytest.fixture
def earlier() -> Desk:
    """A desk on which something was done, and a picture was brought."""
    desk = Desk(time.monotonic)
    desk.open(opened(ISSUE))
    desk.add_pictures(tuple(PICTURES.values())[:1])
    desk.change(lambda issue: edits.set_slogan(issue, ("Hai",)), "Slogan", Place())
    return desk


def test_what_was_done_can_be_undone_with_the_pictures_at_hand(earlier: Desk) -> None:
    assert earlier.issue is not None
    desk = Desk(time.monotonic)
    desk.follow_on(earlier)
    desk.open(opened(earlier.issue))
    assert desk.undo_name == "Slogan"
    assert desk.pictures == earlier.pictures != {}


def test_of_an_issue_that_was_stored_otherwise_nothing_is_undone(earlier: Desk) -> None:
    desk = Desk(time.monotonic)
    desk.follow_on(earlier)
    desk.open(opened(ISSUE))
    assert (desk.undo_name, desk.pictures, desk.issue) == ("", {}, ISSUE)


def test_only_the_first_issue_is_taken_over(earlier: Desk) -> None:
    assert earlier.issue is not None
    desk = Desk(time.monotonic)
    desk.follow_on(earlier)
    desk.clear()
    desk.open(opened(earlier.issue))
    assert desk.undo_name == ""
