"""A save changes what has changed, keeps what has not, and refuses what would lose something."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec import structs

from bulletin_editor.errors import InvalidValue, StoreError
from bulletin_editor.model.issue import Article, Issue, IssueKey, Section
from bulletin_editor.model.picture_file import PictureFile
from bulletin_editor.store import Store

OpenStore = Callable[..., Store]
Pictures = tuple[PictureFile, PictureFile]
TABLES = ("issue", "section", "article", "picture", "picture_use")


@pytest.fixture
def store(open_store: OpenStore, issue: Issue, pictures: Pictures) -> Store:
    """A store that holds `issue`."""
    store = open_store()
    store.save(issue, pictures)
    return store


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Ask the store file something, as a stranger would."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def watch(path: Path) -> None:
    """Let the store file itself note down each row that is written or deleted."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE seen (what TEXT)")
        for table in TABLES:
            for event in ("INSERT", "UPDATE", "DELETE"):
                connection.execute(
                    f"CREATE TRIGGER {event}_{table} AFTER {event} ON {table} "
                    f"BEGIN INSERT INTO seen VALUES ('{event} {table}'); END"
                )


def seen(path: Path) -> set[tuple[object, ...]]:
    return set(ask(path, "SELECT what, count(*) FROM seen GROUP BY what"))


def with_sections(issue: Issue, *sections: Section) -> Issue:
    return structs.replace(issue, sections=sections)


def test_saving_what_is_stored_already_writes_nothing(
    store: Store, path: Path, issue: Issue, pictures: Pictures
) -> None:
    before = path.read_bytes()
    store.save(issue, pictures)
    assert path.read_bytes() == before


def test_only_the_changed_article_is_rewritten(store: Store, path: Path, issue: Issue) -> None:
    watch(path)
    news, plans = issue.sections
    changed = structs.replace(news.articles[1], headline="Lớp học số ở bản")
    store.save(with_sections(issue, structs.replace(news, articles=(news.articles[0], changed)), plans))
    assert seen(path) == {("UPDATE article", 1), ("UPDATE issue", 1)}  # the issue for its time
    assert store.load(issue.key).sections[0].articles == (news.articles[0], changed)


@pytest.fixture
def in_vietnam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer whose clock shows the time of Vietnam, seven hours before UTC."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC-7")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("store", "in_vietnam")
def test_a_change_is_dated_in_utc_and_the_beginning_is_kept(
    open_store: OpenStore, path: Path, issue: Issue
) -> None:
    later = datetime(2031, 2, 11, 15, 30, tzinfo=timezone(timedelta(hours=7)))
    open_store(clock=lambda: later).save(with_sections(issue))
    times = ask(path, "SELECT created_at, modified_at FROM issue")
    assert times == [("2031-02-10T08:30:00+00:00", "2031-02-11T08:30:00+00:00")]


def test_a_picture_taken_out_of_an_article_is_no_longer_used_there(
    store: Store, path: Path, issue: Issue
) -> None:
    news, plans = issue.sections
    bare = structs.replace(news.articles[0], body=news.articles[0].body[:1])
    store.save(with_sections(issue, structs.replace(news, articles=(bare, news.articles[1])), plans))
    assert ask(path, "SELECT * FROM picture_use") == []
    assert store.health().pictures == 2


def test_removed_parts_are_gone_and_their_pictures_stay(store: Store, path: Path, issue: Issue) -> None:
    shorter = with_sections(issue, structs.replace(issue.sections[0], articles=issue.articles[1:2]))
    store.save(shorter)
    assert store.load(issue.key) == shorter
    counts = [ask(path, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES]
    assert counts == [1, 1, 1, 2, 0]


def test_an_article_moves_out_of_a_section_that_is_no_more(store: Store, path: Path, issue: Issue) -> None:
    watch(path)
    moved = with_sections(issue, structs.replace(issue.sections[1], articles=tuple(reversed(issue.articles))))
    store.save(moved)
    assert store.load(issue.key) == moved
    assert ("DELETE article", 1) not in seen(path)


def test_an_issue_keeps_its_id_when_its_number_changes(store: Store, issue: Issue) -> None:
    renumbered = structs.replace(issue, key=IssueKey(year=2031, number=8))
    store.save(renumbered)
    assert [str(summary.key) for summary in store.summaries()] == ["8/2031"]
    assert store.load(renumbered.key) == renumbered


def refused(store: Store, issue: Issue, given: tuple[PictureFile, ...] = ()) -> StoreError:
    """Save `issue`, and see that it is refused and nothing is written."""
    with pytest.raises(StoreError) as caught:
        store.save(issue, given)
    return caught.value


def test_a_number_that_another_issue_has(
    store: Store, path: Path, issue: Issue, plain_issue: Callable[..., Issue]
) -> None:
    before = path.read_bytes()
    error = refused(store, plain_issue(7, slogan=("Khác",)))
    assert (error.code, error.facts["key"]) == ("store.duplicate-number", issue.key)
    assert path.read_bytes() == before
    assert store.load(issue.key) == issue


def test_an_article_of_another_issue_is_not_taken_away(
    store: Store, path: Path, issue: Issue, plain_issue: Callable[..., Issue]
) -> None:
    before = path.read_bytes()
    thief = plain_issue(8, sections=(Section(id="muc-8", label="TIN", articles=issue.articles[2:]),))
    assert refused(store, thief).code == "store.id-taken"
    assert path.read_bytes() == before


@pytest.mark.parametrize("stored_before", [False, True])
def test_two_articles_of_one_id(
    store: Store, path: Path, plain_issue: Callable[..., Issue], stored_before: bool
) -> None:
    twins = tuple(Article(id="bai-9", headline=headline) for headline in ("Một", "Hai"))
    if stored_before:
        store.save(plain_issue(9, sections=(Section(id="muc-9", label="TIN", articles=twins[:1]),)))
    before = path.read_bytes()
    error = refused(store, plain_issue(9, sections=(Section(id="muc-9", label="TIN", articles=twins),)))
    assert (error.code, error.facts["detail"]) == ("store.id-taken", "bai-9")
    assert path.read_bytes() == before


def test_a_picture_that_is_neither_given_nor_stored(
    open_store: OpenStore, path: Path, issue: Issue, pictures: Pictures
) -> None:
    store = open_store()
    before = path.read_bytes()
    error = refused(store, issue, pictures[:1])
    assert error.code == "store.missing-picture"
    assert error.facts == {"place": f"7/2031: {issue.articles[0].headline}", "name": pictures[1].sha256}
    assert path.read_bytes() == before
    assert store.summaries() == ()


def test_a_number_beyond_all_reason(store: Store, path: Path, plain_issue: Callable[..., Issue]) -> None:
    before = path.read_bytes()
    assert refused(store, plain_issue(10**30)).code == "store.rejected"
    with pytest.raises(StoreError, match="store.rejected"):
        store.load(IssueKey(year=2031, number=10**30))
    assert path.read_bytes() == before


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("used_by", ["issue", "article", "agency"])
def test_a_picture_in_use_cannot_be_deleted(path: Path, issue: Issue, used_by: str) -> None:
    removals = {
        "issue": "DELETE FROM picture_use",
        "article": "UPDATE issue SET cover_picture = NULL, cover_alt = ''",
        "agency": "DELETE FROM issue",
    }
    with closing(sqlite3.connect(path)) as stranger:
        stranger.execute("PRAGMA foreign_keys = ON")
        name = issue.pictures[0].sha256
        stranger.execute("INSERT INTO agency VALUES (1, '', ?, '')", (name if used_by == "agency" else None,))
        stranger.execute(removals[used_by])
        with pytest.raises(sqlite3.IntegrityError):
            stranger.execute("DELETE FROM picture WHERE sha256 = ?", (name,))


def test_an_issue_goes_with_all_its_parts(store: Store, path: Path) -> None:
    with closing(sqlite3.connect(path)) as stranger, stranger:
        stranger.execute("PRAGMA foreign_keys = ON")
        stranger.execute("DELETE FROM issue")
    assert [ask(path, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES] == [0, 0, 0, 2, 0]
    assert store.summaries() == ()


def test_nobody_writes_between_reading_and_writing_of_a_change(
    store: Store, open_store: Callable[..., Store], issue: Issue
) -> None:
    other = open_store()

    def edit(found: Issue) -> Issue:
        assert found == issue
        with pytest.raises(StoreError) as locked:
            other.save(structs.replace(issue, slogan=("khác",)))
        assert locked.value.code == "store.locked"
        return structs.replace(found, slogan=("mới",))

    assert store.change(issue.key, edit).slogan == ("mới",)
    assert other.load(issue.key).slogan == ("mới",)


def test_a_change_that_fails_leaves_the_issue_as_it_was(store: Store, issue: Issue) -> None:
    def edit(_found: Issue) -> Issue:
        raise InvalidValue("value.blank", kind="lead")

    with pytest.raises(InvalidValue):
        store.change(issue.key, edit)
    assert store.load(issue.key) == issue
