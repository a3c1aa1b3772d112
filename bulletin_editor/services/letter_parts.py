"""The parts of an official letter around its text: its head and its end (decree 30/2020, annex I)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bulletin_editor.model.blocks import Block, BulletList, NumberedList, Paragraph, Subheading, Table
from bulletin_editor.text.folding import folded

_LINES = 15  # blocks in which a head ends, and an end begins
_RUNNING = 150  # characters: a paragraph as long is text
_FEWEST = 2  # lines that only heads have: news may have one of them
_LONGEST = 100  # characters of a line of a head

# Folded text: a letter's number, what only an official letter has, and what its head may have besides.
_NUMBER = re.compile(r"so\s*:.{0,20}/\s*[a-z]{2,}[-a-z0-9]*(?:$|\s+v/v)")
_SURE = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam$"
    r"|doc lap\s*[-–—]?\s*tu do\s*[-–—]?\s*hanh phuc"
    r"|" + _NUMBER.pattern
)
_POSSIBLE = re.compile(
    r"[^.,]{2,30},\s*ngay\s.{0,8}\s*thang\s.{0,8}\s*nam\s.{0,8}$"
    r"|(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho|xa|phuong|huyen)(?: \w+){1,4}$"
)
_ADDRESSED = re.compile(r"kinh gui\s*:")
_SUBJECT = re.compile(r"(?:^|\s)v/v\s*:?\s*(?P<subject>\S.*)", re.IGNORECASE | re.DOTALL)
_RECIPIENTS = re.compile(r"noi nhan\s*:?")


def end_of_head(blocks: Sequence[Block]) -> int:
    """Return the place of the first block behind the head of an official letter; 0 where there is none.

    Whom it is addressed to belongs to the head.
    """
    first = list(takewhile(lambda block: not _is_running(block), blocks[:_LINES]))
    marks = [place for place, block in enumerate(first) if any(map(is_of_head, _lines(block)))]
    lines = [line for place in marks for line in _lines(first[place]) if is_of_head(line)]
    if len(lines) < _FEWEST or not any(_SURE.match(_folded(line)) for line in lines):
        return 0
    return _end_of_address(blocks, marks[-1] + 1)


def is_of_head(line: str) -> bool:
    """Tell whether `line` may stand in the head of an official letter."""
    if len(line) >= _LONGEST:
        return False
    written = _folded(line)
    return bool(_SURE.match(written) or _POSSIBLE.match(written) or _SUBJECT.match(line))


def subject_of(head: Sequence[Block]) -> str:
    """Return what a letter says that it is about, below its number; blank where it does not."""
    cells = iter([cell for block in head for cell in _cells(block)])
    found = next(filter(None, map(_SUBJECT.search, cells)), None)
    if not found:
        return ""
    rest = takewhile(lambda cell: cell[:1].islower(), cells)  # a page may have cut it into lines
    subject = " ".join(" ".join([found["subject"], *rest]).split())
    return subject[:1].upper() + subject[1:]


def number_of(head: Sequence[Block]) -> str:
    """Return the line with a letter's number, else its first line."""
    numbers = (line.strip() for block in head for line in _lines(block) if _NUMBER.match(_folded(line)))
    return next(numbers, first_line(head))


def first_line(blocks: Sequence[Block]) -> str:
    """Return the first line that is written in `blocks`."""
    return next((line.strip() for block in blocks for line in _lines(block) if line.strip()), "")


def start_of_end(blocks: Sequence[Block]) -> int:
    """Return the place where the end of a letter begins, with its recipients and signatures.

    It is the number of `blocks` where there is none, or where text follows it, such as an annex.
    """
    for place in range(max(0, len(blocks) - _LINES), len(blocks)):
        if any(_RECIPIENTS.match(_folded(line)) for line in _lines(blocks[place])):
            rest = blocks[place:]
            return len(blocks) if any(map(_is_running, rest)) else place
    return len(blocks)


def _end_of_address(blocks: Sequence[Block], start: int) -> int:
    """Return the place behind ``Kính gửi:`` and those named there."""
    end = start
    if end < len(blocks) and any(_ADDRESSED.match(_folded(line)) for line in _lines(blocks[end])):
        end += 1
        while end < len(blocks) and _names_addressee(blocks[end]):
            end += 1
    return end


def _names_addressee(block: Block) -> bool:
    if isinstance(block, (BulletList, NumberedList)):
        return True
    return isinstance(block, Paragraph) and block.text.plain.lstrip().startswith(("-", "–", "+"))


def _is_running(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text.plain) > _RUNNING


def _lines(block: Block) -> Iterator[str]:
    for cell in _cells(block):
        yield from cell.split("\n")


def _cells(block: Block) -> Iterator[str]:
    """Give the texts of a block: those of a table's cells, for a letter's head and end often are one."""
    if isinstance(block, Table):
        yield from (cell.plain for row in (block.header, *block.rows) for cell in row)
    elif isinstance(block, (Paragraph, Subheading)):
        yield block.text.plain


def _folded(line: str) -> str:
    return folded(line).strip()
