"""Each rule finds what it is for, and nothing in an issue that is in order."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from bulletin_editor.checks.finding import Archive, Finding, Severity
from bulletin_editor.checks.rules import findings_in
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.issue import Article, CoverLine, CoverMode, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import rich

LAST = IssueKey(year=2026, number=24)
ARCHIVE = Archive(periods={LAST: Period(start=date(2026, 8, 10), end=date(2026, 8, 16))})
ARTICLE = Article(
    id="a1",
    headline="RA MẮT TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG TẠI 45 XÃ, PHƯỜNG",
    body=(Paragraph(text=rich("Sáng ngày 18/08/2026, các tổ công nghệ số đã ra mắt.")),),
)
ISSUE = Issue(
    id="i1",
    key=IssueKey(year=2026, number=25),
    period=Period(start=date(2026, 8, 17), end=date(2026, 8, 23)),
    sections=(Section(id="s1", label="SỰ KIỆN NỔI BẬT", articles=(ARTICLE,)),),
)


def with_article(article: Article, label: str = "SỰ KIỆN NỔI BẬT") -> Issue:
    return replace(ISSUE, sections=(Section(id="s1", label=label, articles=(article,)),))


def with_cover_line(text: str) -> Issue:
    return with_article(replace(ARTICLE, cover_line=CoverLine(mode=CoverMode.OTHER, text=text)))


def found(issue: Issue, archive: Archive = ARCHIVE) -> dict[str, Finding]:
    return {finding.code: finding for finding in findings_in(issue, archive)}


def test_an_issue_in_order_has_no_findings() -> None:
    assert found(ISSUE) == {}


def test_the_first_issue_of_all_has_no_findings() -> None:
    assert found(replace(ISSUE, key=IssueKey(year=2026, number=9)), Archive()) == {}


def test_a_period_that_ends_before_it_starts_is_an_error() -> None:
    issue = replace(ISSUE, period=Period(start=date(2026, 8, 23), end=date(2026, 8, 17)))
    finding = found(issue)["period-backwards"]
    assert finding.severity is Severity.ERROR
    assert finding.facts == {"start": "23/08/2026", "end": "17/08/2026"}
    assert len(found(issue)) == 1, "the other rules about the period keep silent"


def test_a_period_that_overlaps_the_last_one_is_a_warning_with_the_day_to_start_from() -> None:
    issue = replace(ISSUE, period=Period(start=date(2026, 8, 16), end=date(2026, 8, 23)))
    finding = found(issue)["period-overlap"]
    assert finding.severity is Severity.WARNING
    assert finding.facts["day"] == "16/08/2026"
    assert finding.facts["expected"] == "17/08/2026"
    assert finding.facts["last"] == "24/2026"


def test_a_period_wholly_before_the_last_one_is_not_called_an_overlap() -> None:
    issue = replace(ISSUE, period=Period(start=date(2026, 8, 3), end=date(2026, 8, 9)))
    assert set(found(issue)) == {"period-early"}


def test_days_left_out_after_the_last_period_are_a_hint() -> None:
    issue = replace(ISSUE, period=Period(start=date(2026, 8, 24), end=date(2026, 8, 30)))
    assert found(issue)["period-gap"].severity is Severity.HINT


@pytest.mark.parametrize(("end", "days"), [(date(2026, 8, 24), "8"), (date(2026, 8, 17), "1")])
def test_a_period_of_other_than_seven_days_is_a_warning(end: date, days: str) -> None:
    finding = found(replace(ISSUE, period=Period(start=date(2026, 8, 17), end=end)))["period-length"]
    assert finding.severity is Severity.WARNING
    assert finding.facts == {"days": days}


def test_a_number_that_is_taken_is_an_error() -> None:
    assert found(replace(ISSUE, key=LAST))["number-taken"].severity is Severity.ERROR


def test_a_number_that_skips_is_a_warning_but_not_at_the_turn_of_the_year() -> None:
    assert (
        found(replace(ISSUE, key=IssueKey(year=2026, number=27)))["number-skips"].severity is Severity.WARNING
    )
    assert "number-skips" not in found(replace(ISSUE, key=IssueKey(year=2027, number=1)))


def test_a_cover_line_in_other_words_than_the_headline_is_a_warning_at_its_article() -> None:
    finding = found(with_cover_line("RA MẮT TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"))["cover-line-differs"]
    assert finding.severity is Severity.WARNING
    assert finding.place == Place(part=Part.COVER_LINE, article_id="a1")
    assert finding.facts["headline"] == ARTICLE.headline


def test_a_cover_line_that_tells_of_something_else_is_a_warning_of_its_own() -> None:
    codes = found(with_cover_line("NỀN TẢNG BỀN VỮNG CHO TƯƠNG LAI"))
    assert set(codes) == {"cover-line-stray"}


@pytest.mark.parametrize(
    "line", [CoverLine(mode=CoverMode.OFF), CoverLine(mode=CoverMode.OTHER, text=ARTICLE.headline)]
)
def test_a_cover_line_that_is_off_or_equal_is_no_finding(line: CoverLine) -> None:
    assert found(with_article(replace(ARTICLE, cover_line=line))) == {}


@pytest.mark.parametrize(
    ("issue", "code"),
    [
        (with_article(replace(ARTICLE, headline="")), "headline-missing"),
        (with_article(replace(ARTICLE, body=())), "body-missing"),
        (with_article(ARTICLE, label=""), "section-missing"),
        (replace(ISSUE, sections=()), "issue-empty"),
    ],
)
def test_what_is_incomplete_is_an_error(issue: Issue, code: str) -> None:
    assert found(issue)[code].severity is Severity.ERROR


def test_the_gravest_findings_come_first() -> None:
    issue = replace(
        with_cover_line("RA MẮT TỔ CÔNG NGHỆ SỐ"),
        key=LAST,
        period=Period(start=date(2026, 8, 24), end=date(2026, 8, 31)),
    )
    severities = [finding.severity for finding in findings_in(issue, ARCHIVE)]
    assert severities == sorted(severities, reverse=True)
    assert len(set(severities)) > 1
