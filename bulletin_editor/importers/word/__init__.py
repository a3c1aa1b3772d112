"""Word files (.docx and its kin), read as blocks straight from their XML. Nothing outside is ever opened."""

from bulletin_editor.importers.word.reader import read_word

__all__ = ["read_word"]
