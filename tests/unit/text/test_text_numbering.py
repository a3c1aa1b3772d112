"""Lines that begin with a number as the parts of one text do."""

from __future__ import annotations

import pytest

from bulletin_editor.text.numbering import is_numbered


@pytest.mark.parametrize(
    "line", ["II. Kết quả", "1.2. Việc làm", "3) Ba", "a) Nhỏ", "Điều 3. Phí", "CHƯƠNG IV"]
)
def test_the_parts_of_a_text_are_numbered(line: str) -> None:
    assert is_numbered(line)


@pytest.mark.parametrize(
    "line", ["Mục tiêu năm nay", "80 năm ngày hội", "Điều cần biết", "24.5 triệu đồng", "TP."]
)
def test_words_and_amounts_are_no_numbers_of_parts(line: str) -> None:
    assert not is_numbered(line)
