"""Pictures are adjusted where they stand, and rows arranged anew without a picture or a word lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bulletin_editor.model.adjustments import Adjustments, Crop, Focus, developed_size
from bulletin_editor.model.blocks import Paragraph, Picture, PictureRow, RowLayout
from bulletin_editor.model.edits import article_of
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.picture_edits import (
    Arrangement,
    add_pictures,
    arranged,
    arrangement_of,
    change_picture,
)
from bulletin_editor.model.place import COVER_PICTURE, PicturePlace
from bulletin_editor.model.placed_pictures import placed_pictures
from bulletin_editor.model.rich_text import rich

NAMES = [str(digit) * 64 for digit in range(1, 5)]
TURNED = Adjustments(turns=1, crop=Crop(left=0.1))
LEFT = Focus(x=0.1, y=0.4)


def turned(picture: Picture) -> Picture:
    return replace(picture, adjustments=TURNED, focus=LEFT)


def row(count: int, layout: RowLayout = RowLayout.SIDE_BY_SIDE) -> PictureRow:
    pictures = tuple(Picture(sha256=name, alt=name[0]) for name in NAMES[:count])
    return PictureRow(pictures=pictures, caption="Chợ phiên", credit="Tổ ảnh", layout=layout)


def issue_with(*body: Paragraph | PictureRow, cover: Picture | None = None) -> Issue:
    sections = (Section(id="s", label="TIN", articles=(Article(id="a", headline="Bài", body=body),)),)
    week = Period(start=date(2026, 2, 9), end=date(2026, 2, 15))
    key = IssueKey(year=2026, number=7)
    return Issue(id="i", key=key, period=week, cover_picture=cover, sections=sections)


@pytest.mark.parametrize(
    ("count", "arrangement", "sizes"),
    [
        (3, Arrangement.ONE_LARGE, [1, 1, 1]),
        (3, Arrangement.TWO, [2, 1]),
        (4, Arrangement.TWO, [2, 2]),
        (4, Arrangement.THREE, [3, 1]),
        (2, Arrangement.FOUR, [2]),
        (4, Arrangement.TALL_BESIDE_TWO, [3, 1]),
    ],
)
def test_pictures_stand_in_rows_of_the_size_that_was_chosen(
    count: int, arrangement: Arrangement, sizes: list[int]
) -> None:
    assert [len(each.pictures) for each in arranged(row(count), arrangement)] == sizes


@given(count=st.integers(1, 4), arrangement=st.sampled_from(Arrangement), layout=st.sampled_from(RowLayout))
def test_arranging_keeps_the_pictures_in_order_and_the_words_below_the_last(
    count: int, arrangement: Arrangement, layout: RowLayout
) -> None:
    before = row(count, layout)
    *upper, last = arranged(before, arrangement)
    assert tuple(picture for each in (*upper, last) for picture in each.pictures) == before.pictures
    assert (last.caption, last.credit) == (before.caption, before.credit)
    assert not any(each.caption or each.credit for each in upper)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_a_full_row_tells_how_it_is_arranged(arrangement: Arrangement) -> None:
    (full,) = arranged(row(arrangement.count), arrangement)
    assert arrangement_of(full) is arrangement


def test_pictures_fill_a_row_and_the_others_come_behind_it() -> None:
    text = Paragraph(text=rich("Chợ họp sớm."))
    more = tuple(Picture(sha256=name * 64) for name in "abcdef9")
    after = add_pictures(issue_with(text, row(3), text), "a", 1, more)
    full = replace(row(3), pictures=(*row(3).pictures, more[0]))
    rows = (PictureRow(pictures=more[1:5]), PictureRow(pictures=more[5:]))
    assert article_of(after, "a").body == (text, full, *rows, text)


def test_only_the_picture_at_the_place_is_changed() -> None:
    before = issue_with(row(2), row(2))
    place = PicturePlace(article_id="a", block=1, number=0)
    after = change_picture(before, place, turned)
    changed = {
        where: picture for where, picture in placed_pictures(after) if picture.adjustments != Adjustments()
    }
    assert changed == {place: turned(Picture(sha256=NAMES[0], alt="1"))}


def test_the_cover_picture_is_changed_too() -> None:
    issue = change_picture(issue_with(cover=Picture(sha256=NAMES[0])), COVER_PICTURE, turned)
    assert issue.cover_picture == turned(Picture(sha256=NAMES[0]))


@pytest.mark.parametrize("place", [COVER_PICTURE, PicturePlace(article_id="a"), PicturePlace(article_id="b")])
def test_where_there_is_no_picture_none_can_be_changed(place: PicturePlace) -> None:
    with pytest.raises(LookupError):
        change_picture(issue_with(Paragraph(text=rich("Chợ họp sớm."))), place, turned)


@pytest.mark.parametrize(
    ("adjustments", "size"),
    [
        (Adjustments(), (1200, 800)),
        (Adjustments(turns=3), (800, 1200)),
        (Adjustments(crop=Crop(left=0.25, right=0.25, top=0.5)), (600, 400)),
        (Adjustments(turns=1, crop=Crop(top=0.5)), (800, 600)),
        (Adjustments(angle=10), (964, 642)),
        (Adjustments(angle=-10), (964, 642)),
    ],
)
def test_the_size_after_developing_is_known_beforehand(
    adjustments: Adjustments, size: tuple[int, int]
) -> None:
    assert developed_size(1200, 800, adjustments) == size
