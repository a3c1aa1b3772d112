"""PDF files, read: their text in lines and paragraphs, their pictures. The one importer that knows PDFium."""

from bulletin_editor.importers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
