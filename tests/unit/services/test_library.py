"""The pictures of the store are found by what is said of them, by their issue, and by day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.issue import Issue, IssueKey, Period
from bulletin_editor.model.picture_file import JPEG, picture_file
from bulletin_editor.services.library import search, shelved, unused, used_in
from bulletin_editor.store import IssueOfUse, PictureUse, Store, StoredPicture

WEEK_12 = Period(start=date(2026, 3, 16), end=date(2026, 3, 22))


def issue(number: int, year: int = 2026, period: Period = WEEK_12) -> IssueOfUse:
    return IssueOfUse(id=f"so-{number}-{year}", key=IssueKey(year=year, number=number), period=period)


def stored(letter: str, *uses: PictureUse, came: date = date(2025, 1, 2)) -> StoredPicture:
    return StoredPicture(
        sha256=letter * 64,
        media_type=JPEG,
        width=1600,
        height=900,
        size=1000,
        added_at=datetime(came.year, came.month, came.day, 12).astimezone(),
        uses=uses,
    )


LIBRARY = shelved(
    [
        stored("a", PictureUse(issue=issue(12), article_id="x", caption="Hội thảo chuyển đổi số")),
        stored("b", PictureUse(issue=issue(2), headline="Hỏi đáp về thảo dược", article_id="y")),
        stored(
            "c",
            PictureUse(issue=issue(120, 2027, Period(start=date(2027, 8, 2), end=date(2027, 8, 8)))),
            PictureUse(issue=issue(3, 2025), alt="Đường lên bản", credit="Tổ 12 xóm Đoài", article_id="z"),
        ),
        stored("d", came=date(2026, 5, 4)),
        stored("e", PictureUse(), came=date(2026, 11, 4)),
    ]
)


def found(text: str) -> str:
    return "".join(picture.sha256[0] for picture in search(LIBRARY, text))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", "abcde"),
        ("hoi thao", "ab"),
        ("Hội thảo", "a"),
        ("HỘI", "a"),
        ("hô\u0323i tha\u0309o", "a"),
        ("thảo dươc", ""),
        ("duoc hoi", "b"),
        ("duong len ban", "c"),
        ("đường", "c"),
        ("doai", "c"),
        ("không có", ""),
    ],
)
def test_words_are_found_with_or_without_their_marks(text: str, letters: str) -> None:
    assert found(text) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("12/2026", "a"),
        ("2/2026", "b"),
        ("so 12", "a"),
        ("Số 12", "a"),
        ("số 12/2026", "a"),
        ("số 12/20", "a"),
        ("so 1", ""),
        ("so 3", "c"),
        ("so 12 hoi thao", "a"),
        ("hoi thao so 2", "b"),
        ("so 120/2027", "c"),
        ("12", "ac"),
        ("chuyen doi so", "a"),
    ],
)
def test_an_issue_is_named_as_people_name_it(text: str, letters: str) -> None:
    assert found(text) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("04/05/2026", "d"),
        ("4/5/2026", "d"),
        ("4/5", "d"),
        ("19/03/2026", "abc"),
        ("19/3 hoi thao", "ab"),
        ("23/03/2026", ""),
        ("8/8/2027", "c"),
    ],
)
def test_a_day_is_that_of_coming_or_one_of_the_period(text: str, letters: str) -> None:
    assert found(text) == letters


def test_a_period_without_end_is_no_hindrance() -> None:
    ages = Period(start=date(1900, 1, 1), end=date(9998, 1, 1))
    (each,) = shelved([stored("a", PictureUse(issue=issue(1, period=ages)))])
    assert each.days.count("/") < 100


def test_what_is_unused_and_what_an_issue_uses() -> None:
    pictures = [each.picture for each in LIBRARY]
    assert [picture.sha256[0] for picture in unused(pictures)] == ["d"]
    assert [picture.sha256[0] for picture in used_in(pictures, "so-3-2025")] == ["c"]


def test_the_library_of_a_store(tmp_path: Path) -> None:
    cover, spare = (picture_file(JPEG, 4, 3, data) for data in (b"bia", b"de danh"))
    with Store.open(tmp_path / "kho.db", clock=lambda: datetime(2026, 3, 17, 5, tzinfo=UTC)) as store:
        shown = Picture(sha256=cover.sha256, alt="Ruộng bậc thang")
        store.save(
            Issue(id="so", key=IssueKey(year=2026, number=12), period=WEEK_12, cover_picture=shown), [cover]
        )
        store.add_pictures([spare])
        library = shelved(store.library())
    assert [picture.sha256 for picture in search(library, "ruong bac")] == [cover.sha256]
    assert len(search(library, "17/3/2026")) == 2
