"""A PDF file as a document: lines, paragraphs, headings by their size, pictures where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw as pdfium

from bulletin_editor.errors import InputError
from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.flow.captions import with_captions
from bulletin_editor.importers.flow.lines import Kind, Line, Piece, blocks_and_headings, rich_text_of
from bulletin_editor.importers.flow.outline import Outline
from bulletin_editor.importers.pdf.furniture import without_furniture
from bulletin_editor.importers.pdf.order import in_reading_order
from bulletin_editor.importers.pdf.page_text import TextLine, lines_of
from bulletin_editor.importers.pdf.paragraphs import (
    CutParagraph,
    is_heading_size,
    mark_of,
    paragraphs_of,
    usual_size,
)
from bulletin_editor.importers.pdf.pictures import Figure, figures_on
from bulletin_editor.model.blocks import MAX_PICTURES_IN_ROW, Picture, PictureRow
from bulletin_editor.model.rich_text import RichText

MAX_PAGES = 500
MAX_CHARACTERS = 500_000
"""Of text: more than any issue has."""

_LONGEST_HEADING = 250  # characters
_LONGEST_CAPTION = 250
_WIDEST = 14_400  # pt: the largest page that the format knows
_CAPTION_BELOW = 3.0  # times the letters' size, under a picture


def read_pdf(path: Path) -> ReadDocument:
    """Read the PDF file `path`. A note says that the order of what comes out needs a look.

    Raises:
        InputError: no PDF that can be read, a password, too many pages, too much text, or nothing in it.
    """
    pages = _read_pages(path)
    kept, dropped = without_furniture([page.lines for page in pages], [page.height for page in pages])
    figures, notes = _chosen_figures(pages)
    lines = [line for each in kept for line in in_reading_order(each)]
    if not lines and not any(figures):
        raise InputError("pdf.no-text")
    blocks, headings = blocks_and_headings(_pieces(lines, figures))
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


# ---- The pages -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Page:
    height: float
    lines: list[TextLine]
    figures: list[Figure | None]


def _read_pages(path: Path) -> list[_Page]:
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


def _all_pages(document: pypdfium2.PdfDocument) -> list[_Page]:
    pages, characters, known = [], 0, dict[object, bytes | None]()
    for number in range(len(document)):
        page = document[number]
        lines = lines_of(page, number)
        characters += sum(len(line.plain) for line in lines)
        if characters > MAX_CHARACTERS:
            raise InputError("reading.too-much-text", characters=MAX_CHARACTERS)
        pages.append(_Page(page.get_height(), lines, list(figures_on(page, number, known))))
        page.close()
    return pages


def _chosen_figures(pages: Sequence[_Page]) -> tuple[list[list[Figure]], list[Note]]:
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


# ---- Pieces ----------------------------------------------------------------------------------------


def _pieces(lines: Sequence[TextLine], figures: Sequence[Sequence[Figure]]) -> list[Piece]:
    """Put paragraphs and pictures one after another."""
    body_size = usual_size(lines)
    paragraphs = paragraphs_of(lines, body_size)
    levels = _levels(paragraphs, body_size)
    placed = _placed(paragraphs, figures)
    outline, pieces = Outline(), list[Piece]()
    pieces += _rows(placed.get(-1, ()))
    for index, paragraph in enumerate(paragraphs):
        above = placed.get(index - 1, [])
        pieces.append(_piece(paragraph, levels, body_size, outline, above[-1] if above else None))
        pieces += _rows(placed.get(index, ()))
    return with_captions([each for each in pieces if not isinstance(each, Line) or not each.text.is_blank])


def _levels(paragraphs: Iterable[CutParagraph], body_size: float) -> dict[float, int]:
    """Return the level of a heading for each size of letters, the largest first."""
    sizes = {round(each.size) for each in paragraphs if _is_heading(each, body_size)}
    return {size: min(level, 9) for level, size in enumerate(sorted(sizes, reverse=True), 1)}


def _is_heading(paragraph: CutParagraph, body_size: float) -> bool:
    text = paragraph.text.plain
    has_words = sum(character.isalpha() for character in text) > 3
    return has_words and len(text) <= _LONGEST_HEADING and is_heading_size(paragraph.size, body_size)


def _piece(
    paragraph: CutParagraph,
    levels: dict[float, int],
    body_size: float,
    outline: Outline,
    above: Figure | None,
) -> Line:
    text = paragraph.text
    if _is_heading(paragraph, body_size):
        outline.close()
        return Line(text=text, kind=Kind.SUBHEADING, level=levels[round(paragraph.size)])
    if above and _is_caption(paragraph, body_size, above):
        outline.close()
        return Line(text=text, kind=Kind.CAPTION)
    mark = mark_of(text.plain)
    if not mark or mark.strip().rstrip(".)").lstrip("(").isalnum():  # numbers stay with their words
        outline.close()
        return Line(text=text)
    path = outline.place(_depth(paragraph.first.left, body_size), "", numbered=False, start=1)
    return Line(text=_behind(text, len(mark)), path=path)


def _depth(left: float, body_size: float) -> int:
    """Return how deep a point stands that begins `left` pt from the edge; damaged files have odd measures."""
    within = left if 0 <= left <= _WIDEST else 0.0
    return 1 + round(within / (2 * max(body_size, 1.0)))


def _is_caption(paragraph: CutParagraph, body_size: float, above: Figure) -> bool:
    first = paragraph.first
    near = above.bottom - first.baseline < _CAPTION_BELOW * first.size  # or over it, where it is cropped
    beneath = first.left < above.right and first.right > above.left
    differs = first.is_italic or first.size < 0.95 * body_size
    return near and beneath and differs and len(paragraph.text.plain) <= _LONGEST_CAPTION


def _behind(text: RichText, start: int) -> RichText:
    """Return `text` from its character `start` on."""
    pieces = []
    for run in text.runs:
        pieces.append((run, run.text[start:]))
        start = max(0, start - len(run.text))
    return rich_text_of(pieces)


def _placed(
    paragraphs: Sequence[CutParagraph], figures: Sequence[Sequence[Figure]]
) -> dict[int, list[Figure]]:
    """Return the pictures behind each paragraph, by its place: the one above them; -1 is before the first."""
    placed: dict[int, list[Figure]] = {}
    for page, on_page in enumerate(figures):
        before = [index for index, each in enumerate(paragraphs) if each.lines[-1].page < page]
        for figure in sorted(on_page, key=lambda each: (-round(each.middle[1], -1), each.left)):
            above = [
                index
                for index, each in enumerate(paragraphs)
                if any(line.page == page and line.baseline > figure.middle[1] for line in each.lines)
            ]
            place = above[-1] if above else before[-1] if before else -1
            placed.setdefault(place, []).append(figure)
    return placed


def _rows(figures: Sequence[Figure]) -> list[Piece]:
    """Put pictures that stand side by side into one row."""
    rows: list[list[Figure]] = []
    for figure in figures:
        last = rows[-1] if rows else []
        if last and len(last) < MAX_PICTURES_IN_ROW and figure.stands_beside(last[-1]):
            last.append(figure)
        else:
            rows.append([figure])
    return [PictureRow(pictures=tuple(Picture(sha256=each.picture.sha256) for each in row)) for row in rows]
