"""What is done to a picture, and how a row is laid out, stands beside the pictures in Markdown."""

from __future__ import annotations

import pytest

from bulletin_editor.model.adjustments import Adjustments, Crop, Focus
from bulletin_editor.model.blocks import RowLayout

ALL = '{turns=1 angle=-2.5 crop="0.1 0 0.2 0" brightness=10 contrast=-5 focus="0.3 0.45"}'
ADJUSTED = Adjustments(turns=1, angle=-2.5, crop=Crop(left=0.1, right=0.2), brightness=10, contrast=-5)
FRONT_MATTER = "---\nnumber: 7\nyear: 2026\nfrom: 2026-02-09\nto: 2026-02-15\n{}---\n"


def fence(*lines: str) -> str:
    return "\n".join([":::{pictures}", *lines, ":::", ""])


def test_attributes_say_how_a_picture_is_adjusted(read_body) -> None:
    (row,) = read_body(fence(f"![Cầu](anh.png){ALL}", "![](anh.png)", "Hai ảnh"))
    adjusted, plain = row.pictures
    assert (adjusted.alt, adjusted.adjustments, adjusted.focus) == ("Cầu", ADJUSTED, Focus(x=0.3, y=0.45))
    assert (plain.adjustments, plain.focus) == (Adjustments(), Focus())
    assert row.caption == "Hai ảnh"


def test_attributes_belong_to_the_picture_before_them(read_body) -> None:
    (row,) = read_body(fence("![](anh.png){turns=1} ![](anh.png) { turns=2 } ![](anh.png)"))
    assert [picture.adjustments.turns for picture in row.pictures] == [1, 2, 0]


def test_a_line_in_braces_is_a_caption(read_body) -> None:
    (row,) = read_body(fence("![](anh.png)", "{turns=1}"))
    assert row.caption == "{turns=1}"


def test_three_pictures_can_stand_as_one_tall_beside_two(read_body) -> None:
    (row,) = read_body(fence(*["![](anh.png)"] * 3, "Chợ phiên", ":layout: tall"))
    assert row.layout is RowLayout.TALL_BESIDE_TWO


def test_the_cover_picture_has_its_attributes_in_the_front_matter(read) -> None:
    issue = read(FRONT_MATTER.format(f"cover_picture: anh.png\ncover_adjustments: {ALL[1:-1]}\n")).issue
    assert issue.cover_picture is not None
    assert (issue.cover_picture.adjustments, issue.cover_picture.focus) == (ADJUSTED, Focus(x=0.3, y=0.45))


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ("colour=1", "markdown.picture-attribute"),
        ("turns=1 turns=1", "markdown.picture-attribute"),
        ("turns", "markdown.picture-attribute"),
        ("turns = 1", "markdown.picture-attribute"),
        ('focus="0 0"turns=1', "markdown.picture-attribute"),
        ('crop="0.1 0', "markdown.picture-attribute"),
        ("turns=1.5", "markdown.picture-attribute-value"),
        ("turns=", "markdown.picture-attribute"),
        ('crop="0.1 0 0.2"', "markdown.picture-attribute-value"),
        ("focus=0.5", "markdown.picture-attribute-value"),
        ("angle=nan", "markdown.picture-attribute-value"),
        ("angle=1e3", "markdown.picture-attribute-value"),
        ("turns=4", "value.turns"),
        ("angle=15.1", "value.angle"),
        ("contrast=101", "value.tone"),
        ('crop="0.5 0 0.5 0"', "value.crop"),
        ('focus="1.1 0"', "value.focus"),
    ],
)
def test_a_wrong_attribute_is_refused_with_its_line(body_refusal, attributes: str, code: str) -> None:
    assert body_refusal(fence("![](anh.png)", f"![](anh.png){{{attributes}}}")) == (code, 3)


def test_a_wrong_attribute_of_the_cover_is_refused_with_its_line(refusal) -> None:
    text = FRONT_MATTER.format("cover_picture: anh.png\ncover_adjustments: turns=7\n")
    assert (refusal(text).code, refusal(text).facts["place"]) == ("value.turns", "so-07.md:7")
    alone = refusal(FRONT_MATTER.format("cover_adjustments: turns=1\n"))
    assert (alone.code, alone.facts["key"]) == ("front-matter.alt-alone", "cover_adjustments")


@pytest.mark.parametrize(
    ("pictures", "layout", "code"),
    [(3, "wide", "markdown.unknown-layout"), (2, "tall", "markdown.layout-of-three")],
)
def test_a_layout_that_cannot_be_is_refused(body_refusal, pictures: int, layout: str, code: str) -> None:
    lines = [*["![](anh.png)"] * pictures, f":layout: {layout}"]
    assert body_refusal(fence(*lines)) == (code, pictures + 2)
