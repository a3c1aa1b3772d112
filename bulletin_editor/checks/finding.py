"""What a rule finds, and the surroundings it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum
from types import MappingProxyType

from bulletin_editor.model.issue import Issue, IssueKey, Period
from bulletin_editor.model.place import Place
from bulletin_editor.model.resolution import Resolutions
from bulletin_editor.model.value import Value


class Severity(IntEnum):
    """How grave a finding is. An error keeps the issue from being printed."""

    HINT = 1
    WARNING = 2
    ERROR = 3


class Finding(Value, frozen=True):
    """One thing to look at. `code` names its sentence, `facts` fill it; `place` says where."""

    code: str
    severity: Severity
    facts: Mapping[str, str] = MappingProxyType({})
    place: Place = Place()


class Archive(Value, frozen=True):
    """What the rules may know of the other issues in the store: their periods, by number and year."""

    periods: Mapping[IssueKey, Period] = MappingProxyType({})

    def before(self, key: IssueKey) -> IssueKey | None:
        """Return the last issue before `key`."""
        return max((other for other in self.periods if other < key), default=None)


class Surroundings(Value, frozen=True):
    """What the rules may know besides the issue: the other issues, and how sharp its pictures are printed."""

    archive: Archive = Archive()
    resolutions: Resolutions = MappingProxyType({})


Rule = Callable[[Issue, Surroundings], Iterator[Finding]]
