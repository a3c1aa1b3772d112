"""PDF files, read: their text in lines and paragraphs, their pictures. The one importer that knows PDFium.

What stands on a page comes from `stretches` (letters in words, with `links`), `fallback` (which puts letters
of another font back into them), `pictures`, `rules` and `structure` (which tag each place has). It is held by
`page`, and `text_lines` puts its letters into lines. Then there are two ways, and `reader` chooses:

- told: `tagged_blocks` puts the places under their tags, `tagged` and `tagged_lists` say what they are;
- seen: `tables` finds ruled ones, `furniture` leaves out of the rest what returns on each page, `table_pages`
  puts tables together that go on over pages, `order` puts lines in reading order, `paragraphs` and `headings`
  join and weigh them, `seen` and `placing` put all of it together.

Both let `cells` say what stands in a cell, and `typed_lists` make lists of marks that are typed as letters.
"""

from bulletin_editor.importers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
