"""HTML from the clipboard or a file, read as blocks. Nothing is ever fetched.

From Word, LibreOffice, Excel, Google Docs, mail programs and browsers come bold, italic, underline, raised
and lowered text, links, headings, lists, tables and pictures; fonts, colours, sizes, empty paragraphs,
tracking pixels and everything that runs stay behind.
"""

from bulletin_editor.importers.html.archive import read_web_archive
from bulletin_editor.importers.html.page import read_html_file
from bulletin_editor.importers.html.reader import read_html

__all__ = ["read_html", "read_html_file", "read_web_archive"]
