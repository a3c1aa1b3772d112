"""Lists and headings that were typed into a Word file: with dashes, with numbers, in bold."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_editor.importers.document import ReadDocument
from bulletin_editor.importers.word import read_word
from bulletin_editor.model.blocks import (
    Block,
    BulletList,
    ListItem,
    NumberedList,
    Paragraph,
    Subheading,
)
from bulletin_editor.model.rich_text import RichText, Run, rich
from word_documents import numbering, paragraph, point, run, word_file

TEXT = "Thư viện tỉnh mở phòng đọc mới."


def read(folder: Path, *lines: str, **parts: str) -> ReadDocument:
    body = "".join(line if line.startswith("<") else paragraph(line) for line in lines)
    known = {f"word/{name}.xml": part for name, part in parts.items()}
    return read_word(
        word_file(folder, body, parts=known, links={name: (name, f"{name}.xml") for name in parts})
    )


def bold(text: str) -> str:
    return paragraph(runs=run(text, "<w:b/>"))


def items(*texts: str) -> tuple[ListItem, ...]:
    return tuple(ListItem(text=rich(text)) for text in texts)


def paragraphs(*texts: str) -> tuple[Block, ...]:
    return tuple(Paragraph(text=rich(text)) for text in texts)


# ---- Lists -----------------------------------------------------------------------------------------


def test_lines_with_dashes_that_follow_each_other_are_a_list(tmp_path: Path) -> None:
    label = paragraph(runs=run("-\u00a0") + run("Sách:", "<w:b/>") + run(" mượn tại chỗ;"))
    below = BulletList(items=items("cho người lớn;", "cho trẻ em."))
    first = ListItem(text=RichText(runs=(Run(text="Sách:", bold=True), Run(text=" mượn tại chỗ;"))))
    assert read(tmp_path, TEXT, label, "– Báo;", "+ cho người lớn;", "+ cho trẻ em.", TEXT).blocks == (
        *paragraphs(TEXT),
        BulletList(items=(first, ListItem(text=rich("Báo;"), sublists=(below,)))),
        *paragraphs(TEXT),
    )


def test_points_with_long_dashes_are_a_list_and_short_ones_may_ask(tmp_path: Path) -> None:
    assert read(tmp_path, "– Mượn sách;", "– Trả sách.", TEXT, "- Mượn ở đâu?", "- Trả ở đâu?").blocks == (
        BulletList(items=items("Mượn sách;", "Trả sách.")),
        *paragraphs(TEXT),
        BulletList(items=items("Mượn ở đâu?", "Trả ở đâu?")),
    )


def test_lines_with_numbers_that_follow_each_other_are_a_list(tmp_path: Path) -> None:
    assert read(tmp_path, TEXT, "2. Mượn sách", "3) Trả sách", TEXT).blocks == (
        *paragraphs(TEXT),
        NumberedList(items=items("Mượn sách", "Trả sách"), start=2),
        *paragraphs(TEXT),
    )


def test_typed_points_end_a_list_that_word_numbers(tmp_path: Path) -> None:
    part = numbering(("decimal", "%1."))
    assert read(tmp_path, point("a"), "- b", "- c", point("d"), numbering=part).blocks == (
        NumberedList(items=items("a")),
        BulletList(items=items("b", "c")),
        NumberedList(items=items("d"), start=2),
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("- Thư viện tỉnh",),
        ("1. Mượn sách", TEXT, "2. Trả sách"),
        ("1. Mượn sách", "3. Trả sách"),
        ("01. Mượn sách", "02. Trả sách"),
        ("a) Mượn sách", "b) Trả sách"),
        ("-5 độ", "-6 độ"),
        ("- Mượn sách", TEXT, "- Trả sách"),
        ("– Anh đi đâu đấy?", "– Tôi đi chợ.", "– Thế à."),
        ("– Tôi đi chợ.", "– “Về sớm nhé!”"),
    ],
)
def test_what_may_be_something_else_than_a_list_stays(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert read(tmp_path, *lines).blocks == paragraphs(*lines)


# ---- Headings --------------------------------------------------------------------------------------


def test_bold_lines_that_count_the_parts_are_headings(tmp_path: Path) -> None:
    first = (bold("I. Kết quả"), bold("1. Sách"), TEXT, bold("2. Báo"), "- Mới;", "- Cũ.")
    document = read(tmp_path, *first, bold("II. Việc tới:"), TEXT, bold("1. Riêng lẻ"), TEXT)
    found = {document.blocks[place]: level for place, level in document.headings.items()}
    assert found == {
        Subheading(text=rich("I. Kết quả")): 1,
        Subheading(text=rich("1. Sách")): 2,
        Subheading(text=rich("2. Báo")): 2,
        Subheading(text=rich("II. Việc tới:")): 1,
    }
    assert document.blocks[-2] == Paragraph(text=RichText(runs=(Run(text="1. Riêng lẻ", bold=True),)))


def test_parts_that_word_counts_are_headings_too_where_their_words_are_bold(tmp_path: Path) -> None:
    part = numbering(("upperRoman", "%1."))
    counted = point("Kết quả").replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
    document = read(tmp_path, counted, TEXT, counted, TEXT, numbering=part)
    assert document.blocks[::2] == tuple(
        Subheading(text=RichText(runs=(Run(text=words),))) for words in ("I. Kết quả", "II. Kết quả")
    )


@pytest.mark.parametrize(
    "lines",
    [
        (bold("1. Kết quả"), TEXT),
        (bold("2. Kết quả"), TEXT, bold("3. Việc tới"), TEXT),
        (bold("I. Kết quả"), TEXT, bold("III. Việc tới"), TEXT),
        ("I. Kết quả", TEXT, "II. Việc tới", TEXT),
        (bold("I. Kết quả tốt."), TEXT, bold("II. Việc tới rõ."), TEXT),
        (bold("I. Kết quả"), bold("Sách mới"), bold("II. Việc tới"), TEXT),
    ],
)
def test_bold_lines_that_may_be_something_else_stay(tmp_path: Path, lines: tuple[str, ...]) -> None:
    document = read(tmp_path, *lines)
    assert not document.headings
    assert len(document.blocks) == len(lines)


def test_where_the_file_marks_its_headings_bold_lines_are_none(tmp_path: Path) -> None:
    marked = paragraph("Tin tuần", '<w:outlineLvl w:val="0"/>')
    document = read(tmp_path, marked, bold("I. Kết quả"), TEXT, bold("II. Việc tới"), TEXT)
    assert list(document.headings) == [0]
