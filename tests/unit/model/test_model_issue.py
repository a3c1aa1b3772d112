"""The issue and what it is made of: numbers, periods, cover lines, slogan, normal form."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec import structs

from bulletin_editor.errors import InvalidValue
from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.issue import (
    Article,
    CoverLine,
    CoverMode,
    Issue,
    IssueKey,
    Period,
    Section,
    Source,
    Status,
)

PERIOD = Period(start=date(2026, 6, 8), end=date(2026, 6, 14))


def issue(**fields: object) -> Issue:
    return structs.replace(Issue(id="so", key=IssueKey(year=2026, number=14), period=PERIOD), **fields)


def picture(digit: str) -> Picture:
    return Picture(sha256=digit * 64)


@pytest.mark.parametrize(("year", "number"), [(1900, 1), (2026, 14), (9999, 100_000)])
def test_an_issue_is_known_by_number_and_year(year: int, number: int) -> None:
    assert str(IssueKey(year=year, number=number)) == f"{number}/{year}"


@pytest.mark.parametrize("number", [0, -1])
def test_numbers_start_at_one(number: int) -> None:
    with pytest.raises(InvalidValue) as refusal:
        IssueKey(year=2026, number=number)
    assert (refusal.value.code, refusal.value.facts) == ("value.number", {"number": number})


@pytest.mark.parametrize("year", [0, 26, 1899, 10_000, -2026])
def test_a_year_has_four_digits_of_this_age(year: int) -> None:
    with pytest.raises(InvalidValue) as refusal:
        IssueKey(year=year, number=1)
    assert (refusal.value.code, refusal.value.facts) == ("value.year", {"year": year})


def test_issues_are_ordered_by_year_then_number() -> None:
    keys = [IssueKey(year=year, number=number) for year, number in [(2027, 1), (2026, 2), (2026, 10)]]
    assert sorted(keys) == [keys[1], keys[2], keys[0]]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 6, 8), date(2026, 6, 14), 7),
        (date(2026, 6, 8), date(2026, 6, 8), 1),
        (date(2026, 12, 28), date(2027, 1, 3), 7),
        (date(2028, 2, 28), date(2028, 3, 1), 3),
        (date(2026, 6, 14), date(2026, 6, 8), -5),  # while the officer is choosing days
    ],
)
def test_a_period_counts_both_its_ends(start: date, end: date, days: int) -> None:
    assert Period(start=start, end=end).days == days


def test_a_cover_line_is_the_headline_unless_told_otherwise() -> None:
    assert CoverLine().mode is CoverMode.SAME
    assert CoverLine(mode=CoverMode.OTHER, text=" Tít\nkhác ").text == "Tít khác"
    assert CoverLine(mode=CoverMode.OFF).text == ""


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        (CoverMode.OTHER, ""),
        (CoverMode.OTHER, " \n"),
        (CoverMode.SAME, "Tít khác"),
        (CoverMode.OFF, "Tít khác"),
    ],
)
def test_only_another_cover_line_has_words_and_it_must(mode: CoverMode, text: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        CoverLine(mode=mode, text=text)
    assert refusal.value.code == "value.cover-line"
    assert refusal.value.facts == {"mode": mode.value, "text": text.strip()}


def test_a_slogan_has_a_line_per_string_and_no_empty_one() -> None:
    assert issue(slogan=(" Giữ rừng ", "", "\n", "Giữ\nnước")).slogan == ("Giữ rừng", "Giữ nước")


def test_a_new_issue_is_an_empty_draft() -> None:
    new = issue()
    assert (new.status, new.slogan, new.cover_picture, new.sections) == (Status.DRAFT, (), None, ())
    assert (new.articles, new.pictures) == ((), ())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", Article(id="b", headline=" Mu\u0300a\ngặt ")),
        ("author", Article(id="b", author=" Mu\u0300a\ngặt ")),
        ("label", Section(id="c", label=" Mu\u0300a\ngặt ")),
        ("name", Source(name=" Mu\u0300a\ngặt ")),
    ],
)
def test_one_line_fields_of_articles_and_sections_are_in_normal_form(field: str, value: object) -> None:
    assert getattr(value, field) == "Mùa gặt"


@pytest.mark.parametrize(
    ("kind", "fields", "field"),
    [
        (Article, {"id": "b", "headline": "\x00"}, "headline"),
        (Article, {"id": "b", "author": "\x00"}, "author"),
        (Section, {"id": "c", "label": "\x00"}, "label"),
        (Source, {"name": "\x00"}, "name"),
        (Source, {"url": "\x00"}, "link"),
        (CoverLine, {"mode": CoverMode.OTHER, "text": "\x00"}, "text"),
    ],
)
def test_fields_refuse_control_characters(kind: type, fields: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        kind(**fields)
    assert refusal.value.code == "value.control-character"
    assert refusal.value.facts == {"field": field, "character": "U+0000"}


def test_a_slogan_refuses_control_characters() -> None:
    with pytest.raises(InvalidValue) as refusal:
        issue(slogan=("Giữ rừng", "\x1b"))
    assert refusal.value.facts == {"field": "slogan", "character": "U+001B"}


def test_a_source_is_reached_by_a_link() -> None:
    assert Source(name="Báo làng", url=" https://example.org/tin ").url == "https://example.org/tin"
    with pytest.raises(InvalidValue) as refusal:
        Source(url="javascript:alert(1)")
    assert refusal.value.code == "value.link"


def test_articles_and_pictures_come_in_reading_order() -> None:
    one = Article(id="1", body=(PictureRow(pictures=(picture("b"), picture("c"))),))
    two = Article(id="2", body=(PictureRow(pictures=(picture("b"),)),))
    three = Article(id="3")
    full = issue(
        cover_picture=picture("a"),
        sections=(
            Section(id="x", label="X", articles=(one,)),
            Section(id="y", label="Y"),
            Section(id="z", label="Z", articles=(two, three)),
        ),
    )
    assert full.articles == (one, two, three)
    assert full.pictures == (picture("a"), picture("b"), picture("c"), picture("b"))


def test_values_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        issue().status = Status.APPROVED  # type: ignore[misc]
