"""One reading process for many tests: a start takes half a second, and most tests are not about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from bulletin_editor.child_process import ChildProcess

Result = TypeVar("Result")


class KeptProcess:
    """Stands in for a new `ChildProcess`. Who closes it leaves it to the next; a crash or a stop ends it."""

    def __init__(self) -> None:
        self._child = ChildProcess()

    def run(self, task: Callable[..., Result], *arguments: object, **options: Any) -> Result:
        """Do `task` as a process of one's own would."""
        return self._child.run(task, *arguments, **options)

    def close(self) -> None:
        """Do nothing: others need the process."""

    def end(self) -> None:
        """End the process, when all tests are over."""
        self._child.close()
