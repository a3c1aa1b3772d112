"""Pictures known again, each looked at once."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from PIL import Image

from bulletin_editor.media.prepare import prepare_picture
from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.model.place import PicturePlace
from bulletin_editor.services.likeness import Likeness, look_of


def photograph(turned: int, width: int = 600) -> PictureFile:
    data = BytesIO()
    image = Image.radial_gradient("L").rotate(turned).resize((600, 400))
    image.resize((width, width * 2 // 3)).save(data, "JPEG", quality=60)
    return prepare_picture(data.getvalue(), name="")


FIRST, SECOND, OTHER = (photograph(turned) for turned in (0, 37, 74))
SMALLER = photograph(37, width=300)
FILES = {file.sha256: file for file in (FIRST, SECOND)}
ROW = PictureRow(pictures=(Picture(sha256=FIRST.sha256), Picture(sha256=SECOND.sha256)))
ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(Section(id="s", label="TIN", articles=(Article(id="a", body=(ROW,)),)),),
)


def acquainted(*fresh: PictureFile) -> Likeness:
    """A likeness that has seen all it asks for."""
    likeness = Likeness()
    for file in likeness.strangers(fresh, ISSUE, FILES):
        likeness.remember(file, look_of(file))
    return likeness


def test_a_smaller_copy_is_found_and_another_picture_is_not() -> None:
    likeness = acquainted(SMALLER, OTHER)
    place = PicturePlace(article_id="a", block=0, number=1)
    assert likeness.places_of([SMALLER, OTHER], ISSUE) == (place,)


def test_what_is_there_byte_by_byte_is_found_without_looking_at_anything() -> None:
    likeness = Likeness()
    assert likeness.strangers([SECOND], ISSUE, FILES) == []
    assert likeness.places_of([SECOND], ISSUE) == (PicturePlace(article_id="a", block=0, number=1),)


def test_each_picture_is_looked_at_once() -> None:
    assert Likeness().strangers([SMALLER, SMALLER], ISSUE, FILES) in (
        [SMALLER, FIRST, SECOND],
        [SMALLER, SECOND, FIRST],
    )
    assert acquainted(SMALLER).strangers([SMALLER, OTHER], ISSUE, FILES) == [OTHER]


def test_pictures_that_are_not_at_hand_are_not_asked_for() -> None:
    assert Likeness().strangers([OTHER], ISSUE, {}) == [OTHER]
    assert acquainted(OTHER).places_of([OTHER], ISSUE) == ()
