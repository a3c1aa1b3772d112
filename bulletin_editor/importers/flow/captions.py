"""Captions and credits, brought to the pictures and tables by which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from msgspec.structs import replace

from bulletin_editor.importers.flow.lines import Kind, Line, Piece
from bulletin_editor.model.blocks import PictureRow, Table

LONGEST_CAPTION = 300
"""Characters of a line, or of several, that may be the caption of what they stand by."""

_CREDIT = re.compile(r"^(?P<caption>.*?)[\s(–-]*\b(?:Ảnh|Photo)\s*:\s*(?P<credit>[^:]+?)[.)\s]*$", re.DOTALL)
_LONGEST_CREDIT = 60
_LONGEST_LONE_CREDIT = 30  # beyond which "Ảnh: …" tells what is to be seen


def with_captions(pieces: Iterable[Piece]) -> list[Piece]:
    """Put each caption into the row of pictures before it, else into the pictures or the table behind it.

    Pictures with a caption below them take none from above: that belongs to something that was left out. A
    caption that stands by nothing, or where there is one already, is a paragraph like any other. ``Ảnh: …``
    at the end of a caption of pictures is their credit.
    """
    result: list[Piece] = []
    for piece, following in pairwise((*pieces, None)):
        last = result[-1] if result else None
        if isinstance(last, PictureRow) and not last.caption and _words(piece, Kind.CAPTION):
            result[-1] = replace(last, caption=_words(piece, Kind.CAPTION))
        elif isinstance(last, PictureRow) and not last.credit and _words(piece, Kind.CREDIT):
            result[-1] = replace(last, credit=_words(piece, Kind.CREDIT))
        elif _lacks_caption(piece, following) and _words(last, Kind.CAPTION):
            assert isinstance(piece, PictureRow | Table), "only these have one"
            result[-1] = replace(piece, caption=_words(last, Kind.CAPTION))
        elif piece is not None:
            result.append(piece)
    return [_with_credit(piece) if isinstance(piece, PictureRow) else piece for piece in result]


def _lacks_caption(piece: Piece | None, following: Piece | None) -> bool:
    if isinstance(piece, PictureRow):
        return not piece.caption and not _words(following, Kind.CAPTION)
    return isinstance(piece, Table) and not piece.caption


def _words(piece: Piece | None, kind: Kind) -> str:
    return piece.text.plain if isinstance(piece, Line) and piece.kind is kind else ""


def _with_credit(row: PictureRow) -> PictureRow:
    found = _CREDIT.match(row.caption) if not row.credit else None
    longest = _LONGEST_CREDIT if found and found["caption"] else _LONGEST_LONE_CREDIT
    if not found or len(found["credit"]) > longest:
        return row
    return replace(row, caption=found["caption"], credit=found["credit"])
