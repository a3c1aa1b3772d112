"""What other programs put on the clipboard, read as blocks. Nothing is ever fetched.

From Word, LibreOffice, Excel, Google Docs, mail programs and browsers come bold, italic, underline, raised
and lowered text, links, headings, lists and tables; fonts, colours, sizes, empty paragraphs, pictures and
everything that runs stay behind.
"""

from bulletin_editor.importers.clipboard.html import blocks_from_html
from bulletin_editor.importers.clipboard.plain import blocks_from_text

__all__ = ["blocks_from_html", "blocks_from_text"]
