"""Where the officer is comes into the preferences once the cursor rests, and when the window closes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bulletin_editor.model.place import Part, Place
from bulletin_editor.ui.preferences import LastVisit, Preferences
from bulletin_editor.ui.visits import Visits

pytestmark = pytest.mark.usefixtures("qapp")

FIRST, SECOND = (Place(part=Part.BODY, article_id="a", block=block) for block in (0, 1))


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "preferences.ini")


@pytest.fixture
def visits(preferences: Preferences, tmp_path: Path) -> Iterator[Visits]:
    visits = Visits(preferences, tmp_path / "kho.db")
    yield visits
    visits.write_down()


def test_nothing_is_written_while_the_cursor_moves(
    visits: Visits, preferences: Preferences, tmp_path: Path
) -> None:
    visits.note("số-12", FIRST)
    assert preferences.last_visit(tmp_path / "kho.db") is None


def test_the_last_place_is_written_once_the_cursor_rests(
    visits: Visits, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    visits.note("số-12", FIRST)
    visits.note("số-12", SECOND)
    qtbot.waitUntil(lambda: preferences.last_visit(tmp_path / "kho.db") is not None)
    assert preferences.last_visit(tmp_path / "kho.db") == LastVisit(issue_id="số-12", place=SECOND)


def test_it_can_be_written_at_once(visits: Visits, preferences: Preferences, tmp_path: Path) -> None:
    visits.note("số-12", FIRST)
    visits.write_down()
    assert preferences.last_visit(tmp_path / "kho.db") == LastVisit(issue_id="số-12", place=FIRST)
