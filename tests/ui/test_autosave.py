"""What is written is in the store within a second, and a failure loses nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from bulletin_editor.errors import StoreError
from bulletin_editor.model.blocks import Paragraph, Picture, PictureRow
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section
from bulletin_editor.model.rich_text import rich
from bulletin_editor.store import Store
from bulletin_editor.ui.autosave import Autosave, SaveReport, SaveState
from bulletin_editor.ui.store_keeper import StoreKeeper
from issue_strategies import PICTURES

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(Section(id="s", label="TIN", articles=(Article(id="a", headline="Một"),)),),
)


def clock() -> datetime:
    return NOW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "store.db", clock=clock) as store:
        store.save(ISSUE)
    return tmp_path / "store.db"


@pytest.fixture
def keeper(qapp: object, path: Path) -> Iterator[StoreKeeper]:
    keeper = StoreKeeper(path, clock)
    yield keeper
    keeper.close()
    keeper.deleteLater()


@pytest.fixture
def autosave(keeper: StoreKeeper) -> Autosave:
    return Autosave(keeper, clock, keeper)


def with_headline(headline: str) -> Issue:
    section = ISSUE.sections[0]
    article = replace(section.articles[0], headline=headline)
    return replace(ISSUE, sections=(replace(section, articles=(article,)),))


def stored(path: Path) -> Issue:
    with Store.open(path, clock=clock) as store:
        return store.load(ISSUE.key)


def is_saved(report: SaveReport) -> bool:
    return report.state is SaveState.SAVED


def has_failed(report: SaveReport) -> bool:
    return report.state is SaveState.FAILED


def test_a_change_is_saved_by_itself_within_a_second(qtbot: QtBot, autosave: Autosave, path: Path) -> None:
    with qtbot.waitSignal(autosave.told, timeout=1000, check_params_cb=is_saved):
        autosave.note(with_headline("Hai"), {})
        assert not autosave.is_saved
    assert autosave.is_saved
    assert autosave.report == SaveReport(state=SaveState.SAVED, at=NOW)
    assert stored(path) == with_headline("Hai")


def test_typing_on_does_not_put_saving_off(qtbot: QtBot, autosave: Autosave, path: Path) -> None:
    typed = iter(range(10_000))

    def type_on() -> bool:
        autosave.note(with_headline(f"Chữ {next(typed)}"), {})
        return stored(path) != ISSUE

    qtbot.waitUntil(type_on, timeout=1000)


def test_the_newest_text_is_what_is_stored_in_the_end(qtbot: QtBot, autosave: Autosave, path: Path) -> None:
    for number in range(20):
        autosave.note(with_headline(f"Chữ {number}"), {})
    with qtbot.waitSignal(autosave.told, check_params_cb=is_saved):
        autosave.save_now()
        autosave.note(with_headline("Cuối"), {})
        autosave.save_now()
    qtbot.waitUntil(lambda: autosave.is_saved)
    assert stored(path) == with_headline("Cuối")


def test_who_waits_is_called_once_everything_is_saved(qtbot: QtBot, autosave: Autosave, path: Path) -> None:
    seen: list[Issue] = []
    autosave.note(with_headline("Hai"), {})
    autosave.save_now(after=lambda: seen.append(stored(path)))
    assert seen == []
    qtbot.waitUntil(lambda: seen == [with_headline("Hai")])
    autosave.save_now(after=lambda: seen.append(stored(path)))
    assert len(seen) == 2, "with nothing to save, at once"


def test_new_pictures_are_stored_with_the_issue_and_only_once(
    qtbot: QtBot, autosave: Autosave, path: Path
) -> None:
    file = next(iter(PICTURES.values()))
    section = ISSUE.sections[0]
    body = (Paragraph(text=rich("Chữ")), PictureRow(pictures=(Picture(sha256=file.sha256),)))
    article = replace(section.articles[0], body=body)
    issue = replace(ISSUE, sections=(replace(section, articles=(article,)),))
    autosave.note(issue, {file.sha256: file})
    with qtbot.waitSignal(autosave.told, check_params_cb=is_saved):
        autosave.save_now()
    with Store.open(path, clock=clock) as store:
        assert store.pictures([file.sha256]) == {file.sha256: file}
    again = replace(issue, slogan=("Mới",))
    autosave.note(again, {})  # the picture need not be at hand any more
    with qtbot.waitSignal(autosave.told, check_params_cb=is_saved):
        autosave.save_now()
    assert stored(path) == again


def test_a_picture_that_was_deleted_from_the_store_comes_back_with_its_issue(
    qtbot: QtBot, autosave: Autosave, path: Path
) -> None:
    file = next(iter(PICTURES.values()))
    with_cover = replace(ISSUE, cover_picture=Picture(sha256=file.sha256))
    for issue in (with_cover, ISSUE):
        autosave.note(issue, {file.sha256: file})
        with qtbot.waitSignal(autosave.told, check_params_cb=is_saved):
            autosave.save_now()
    with Store.open(path, clock=clock) as store:
        assert store.drop_pictures([file.sha256])
    autosave.note(with_cover, {file.sha256: file})  # as undoing does
    with qtbot.waitSignal(autosave.told, check_params_cb=is_saved):
        autosave.save_now()
    assert stored(path) == with_cover


def test_a_failed_save_says_so_keeps_the_text_and_is_tried_again(
    qtbot: QtBot, autosave: Autosave, path: Path
) -> None:
    blocker = sqlite3.connect(path, isolation_level=None)
    blocker.execute("BEGIN EXCLUSIVE")
    with qtbot.waitSignal(autosave.told, check_params_cb=has_failed):
        autosave.note(with_headline("Hai"), {})
        autosave.save_now()
    assert isinstance(autosave.report.error, StoreError)
    assert autosave.report.error.code == "store.locked"
    assert not autosave.is_saved
    blocker.execute("ROLLBACK")
    blocker.close()
    with qtbot.waitSignal(autosave.told, timeout=10_000, check_params_cb=is_saved):
        pass
    assert stored(path) == with_headline("Hai")


def test_who_waits_hears_of_a_failure_once_and_of_nothing_later(
    qtbot: QtBot, autosave: Autosave, path: Path
) -> None:
    called: list[str] = []
    with locked(path), qtbot.waitSignal(autosave.told, check_params_cb=has_failed):
        autosave.note(with_headline("Hai"), {})
        autosave.save_now(lambda: called.append("after"), lambda report: called.append(report.state.value))
    assert called == ["failed"]
    with qtbot.waitSignal(autosave.told, timeout=10_000, check_params_cb=is_saved):
        autosave.save_now(lambda: called.append("later"))
    assert called == ["failed", "later"]


def test_a_change_of_one_issue_does_not_cover_that_of_another(
    qtbot: QtBot, autosave: Autosave, path: Path
) -> None:
    other = replace(ISSUE, id="j", key=IssueKey(year=2026, number=6), sections=())
    autosave.note(with_headline("Hai"), {})
    autosave.note(other, {})
    autosave.save_now()
    qtbot.waitUntil(lambda: autosave.is_saved)
    assert stored(path) == with_headline("Hai")
    with Store.open(path, clock=clock) as store:
        assert store.load(other.key) == other


def test_a_picture_that_nobody_has_is_told_and_does_not_stop_saving(
    qtbot: QtBot, autosave: Autosave, path: Path
) -> None:
    foreign = replace(ISSUE, cover_picture=Picture(sha256="0" * 64))
    with qtbot.waitSignal(autosave.told, check_params_cb=has_failed):
        autosave.note(foreign, {})
        autosave.save_now()
    assert autosave.report.error is not None
    assert autosave.report.error.code == "store.missing-picture"
    assert not autosave.is_saved
    autosave.note(with_headline("Hai"), {})
    qtbot.waitUntil(lambda: stored(path) == with_headline("Hai"))


def test_an_unexpected_error_is_told_too_and_saving_goes_on(
    qtbot: QtBot, autosave: Autosave, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.captureExceptions() as raised, monkeypatch.context() as broken:
        broken.setattr(Store, "save", lambda *_: [].pop())
        with qtbot.waitSignal(autosave.told, check_params_cb=has_failed):
            autosave.note(with_headline("Hai"), {})
            autosave.save_now()
        qtbot.waitUntil(lambda: bool(raised))
    assert not autosave.is_saved
    autosave.save_now()
    qtbot.waitUntil(lambda: stored(path) == with_headline("Hai"))


def test_what_is_given_up_is_not_saved(qtbot: QtBot, autosave: Autosave, path: Path) -> None:
    autosave.note(with_headline("Hai"), {})
    autosave.give_up()
    assert autosave.is_saved
    with qtbot.assertNotEmitted(autosave.told):
        autosave.save_now()
    assert stored(path) == ISSUE


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the store as another program would."""
    blocker = sqlite3.connect(path, isolation_level=None)
    blocker.execute("BEGIN EXCLUSIVE")
    yield
    blocker.execute("ROLLBACK")
    blocker.close()
