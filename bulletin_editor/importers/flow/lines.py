"""Lines of text, one after another, that know what they belong to; and the blocks they make.

HTML nests freely and Word's lists do not nest at all: as lines with their place, both are told the same way.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import TypeAlias

from msgspec.structs import replace

from bulletin_editor.model.blocks import (
    MAX_LIST_START,
    Block,
    BulletList,
    Callout,
    Lead,
    ListBlock,
    ListItem,
    NumberedList,
    Paragraph,
    PictureRow,
    PullQuote,
    Subheading,
    Table,
)
from bulletin_editor.model.rich_text import RichText, Run, rich

MAX_LEVELS = 9
"""How deep lists nest at the most, as in Word; points below that stand on the last level."""

_PLAIN = Run(text="")


class Kind(Enum):
    """What a line is, where it stands in no list."""

    PARAGRAPH = auto()
    SUBHEADING = auto()
    LEAD = auto()
    CALLOUT = auto()
    QUOTE = auto()
    SPEAKER = auto()
    CAPTION = auto()
    CREDIT = auto()


@dataclass(eq=False)
class Group:
    """One lead, callout or quotation: its lines make one block."""


@dataclass(eq=False)
class OpenList:
    """One list, and how many points it has so far."""

    numbered: bool
    start: int = 1
    points: int = 0


@dataclass(frozen=True)
class Point:
    """A point of a list, counted from 1."""

    of: OpenList
    number: int


@dataclass(eq=False, frozen=True)
class Line:
    """A text that is not blank. `path` leads to its point, from the outermost list inwards.

    It has at most `MAX_LEVELS` steps. `level` is that of a heading: 0 for the title of the whole, else 1
    to 9.
    """

    text: RichText
    kind: Kind = Kind.PARAGRAPH
    group: Group | None = None
    path: tuple[Point, ...] = ()
    level: int | None = None


Piece: TypeAlias = Line | Table | PictureRow
"""What stands one after another in a document: a line, or a block that is no text."""


def blocks_of(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Make the blocks of `pieces`; lines of one list or group that follow each other become one block."""
    return blocks_and_headings(pieces)[0]


def blocks_and_headings(pieces: Iterable[Piece]) -> tuple[tuple[Block, ...], dict[int, int]]:
    """Make the blocks of `pieces`, and tell which of them are headings: their positions and levels."""
    blocks: list[Block] = []
    headings: dict[int, int] = {}
    for _, each in groupby(_uninterrupted(pieces), key=_whole):
        together = list(each)
        first = together[0]
        if isinstance(first, Line) and first.kind is Kind.SUBHEADING and first.level is not None:
            headings[len(blocks)] = first.level
        blocks += _blocks(together)
    return tuple(blocks), headings


def pieces_of(blocks: Iterable[Block], headings: Mapping[int, int]) -> list[Piece]:
    """Return what stands one after another in `blocks`, so that it can go on in another document.

    `headings` are the levels of those blocks that are headings; of them `blocks_and_headings` makes the same.
    """
    pieces: list[Piece] = []
    for place, block in enumerate(blocks):
        match block:
            case Subheading():
                pieces.append(Line(text=block.text, kind=Kind.SUBHEADING, level=headings.get(place)))
            case Paragraph():
                pieces.append(Line(text=block.text))
            case BulletList() | NumberedList():
                pieces += _lines_of_list(block, ())
            case Lead() | Callout() | PullQuote():
                pieces += _lines_of_group(block)
            case Table() | PictureRow():
                pieces.append(block)
    return pieces


def joined(texts: Iterable[RichText]) -> RichText:
    """Return `texts` as one, a line each."""
    texts = tuple(texts)
    if len(texts) == 1:
        return texts[0]
    pieces: list[tuple[Run, str]] = []
    for text in texts:
        pieces += [(_PLAIN, "\n")] if pieces else []
        pieces += [(replace(run, text=""), run.text) for run in text.runs]
    return rich_text_of(pieces)


def rich_text_of(pieces: Iterable[tuple[Run, str]]) -> RichText:
    """Make rich text of many small pieces, each with its look: a run of which only the format counts."""
    parts = groupby(pieces, key=lambda piece: piece[0])
    return RichText(runs=tuple(replace(look, text="".join(text for _, text in each)) for look, each in parts))


def _lines_of_list(block: ListBlock, path: tuple[Point, ...]) -> Iterator[Line]:
    if isinstance(block, NumberedList):
        of = OpenList(numbered=True, start=block.start)
    else:
        of = OpenList(numbered=False)
    for number, item in enumerate(block.items, 1):
        here = (*path, Point(of, number))
        if not item.text.is_blank:
            yield Line(text=item.text, path=here)
        for sublist in item.sublists:
            yield from _lines_of_list(sublist, here)


def _lines_of_group(block: Lead | Callout | PullQuote) -> Iterator[Line]:
    kinds = {Lead: Kind.LEAD, Callout: Kind.CALLOUT, PullQuote: Kind.QUOTE}
    group = Group()
    for text in block.paragraphs:
        yield Line(text=text, kind=kinds[type(block)], group=group)
    if isinstance(block, PullQuote) and block.speaker:
        yield Line(text=rich(block.speaker), kind=Kind.SPEAKER, group=group)


def _uninterrupted(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Free what goes on with a point behind a table or the like: the point would be counted a second time."""
    last: Point | None = None
    ended: set[Point] = set()
    for piece in pieces:
        point = piece.path[0] if isinstance(piece, Line) and piece.path else None
        if last and point != last:
            ended.add(last)
        last = point
        if isinstance(piece, Line) and point in ended:
            yield dataclasses.replace(piece, path=piece.path[1:])
        else:
            yield piece


def _whole(line: Piece) -> int:
    """Name what `line` is a part of: its outermost list, its group, or it is a block of its own."""
    if isinstance(line, Line) and line.path:
        return id(line.path[0].of)
    return id(line.group) if isinstance(line, Line) and line.group else id(line)


def _blocks(pieces: list[Piece]) -> Iterable[Block]:
    texts = [piece for piece in pieces if isinstance(piece, Line)]
    if not texts:
        return [piece for piece in pieces if not isinstance(piece, Line)]
    if texts[0].path:
        return [_list(texts, 0)]
    return _group(texts)


def _group(lines: list[Line]) -> Iterable[Block]:
    paragraphs = tuple(line.text for line in lines if line.kind is not Kind.SPEAKER)
    speaker = " ".join(line.text.plain for line in lines if line.kind is Kind.SPEAKER)
    match lines[0].kind:
        case Kind.LEAD:
            return [Lead(paragraphs=paragraphs)]
        case Kind.CALLOUT:
            return [Callout(paragraphs=paragraphs)]
        case Kind.QUOTE:
            return [PullQuote(paragraphs=paragraphs, speaker=speaker)]
        case Kind.SUBHEADING:
            return [Subheading(text=line.text) for line in lines]
        case _:
            return [Paragraph(text=line.text) for line in lines]


def _list(lines: list[Line], depth: int) -> ListBlock:
    points = groupby(lines, key=lambda line: line.path[depth].number)
    items = tuple(_item(list(each), depth) for _, each in points)
    first = lines[0].path[depth]
    if not first.of.numbered:
        return BulletList(items=items)
    return NumberedList(items=items, start=min(first.of.start + first.number - 1, MAX_LIST_START))


def _item(lines: list[Line], depth: int) -> ListItem:
    own = joined(line.text for line in lines if len(line.path) == depth + 1)
    below = (line for line in lines if len(line.path) > depth + 1)
    sublists = groupby(below, key=lambda line: id(line.path[depth + 1].of))
    return ListItem(text=own, sublists=tuple(_list(list(each), depth + 1) for _, each in sublists))
