"""Letters that a PDF has in another font than their words: they come into the holes that they left."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from bulletin_editor.importers.pdf import read_pdf
from bulletin_editor.importers.pdf.fallback import with_letters_in_their_words
from bulletin_editor.importers.pdf.stretches import UNMARKED, Stretch, Word
from bulletin_editor.importers.pdf.text_lines import lines_of
from bulletin_editor.model.blocks import Paragraph
from bulletin_editor.model.rich_text import Run


def stretch(
    *words: tuple[float, float, str], font: str = "F", look: Run | None = None, baseline: float = 0
) -> Stretch:
    """Return words of ten pt with their left and right ends."""
    placed = [Word(*each) for each in words]
    left, right = placed[0].left, placed[-1].right
    return Stretch(look or Run(text=""), font, 10, UNMARKED, left, right, baseline, placed)


def lines_with(*stretches: Stretch) -> list[str]:
    return [line.plain for line in lines_of(with_letters_in_their_words(stretches), 0)]


def test_letters_come_into_the_holes_of_their_words() -> None:
    row = stretch((0, 5, "T "), (9, 20, "nh "), (23, 30, "Đi "), (36, 41, "n "), (44, 60, "Biên "))
    assert lines_with(row, stretch((5, 9, "ỉ "), (30, 36, "ệ"), font="G")) == ["Tỉnh Điện Biên"]


def test_letters_may_begin_and_end_a_line() -> None:
    row = stretch((9, 20, "nhà "), (23, 28, "c "))
    assert lines_with(row, stretch((0, 6, "Ở "), (28, 34, "ũ"), font="G")) == ["Ở nhà cũ"]


def test_what_follows_the_letters_goes_on_in_their_line() -> None:
    letters = stretch((5, 9, "ỉ"), font="G")
    assert lines_with(stretch((0, 5, "T "), (9, 20, "nh ")), letters, stretch((23, 30, "ta"))) == ["Tỉnh ta"]


def test_letters_may_end_a_line_whose_last_word_had_ended_for_the_reader() -> None:
    assert lines_with(stretch((0, 9, "bé "), (12, 20, "ph ")), stretch((20, 26, "ổ"), font="G")) == ["bé phổ"]


def test_letters_keep_their_look() -> None:
    letters = stretch((5, 9, "ỉ"), font="G", look=Run(text="", bold=True))
    row = stretch((0, 5, "T "), (9, 20, "nh"))
    (line,) = lines_of(with_letters_in_their_words([row, letters]), 0)
    assert [(run.text, run.bold) for run in line.text.runs] == [("T", False), ("ỉ", True), ("nh", False)]


def test_words_that_fill_no_hole_stay_where_they_are() -> None:
    row = stretch((0, 20, "Sáng "), (23, 40, "nay"))
    assert lines_with(row, stretch((0.5, 20.5, "Sáng"))) == ["Sáng nay", "Sáng"]
    assert lines_with(row, stretch((20, 23, "ỉ"), baseline=-14)) == ["Sáng nay", "ỉ"]
    right, between = stretch((400, 420, "phải")), stretch((200, 220, "giữa"))
    assert lines_with(row, right, between) == ["Sáng nay", "phải", "giữa"]


def test_a_file_with_such_letters_is_read(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        helvetica, times = (
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name(name)
            )
            for name in ("/Helvetica", "/Times-Roman")
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=helvetica, G=times))
        base = b"BT /F 20 Tf 72 700 Td [(Th) -444 ( vi) -444 (n m) -500 (i)] TJ ET"
        letters = b" BT /G 20 Tf 95.3 700 Td [(e) -1000 (e)] TJ ET BT /G 20 Tf 166.4 700 Td (o) Tj ET"
        page.Contents = pdf.make_stream(base + letters)
        pdf.save(tmp_path / "in.pdf")
    (block,) = read_pdf(tmp_path / "in.pdf").blocks
    assert isinstance(block, Paragraph)
    assert block.text.plain == "The vien moi"


def test_letters_of_two_halves_are_read_whole() -> None:
    assert lines_with(stretch((0, 50, "\ud83d\ude00 chào"))) == ["\U0001f600 chào"]
