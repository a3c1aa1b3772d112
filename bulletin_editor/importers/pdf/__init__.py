"""PDF files, read: their text in lines and paragraphs, their pictures. The one importer that knows PDFium.

What stands on a page comes from `page_text` (letters in words and lines), `fallback` (which puts letters of
another font back into them), `pictures`, `rules` and `structure` (which tag each place has), and is held by
`page`. Then there are two ways, and `reader` chooses:

- told: `tagged_blocks` puts the places under their tags, `tagged` and `tagged_lists` say what they are;
- seen: `tables` finds ruled ones, `furniture` leaves out of the rest what returns on each page, `order` puts
  lines in reading order, `paragraphs` and `headings` join and weigh them, `seen` and `placing` put all of it
  together.

Both let `typed_lists` make lists of marks that are typed as letters.
"""

from bulletin_editor.importers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
