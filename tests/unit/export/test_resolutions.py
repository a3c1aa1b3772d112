"""How sharp a picture is printed follows from its size, its adjustments and its frame."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin_editor.export.resolutions import resolutions
from bulletin_editor.export.template import Template
from bulletin_editor.model.adjustments import Adjustments, Crop
from bulletin_editor.model.blocks import Picture, PictureRow, RowLayout
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.place import COVER_PICTURE, PicturePlace
from bulletin_editor.model.resolution import Resolution

NAME, MISSING = "1" * 64, "2" * 64
SIZES = {NAME: (1800, 1200)}


def issue_with(*rows: PictureRow, cover: Picture | None = None) -> Issue:
    sections = (Section(id="s", label="TIN", articles=(Article(id="a", headline="Bài", body=rows),)),)
    week = Period(start=date(2026, 2, 9), end=date(2026, 2, 15))
    key = IssueKey(year=2026, number=7)
    return Issue(id="i", key=key, period=week, cover_picture=cover, sections=sections)


def row(count: int, layout: RowLayout = RowLayout.SIDE_BY_SIDE, **view: Adjustments) -> PictureRow:
    return PictureRow(pictures=(Picture(sha256=NAME, **view),) * count, layout=layout)


def dpi_of(template: Template, pictures: PictureRow) -> list[int]:
    found = resolutions(issue_with(pictures), template.settings, SIZES)
    return [
        found[PicturePlace(article_id="a", number=number)].dpi for number in range(len(pictures.pictures))
    ]


@pytest.mark.parametrize(
    ("pictures", "dpi"),
    [
        (row(1), [269]),  # 1800 px on 170 mm
        (row(2), [551] * 2),  # 1800 px on 83 mm, cut above and below
        (row(4), [983] * 4),  # 1200 px on 31 mm, cut at the sides
        (row(3, RowLayout.TALL_BESIDE_TWO), [346, 551, 551]),  # 1200 px on 88 mm, then 1800 px on 83 mm
        (row(1, adjustments=Adjustments(crop=Crop(left=0.25, right=0.25, top=0.25, bottom=0.25))), [134]),
        (row(1, adjustments=Adjustments(turns=1)), [544]),  # 1800 px on 84 mm, as narrow as it is then
    ],
)
def test_pixels_are_counted_on_the_paper_that_they_fill(
    template: Template, pictures: PictureRow, dpi: list[int]
) -> None:
    assert dpi_of(template, pictures) == dpi


def test_the_cover_picture_is_as_wide_as_the_page(template: Template) -> None:
    issue = issue_with(cover=Picture(sha256=NAME))
    (found,) = resolutions(issue, template.settings, SIZES).items()
    height = template.settings.cover.picture_height
    assert found == (COVER_PICTURE, Resolution(dpi=218, width=210, height=height))
    assert found[1].needed(150) == (1241, 621)


def test_of_a_picture_that_is_not_at_hand_nothing_is_said(template: Template) -> None:
    pictures = PictureRow(pictures=(Picture(sha256=NAME), Picture(sha256=MISSING)))
    issue = issue_with(pictures, row(1), cover=Picture(sha256=MISSING))
    assert list(resolutions(issue, template.settings, SIZES)) == [PicturePlace(article_id="a", block=1)]
