"""Findings that were let pass."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from bulletin_editor.checks.finding import Finding, Severity
from bulletin_editor.checks.waiving import is_waived, open_findings
from bulletin_editor.model.issue import Issue, IssueKey, Period, Waiver
from bulletin_editor.model.place import Part, Place

PLACE = Place(part=Part.HEADLINE, article_id="a")
FOUND = Finding(code="headline-missing", severity=Severity.ERROR, facts={"position": "1"}, place=PLACE)
WAIVER = Waiver(code="headline-missing", place=PLACE, facts={"position": "1"}, reason="Bài ảnh")
WEEK = Period(start=date(2026, 6, 1), end=date(2026, 6, 7))
ISSUE = Issue(id="i", key=IssueKey(year=2026, number=1), period=WEEK, waivers=(WAIVER,))


def test_what_was_let_pass_is_waived() -> None:
    assert is_waived(ISSUE, FOUND)
    assert not is_waived(replace(ISSUE, waivers=()), FOUND)


@pytest.mark.parametrize(
    "change",
    [
        {"code": "body-missing"},
        {"facts": {"position": "2"}},
        {"facts": {}},
        {"place": replace(PLACE, article_id="b")},
        {"place": replace(PLACE, start=3, end=5)},
    ],
)
def test_what_was_found_anew_is_not(change: dict[str, object]) -> None:
    assert not is_waived(ISSUE, replace(FOUND, **change))


def test_open_findings_keep_their_order() -> None:
    others = [replace(FOUND, facts={"position": str(number)}) for number in (3, 2)]
    assert open_findings(ISSUE, [others[0], FOUND, others[1]]) == tuple(others)


def test_a_finding_without_facts_can_be_let_pass() -> None:
    empty = Finding(code="issue-empty", severity=Severity.ERROR)
    waiver = Waiver(code="issue-empty", place=Place(), facts={}, reason="Số chỉ có trang bìa")
    assert open_findings(replace(ISSUE, waivers=(waiver,)), [empty]) == ()
