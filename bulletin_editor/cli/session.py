"""What all commands share, and how an issue is named on the command line."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bulletin_editor.messages import Messages

if TYPE_CHECKING:
    from bulletin_editor.model.issue import IssueKey
    from bulletin_editor.store import Store

_CLEAR_LINE = "\r\033[K"
_ISSUE_KEY = re.compile(r"([0-9]{1,9})/([0-9]{4})")


class Session:
    """What all commands share: the store's path and the sentences of the user's language."""

    def __init__(self, store_path: Path, messages: Messages) -> None:
        self.store_path = store_path
        self.messages = messages

    def open_store(self, *, create: bool = False) -> Store:
        """Open the store; the caller closes it by ``with``. Only with `create` is a missing one made."""
        from bulletin_editor.store import Store

        return Store.open(self.store_path, clock=lambda: datetime.now(UTC), create=create)

    def say(self, code: str, **facts: object) -> None:
        """Print a sentence."""
        click.echo(self.messages.text(code, **facts))

    @contextmanager
    def progress(self) -> Iterator[Callable[[str], None]]:
        """Give a function that shows on a terminal which step has begun; at the end the line is cleared."""
        on_terminal = sys.stderr is not None and sys.stderr.isatty()

        def show(step: str) -> None:
            if on_terminal:
                click.echo(f"{_CLEAR_LINE}{self.messages.text('step-' + step)}", nl=False, err=True)

        try:
            yield show
        finally:
            if on_terminal:
                click.echo(_CLEAR_LINE, nl=False, err=True)


class IssueKeyType(click.ParamType["IssueKey"]):
    """An issue on the command line: ``12/2026``."""

    name = "N/YYYY"

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> IssueKey:
        """Return the key that `value` names."""
        from bulletin_editor.model.issue import IssueKey

        if isinstance(value, IssueKey):
            return value
        written = _ISSUE_KEY.fullmatch(str(value))
        if not written:
            self.fail(self._messages.text("issue-key", value=value), param, ctx)
        return IssueKey(number=int(written[1]), year=int(written[2]))
