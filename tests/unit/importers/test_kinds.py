"""What kind of document a file is told to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_editor.importers.kinds import Kind, recognise


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_letters_of_two_bytes_are_text_though_half_of_a_letter_is_a_control_character(
    encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "tin.txt"
    path.write_bytes("Đại đội đã đi đều, đặt đá đắp đập, đón năm mới ở Ăng Tở.".encode(encoding))

    assert recognise(path).kind is Kind.TEXT
