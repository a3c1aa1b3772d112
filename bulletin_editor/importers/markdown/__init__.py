"""Bulletin Markdown, read: one issue from one text file. The format is told in ``docs/bulletin-markdown.md``.

The only room that knows markdown-it and PyYAML.
"""

from bulletin_editor.importers.markdown.document import MarkdownIssue, read_markdown

__all__ = ["MarkdownIssue", "read_markdown"]
