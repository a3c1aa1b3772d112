"""An issue that is deleted goes to the trash, and from there back or away for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from bulletin_editor.errors import StoreError
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.store import Store

OpenStore = Callable[..., Store]
Pictures = tuple[PictureFile, PictureFile]
Make = Callable[..., Issue]


@pytest.fixture
def store(open_store: OpenStore, issue: Issue, pictures: Pictures) -> Store:
    """A store that holds `issue`."""
    store = open_store()
    store.save(issue, pictures)
    return store


def keys(summaries: tuple[object, ...]) -> list[str]:
    return [str(summary.key) for summary in summaries]


def test_a_deleted_issue_is_seen_in_the_trash_alone(
    store: Store, issue: Issue, now: Callable[[], datetime], plain_issue: Make
) -> None:
    store.save(plain_issue(6))
    store.delete(issue.id)
    assert keys(store.summaries()) == ["6/2031"]
    assert store.latest() == plain_issue(6)
    assert not store.has(issue.key)
    with pytest.raises(StoreError, match="store.no-issue"):
        store.load(issue.key)
    (thrown_away,) = store.deleted()
    assert (thrown_away.id, thrown_away.articles, thrown_away.deleted_at) == (issue.id, 3, now())
    assert store.load_by_id(issue.id) == issue
    assert store.examine() == ()


def test_an_issue_comes_back_whole(store: Store, issue: Issue, pictures: Pictures) -> None:
    before = store.summaries()
    store.delete(issue.id)
    store.restore(issue.id)
    assert store.summaries() == before
    assert store.deleted() == ()
    assert store.load(issue.key) == issue
    assert len(store.pictures(picture.sha256 for picture in pictures)) == 2


def test_the_last_deleted_comes_first(
    open_store: OpenStore, path: Path, now: Callable[[], datetime], plain_issue: Make
) -> None:
    hours = count()
    store = open_store(path, lambda: now() + timedelta(hours=next(hours)))
    for number in (1, 2, 3):
        store.save(plain_issue(number))
    for number in (2, 3, 1):
        store.delete(plain_issue(number).id)
    assert keys(store.deleted()) == ["1/2031", "3/2031", "2/2031"]


def test_the_number_of_a_deleted_issue_is_free(store: Store, issue: Issue, plain_issue: Make) -> None:
    store.delete(issue.id)
    other = plain_issue(7)
    store.save(other)
    assert store.load(issue.key) == other
    with pytest.raises(StoreError) as caught:
        store.restore(issue.id)
    assert (caught.value.code, caught.value.facts["key"]) == ("store.restore-taken", issue.key)
    store.delete(other.id)
    assert len(store.deleted()) == 2  # of one number
    store.restore(issue.id)
    assert store.load(issue.key) == issue


def test_discarding_deletes_the_words_and_leaves_the_pictures(
    store: Store, path: Path, issue: Issue, plain_issue: Make
) -> None:
    store.save(plain_issue(6))
    store.delete(issue.id)
    store.discard(issue.id)
    assert store.deleted() == ()
    with pytest.raises(StoreError, match="store.no-issue"):
        store.load_by_id(issue.id)
    with closing(sqlite3.connect(path)) as stranger:
        tables = ("issue", "section", "article", "picture_use", "picture")
        assert [stranger.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables] == [
            1, 0, 0, 0, 2,
        ]  # fmt: skip
    assert store.examine() == ()


def test_only_what_is_in_the_trash_is_discarded_or_restored(store: Store, path: Path, issue: Issue) -> None:
    before = path.read_bytes()
    for act in (store.discard, store.restore):
        with pytest.raises(StoreError) as caught:
            act(issue.id)
        assert caught.value.facts == {"place": str(path), "key": issue.id}
    with pytest.raises(StoreError, match="store.no-issue"):
        store.delete("so-0")
    assert path.read_bytes() == before
    store.delete(issue.id)
    with pytest.raises(StoreError, match="store.no-issue"):
        store.delete(issue.id)
