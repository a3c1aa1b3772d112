"""What the parts of the window share: made once by the program and handed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bulletin_editor.messages import Messages
from bulletin_editor.ui.autosave import Autosave
from bulletin_editor.ui.desk import Desk
from bulletin_editor.ui.preferences import Preferences
from bulletin_editor.ui.reader import Reader
from bulletin_editor.ui.store_keeper import StoreKeeper
from bulletin_editor.ui.threads import Worker


@dataclass(frozen=True)
class Session:
    """The desk with the open issue, the store, and what else the work needs.

    `own_templates` and `shipped_templates` are the folders that templates are looked for in; `assistant`
    does long work that needs no store (exporting); `reader` reads what comes from outside.
    """

    messages: Messages
    preferences: Preferences
    keeper: StoreKeeper
    desk: Desk
    autosave: Autosave
    assistant: Worker
    reader: Reader
    own_templates: Path
    shipped_templates: Path
    new_id: Callable[[], str]
    now: Callable[[], datetime]

    def today(self) -> date:
        """Return the officer's own calendar day."""
        return self.now().astimezone().date()
