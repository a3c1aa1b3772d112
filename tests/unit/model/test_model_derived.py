"""What is computed and never typed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from bulletin_editor.model import derived
from bulletin_editor.model.agency import Agency, Masthead
from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.derived import CoverEntry
from bulletin_editor.model.issue import Article, CoverLine, CoverMode, Issue, IssueKey, Period, Section

PERIOD = Period(start=date(2026, 6, 8), end=date(2026, 6, 14))
EMPTY = Issue(id="so", key=IssueKey(year=2026, number=14), period=PERIOD)
NAME = "5" * 64
MONDAY, SUNDAY = 0, 6


def test_the_period_and_the_number_are_written_in_the_style_of_the_house() -> None:
    assert derived.day(date(2026, 1, 5)) == "05/01/2026"
    assert derived.period_line(PERIOD) == "Từ 08/06/2026 - 14/06/2026"
    assert derived.number_line(EMPTY.key) == "Số 14/2026"
    assert derived.running_line(EMPTY) == "Từ 08/06/2026 - 14/06/2026 | Số 14/2026"


def test_the_document_is_called_by_the_title_of_its_agency() -> None:
    agency = Agency(masthead=Masthead(title="TIN TRONG TUẦN"))
    assert derived.document_title(EMPTY, agency) == "TIN TRONG TUẦN - Số 14/2026"


def test_what_is_not_written_yet_has_something_in_its_place() -> None:
    assert derived.shown_headline(Article(id="1", headline="Mùa cam")) == "Mùa cam"
    assert derived.shown_headline(Article(id="1")) == "(Chưa có tiêu đề)"
    assert derived.shown_label(Section(id="1", label="TIN VẮN")) == "TIN VẮN"
    assert derived.shown_label(Section(id="1", label="")) == "(Chưa đặt tên chuyên mục)"


@pytest.mark.parametrize(
    ("cover_line", "text"),
    [
        (CoverLine(), "Mùa cam ở bản"),
        (CoverLine(mode=CoverMode.OTHER, text="Cam ngọt"), "Cam ngọt"),
        (CoverLine(mode=CoverMode.OFF), ""),
    ],
)
def test_the_cover_says_of_an_article_what_its_cover_line_tells(cover_line: CoverLine, text: str) -> None:
    assert derived.cover_text(Article(id="1", headline="Mùa cam ở bản", cover_line=cover_line)) == text


def test_cover_entries_are_numbered_in_the_order_of_the_articles() -> None:
    off = CoverLine(mode=CoverMode.OFF)
    issue = structs.replace(
        EMPTY,
        sections=(
            Section(
                id="x",
                label="X",
                articles=(
                    Article(id="1", headline="Cam"),
                    Article(id="2", headline="Quýt", cover_line=off),
                    Article(id="3"),
                ),
            ),
            Section(id="y", label="Y"),
            Section(
                id="z",
                label="Z",
                articles=(
                    Article(
                        id="4", headline="Mít", cover_line=CoverLine(mode=CoverMode.OTHER, text="Mít ngon")
                    ),
                    Article(id="5", cover_line=off),
                ),
            ),
        ),
    )
    assert derived.cover_entries(issue) == (
        CoverEntry(number=1, text="Cam", article_id="1"),
        CoverEntry(number=2, text="(Chưa có tiêu đề)", article_id="3"),
        CoverEntry(number=3, text="Mít ngon", article_id="4"),
    )
    assert derived.cover_entries(EMPTY) == ()


@pytest.mark.parametrize(
    ("alts", "caption", "headline", "read_aloud"),
    [
        (("Đồi chè", "Vườn cam"), "Cảnh bản", "Mùa cam", "Vườn cam"),
        (("Đồi chè", ""), "Cảnh bản", "Mùa cam", "Cảnh bản"),
        (("Đồi chè", ""), "", "Mùa cam", "Ảnh trong bài: Mùa cam"),
        (("Đồi chè", ""), "", "", "Ảnh trong bài: (Chưa có tiêu đề)"),
    ],
)
def test_a_picture_is_never_silent(
    alts: tuple[str, str], caption: str, headline: str, read_aloud: str
) -> None:
    row = PictureRow(pictures=tuple(Picture(sha256=NAME, alt=alt) for alt in alts), caption=caption)
    assert derived.alt_text(row, 1, Article(id="1", headline=headline)) == read_aloud


@pytest.mark.parametrize(
    ("picture", "read_aloud"),
    [
        (Picture(sha256=NAME, alt="Thung lũng"), "Thung lũng"),
        (Picture(sha256=NAME), "Ảnh bìa Số 14/2026"),
        (None, "Ảnh bìa Số 14/2026"),
    ],
)
def test_the_cover_picture_is_never_silent(picture: Picture | None, read_aloud: str) -> None:
    assert derived.cover_alt_text(structs.replace(EMPTY, cover_picture=picture)) == read_aloud


@pytest.mark.parametrize(
    ("last", "monday"),
    [
        # ended on a Sunday: the very next week
        ((date(2026, 6, 8), date(2026, 6, 14)), date(2026, 6, 15)),
        ((date(2026, 6, 7), date(2026, 6, 14)), date(2026, 6, 15)),
        ((date(2026, 12, 21), date(2026, 12, 27)), date(2026, 12, 28)),
        ((date(2026, 12, 28), date(2027, 1, 3)), date(2027, 1, 4)),
        ((date(2028, 2, 21), date(2028, 2, 27)), date(2028, 2, 28)),
        # ended on another day, Monday to Saturday: the Monday nearest to the day after
        ((date(2026, 6, 8), date(2026, 6, 15)), date(2026, 6, 15)),
        ((date(2026, 6, 8), date(2026, 6, 16)), date(2026, 6, 15)),
        ((date(2026, 6, 8), date(2026, 6, 17)), date(2026, 6, 15)),
        ((date(2026, 6, 8), date(2026, 6, 18)), date(2026, 6, 22)),
        ((date(2026, 6, 8), date(2026, 6, 19)), date(2026, 6, 22)),
        ((date(2026, 6, 8), date(2026, 6, 20)), date(2026, 6, 22)),
    ],
)
def test_the_next_period_is_the_week_that_follows(last: tuple[date, date], monday: date) -> None:
    following = derived.next_period(Period(start=last[0], end=last[1]), today=date(2030, 1, 1))
    assert following == Period(start=monday, end=monday + timedelta(days=6))


@pytest.mark.parametrize("today", [date(2026, 6, 8), date(2026, 6, 11), date(2026, 6, 14)])
def test_the_first_period_is_the_week_of_today(today: date) -> None:
    assert derived.next_period(None, today) == PERIOD


@given(st.dates(date(1900, 1, 1), date(9990, 1, 1)), st.integers(-3, 30))
def test_a_proposed_period_is_a_week_next_to_the_last(start: date, days: int) -> None:
    last = Period(start=start, end=start + timedelta(days=days))
    proposed = derived.next_period(last, today=start)
    assert (proposed.start.weekday(), proposed.end.weekday(), proposed.days) == (MONDAY, SUNDAY, 7)
    assert -3 <= (proposed.start - last.end).days - 1 <= 3
    assert last.end.weekday() != SUNDAY or proposed.start == last.end + timedelta(days=1)


def keys(*numbers: tuple[int, int]) -> list[IssueKey]:
    return [IssueKey(year=year, number=number) for number, year in numbers]


@pytest.mark.parametrize(
    ("used", "period", "number"),
    [
        (keys(), PERIOD, "1/2026"),
        (keys((12, 2026), (13, 2026)), PERIOD, "14/2026"),
        (keys((13, 2026), (2, 2026), (52, 2025), (1, 2027)), PERIOD, "14/2026"),
        (keys((3, 2026), (9, 2026)), PERIOD, "10/2026"),  # a gap is not filled
        (keys((51, 2026)), Period(start=date(2026, 12, 21), end=date(2026, 12, 27)), "52/2026"),
        # a week over New Year belongs to the year in which it ends
        (keys((52, 2026)), Period(start=date(2026, 12, 28), end=date(2027, 1, 3)), "1/2027"),
        (keys((52, 2026), (1, 2027)), Period(start=date(2027, 1, 4), end=date(2027, 1, 10)), "2/2027"),
    ],
)
def test_the_next_number_follows_the_highest_of_the_year(
    used: list[IssueKey], period: Period, number: str
) -> None:
    assert str(derived.next_key(used, period)) == number


def test_a_new_issue_opens_with_the_sections_of_the_last() -> None:
    last = structs.replace(
        EMPTY, sections=(Section(id="x", label="TIN VẮN"), Section(id="y", label="HỎI ĐÁP"))
    )
    assert derived.opening_sections(last) == ("TIN VẮN", "HỎI ĐÁP")
    assert derived.opening_sections(EMPTY) == ()
    assert derived.opening_sections(None) == ("SỰ KIỆN NỔI BẬT", "ĐỊNH HƯỚNG CHÍNH SÁCH")


@pytest.mark.parametrize(
    ("caption", "credit", "line"),
    [
        ("Quang cảnh hội nghị", "Văn phòng", "Quang cảnh hội nghị. Ảnh: Văn phòng"),
        ("Ai cũng đến?", "Văn phòng", "Ai cũng đến? Ảnh: Văn phòng"),
        ("Lễ “Mở cửa”", "Văn phòng", "Lễ “Mở cửa”. Ảnh: Văn phòng"),
        ("", "Văn phòng", "Ảnh: Văn phòng"),
        ("Quang cảnh hội nghị", "", "Quang cảnh hội nghị"),
    ],
)
def test_the_caption_ends_before_the_credit_begins(caption: str, credit: str, line: str) -> None:
    row = PictureRow(pictures=(Picture(sha256="0" * 64),), caption=caption, credit=credit)
    assert derived.caption_line(row) == line
