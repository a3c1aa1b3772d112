"""The parts of an official letter around its text: its head and its end (decree 30/2020, annex I).

Both are left out where articles come in, so they are only taken for such where nothing else can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    NumberedList,
    Paragraph,
    PictureRow,
    Subheading,
    Table,
)
from bulletin_editor.model.texts import plain, texts_of
from bulletin_editor.text.folding import folded
from bulletin_editor.text.person_names import is_name

_BLOCKS = 15  # of which a head, or an end, has at most as many
_LINES = 20  # of a table that is a head or an end
_FEWEST = 2  # lines that only heads have: news may have one of them
_LONGEST = 100  # characters of a line of a head or an end
_LONGEST_AGENCY = 60  # characters
_LONGEST_OFFICE = 40  # characters of that of whoever signs

# Folded text: what only heads have, agencies, and what else stands in a head.
_NUMBER = re.compile(r"so\s*:.{0,20}/\s*[a-z]{2,}[-a-z0-9]*(?:$|\s+v/v\s)")
_TITLE = re.compile(
    r"cong hoa xa hoi chu nghia viet nam(?:\s+doc lap.{1,30})?$|dang cong san viet nam$"
    r"|doc lap\s*[-–—]?\s*tu do\s*[-–—]?\s*hanh phuc$"
)
_DAY = re.compile(r"[^.,]{2,30},\s*ngay\s.{0,8}\s*thang\s.{0,8}\s*nam\s.{0,8}$")
_AGENCY = re.compile(
    r"(?:ubnd|uy ban|hdnd|hoi|tinh|thanh|thi|huyen|xa|phuong|dang|chi|so|bo|ban|cuc|tong|vu|vien|trung tam"
    r"|truong|phong|van phong|cong|doan|lien|mat tran|thu vien|ngan hang|kho bac|bao|toa an|va)\b"
)
_ADDRESSED = re.compile(r"kinh gui\s*:")
_BASIS = re.compile(r"[-–—+•*\s]*(?:can cu|thuc hien|theo|xet|de nghi)\b")  # how the text of a letter begins
_SUBJECT = re.compile(r"(?:^|\s)v/v\s*:?\s*(?P<subject>\S.*)", re.IGNORECASE | re.DOTALL)

# How an end begins, whom only an end names (both folded), and who signs.
_RECIPIENTS = re.compile(r"noi nhan\s*(?::(?:\s*[-–].*)?)?")
_POINT = re.compile(r"[-–—+•*]")
_KEPT = re.compile(r"(?:noi nhan\s*:\s*)?[-–—+•*\s]*(?:nhu tren|nhu dieu|nhu kinh gui|luu)\b")
_SIGNER = re.compile(
    r"(?:KT|TM|TL|TUQ|Q)\s*\.|(?:PHÓ |QUYỀN )?(?:TỔNG )?(?:GIÁM ĐỐC|CHỦ TỊCH|BÍ THƯ|TRƯỞNG|CHÁNH|CỤC TRƯỞNG"
    r"|CHI CỤC TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|THỦ TRƯỞNG|BỘ TRƯỞNG|THƯ KÝ)\b|\([Đđ][ãÃ] [Kk][ýÝ]\)"
)


def end_of_head(blocks: Sequence[Block]) -> int:
    """Return the place of the first block behind the head of an official letter; 0 where there is none.

    A head begins with what only heads have, and has nothing else in it but the names of agencies. Whom the
    letter is addressed to belongs to it.
    """
    marks: list[str] = []
    end = 0
    for place, block in enumerate(blocks[:_BLOCKS]):
        found = _marks(block, marks)
        if not _is_in_head(block, found, marks):
            break
        if found:
            marks += found
            end = place + 1
    is_sure = any(map(_is_title, marks)) or _is_number(first_line(blocks))
    return _end_of_address(blocks, end) if is_sure and len(marks) >= _FEWEST else 0


def is_of_head(line: str) -> bool:
    """Tell whether `line` is one that only heads of official letters have."""
    return _is_title(line) or _is_number(line)


def subject_of(head: Sequence[Block]) -> str:
    """Return what a letter says that it is about, below its number; blank where it does not."""
    cells = iter([plain(text) for block in head for text in texts_of(block)])
    found = next(filter(None, map(_SUBJECT.search, cells)), None)
    if not found:
        return ""
    rest = takewhile(lambda cell: cell[:1].islower(), cells)  # a page may have cut it into lines
    subject = " ".join(" ".join([found["subject"], *rest]).split())
    return subject[:1].upper() + subject[1:]


def number_of(head: Sequence[Block]) -> str:
    """Return the line with a letter's number, else its first line."""
    numbers = (line for block in head for line in _lines(block) if _is_number(line))
    return next(numbers, first_line(head))


def first_line(blocks: Sequence[Block]) -> str:
    """Return the first line that is written in `blocks`."""
    return next((line for block in blocks for line in _lines(block)), "")


def end_in(blocks: Sequence[Block]) -> range:
    """Return the places of the end of a letter: its recipients, and who signed below them.

    What follows them, such as an annex or another letter, is none of it. Without an end the range is empty,
    behind all blocks.
    """
    for place, block in enumerate(blocks):
        if _begins_end(block):
            end = blocks[place : place + _length_of_end(blocks[place : place + _BLOCKS])]
            if any(_KEPT.match(_folded(line)) for each in end for line in _lines(each)):
                return range(place, place + len(end))
    return range(len(blocks), len(blocks))


# ---- The head --------------------------------------------------------------------------------------


def _marks(block: Block, before: Sequence[str]) -> list[str]:
    """Return the lines of `block` that only heads have; `before` are those that stand before it."""
    lines = [line for line in _lines(block) if len(line) < _LONGEST]
    is_about = any(map(_SUBJECT.search, (*before, *lines)))
    return [line for line in lines if _is_mark(line) or (is_about and line[:1].islower())]


def _is_mark(line: str) -> bool:
    written = _folded(line)
    return bool(is_of_head(line) or _DAY.match(written) or _SUBJECT.match(line))


def _is_in_head(block: Block, marks: Sequence[str], before: Sequence[str]) -> bool:
    """Tell whether `block` has no words but `marks`, agencies, and in a table what stands beside them."""
    lines = list(_lines(block))
    if isinstance(block, Table):
        return bool(marks) and any(map(_is_title, (*before, *marks))) and _is_short(lines)
    may_be = isinstance(block, (Paragraph, Subheading, PictureRow))
    return may_be and all(line in marks or _is_agency(line) for line in lines)


def _is_title(line: str) -> bool:
    return _TITLE.match(_folded(line)) is not None


def _is_number(line: str) -> bool:
    return _NUMBER.match(_folded(line)) is not None


def _is_agency(line: str) -> bool:
    return line.isupper() and len(line) <= _LONGEST_AGENCY and bool(_AGENCY.match(_folded(line)))


def _end_of_address(blocks: Sequence[Block], start: int) -> int:
    """Return the place behind ``Kính gửi:`` and those named below it, where none is named beside it."""
    address = blocks[start : start + _BLOCKS]
    lines = [_folded(line) for block in address[:1] for line in _lines(block)]
    if not any(map(_ADDRESSED.match, lines)):
        return start
    named = takewhile(_names_addressees, address[1:]) if _ADDRESSED.fullmatch(lines[-1]) else ()
    return start + 1 + len(list(named))


def _names_addressees(block: Block) -> bool:
    return _has_points(block) and not any(_BASIS.match(_folded(line)) for line in _lines(block))


# ---- The end ---------------------------------------------------------------------------------------


def _begins_end(block: Block) -> bool:
    """Tell whether `block` says that recipients follow; a table may have who signed beside them."""
    lines = list(_lines(block))
    if isinstance(block, Table):
        return _is_short(lines) and any(map(_names_recipients, lines))
    if not isinstance(block, (Paragraph, Subheading)) or not any(map(_names_recipients, lines[:1])):
        return False
    return _is_short(lines) and all(map(_POINT.match, lines[1:]))


def _length_of_end(end: Sequence[Block]) -> int:
    """Return how many blocks an end has: recipients and who signed, whom a page may name above them, too."""
    if isinstance(end[0], Table):
        return 1
    length = 1
    for is_more in (_is_signature, _has_points, _is_signature):
        length += len(list(takewhile(is_more, end[length:])))
    names = end[length : length + 1] if any(map(_is_signature, end[1:length])) else ()
    return length + sum(isinstance(block, Paragraph) and is_name(block.text.plain) for block in names)


def _is_signature(block: Block) -> bool:
    """Tell whether `block` begins with the office of whoever signs, and has at most the name besides."""
    lines = list(_lines(block))
    is_line = isinstance(block, (Paragraph, Subheading)) and any(map(_is_signer, lines[:1]))
    return is_line and all(_is_signer(line) or is_name(line) for line in lines)


def _is_signer(line: str) -> bool:
    return len(line) <= _LONGEST_OFFICE and _SIGNER.match(line) is not None


def _names_recipients(line: str) -> bool:
    return line[:1] in "Nn" and _RECIPIENTS.fullmatch(_folded(line)) is not None


# ---- Lines -----------------------------------------------------------------------------------------


def _has_points(block: Block) -> bool:
    """Tell whether `block` is a short list, or lines that begin as its points do."""
    lines = list(_lines(block))
    is_list = isinstance(block, (BulletList, NumberedList))
    begins = isinstance(block, Paragraph) and bool(lines) and all(map(_POINT.match, lines))
    return (is_list or begins) and _is_short(lines)


def _is_short(lines: Sequence[str]) -> bool:
    return len(lines) <= _LINES and all(len(line) <= _LONGEST for line in lines)


def _lines(block: Block) -> Iterator[str]:
    """Give the lines of `block` with words in them: a head or an end often is a table, or has line breaks."""
    for text in texts_of(block):
        yield from (line.strip() for line in plain(text).split("\n") if any(map(str.isalnum, line)))


def _folded(line: str) -> str:
    return folded(line).strip()
