"""The open issue: what it is now, the way back and forth, and who wants to know when it changes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from bulletin_editor.errors import IssueLocked
from bulletin_editor.model.edits import Edit, is_locked
from bulletin_editor.model.issue import Issue
from bulletin_editor.model.place import Place
from bulletin_editor.model.value import Value

MERGE_SECONDS = 2.0
"""Typing goes on as one step to undo while no pause is longer than this."""

MOST_STEPS = 500
"""How many steps can be undone; the parts that two steps share are kept once."""

_WHOLE = Place()


class Change(Value, frozen=True):
    """What happened to the issue. `origin` is who asked for it, so that it can ignore its own echo.

    `place` tells where the change was made, for the screen to go there when it is undone.
    """

    before: Issue
    after: Issue
    place: Place
    origin: Any = None


class _Step(Value, frozen=True):
    before: Issue
    after: Issue
    name: str
    place: Place
    merge: str
    at: float


Listener = Callable[[Change], None]


class Workspace:
    """Holds one issue while it is worked on. Every change, of text or structure, is one step to undo.

    `clock` gives seconds that only go forward (``time.monotonic``).
    """

    def __init__(self, issue: Issue, *, clock: Callable[[], float]) -> None:
        self._issue = issue
        self._clock = clock
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._listeners: list[Listener] = []

    @property
    def issue(self) -> Issue:
        """The issue as it is now."""
        return self._issue

    @property
    def undo_name(self) -> str:
        """The name of the step that `undo` takes back; empty where there is none."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """The name of the step that `redo` does again; empty where there is none."""
        return self._undone[-1].name if self._undone else ""

    def listen(self, listener: Listener) -> None:
        """Call `listener` after each change, undone and redone ones too."""
        self._listeners.append(listener)

    def change(
        self,
        edit: Edit,
        *,
        name: str,
        place: Place = _WHOLE,
        merge: str = "",
        pause: float = MERGE_SECONDS,
        origin: object = None,
    ) -> None:
        """Change the issue by `edit`; an edit that changes nothing is no step.

        `name` is what the step is called in the menu. Steps with the same `merge` that follow each other
        without a longer `pause`, in seconds, become one: the letters of a word, not a step each.

        Raises:
            IssueLocked: the issue is published and must be reopened first.
            InvalidValue: the edit makes a value that the model does not allow; the issue is as it was.
        """
        before, after = self._issue, edit(self._issue)
        if after == before:
            return
        if is_locked(before) and replace(after, status=before.status, milestones=before.milestones) != before:
            raise IssueLocked("issue.locked", key=str(before.key))
        step = _Step(before=before, after=after, name=name, place=place, merge=merge, at=self._clock())
        self._undone.clear()
        self._done.append(self._merged(step, pause))
        del self._done[:-MOST_STEPS]
        self._become(after, before, place, origin)

    def undo(self) -> None:
        """Take the last step back; without one, do nothing."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._become(step.before, step.after, step.place, None)

    def redo(self) -> None:
        """Do the step again that was last taken back; without one, do nothing."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._become(step.after, step.before, step.place, None)

    def seal(self) -> None:
        """Let what is typed next be a step of its own, as after a pause."""
        if self._done:
            self._done[-1] = replace(self._done[-1], at=-math.inf)

    def handed_on(self) -> Workspace:
        """Return a workspace with the same issue and the same way back and forth, to which nobody listens.

        No step that comes is joined with one of these: who makes them names them anew.
        """
        other = Workspace(self._issue, clock=self._clock)
        other._done = [replace(step, merge="") for step in self._done]
        other._undone = list(self._undone)
        return other

    def _merged(self, step: _Step, pause: float) -> _Step:
        """Return `step`, joined with the one before where they belong together, which is then dropped."""
        last = self._done[-1] if self._done else None
        if not (last and step.merge and last.merge == step.merge and step.at - last.at <= pause):
            return step
        self._done.pop()
        return replace(step, before=last.before)

    def _become(self, after: Issue, before: Issue, place: Place, origin: object) -> None:
        self._issue = after
        change = Change(before=before, after=after, place=place, origin=origin)
        for listener in tuple(self._listeners):
            listener(change)
