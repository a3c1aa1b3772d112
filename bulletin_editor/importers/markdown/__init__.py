"""Bulletin Markdown, read: one issue from one text file; and Markdown as others write it, as one document.

``docs/bulletin-markdown.md`` tells the format of the first. The only room that knows markdown-it and PyYAML.
"""

from bulletin_editor.importers.markdown.document import MarkdownIssue, read_markdown
from bulletin_editor.importers.markdown.general import begins_an_issue, read_general_markdown

__all__ = ["MarkdownIssue", "begins_an_issue", "read_general_markdown", "read_markdown"]
