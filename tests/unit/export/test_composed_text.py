"""Text becomes spans: what stays on one line, and where a word too long for a line may break."""

from __future__ import annotations

from bulletin_editor.export.composed_text import composed, words
from bulletin_editor.model.rich_text import RichText, Run
from bulletin_editor.text.linebreaks import LONGEST_WORD, ZERO_WIDTH_SPACE


def test_a_stretch_that_stays_on_one_line_is_a_span_of_its_own() -> None:
    line = words("giai đoạn 2026 - 2030 tại tỉnh")
    assert [(span.text, span.keep) for span in line] == [
        ("giai đoạn ", False),
        ("2026 - 2030", True),
        (" tại tỉnh", False),
    ]


def test_a_stretch_over_two_formats_is_kept_in_both() -> None:
    line = composed(RichText(runs=(Run(text="từ 2026 - "), Run(text="2030", bold=True))))
    assert [(span.text, span.bold, span.keep) for span in line if span.keep] == [
        ("2026 - ", False, True),
        ("2030", True, True),
    ]


def test_a_word_too_long_for_a_line_may_break_between_all_its_letters() -> None:
    (before, word, after) = words(f"xem {'x' * LONGEST_WORD} nhé")
    assert (before.text, after.text) == ("xem ", " nhé")
    assert word.text == ZERO_WIDTH_SPACE.join("x" * LONGEST_WORD)


def test_a_long_word_in_several_formats_may_break_between_all_its_letters() -> None:
    line = composed(RichText(runs=(Run(text="x" * 20), Run(text="y" * 20, bold=True), Run(text=" xong"))))
    assert "".join(span.text for span in line) == ZERO_WIDTH_SPACE.join("x" * 20 + "y" * 20) + " xong"


def test_soft_hyphens_are_not_printed() -> None:
    assert "".join(span.text for span in words("Tuần\u00ad Giáo")) == "Tuần Giáo"
    assert words("\u00ad") == ()


def test_a_line_with_a_link_leads_there_as_a_whole() -> None:
    assert {span.link for span in words("số 17-NQ/TU", link="https://example.vn/")} == {"https://example.vn/"}
