"""Bulletin Markdown, written: one issue as one text file with its pictures beside it.

What is written here is read back by the Markdown importer as the same issue.
"""

from bulletin_editor.export.markdown.document import MarkdownFiles, to_markdown

__all__ = ["MarkdownFiles", "to_markdown"]
