"""Text and structure are undone in the order in which they were done."""

from __future__ import annotations

import math
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_editor.errors import InvalidValue, IssueLocked
from bulletin_editor.model import edits
from bulletin_editor.model.issue import Article, Issue, IssueKey, Period, Section, Status
from bulletin_editor.model.place import Part, Place
from bulletin_editor.services.workspace import MERGE_SECONDS, MOST_STEPS, Change, Workspace

ISSUE = Issue(
    id="i",
    key=IssueKey(year=2026, number=5),
    period=Period(start=date(2026, 2, 2), end=date(2026, 2, 8)),
    sections=(Section(id="s", label="TIN", articles=(Article(id="a", headline="Một"),)),),
)
HEADLINE = Place(part=Part.HEADLINE, article_id="a")


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def work(clock: Clock) -> Workspace:
    return Workspace(ISSUE, clock=clock)


def headline(text: str) -> edits.Edit:
    return partial(edits.change_article, article_id="a", headline=text)


def test_steps_of_text_and_structure_are_undone_in_order(work: Workspace) -> None:
    work.change(headline("Hai"), name="typing")
    work.change(partial(edits.rename_section, section_id="s", label="MỚI"), name="rename")
    work.change(partial(edits.remove_article, article_id="a"), name="delete")
    states = []
    while work.undo_name:
        states.append((work.undo_name, work.issue))
        work.undo()
    assert [name for name, _ in states] == ["delete", "rename", "typing"]
    assert work.issue == ISSUE
    for name, issue in reversed(states):
        assert work.redo_name == name
        work.redo()
        assert work.issue == issue
    assert not work.redo_name


def test_a_new_change_ends_what_could_be_redone(work: Workspace) -> None:
    work.change(headline("Hai"), name="typing")
    work.undo()
    work.change(headline("Ba"), name="typing")
    assert not work.redo_name


def test_typing_without_a_pause_is_one_step(work: Workspace, clock: Clock) -> None:
    for text in ("M", "Mo", "Mot"):
        work.change(headline(text), name="typing", merge="a.headline")
        clock.now += MERGE_SECONDS
    work.undo()
    assert work.issue == ISSUE


def test_a_pause_begins_another_step(work: Workspace, clock: Clock) -> None:
    work.change(headline("Hai"), name="typing", merge="a.headline")
    clock.now += MERGE_SECONDS + 0.1
    work.change(headline("Hai ba"), name="typing", merge="a.headline")
    work.undo()
    assert work.issue.articles[0].headline == "Hai"


def test_pictures_of_one_drop_are_one_step_however_long_they_take(work: Workspace, clock: Clock) -> None:
    for text in ("Một ảnh", "Hai ảnh", "Ba ảnh"):
        work.change(headline(text), name="pictures", merge="drop", pause=math.inf)
        work.seal()  # the officer goes to another article meanwhile
        clock.now += 3600
    work.undo()
    assert work.issue == ISSUE


def test_what_comes_between_parts_the_pictures_of_one_drop(work: Workspace) -> None:
    work.change(headline("Một ảnh"), name="pictures", merge="drop", pause=math.inf)
    work.change(partial(edits.change_article, article_id="a", author="T"), name="typing", merge="a.author")
    work.change(headline("Hai ảnh"), name="pictures", merge="drop", pause=math.inf)
    work.undo()
    assert (work.issue.articles[0].headline, work.issue.articles[0].author) == ("Một ảnh", "T")


def test_another_field_and_a_seal_begin_another_step(work: Workspace) -> None:
    work.change(headline("Hai"), name="typing", merge="a.headline")
    work.seal()
    work.change(headline("Ba"), name="typing", merge="a.headline")
    work.change(partial(edits.change_article, article_id="a", author="T"), name="typing", merge="a.author")
    steps = 0
    while work.undo_name:
        work.undo()
        steps += 1
    assert steps == 3


def test_listeners_hear_of_changes_with_their_origin_and_of_undoing_without(work: Workspace) -> None:
    heard: list[Change] = []
    work.listen(heard.append)
    work.change(headline("Hai"), name="typing", place=HEADLINE, origin="editor")
    work.undo()
    assert [(change.place, change.origin) for change in heard] == [(HEADLINE, "editor"), (HEADLINE, None)]
    assert heard[1].after == ISSUE


def test_a_workspace_is_handed_on_with_the_way_back_and_forth(work: Workspace) -> None:
    first, heard = work.issue, []
    for text in ("X", "Y"):
        work.change(headline(text), name=text)
    work.undo()
    work.listen(heard.append)
    other = work.handed_on()
    assert (other.undo_name, other.redo_name) == ("X", "Y")
    other.redo()
    assert other.issue.articles[0].headline == "Y"
    other.undo()
    other.undo()
    assert other.issue == first
    assert (work.undo_name, work.redo_name, heard) == ("X", "Y", [])


def test_what_is_done_after_the_handing_on_is_a_step_of_its_own(work: Workspace) -> None:
    work.change(headline("X"), name="X", merge="pictures/1", pause=math.inf)
    other = work.handed_on()
    other.change(headline("Y"), name="Y", merge="pictures/1", pause=math.inf)
    other.undo()
    assert other.issue.articles[0].headline == "X"


def test_an_edit_that_changes_nothing_is_no_step(work: Workspace) -> None:
    work.change(headline("Một"), name="typing")
    assert not work.undo_name


def test_a_refused_value_leaves_everything_as_it_was(work: Workspace) -> None:
    with pytest.raises(InvalidValue):
        work.change(headline("\x00"), name="typing")
    assert work.issue == ISSUE
    assert not work.undo_name


def test_a_published_issue_is_read_only_until_it_is_reopened(work: Workspace) -> None:
    publish = partial(edits.set_status, status=Status.PUBLISHED, day=date(2026, 2, 9))
    work.change(publish, name="status")
    with pytest.raises(IssueLocked):
        work.change(headline("Hai"), name="typing")
    assert work.issue.articles[0].headline == "Một"
    work.change(partial(edits.set_status, status=Status.ARCHIVED, day=date(2026, 2, 9)), name="status")
    work.change(partial(edits.set_status, status=Status.DRAFT, day=date(2026, 2, 10)), name="status")
    work.change(headline("Hai"), name="typing")
    assert work.issue.articles[0].headline == "Hai"


def test_only_so_many_steps_are_kept(work: Workspace) -> None:
    for number in range(MOST_STEPS + 10):
        work.change(headline(f"Bài {number}"), name="typing")
    steps = 0
    while work.undo_name:
        work.undo()
        steps += 1
    assert steps == MOST_STEPS


@given(st.lists(st.one_of(st.text("abc", max_size=3), st.sampled_from(["<undo>", "<redo>"])), max_size=30))
def test_undoing_everything_and_doing_it_again_comes_back_to_the_same(actions: list[str]) -> None:
    work = Workspace(ISSUE, clock=Clock())
    for action in actions:
        match action:
            case "<undo>":
                work.undo()
            case "<redo>":
                work.redo()
            case text:
                work.change(headline(text), name="typing", merge="m" if len(text) == 1 else "")
    while work.redo_name:
        work.redo()
    last = work.issue
    while work.undo_name:
        work.undo()
    assert work.issue == ISSUE
    while work.redo_name:
        work.redo()
    assert work.issue == last
