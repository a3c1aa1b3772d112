"""Names of persons, told by how they are written."""

from __future__ import annotations

_LONGEST = 40  # characters
_MOST_WORDS = 5
_OFFICES = frozenset((
    "Ban", "Báo", "Bộ", "Cục", "Đài", "Đảng", "Hội", "Nhóm", "Phòng", "Phường", "Sở", "Tạp", "Theo", "Thông",
    "Tỉnh", "Trân", "Trung", "Trường", "Xã", "Xin",
))  # fmt: skip
"""First words of offices, newspapers and greetings, which some write with as many capitals."""


def is_name(line: str) -> bool:
    """Tell whether `line` may be the name of a person: a few words, each with a capital, and nothing else."""
    words = line.split() if len(line) <= _LONGEST else []
    return len(words) > 1 and all(word.istitle() and word.isalpha() for word in words)


def is_surely_name(line: str) -> bool:
    """Tell whether `line` is the name of a person even where nothing around it says so."""
    words = line.split()
    return is_name(line) and len(words) <= _MOST_WORDS and words[0] not in _OFFICES
