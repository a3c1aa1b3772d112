"""Each fix mends what its finding found: found again, it is gone."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from msgspec.structs import replace

from bulletin_editor.checks.finding import Archive
from bulletin_editor.checks.fixes import FIXES
from bulletin_editor.checks.rules import findings_in
from bulletin_editor.messages import LANGUAGES, Messages
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.edits import change_article
from bulletin_editor.model.issue import Article, CoverLine, CoverMode, Issue, IssueKey, Period, Section
from bulletin_editor.model.rich_text import rich

ARCHIVE = Archive(
    periods={
        IssueKey(year=2026, number=24): Period(start=date(2026, 8, 10), end=date(2026, 8, 16)),
        IssueKey(year=2026, number=30): Period(start=date(2026, 9, 21), end=date(2026, 9, 27)),
    }
)
ARTICLE = Article(id="a1", headline="RA MẮT TỔ CÔNG NGHỆ SỐ", body=(Paragraph(text=rich("Sáng nay.")),))
ISSUE = Issue(
    id="i1",
    key=IssueKey(year=2026, number=25),
    period=Period(start=date(2026, 8, 17), end=date(2026, 8, 23)),
    sections=(Section(id="s1", label="SỰ KIỆN NỔI BẬT", articles=(ARTICLE,)),),
)


def with_period(start: date, end: date) -> Issue:
    return replace(ISSUE, period=Period(start=start, end=end))


def with_cover_line(text: str) -> Issue:
    return change_article(ISSUE, "a1", cover_line=CoverLine(mode=CoverMode.OTHER, text=text))


WRONG = {
    "period-backwards": with_period(date(2026, 8, 23), date(2026, 8, 17)),
    "period-overlap": with_period(date(2026, 8, 16), date(2026, 8, 23)),
    "period-early": with_period(date(2026, 8, 3), date(2026, 8, 9)),
    "period-length": with_period(date(2026, 8, 17), date(2026, 8, 24)),
    "number-taken": replace(ISSUE, key=IssueKey(year=2026, number=24)),
    "number-skips": replace(ISSUE, key=IssueKey(year=2026, number=27)),
    "cover-line-differs": with_cover_line("RA MẮT TỔ CÔNG NGHỆ"),
    "cover-line-stray": with_cover_line("LIÊM CHÍNH TRONG NGHIÊN CỨU"),
}


def test_every_fix_is_tried_here() -> None:
    assert WRONG.keys() == FIXES.keys()


@pytest.mark.parametrize("code", sorted(FIXES))
def test_what_was_found_is_gone_after_the_fix(code: str) -> None:
    found = partial(next, (each for each in findings_in(WRONG[code], ARCHIVE) if each.code == code))
    mended = FIXES[code](WRONG[code], found(), ARCHIVE)
    assert code not in {each.code for each in findings_in(mended, ARCHIVE)}


def test_an_overlapping_period_keeps_its_end() -> None:
    issue = WRONG["period-overlap"]
    (finding,) = (each for each in findings_in(issue, ARCHIVE) if each.code == "period-overlap")
    mended = FIXES["period-overlap"](issue, finding, ARCHIVE)
    assert mended.period == Period(start=date(2026, 8, 17), end=date(2026, 8, 23))


def test_a_stray_cover_line_becomes_the_slogan_and_no_word_is_lost() -> None:
    issue = WRONG["cover-line-stray"]
    (finding,) = (each for each in findings_in(issue, ARCHIVE) if each.code == "cover-line-stray")
    mended = FIXES["cover-line-stray"](issue, finding, ARCHIVE)
    assert mended.slogan == ("LIÊM CHÍNH TRONG NGHIÊN CỨU",)
    assert mended.articles[0].cover_line == CoverLine()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fix_has_words_for_its_button(language: str) -> None:
    assert all(Messages(language).fix(code) for code in FIXES)
