"""A PDF file as a document: as it tells itself what it holds, or else as it can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from pypdfium2 import raw as pdfium

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.flow.lines import Piece, blocks_and_headings
from bulletin_editor.importers.pdf.fallback import with_letters_in_their_words
from bulletin_editor.importers.pdf.furniture import said_once, without_furniture
from bulletin_editor.importers.pdf.order import in_reading_order
from bulletin_editor.importers.pdf.page import Page
from bulletin_editor.importers.pdf.paragraphs import usual_size
from bulletin_editor.importers.pdf.pictures import Figure, Known, figures_on
from bulletin_editor.importers.pdf.rules import rules_on
from bulletin_editor.importers.pdf.seen import pieces_seen
from bulletin_editor.importers.pdf.stretches import stretches_on
from bulletin_editor.importers.pdf.structure import Structure
from bulletin_editor.importers.pdf.table_pages import joined_over_pages
from bulletin_editor.importers.pdf.tables import tables_among
from bulletin_editor.importers.pdf.tagged import pieces_told
from bulletin_editor.importers.pdf.tagged_blocks import (
    are_lines,
    artifact_lines,
    blocks_in,
    is_told_throughout,
)

MAX_PAGES = 500
MAX_CHARACTERS = 500_000
"""Of text: more than any issue has."""


def read_pdf(path: Path) -> ReadDocument:
    """Read the PDF file `path`. A note says that the order of what comes out needs a look.

    Raises:
        InputError: no PDF that can be read, a password, too many pages, too much text, or nothing in it.
    """
    pages = _read_pages(path)
    figures, notes = _chosen_figures(pages)
    told = _told_pieces(pages, figures)
    pieces, dropped = _seen_pieces(pages, figures) if told is None else told
    if not pieces:
        raise InputError("pdf.no-text")
    blocks, headings = blocks_and_headings(pieces)
    lines = [line for page in pages for line in page.lines]
    encodings = {line.encoding.value for line in lines if line.encoding}
    notes += [Note("converted-encoding", facts={"encoding": each}) for each in sorted(encodings)]
    if dropped:
        notes.append(Note("pdf-repeated-lines", count=len(dropped), facts={"lines": "; ".join(dropped)}))
    return ReadDocument(
        blocks=blocks,
        headings=headings,
        pictures={each.picture.sha256: each.picture for page in figures for each in page},
        notes=(Note("pdf-order" if lines else "pdf-no-text"), *notes),
    )


def _told_pieces(
    pages: Sequence[Page], figures: Sequence[Sequence[Figure]]
) -> tuple[list[Piece], list[str]] | None:
    """Return what the file says that it holds, and what of it belongs to its pages; None if it does not."""
    if not is_told_throughout(pages):
        return None
    blocks = blocks_in(pages, figures)
    if are_lines(blocks):
        return None
    size = usual_size([line for page in pages for line in page.lines])
    return pieces_told(blocks, size), said_once(line for page in pages for line in artifact_lines(page))


def _seen_pieces(pages: Sequence[Page], figures: Sequence[Sequence[Figure]]) -> tuple[list[Piece], list[str]]:
    """Return what the pages show, and what stands on most of them."""
    heights = [page.height for page in pages]
    found = [tables_among(page.lines, page.rules) for page in pages]
    kept, dropped = without_furniture([each.rest for each in found], heights)
    found = [each._replace(rest=rest) for each, rest in zip(found, kept, strict=True)]
    joined, heads = joined_over_pages(found, heights)
    lines = [line for each in joined for line in in_reading_order(each.rest)]
    pieces = pieces_seen(lines, figures, [each.tables for each in joined])
    return pieces, said_once([*dropped, *heads])


# ---- The pages -------------------------------------------------------------------------------------


def _read_pages(path: Path) -> list[Page]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        raise InputError("pdf.encrypted" if locked else "pdf.damaged") from error
    except OSError as error:
        raise InputError("document.unreadable", detail=error.strerror or str(error)) from error
    try:
        if len(document) > MAX_PAGES:
            raise InputError("pdf.too-many-pages", pages=len(document), limit=MAX_PAGES)
        return _all_pages(document)
    except pypdfium2.PdfiumError as error:
        raise InputError("pdf.damaged") from error
    finally:
        document.close()


def _all_pages(document: pypdfium2.PdfDocument) -> list[Page]:
    pages, characters, known = [], 0, Known()
    structure = Structure(document)
    for number in range(len(document)):
        page = document[number]
        stretches = list(with_letters_in_their_words(stretches_on(page)))
        characters += sum(len(each.text) for each in stretches)
        if characters > MAX_CHARACTERS:
            raise InputError("reading.too-much-text", characters=MAX_CHARACTERS)
        figures = list(figures_on(page, number, known))
        places, rules = structure.places_on(page), rules_on(page)
        pages.append(Page(number, page.get_height(), stretches, figures, places, rules))
        page.close()
    return pages


def _chosen_figures(pages: Sequence[Page]) -> tuple[list[list[Figure]], list[Note]]:
    """Leave out what is no picture of the text: what returns on many pages, and what lies under the text."""
    seen = Counter(name for page in pages for name in {each.picture.sha256 for each in page.figures if each})
    chosen: list[list[Figure]] = []
    left_out: Counter[str] = Counter()
    for page in pages:
        chosen.append([])
        for each in page.figures:
            if each is None:
                left_out["pdf-pictures-unreadable"] += 1
            elif each.fills_page and page.lines:
                left_out["pdf-backgrounds"] += 1
            elif len(pages) > 2 and seen[each.picture.sha256] > max(2.0, 0.4 * len(pages)):
                left_out["pdf-repeated-pictures"] += 1
            else:
                chosen[-1].append(each)
    return chosen, [Note(code, count=count) for code, count in left_out.items()]
