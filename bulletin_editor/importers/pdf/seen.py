"""PDFs that do not tell what they hold: paragraphs, headings, lists and pictures as they can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bulletin_editor.importers.flow.captions import LONGEST_CAPTION, with_captions
from bulletin_editor.importers.flow.lines import Kind, Line, Piece
from bulletin_editor.importers.pdf.headings import Headings
from bulletin_editor.importers.pdf.paragraphs import CutParagraph, paragraphs_of, usual_size
from bulletin_editor.importers.pdf.pictures import Figure, rows_of
from bulletin_editor.importers.pdf.placing import placed_behind
from bulletin_editor.importers.pdf.tables import SeenTable
from bulletin_editor.importers.pdf.text_lines import TextLine
from bulletin_editor.importers.pdf.typed_lists import SeenPiece, with_typed_lists

# Measured: under the pictures of issues and of public files, captions stand 1.35 to 1.6 below, in letters of
# 0.8 to 0.86 of the usual size. Text stands there as near, but it is not set off like that.
_SMALL = 0.95  # times the size of most letters: that of captions
_CAPTION_BELOW = 3.0  # times the letters' size, under a picture


def pieces_seen(
    lines: Sequence[TextLine],
    figures: Sequence[Sequence[Figure]],
    tables: Sequence[Sequence[SeenTable]],
) -> list[Piece]:
    """Put the paragraphs of `lines`, in reading order, and what else is on each page one after another."""
    body_size = usual_size(lines)
    paragraphs = paragraphs_of(lines, body_size)
    headings = Headings(paragraphs, body_size)
    beside: list[list[Figure | SeenTable]] = [
        [*on_page, *in_rules] for on_page, in_rules in zip(figures, tables, strict=True)
    ]
    behind = placed_behind(paragraphs, beside)
    seen: list[SeenPiece] = []
    for index in range(-1, len(paragraphs)):
        if index >= 0 and not paragraphs[index].text.is_blank:
            line = _line(paragraphs[index], headings, body_size, behind.get(index - 1, ()))
            seen.append(SeenPiece(line, paragraphs[index]))
        seen += map(SeenPiece, _pieces(behind.get(index, ())))
    return with_captions(with_typed_lists(seen, body_size))


def _pieces(beside: Iterable[Figure | SeenTable]) -> Iterator[Piece]:
    for kind, together in groupby(beside, key=type):
        if kind is Figure:
            yield from rows_of(each for each in together if isinstance(each, Figure))
        else:
            yield from (each.table for each in together if isinstance(each, SeenTable))


def _line(
    paragraph: CutParagraph, headings: Headings, body_size: float, above: Sequence[Figure | SeenTable]
) -> Line:
    level = headings.level(paragraph)
    if level is not None:
        return Line(text=paragraph.text, kind=Kind.SUBHEADING, level=level)
    last = above[-1] if above else None
    if isinstance(last, Figure) and is_caption(paragraph, body_size, last):
        return Line(text=paragraph.text, kind=Kind.CAPTION)
    return Line(text=paragraph.text)


def is_caption(paragraph: CutParagraph, body_size: float, above: Figure) -> bool:
    """Tell whether `paragraph` is the caption of the picture `above` it."""
    first = paragraph.first
    near = above.bottom - first.baseline < _CAPTION_BELOW * first.size  # or over it, where it is cropped
    beneath = first.left < above.right and first.right > above.left
    return (
        near and beneath and is_set_off(paragraph, body_size) and len(paragraph.text.plain) <= LONGEST_CAPTION
    )


def is_set_off(paragraph: CutParagraph, body_size: float) -> bool:
    """Tell whether `paragraph` looks as captions do: in small letters, or in italics."""
    return paragraph.first.is_italic or paragraph.first.size < _SMALL * body_size
