"""Lists that a page shows by the marks before its paragraphs, and by how far in they begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bulletin_editor.importers.flow import typed_lists
from bulletin_editor.importers.flow.lines import Piece
from bulletin_editor.importers.flow.typed_lists import Placed
from bulletin_editor.importers.pdf.paragraphs import CutParagraph

_WIDEST = 14_400  # pt: the largest page that the format knows


class SeenPiece(NamedTuple):
    """A piece, and the paragraph on the page that it was, if it was one."""

    piece: Piece
    paragraph: CutParagraph | None = None


def with_typed_lists(seen: Sequence[SeenPiece], body_size: float) -> list[Piece]:
    """Make points of the paragraphs with marks. `body_size` is that of most letters, in pt."""
    return typed_lists.with_typed_lists([_placed(each, max(body_size, 1.0)) for each in seen])


def _placed(seen: SeenPiece, size: float) -> Placed:
    if seen.paragraph is None:
        return Placed(seen.piece)
    left = seen.paragraph.first.left
    within = left if 0 <= left <= _WIDEST else 0.0  # damaged files have odd measures
    return Placed(seen.piece, within / size)
