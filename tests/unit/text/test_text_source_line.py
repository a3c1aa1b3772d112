"""Lines that say where a text was taken from."""

from __future__ import annotations

import pytest

from bulletin_editor.text.source_line import source_named


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Nguồn: Báo Mới", "Báo Mới"),
        ("(Theo nguồn tin: Báo Mới )", "Báo Mới"),
        ("nguồn:Báo Mới", "Báo Mới"),
        ("Nguồn vốn: ngân sách", ""),
        ("Nguồn:", ""),
        ("Theo Báo Mới", ""),
    ],
)
def test_a_line_may_name_a_source(line: str, source: str) -> None:
    assert source_named(line) == source
