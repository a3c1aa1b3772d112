"""All pictures of the store: listed without their bytes, with their uses; deleted only while unused."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from msgspec import structs

from bulletin_editor.errors import StoreError
from bulletin_editor.model.agency import Agency, Masthead
from bulletin_editor.model.blocks import Picture, PictureRow
from bulletin_editor.model.issue import Article, Issue, Section
from bulletin_editor.model.picture_file import JPEG, PictureFile, picture_file
from bulletin_editor.store import PictureUse, Store, StoredPicture

OpenStore = Callable[..., Store]
Pictures = tuple[PictureFile, PictureFile]
Make = Callable[..., Issue]


@pytest.fixture
def store(open_store: OpenStore, issue: Issue, pictures: Pictures) -> Store:
    """A store that holds `issue`."""
    store = open_store()
    store.save(issue, pictures)
    return store


@pytest.fixture
def spare() -> PictureFile:
    """A picture that no issue shows."""
    return picture_file(JPEG, 1600, 900, b"anh de danh" * 500)


def row_of(name: str, **fields: str) -> Section:
    """Make a section with one article that shows the picture `name`."""
    alt = fields.pop("alt", "")
    row = PictureRow(pictures=(Picture(sha256=name, alt=alt),), **fields)
    return Section(id=f"muc-{name[:4]}", label="TIN", articles=(Article(id=f"bai-{name[:4]}", body=(row,)),))


def found(store: Store, name: str) -> StoredPicture:
    return next(picture for picture in store.library() if picture.sha256 == name)


def names(store: Store) -> set[str]:
    return {picture.sha256 for picture in store.library()}


def places(picture: StoredPicture) -> list[tuple[str, str]]:
    return [(str(use.issue.key) if use.issue else "", use.article_id) for use in picture.uses]


def test_a_picture_is_listed_with_its_size_and_without_its_bytes(
    store: Store, spare: PictureFile, now: Callable[[], datetime]
) -> None:
    store.add_pictures([spare])
    listed = found(store, spare.sha256)
    assert listed == StoredPicture(
        sha256=spare.sha256,
        media_type=JPEG,
        width=1600,
        height=900,
        size=len(spare.data),
        added_at=now(),
    )
    assert store.pictures([spare.sha256]) == {spare.sha256: spare}


def test_every_place_where_a_picture_stands(store: Store, issue: Issue, pictures: Pictures) -> None:
    store.save_agency(Agency(masthead=Masthead(emblem=Picture(sha256=pictures[1].sha256))))
    photo, badge = (found(store, picture.sha256) for picture in pictures)
    assert places(photo) == [("7/2031", ""), ("7/2031", "bai-1"), ("7/2031", "bai-1")]
    cover, in_article, _ = photo.uses
    assert (cover.alt, cover.caption, cover.headline) == ("Cảnh bản", "", "")
    assert in_article.headline == issue.articles[0].headline
    assert (in_article.caption, in_article.credit, in_article.alt) == ("Trạm", "", "Cảnh bản")
    assert in_article.issue is not None
    assert (in_article.issue.id, in_article.issue.period) == (issue.id, issue.period)
    assert badge.uses[-1] == PictureUse()
    assert len(badge.uses) == 2


def test_uses_begin_with_the_newest_issue_and_the_trash_counts(
    store: Store, pictures: Pictures, plain_issue: Make
) -> None:
    name = pictures[0].sha256
    store.save(plain_issue(9, sections=(row_of(name, credit="Tổ ảnh"),)))
    store.save(plain_issue(50, 2030, cover_picture=Picture(sha256=name)))
    store.delete("so-9-2031")
    picture = found(store, name)
    assert [place for place, _ in places(picture)] == ["9/2031", "7/2031", "7/2031", "7/2031", "50/2030"]
    assert [use.issue.in_trash for use in picture.uses if use.issue] == [True, False, False, False, False]
    assert picture.uses[0].credit == "Tổ ảnh"


def test_the_last_that_came_is_first(open_store: OpenStore, path: Path, now: Callable[[], datetime]) -> None:
    hours = count()
    store = open_store(path, lambda: now() + timedelta(hours=next(hours)))
    files = [picture_file(JPEG, 1, 1, bytes([number])) for number in range(4)]
    store.add_pictures(files[:1])
    store.add_pictures(files[1:3])
    store.add_pictures(files)
    assert [picture.sha256 for picture in store.library()] == [files[at].sha256 for at in (3, 2, 1, 0)]


def test_a_body_from_a_newer_program_does_not_hide_the_pictures(
    store: Store, path: Path, pictures: Pictures
) -> None:
    with closing(sqlite3.connect(path)) as stranger, stranger:
        stranger.execute("""UPDATE article SET body = replace(body, '"caption"', '"tone":5,"caption"')""")
    assert places(found(store, pictures[1].sha256)) == [("7/2031", "bai-1")]


@pytest.mark.parametrize(
    "change", ["article SET body = 'x'", "picture SET added_at = ''", "issue SET period_end = 'x'"]
)
def test_a_library_that_cannot_be_read(store: Store, path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as stranger, stranger:
        stranger.execute("PRAGMA ignore_check_constraints = ON")
        stranger.execute(f"UPDATE {change}")
    with pytest.raises(StoreError, match="store.unreadable-content") as caught:
        store.library()
    assert caught.value.facts["place"] == str(path)


def test_only_what_is_unused_is_deleted(store: Store, pictures: Pictures, spare: PictureFile) -> None:
    store.add_pictures([spare])
    asked = [spare.sha256, pictures[0].sha256, "0" * 64]
    assert store.drop_pictures(asked) == {spare.sha256}
    assert names(store) == {picture.sha256 for picture in pictures}
    assert store.drop_pictures(asked) == frozenset()
    assert store.examine() == ()


@pytest.mark.parametrize("use", ["cover", "article", "emblem", "trash"])
def test_what_came_into_use_since_it_was_listed_stays(
    store: Store, spare: PictureFile, plain_issue: Make, use: str
) -> None:
    store.add_pictures([spare])
    unused = [picture.sha256 for picture in store.library() if not picture.uses]
    assert unused == [spare.sha256]
    picture = Picture(sha256=spare.sha256)
    if use == "emblem":
        store.save_agency(Agency(masthead=Masthead(emblem=picture)))
    elif use == "cover":
        store.save(plain_issue(9, cover_picture=picture))
    else:
        store.save(plain_issue(9, sections=(row_of(spare.sha256),)))
    if use == "trash":
        store.delete("so-9-2031")
    assert store.drop_pictures(unused) == frozenset()
    assert spare.sha256 in names(store)


def test_a_deleted_picture_can_come_back(store: Store, issue: Issue, pictures: Pictures) -> None:
    store.save(structs.replace(issue, sections=(), cover_picture=None))
    assert store.drop_pictures(picture.sha256 for picture in pictures) == names_of(pictures)
    with pytest.raises(StoreError, match="store.missing-picture"):
        store.save(issue)
    store.save(issue, pictures)
    assert store.load(issue.key) == issue
    assert names(store) == names_of(pictures)


def names_of(pictures: Pictures) -> set[str]:
    return {picture.sha256 for picture in pictures}


def test_later_pictures_take_the_room_of_deleted_ones(store: Store, path: Path) -> None:
    first, second = (picture_file(JPEG, 900, 900, bytes([number]) * 400_000) for number in (1, 2))
    store.add_pictures([first])
    size = path.stat().st_size
    store.drop_pictures([first.sha256])
    store.add_pictures([second])
    assert path.stat().st_size == size
