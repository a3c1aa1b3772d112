"""The marks of points, and which of their numbers make a list."""

from __future__ import annotations

import pytest

from bulletin_editor.importers.flow.marks import are_counted, is_sign, mark_of, number_in


@pytest.mark.parametrize(
    ("line", "mark", "number"),
    [
        ("- một", "- ", None),
        ("–\u00a0một", "–\u00a0", None),
        ("●\tmột", "●\t", None),
        ("1. một", "1. ", 1),
        ("12) một", "12) ", 12),
        ("(3) một", "(3) ", 3),
        ("0. không", "0. ", 0),
        ("01. một", "01. ", None),
        ("a) một", "a) ", None),
    ],
)
def test_points_begin_with_a_sign_a_number_or_a_letter(line: str, mark: str, number: int | None) -> None:
    assert mark_of(line) == mark
    assert number_in(mark) == number
    assert is_sign(mark) == (line[0] in "-–●")


@pytest.mark.parametrize("line", ["-5 độ", "24.5 triệu", "2026. Năm", "1.2. Việc", "I. Kết quả", "- ", "một"])
def test_other_lines_have_no_mark(line: str) -> None:
    assert mark_of(line) == ""
    assert not is_sign("")


@pytest.mark.parametrize(
    ("numbers", "counted"),
    [((3, 4, 5), True), ((1, 3), False), ((1, None), False), ((), False)],
)
def test_numbers_that_follow_each_other(numbers: tuple[int | None, ...], *, counted: bool) -> None:
    assert are_counted(numbers) is counted
