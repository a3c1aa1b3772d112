"""An issue is checked among the others, and as sharply as its template prints it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from bulletin_editor.export.template import Template, read_template
from bulletin_editor.model.issue import IssueKey
from bulletin_editor.paths import shipped
from bulletin_editor.services.checking import Yardstick, check_issue, found_in, sizes_of
from bulletin_editor.store import Store
from full_issue import full_issue
from issue_strategies import PICTURES


@pytest.fixture(scope="module")
def template() -> Template:
    return read_template(shipped("templates") / "dien-bien")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "ban-tin.db", clock=lambda: datetime(2031, 2, 12, tzinfo=UTC)) as store:
        store.save(full_issue(), PICTURES.values())
        yield store


def test_pictures_are_measured_at_the_size_of_the_template(template: Template) -> None:
    """All pictures of the full issue are smaller than 100 px."""
    yardstick = Yardstick(template=template, sizes=sizes_of(PICTURES))
    found = [finding.code for finding in found_in(full_issue(), yardstick)]
    assert found.count("picture-coarse") == 5
    assert found.count("cover-picture-coarse") == 1


def test_without_a_template_nothing_is_said_of_how_sharp_they_are() -> None:
    found = {finding.code for finding in found_in(full_issue(), Yardstick(sizes=sizes_of(PICTURES)))}
    assert not found & {"picture-coarse", "cover-picture-coarse"}


def test_an_issue_in_the_store_is_checked_with_its_pictures_and_the_other_issues(
    store: Store, template: Template
) -> None:
    codes = {finding.code for finding in check_issue(store, full_issue(), template)}
    assert {"picture-coarse", "cover-picture-coarse"} <= codes
    assert "number-taken" not in codes
    other = replace(full_issue(), id="i-7", key=IssueKey(year=2031, number=6))
    assert "number-taken" in {finding.code for finding in check_issue(store, other)}
