"""The names on the cover and in the running header, and the agency's links."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bulletin_editor.messages import Messages
from bulletin_editor.ui.dialogs.settings_pages.fields import Fields


class MastheadPage(Fields):
    """Shows a masthead; its emblem has a page of its own."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(messages, parent)
        self.add_line("parent_agency", self.tr("Parent agency"))
        self.add_line("agency", self.tr("Publishing agency"))
        self.add_line("title", self.tr("Title"))
        self.add_rows("subtitle", self.tr("Subtitle"), self.tr("A line of the subtitle per line"))
        self.add_line("running_title", self.tr("Running header"))
        self.add_rows("links", self.tr("Links"), self.tr("One link per line, such as https://…"))
