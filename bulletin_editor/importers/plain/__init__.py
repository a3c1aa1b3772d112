"""Plain text, read as blocks."""

from bulletin_editor.importers.plain.file import read_text_file
from bulletin_editor.importers.plain.reader import blocks_from_text

__all__ = ["blocks_from_text", "read_text_file"]
