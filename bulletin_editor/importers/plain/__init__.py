"""Plain text, read as blocks."""

from bulletin_editor.importers.plain.file import is_markdown, read_text_file
from bulletin_editor.importers.plain.reader import blocks_from_text

__all__ = ["blocks_from_text", "is_markdown", "read_text_file"]
