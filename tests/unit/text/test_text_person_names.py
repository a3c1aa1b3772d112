"""Lines that are the name of a person."""

from __future__ import annotations

import pytest

from bulletin_editor.text.person_names import is_name, is_surely_name


@pytest.mark.parametrize("line", ["Lò Mẫu", "Giàng A Mẫu", "Cà Văn Mẫu", "Nguyễn Thị Mẫu", "Đỗ Ẩn"])
def test_names_are_words_with_capitals(line: str) -> None:
    assert is_name(line)
    assert is_surely_name(line)


@pytest.mark.parametrize("line", ["Mẫu", "LÒ MẪU", "Phòng đọc", "Lò Mẫu.", "Tuần 22", "Mẫu " * 12, ""])
def test_other_lines_are_no_names(line: str) -> None:
    assert not is_name(line)
    assert not is_surely_name(line)


@pytest.mark.parametrize(
    "line",
    [
        *("Điện Biên", "Tuần Giáo", "Mường Ảng", "Hà Nội", "Cao Bằng", "Lai Châu", "Hồ Chí Minh", "Cà Mau"),
        "Hoàng Liên Sơn",
        *("Việt Nam", "Tây Bắc", "Chủ Tịch", "Giám Đốc", "Văn Phòng", "Ban Biên Tập", "Công An Tỉnh"),
        *("Ủy Ban Nhân Dân", "Chi Cục Thuế", "Liên Đoàn Lao Động", "Thành Đoàn", "Đoàn Thanh Niên"),
        *("Báo Điện Biên Phủ", "Nhân Dân", "Lao Động", "Tuổi Trẻ", "Trân Trọng Cảm Ơn", "Lưu Ý"),
        *("Quê Hương", "Thu Mẫu", "Lò Mẫu Lò Mẫu Lò Mẫu"),
    ],
)
def test_what_else_may_have_capitals_is_no_name_for_sure(line: str) -> None:
    assert not is_surely_name(line)
