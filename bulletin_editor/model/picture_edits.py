"""Edits of pictures: how one is changed, and how those of a row are arranged.

A place where there is no such picture or row is a fault of the program: `LookupError`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from msgspec.structs import replace

from bulletin_editor.model.blocks import MAX_PICTURES_IN_ROW, Picture, PictureRow, RowLayout
from bulletin_editor.model.edits import article_of, change_article, set_cover_picture
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.place import PicturePlace


class Arrangement(Enum):
    """How the officer wants the pictures of a row to stand."""

    ONE_LARGE = "one_large"
    TWO = "two"
    THREE = "three"
    FOUR = "four"
    TALL_BESIDE_TWO = "tall_beside_two"

    @property
    def count(self) -> int:
        """How many pictures stand in a full row."""
        return _COUNTS[self]


_COUNTS = {
    Arrangement.ONE_LARGE: 1,
    Arrangement.TWO: 2,
    Arrangement.THREE: 3,
    Arrangement.FOUR: 4,
    Arrangement.TALL_BESIDE_TWO: 3,
}


def arranged(row: PictureRow, arrangement: Arrangement) -> tuple[PictureRow, ...]:
    """Return the pictures of `row`, in their order, in as many rows as `arrangement` needs.

    The last row takes the pictures that are left, and keeps caption and credit: there they stand below all of
    them.
    """
    count = arrangement.count
    tall = arrangement is Arrangement.TALL_BESIDE_TWO
    layout = RowLayout.TALL_BESIDE_TWO if tall else RowLayout.SIDE_BY_SIDE
    groups = [row.pictures[first : first + count] for first in range(0, len(row.pictures), count)]
    rows = [PictureRow(pictures=group, layout=layout) for group in groups]
    rows[-1] = replace(rows[-1], caption=row.caption, credit=row.credit)
    return tuple(rows)


def arrangement_of(row: PictureRow) -> Arrangement:
    """Return how the pictures of `row` stand."""
    if row.layout is RowLayout.TALL_BESIDE_TWO:
        return Arrangement.TALL_BESIDE_TWO
    return next(each for each in Arrangement if each.count == len(row.pictures))


def add_pictures(issue: Issue, article_id: str, block: int, pictures: tuple[Picture, ...]) -> Issue:
    """Put pictures into the row that is block `block` (from 0) of an article, as far as they fit.

    Those for which it has no room come into rows of their own behind it.
    """
    row, body = _row_at(issue, article_id, block), article_of(issue, article_id).body
    together = row.pictures + pictures
    fuller = replace(row, pictures=together[:MAX_PICTURES_IN_ROW])
    others = rows_of(together[MAX_PICTURES_IN_ROW:])
    return change_article(issue, article_id, body=(*body[:block], fuller, *others, *body[block + 1 :]))


def rows_of(pictures: tuple[Picture, ...]) -> tuple[PictureRow, ...]:
    """Return rows that show `pictures`, each as full as it may be."""
    most = MAX_PICTURES_IN_ROW
    return tuple(PictureRow(pictures=pictures[at : at + most]) for at in range(0, len(pictures), most))


def change_picture(issue: Issue, place: PicturePlace, change: Callable[[Picture], Picture]) -> Issue:
    """Put what `change` makes of the picture at `place` there instead."""
    if place.is_cover:
        if issue.cover_picture is None:
            raise LookupError(place)
        return set_cover_picture(issue, change(issue.cover_picture))
    row = _row_at(issue, place.article_id, place.block)
    pictures = list(row.pictures)
    pictures[place.number] = change(pictures[place.number])
    body = list(article_of(issue, place.article_id).body)
    body[place.block] = replace(row, pictures=tuple(pictures))
    return change_article(issue, place.article_id, body=tuple(body))


def _row_at(issue: Issue, article_id: str, block: int) -> PictureRow:
    row = article_of(issue, article_id).body[block]
    if not isinstance(row, PictureRow):
        raise LookupError(article_id, block)
    return row
