"""Names of persons, told by how they are written."""

from __future__ import annotations

_LONGEST = 40  # characters
_MOST_WORDS = 5
_SURNAMES = frozenset((
    # the usual ones of the country
    "Bùi", "Chu", "Đàm", "Đào", "Đặng", "Đinh", "Đỗ", "Dương", "Hoàng", "Huỳnh", "Khuất", "Kiều", "Lê",
    "Lương", "Lý", "Mai", "Nghiêm", "Ngô", "Nguyễn", "Phạm", "Phan", "Phùng", "Quách", "Tô", "Tống", "Trần",
    "Triệu", "Trịnh", "Trương", "Võ", "Vũ", "Vương",
    # those of the Thái, Mông, Hà Nhì, Dao and others, usual in Điện Biên
    "Cà", "Cầm", "Chá", "Chang", "Chẻo", "Điêu", "Đèo", "Giàng", "Hạng", "Hờ", "Khoàng", "Lầu", "Lèo", "Lò",
    "Lù", "Lường", "Ly", "Lỳ", "Mùa", "Phàng", "Pờ", "Quàng", "Sùng", "Sừng", "Tẩn", "Thào", "Tòng", "Tráng",
    "Vàng", "Vừ",
))  # fmt: skip
_PLACES = frozenset((
    "Cà Mau", "Hoàng Liên Sơn", "Hoàng Mai", "Hoàng Sa", "Mai Châu", "Mai Sơn", "Phan Rang", "Phan Thiết",
    "Vàng Đán",
))  # fmt: skip
"""Places that begin as names do."""


def is_name(line: str) -> bool:
    """Tell whether `line` may be the name of a person: a few words, each with a capital, and nothing else."""
    words = line.split() if len(line) <= _LONGEST else []
    return len(words) > 1 and all(word.istitle() and word.isalpha() for word in words)


def is_surely_name(line: str) -> bool:
    """Tell whether `line` is the name of a person even where nothing around it says so: it has a surname.

    The surnames are those commonly known; most of the country's are among the hundred counted in
    https://hoten.org/100-ho-nghe-an/. Those with which provinces, offices or common words begin are left out,
    such as Hà, Cao, Hồ, Đoàn and Lưu.
    """
    words = line.split()
    return is_name(line) and len(words) <= _MOST_WORDS and words[0] in _SURNAMES and line not in _PLACES
