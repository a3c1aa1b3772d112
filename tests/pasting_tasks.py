"""What a child process does in tests in place of reading what was copied; it must be able to import it."""

from __future__ import annotations

import time

from bulletin_editor.errors import InputError
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.rich_text import rich
from bulletin_editor.services.pasting import PasteContent, Pasted


def slow(content: PasteContent) -> Pasted:
    """Take a while to read."""
    time.sleep(0.6)
    blocks = (Paragraph(text=rich(content.text)),)
    return Pasted(raw=blocks, blocks=blocks)


def refuse(_content: PasteContent) -> Pasted:
    """Find too much."""
    raise InputError("reading.too-much-text", characters=500_000)


def endless(_content: PasteContent) -> Pasted:
    """Never come to an end."""
    while True:
        time.sleep(1)
