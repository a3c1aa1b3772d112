"""HTML from the clipboard or a file, read as blocks. Nothing is ever fetched.

From Word, LibreOffice, Excel, Google Docs, mail programs and browsers come bold, italic, underline, raised
and lowered text, links, headings, lists and tables; fonts, colours, sizes, empty paragraphs, pictures and
everything that runs stay behind.
"""

from bulletin_editor.importers.html.reader import blocks_from_html

__all__ = ["blocks_from_html"]
