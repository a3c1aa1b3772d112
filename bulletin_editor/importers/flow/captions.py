"""Captions and credits, brought to the pictures and tables by which they stand."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from bulletin_editor.importers.flow.lines import Kind, Line, Piece
from bulletin_editor.model.blocks import PictureRow, Table


def with_captions(pieces: Iterable[Piece]) -> list[Piece]:
    """Put each caption into the row of pictures before it, else into the pictures or the table behind it.

    One that stands by neither, or where there is a caption already, is a paragraph like any other.
    """
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if isinstance(last, PictureRow) and not last.caption and _words(piece, Kind.CAPTION):
            result[-1] = replace(last, caption=_words(piece, Kind.CAPTION))
        elif isinstance(last, PictureRow) and not last.credit and _words(piece, Kind.CREDIT):
            result[-1] = replace(last, credit=_words(piece, Kind.CREDIT))
        elif isinstance(piece, PictureRow | Table) and not piece.caption and _words(last, Kind.CAPTION):
            result[-1] = replace(piece, caption=_words(last, Kind.CAPTION))
        else:
            result.append(piece)
    return result


def _words(piece: Piece | None, kind: Kind) -> str:
    return piece.text.plain if isinstance(piece, Line) and piece.kind is kind else ""
