"""Edits change what they name and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from bulletin_editor.model import edits
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.issue import (
    Article,
    Issue,
    IssueKey,
    Milestone,
    Period,
    Section,
    Status,
    Waiver,
)
from bulletin_editor.model.place import Part, Place
from bulletin_editor.model.rich_text import rich


def article(name: str) -> Article:
    return Article(id=name, headline=name.upper())


ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(
        Section(id="s1", label="MỘT", articles=(article("a"), article("b"), article("c"))),
        Section(id="s2", label="HAI", articles=(article("d"),)),
    ),
)


def order(issue: Issue) -> dict[str, str]:
    return {section.id: "".join(article.id for article in section.articles) for section in issue.sections}


@pytest.mark.parametrize(
    ("moved", "section", "position", "expected"),
    [
        ("a", "s1", 2, {"s1": "bca", "s2": "d"}),
        ("c", "s1", 0, {"s1": "cab", "s2": "d"}),
        ("b", "s1", 1, {"s1": "abc", "s2": "d"}),
        ("b", "s2", 0, {"s1": "ac", "s2": "bd"}),
        ("d", "s1", 99, {"s1": "abcd", "s2": ""}),
    ],
)
def test_an_article_moves(moved: str, section: str, position: int, expected: dict[str, str]) -> None:
    assert order(edits.move_article(ISSUE, moved, section, position)) == expected


@pytest.mark.parametrize(
    ("moved", "step", "expected"),
    [
        ("a", 1, {"s1": "bac", "s2": "d"}),
        ("c", 1, {"s1": "ab", "s2": "cd"}),
        ("d", -1, {"s1": "abcd", "s2": ""}),
        ("a", -1, {"s1": "abc", "s2": "d"}),
        ("d", 1, {"s1": "abc", "s2": "d"}),
    ],
)
def test_an_article_is_shifted_from_section_to_section(
    moved: str, step: int, expected: dict[str, str]
) -> None:
    assert order(edits.shift_article(ISSUE, moved, step)) == expected


def test_articles_are_added_copied_and_removed() -> None:
    assert order(edits.add_article(ISSUE, article("x"), "s1", 1))["s1"] == "axbc"
    assert order(edits.add_article(ISSUE, article("x"), "s2"))["s2"] == "dx"
    copied = edits.duplicate_article(ISSUE, "b", "x")
    assert order(copied)["s1"] == "abxc"
    assert replace(edits.article_of(copied, "x"), id="b") == edits.article_of(ISSUE, "b")
    assert order(edits.remove_article(ISSUE, "b"))["s1"] == "ac"


def test_fields_of_one_article_change() -> None:
    changed = edits.change_article(ISSUE, "b", headline="Khác", author="Tổ biên tập")
    assert edits.article_of(changed, "b") == Article(id="b", headline="Khác", author="Tổ biên tập")
    assert edits.change_article(changed, "b", headline="B", author="") == ISSUE


def test_blocks_are_put_into_a_body() -> None:
    first, second = Paragraph(text=rich("một")), Paragraph(text=rich("hai"))
    changed = edits.insert_blocks(ISSUE, "b", 0, (second,))
    changed = edits.insert_blocks(changed, "b", 0, (first,))
    assert edits.article_of(changed, "b").body == (first, second)
    longer = edits.insert_blocks(changed, "b", 9, (first,))
    assert edits.article_of(longer, "b").body == (first, second, first)


def test_sections_are_added_moved_renamed_and_removed() -> None:
    more = edits.add_section(ISSUE, Section(id="s3", label="BA"), 0)
    assert [section.id for section in more.sections] == ["s3", "s1", "s2"]
    assert [section.id for section in edits.move_section(more, "s3", 2).sections] == ["s1", "s2", "s3"]
    assert edits.rename_section(ISSUE, "s2", "  MỚI ").sections[1].label == "MỚI"
    assert order(edits.remove_section(ISSUE, "s1")) == {"s2": "d"}


@pytest.mark.parametrize("name", ["", "x"])
def test_what_is_not_there_is_a_fault_of_the_program(name: str) -> None:
    for edit in (edits.remove_article, edits.article_of, edits.remove_section, edits.section_with):
        with pytest.raises(LookupError):
            edit(ISSUE, name)


def test_each_status_keeps_its_day_until_it_is_reached_again() -> None:
    issue = ISSUE
    for status, day in ((Status.DRAFT, 1), (Status.REVIEW, 2), (Status.APPROVED, 3), (Status.PUBLISHED, 4)):
        issue = edits.set_status(issue, status, date(2026, 2, day))
    assert [milestone.day.day for milestone in issue.milestones] == [1, 2, 3, 4]
    assert edits.is_locked(issue)
    reopened = edits.set_status(issue, Status.REVIEW, date(2026, 2, 9))
    assert reopened.milestones == (
        Milestone(status=Status.DRAFT, day=date(2026, 2, 1)),
        Milestone(status=Status.REVIEW, day=date(2026, 2, 9)),
    )
    assert not edits.is_locked(reopened)


def test_a_waiver_gives_way_to_a_newer_one_and_can_be_taken_back() -> None:
    place = Place(part=Part.COVER_LINE, article_id="a")
    first = Waiver(code="x", place=place, facts={"a": "1"}, reason="vì thế")
    other = Waiver(code="x", place=place, facts={"a": "2"}, reason="vì thế")
    issue = edits.waive(edits.waive(ISSUE, first), other)
    again = edits.waive(issue, replace(first, reason="vì khác"))
    assert again.waivers == (other, replace(first, reason="vì khác"))
    assert edits.unwaive(again, first).waivers == (other,)
