"""What goes into the store comes out of it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import structs

import bulletin_editor
from bulletin_editor.errors import StoreError
from bulletin_editor.model.adjustments import Adjustments, Crop, Focus
from bulletin_editor.model.agency import Agency, Masthead
from bulletin_editor.model.blocks import Picture
from bulletin_editor.model.edits import set_status
from bulletin_editor.model.issue import Issue, IssueKey, Status
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.store import Store
from issue_strategies import PICTURES, issues

OpenStore = Callable[..., Store]
Pictures = tuple[PictureFile, PictureFile]
TO_THE_READERS = (Status.PUBLISHED, date(2031, 2, 17))


def test_an_issue_and_its_pictures_come_back_after_reopening(
    open_store: OpenStore, issue: Issue, pictures: Pictures
) -> None:
    open_store().save(issue, pictures)
    again = open_store()
    assert again.load(issue.key) == issue
    assert again.pictures(picture.sha256 for picture in issue.pictures) == {p.sha256: p for p in pictures}


@pytest.mark.parametrize(
    "changes",
    [
        {"adjustments": Adjustments(turns=3, angle=1.25, crop=Crop(right=0.2), brightness=-4, contrast=9)},
        {"focus": Focus(x=0.1, y=1)},
        {"adjustments": Adjustments(crop=Crop(top=0.5)), "focus": Focus(x=0)},
    ],
)
def test_the_view_of_a_cover_comes_back(
    open_store: OpenStore, issue: Issue, pictures: Pictures, changes: dict[str, Adjustments | Focus]
) -> None:
    cover = structs.replace(issue.cover_picture, **changes)
    store = open_store()
    for picture in (cover, None, issue.cover_picture, cover):
        stored = structs.replace(issue, cover_picture=picture)
        store.save(stored, pictures)
        assert store.load(issue.key) == stored


def test_a_view_that_is_the_usual_one_is_no_change(
    open_store: OpenStore, path: Path, issue: Issue, pictures: Pictures
) -> None:
    store = open_store()
    store.save(issue, pictures)
    before = path.read_bytes()
    fresh = structs.replace(issue.cover_picture, adjustments=Adjustments(crop=Crop()), focus=Focus())
    store.save(structs.replace(issue, cover_picture=fresh))
    assert path.read_bytes() == before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=issues(worked_on=True), second=issues(worked_on=True))
def test_any_issue_comes_back_as_it_was_and_as_it_became(
    tmp_path_factory: pytest.TempPathFactory, open_store: OpenStore, first: Issue, second: Issue
) -> None:
    store = open_store(tmp_path_factory.mktemp("store") / "a.db")
    store.save(first, PICTURES.values())
    assert store.load(first.key) == first
    assert second.id == first.id
    store.save(second)
    assert store.load(second.key) == second
    assert len(store.summaries()) == 1


def test_an_issue_that_is_not_there(open_store: OpenStore, path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        open_store().load(IssueKey(year=2031, number=9))
    assert caught.value.code == "store.no-issue"
    assert caught.value.facts == {"place": str(path), "key": "9/2031"}


def test_the_list_begins_with_the_newest_number(
    open_store: OpenStore, issue: Issue, pictures: Pictures, plain_issue: Callable[..., Issue]
) -> None:
    store = open_store()
    assert store.summaries() == ()
    assert store.latest() is None
    for other in (plain_issue(52, 2030), plain_issue(10, status=Status.REVIEW), plain_issue(9)):
        store.save(other)
    store.save(issue, pictures)
    assert [str(summary.key) for summary in store.summaries()] == ["10/2031", "9/2031", "7/2031", "52/2030"]
    assert store.latest() == plain_issue(10, status=Status.REVIEW)
    seventh = store.summaries()[2]
    assert (seventh.id, seventh.period, seventh.status) == (issue.id, issue.period, issue.status)
    assert [summary.articles for summary in store.summaries()] == [0, 0, 3, 0]


def test_what_the_list_tells_of_an_issue(
    open_store: OpenStore,
    issue: Issue,
    pictures: Pictures,
    plain_issue: Callable[..., Issue],
    now: Callable[[], datetime],
) -> None:
    store = open_store()
    store.save(set_status(set_status(issue, Status.REVIEW, date(2031, 2, 14)), *TO_THE_READERS), pictures)
    store.save(plain_issue(6))
    seventh, sixth = store.summaries()
    assert (seventh.cover_picture, seventh.reached) == (pictures[0].sha256, date(2031, 2, 17))
    assert (sixth.cover_picture, sixth.reached) == (None, None)
    assert {summary.modified_at for summary in (sixth, seventh)} == {now()}


def test_an_issue_by_its_id(open_store: OpenStore, issue: Issue, pictures: Pictures) -> None:
    store = open_store()
    store.save(issue, pictures)
    assert store.load_by_id(issue.id) == issue
    with pytest.raises(StoreError, match="store.no-issue"):
        store.load_by_id("so-0")
    assert store.has(issue.key)
    assert not store.has(IssueKey(year=2031, number=8))


def test_the_agency_is_the_usual_one_until_another_is_saved(
    open_store: OpenStore, pictures: Pictures
) -> None:
    store = open_store()
    assert store.agency() == Agency()
    emblem = Picture(sha256=pictures[1].sha256, alt="Huy hiệu")
    for agency in (
        Agency(masthead=Masthead(agency="TRẠM KHUYẾN HỌC", emblem=emblem)),
        Agency(masthead=Masthead(agency="TRẠM KHUYẾN NÔNG")),
    ):
        store.save_agency(agency, pictures)
        assert open_store().agency() == agency


def test_an_emblem_that_nobody_gave(open_store: OpenStore, pictures: Pictures) -> None:
    store = open_store()
    emblem = Picture(sha256=pictures[1].sha256)
    with pytest.raises(StoreError, match="store.missing-picture"):
        store.save_agency(Agency(masthead=Masthead(emblem=emblem)), pictures[:1])
    assert store.agency() == Agency()
    assert store.health().pictures == 0


def test_pictures_that_are_not_stored_are_left_out(
    open_store: OpenStore, issue: Issue, pictures: Pictures
) -> None:
    store = open_store()
    store.save(issue, [*pictures, *pictures])
    assert store.pictures(["0" * 64, pictures[0].sha256]) == {pictures[0].sha256: pictures[0]}


def test_a_picture_whose_bytes_have_changed(
    open_store: OpenStore, path: Path, issue: Issue, pictures: Pictures
) -> None:
    store = open_store()
    store.save(issue, pictures)
    with closing(sqlite3.connect(path)) as stranger, stranger:
        stranger.execute("UPDATE picture SET data = x'00' WHERE sha256 = ?", (pictures[1].sha256,))
    assert store.pictures([pictures[0].sha256])
    with pytest.raises(StoreError) as caught:
        store.pictures([pictures[1].sha256])
    assert caught.value.code == "store.damaged-picture"
    assert caught.value.facts["name"] == pictures[1].sha256


def test_health(open_store: OpenStore, path: Path, issue: Issue, pictures: Pictures) -> None:
    store = open_store()
    store.save(issue, pictures)
    health = store.health()
    assert (health.issues, health.articles, health.pictures) == (1, 3, 2)
    assert health.size == path.stat().st_size
    assert health.sqlite_version == sqlite3.sqlite_version
    assert health.schema_version == 3


def test_reading_does_not_load_sqlite_utils(
    open_store: OpenStore, path: Path, issue: Issue, pictures: Pictures
) -> None:
    open_store().save(issue, pictures)
    code = (
        "import sys; from datetime import datetime; from pathlib import Path\n"
        "from bulletin_editor.store import Store\n"
        "with Store.open(Path(sys.argv[1]), clock=datetime.now) as store:\n"
        "    store.pictures(picture.sha256 for picture in store.latest().pictures)\n"
        "    store.agency(), store.summaries()\n"
        "print('sqlite_utils' in sys.modules)"
    )
    checkout = Path(bulletin_editor.__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", code, path], cwd=checkout, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "False"
