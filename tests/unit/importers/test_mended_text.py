"""Text that is mended by what it says itself, where no font tells."""

from __future__ import annotations

import pytest

from bulletin_editor.importers.document import Note, ReadDocument
from bulletin_editor.importers.mended_text import mended
from bulletin_editor.importers.plain import blocks_from_text
from bulletin_editor.model.blocks import Paragraph, Picture, PictureRow
from bulletin_editor.model.rich_text import RichText, Run, rich


def mended_text(*texts: str) -> list[str]:
    blocks = tuple(Paragraph(text=rich(text)) for text in texts)
    result = mended(ReadDocument(blocks=blocks)).blocks
    return [block.text.plain for block in result if isinstance(block, Paragraph)]


def test_letters_of_the_time_before_unicode_are_known_by_what_they_say() -> None:
    document = mended(ReadDocument(blocks=blocks_from_text("l·nh ®¹o hai ®¬n vÞ tØnh §iÖn Biªn")))

    assert document.blocks == (Paragraph(text=rich("lãnh đạo hai đơn vị tỉnh Điện Biên")),)
    assert document.notes == (Note(code="converted-encoding", facts={"encoding": "TCVN3"}),)


def test_a_short_text_is_in_the_encoding_of_all() -> None:
    assert mended_text("§Ò ¸n", "l·nh ®¹o hai ®¬n vÞ tØnh §iÖn Biªn") == [
        "Đề án",
        "lãnh đạo hai đơn vị tỉnh Điện Biên",
    ]


def test_one_old_paragraph_among_new_ones_is_converted_alone() -> None:
    assert mended_text("Hội nghị đổi mới café", "laõnh ñaïo hai ñôn vò") == [
        "Hội nghị đổi mới café",
        "lãnh đạo hai đơn vị",
    ]


def test_torn_words_are_joined_across_formats() -> None:
    torn = RichText(runs=(Run(text="Phát triển đô "), Run(text="th ị  l iên", bold=True), Run(text=" kết")))
    document = mended(ReadDocument(blocks=(Paragraph(text=torn),)))

    (block,) = document.blocks
    assert isinstance(block, Paragraph) and block.text.plain == "Phát triển đô thị liên kết"
    assert [note.code for note in document.notes] == ["letter-spaced"]


def test_captions_are_mended_too_and_pictures_stay() -> None:
    row = PictureRow(pictures=(Picture(sha256="a" * 64),), caption="l·nh ®¹o hai ®¬n vÞ")
    (mended_row,) = mended(ReadDocument(blocks=(row,))).blocks

    assert mended_row == PictureRow(pictures=row.pictures, caption="lãnh đạo hai đơn vị")


def test_text_that_is_well_stays_as_it_is() -> None:
    document = ReadDocument(blocks=blocks_from_text("Hội nghị đổi mới\nÎle de café, naïve Ørsted"))

    assert mended(document) == document


def test_the_letter_eth_that_stands_for_d_becomes_d() -> None:
    assert mended_text("Ðiện Biên, ðổi mới") == ["Điện Biên, đổi mới"]


def test_spread_capitals_without_marks_are_joined() -> None:
    assert mended_text("K H O A  N A M") == ["KHOA NAM"]


@pytest.mark.parametrize("mark", ["\u200b", "\u2060"])
def test_a_text_of_which_nothing_would_be_left_stays(mark: str) -> None:
    assert mended_text("l·nh ®¹o hai ®¬n vÞ", mark) == ["lãnh đạo hai đơn vị", mark]
